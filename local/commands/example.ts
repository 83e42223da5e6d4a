/** The shipped example: a feedback document, what was done since and by whom, of a fictitious unit. */
import path from 'node:path';
import { messageOf, ok, type Result, refuse } from '../files/result';
import type { XlsxTab } from '../files/xlsx';
import { tabsOfJson } from '../files/xlsxRead';
import type { CheckAnswer, ImportAnswer } from './door/ledger';
import { type History, historyOfJson, type Player, playHistory } from './history';
import { readBytes } from './ledgerCommand';

/** The example a newcomer is given. */
export const FIRST_EXAMPLE = 'county-bureau';
/** The day the example's dates were made for. */
export const EXAMPLE_DAY = '2026-11-24';

export interface Material {
  document: { name: string; base64: string };
  /** What the unit had filled in by then, and how it came about. */
  progress: XlsxTab[];
  history: History;
}

/** The material of `examples/NAME`. Faults: `file-missing`, `file-unreadable`, `example-broken`. */
export function readExample(root: string, name = FIRST_EXAMPLE): Result<Material> {
  const folder = path.join(root, 'examples', path.basename(name));
  const feedback = readBytes(path.join(folder, 'feedback.docx'));
  if (!feedback.ok) return feedback;
  const progress = readJson(path.join(folder, 'progress.json'), tabsOfJson, '{表名: [{列名: 值}]}');
  if (!progress.ok) return progress;
  const history = readJson(path.join(folder, 'actions.json'), historyOfJson, '导入、计划、逐步办理和更新的记录');
  if (!history.ok) return history;
  const document = { name: 'feedback.docx', base64: Buffer.from(feedback.value).toString('base64') };
  return ok({ document, progress: progress.value, history: history.value });
}

function readJson<T>(file: string, read: (json: unknown) => T | undefined, form: string): Result<T> {
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  try {
    const value = read(JSON.parse(new TextDecoder().decode(bytes.value)));
    if (value !== undefined) return ok(value);
  } catch (thrown) {
    return refuse({ code: 'example-broken', message: `示例文件“${file}”不是有效的 JSON（${messageOf(thrown)}）。` });
  }
  return refuse({ code: 'example-broken', message: `示例文件“${file}”应为${form}。` });
}

/** Plays the example on a ledger just set up, from the document to the present day, and checks it. */
export function fillExample(
  player: Player,
  { document, progress, history }: Material,
): Result<{ imported: ImportAnswer; check: CheckAnswer }> {
  const imported = playHistory(player, history, progress, () => player.call('importDocument', document));
  if (!imported.ok) return imported;
  const check = player.call('checkLedger', {});
  return check.ok ? ok({ imported: imported.value, check: check.value }) : check;
}
