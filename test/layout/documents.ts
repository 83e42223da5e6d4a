/** The documents the proof looks at, made by the built program: the examples' reports in every form, and a large one. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readProgram } from '../../local/commands/project';
import { withLedger } from '../../local/commands/session';
import { ok, type Result } from '../../local/files/result';
import { TABS } from '../../src/ledger/schema';
import { SETTINGS } from '../../src/ledger/settings';

export interface Made {
  name: string;
  docx: string;
  /** What it says, from the .txt written beside it. */
  text: string;
  unit: string;
  /** It is a report: signed, with the ledger attached. */
  report: boolean;
}

const EXAMPLES = ['county-bureau', 'hospital', 'small-office'];
/** The further kinds of report, and what the terminal calls them. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  党内通报: ['internal'],
  整改情况报告: ['committee'],
  组织落实情况报告: ['leader'],
  销号审批表: ['approval', '--issue', '3'],
  三清单: ['lists'],
  回头看情况: ['recheck'],
};
const TODAY = '2026-11-24';
const LARGE = { issues: '1000', measures: '4', seed: '1' };

/** Makes the wanted documents in `folder`, one after the other; throws with what the program said when it refuses. */
export async function* documents(
  root: string,
  folder: string,
  wanted: (name: string) => boolean,
): AsyncGenerator<Made> {
  const stores = path.join(folder, 'stores');
  const out = path.join(folder, 'docx');
  for (const one of [stores, out]) {
    rmSync(one, { recursive: true, force: true });
    mkdirSync(one, { recursive: true });
  }
  const ledger = (...args: string[]): void => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'build/cli.cjs'), ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stdout}${stderr}`);
  };
  /** Runs a command that writes one .docx, and gives it a name of its own. */
  const made = (name: string, store: string, unit: string, ...args: string[]): Made => {
    const place = path.join(out, 'new');
    rmSync(place, { recursive: true, force: true });
    ledger(...args, '--store', store, '--today', TODAY, '--out', place);
    const written = readdirSync(place);
    const [file, said] = ['.docx', '.txt'].map((end) => written.find((one) => one.endsWith(end)));
    if (file === undefined || said === undefined) throw new Error(`${args.join(' ')} wrote ${written.join(', ')}`);
    const docx = path.join(out, `${name.replaceAll(' ', '-')}.docx`);
    const text = readFileSync(path.join(place, said), 'utf8');
    renameSync(path.join(place, file), docx);
    rmSync(place, { recursive: true, force: true });
    return { name, docx, text, unit, report: args[0] === 'report' };
  };
  const variants = SETTINGS.variant.values;

  for (const example of EXAMPLES) {
    const names = [...variants, '档案目录', '党组会材料', ...Object.keys(KINDS)].map((what) => `${example} ${what}`);
    if (!names.some(wanted)) continue;
    const store = path.join(stores, `${example}.json`);
    ledger('open', '--xlsx', path.join(root, 'examples', example, 'ledger.xlsx'), '--store', store);
    for (const variant of variants) {
      const name = `${example} ${variant}`;
      if (!wanted(name)) continue;
      const unit = await set(root, store, { [SETTINGS.attachment.item]: '是', [SETTINGS.variant.item]: variant });
      yield made(name, store, unit, 'report', '--kind', 'public');
    }
    const unit = await set(root, store, {});
    if (wanted(`${example} 档案目录`)) yield made(`${example} 档案目录`, store, unit, 'catalogue');
    if (wanted(`${example} 党组会材料`)) yield made(`${example} 党组会材料`, store, unit, 'pack');
    for (const [kind, args] of Object.entries(KINDS)) {
      const name = `${example} ${kind}`;
      if (wanted(name)) yield { ...made(name, store, unit, 'report', '--kind', ...args), report: false };
    }
  }
  const large = `${LARGE.issues} issues`;
  if (wanted(large)) {
    const store = path.join(stores, 'large.json');
    const { issues, measures, seed } = LARGE;
    ledger('sample', '--issues', issues, '--measures', measures, '--seed', seed, '--store', store);
    const unit = await set(root, store, { [SETTINGS.attachment.item]: '是' });
    yield made(large, store, unit, 'report', '--kind', 'public');
  }
}

/** Puts values into 设置, and gives the unit's name. */
async function set(root: string, store: string, values: Readonly<Record<string, string>>): Promise<string> {
  const program = readProgram(root);
  if (!program.ok) throw new Error(told(program));
  const { item: named, value: holds } = TABS.settings.columns;
  const rows = Object.entries(values).map(([item, value], i) => ({
    row: i + 2,
    values: { [named.header]: item, [holds.header]: value },
  }));
  const done = await withLedger({ store, program: program.value, today: TODAY, mode: 'write' }, (session) => {
    const merged = session.call('mergeEdits', { tabs: [{ title: TABS.settings.title, rows }] });
    if (!merged.ok) return merged;
    if (merged.value.refused.length > 0) return { ok: false, faults: merged.value.refused };
    const tab = session.call('readTab', { tab: TABS.settings.title });
    if (!tab.ok) return tab;
    const saved = session.save();
    if (!saved.ok) return saved;
    const { item, value } = TABS.settings.columns;
    const unit = tab.value.rows.find((row) => row[item.header] === SETTINGS.unit.item)?.[value.header];
    return ok(String(unit ?? ''));
  });
  if (!done.ok) throw new Error(told(done));
  return done.value;
}

function told(refused: Result<unknown>): string {
  return refused.ok ? '' : refused.faults.map(({ message }) => message).join('\n');
}
