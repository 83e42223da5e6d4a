/** `rollup`: every ledger in a folder, rolled up by the same command that reads units' spreadsheets at Google. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { messageOf, ok, type Result, refuse } from '../files/result';
import { readStore } from '../files/store';
import { createHost, type Host, newSpreadsheet, type OtherFile, type OtherFiles } from '../host';
import { type Command, DONE, exitCodeOf, REFUSED, textOption } from './command';
import type { RollUpAnswer, Round } from './door/progress';
import { shortened } from './ledgerCommand';
import { readProgram } from './project';
import { called, instantOf, NOBODY } from './session';

const UNITS_TAB = '下属单位';

export const rollupCommand: Command = {
  name: 'rollup',
  usage: '--stores DIR',
  summary: '汇总一个目录中的全部台账：总数、各单位排名、共性问题、通报用语（只读，不改动台账）',
  options: { stores: { type: 'string' } },
  arguments: [],
  async run(given, voice, world) {
    const folder = textOption(given, 'stores');
    if (folder === undefined) return voice.misuse('请用 --stores DIR 写明台账所在的目录。');
    const program = readProgram(world.root);
    if (!program.ok) return voice.refused(program.faults, exitCodeOf(program.faults));
    const names = storesIn(folder);
    if (!names.ok) return voice.refused(names.faults, exitCodeOf(names.faults));
    const files = new StoreFiles(folder);
    const began = given.today === undefined ? new Date() : instantOf(given.today);
    const host = createHost({
      spreadsheet: newSpreadsheet('整改汇总'),
      owner: NOBODY,
      user: NOBODY,
      now: () => began,
      manifest: program.value.manifest,
      others: files,
    });
    host.load(program.value.code);
    host.call('menuSetUpRollUp', [], 'menu');
    listUnits(host, names.value);
    const answer = rolledUp(host);
    if (!answer.ok) return voice.refused(answer.faults);
    const { units, read, round } = answer.value;
    if (round === null) throw new Error('a roll-up that is not pending has a result');
    const failed = answer.value.failed.map(({ unit, message }) => ({
      unit,
      message: files.faults.get(unit) ?? message,
    }));
    voice.result({ units, read, failed, ...round }, describe(round, failed));
    return read > 0 ? DONE : REFUSED;
  },
};

/** Names of the ledgers' files. Faults: `file-missing`, `no-units`. */
function storesIn(folder: string): Result<string[]> {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch (thrown) {
    return refuse({ code: 'file-missing', message: `目录“${folder}”读不了（${messageOf(thrown)}），请核对。` });
  }
  if (names.length > 0) return ok(names.sort());
  return refuse({ code: 'no-units', message: `目录“${folder}”中没有台账文件（.json）。` });
}

/** The stores of a folder as the spreadsheets others own: one is in memory at a time. */
class StoreFiles extends Map<string, OtherFile> implements OtherFiles {
  /** Why a file is no ledger, by its name. */
  readonly faults = new Map<string, string>();
  readonly #folder: string;
  #last: { name: string; file: OtherFile } | undefined;

  constructor(folder: string) {
    super();
    this.#folder = folder;
  }

  override get(name: string): OtherFile {
    if (this.#last?.name === name) return this.#last.file;
    const read = readStore(path.join(this.#folder, name));
    const file: OtherFile = read.ok
      ? { spreadsheet: read.value.store.spreadsheet }
      : { spreadsheet: newSpreadsheet(name), fault: { code: 404, message: 'Requested entity was not found.' } };
    if (!read.ok) this.faults.set(name, read.faults.map(({ message }) => message).join(''));
    this.#last = { name, file };
    return file;
  }
}

/** Fills 下属单位; a unit is called what its own ledger calls it. */
function listUnits(host: Host, names: readonly string[]): void {
  const tab = host.spreadsheet().sheets?.find(({ properties }) => properties?.title === UNITS_TAB);
  const sheetId = tab?.properties?.sheetId ?? 0;
  const missing = names.length + 1 - (tab?.properties?.gridProperties?.rowCount ?? 0);
  host.apply([
    ...(missing > 0 ? [{ appendDimension: { sheetId, dimension: 'ROWS', length: missing } }] : []),
    {
      updateCells: {
        start: { sheetId, rowIndex: 1, columnIndex: 1 },
        rows: names.map((name) => ({ values: [{ userEnteredValue: { stringValue: name } }] })),
        fields: 'userEnteredValue',
      },
    },
  ]);
}

/** Calls the command until nothing is pending, as the trigger would. */
function rolledUp(host: Host): Result<RollUpAnswer> {
  for (;;) {
    const answer = called(host, 'rollUp', {});
    if (!answer.ok || answer.value.pending === 0) return answer;
  }
}

function describe({ total, league, notice, common }: Round, failed: RollUpAnswer['failed']): string[] {
  const rows = league.map(({ rank, unit, fedBack, closed, overdue, completion }) =>
    [
      `${String(rank).padStart(4)}  ${rateOf(completion)}  ${unit}`,
      `反馈${fedBack}、完成${closed}、逾期${overdue}`,
    ].join('  '),
  );
  return [
    notice,
    `措施完成 ${total.measuresDone}/${total.measuresInForce}（${rateOf({ n: total.measuresDone, d: total.measuresInForce }).trim()}）`,
    '',
    '各单位（名次、完成率）：',
    ...shortened(rows),
    ...(common.length === 0 ? [] : ['', '共性问题：']),
    ...shortened(common.map(({ title, units }) => `  ${units.length}个单位  ${title}（${shortList(units)}）`)),
    ...(failed.length === 0 ? [] : ['', `未能汇总 ${failed.length} 个：`]),
    ...shortened(failed.map(({ unit, message }) => `  ${unit}  ${message}`)),
  ];
}

/** Rounding never makes an unfinished rate 100%. */
function rateOf({ n, d }: { n: number; d: number }): string {
  return (d === 0 ? '—' : `${Math.min((n / d) * 100, n < d ? 99.99 : 100).toFixed(2)}%`).padStart(7);
}

function shortList(units: readonly string[]): string {
  return units.length <= 5 ? units.join('、') : `${units.slice(0, 5).join('、')}等`;
}
