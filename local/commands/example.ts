/** The shipped example: a feedback document and what was done since, of a fictitious unit. */
import path from 'node:path';
import { messageOf, ok, type Result, refuse } from '../files/result';
import type { XlsxTab } from '../files/xlsx';
import { tabsOfJson } from '../files/xlsxRead';
import type { CheckAnswer, ImportAnswer } from './door';
import { readBytes } from './ledgerCommand';
import type { Session } from './session';

/** The example a newcomer is given. */
export const FIRST_EXAMPLE = 'county-bureau';
/** The day the example's dates were made for. */
export const EXAMPLE_DAY = '2026-11-24';

export interface Material {
  document: { name: string; base64: string };
  progress: XlsxTab[];
}

/** The material of `examples/NAME`. Faults: `file-missing`, `file-unreadable`, `example-broken`. */
export function readExample(root: string, name = FIRST_EXAMPLE): Result<Material> {
  const folder = path.join(root, 'examples', path.basename(name));
  const feedback = readBytes(path.join(folder, 'feedback.docx'));
  if (!feedback.ok) return feedback;
  const file = path.join(folder, 'progress.json');
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  try {
    const progress = tabsOfJson(JSON.parse(new TextDecoder().decode(bytes.value)));
    if (progress)
      return ok({
        document: { name: 'feedback.docx', base64: Buffer.from(feedback.value).toString('base64') },
        progress,
      });
  } catch (thrown) {
    return refuse({ code: 'example-broken', message: `示例文件“${file}”不是有效的 JSON（${messageOf(thrown)}）。` });
  }
  return refuse({ code: 'example-broken', message: `示例文件“${file}”应为 {表名: [{列名: 值}]}。` });
}

/** Imports the document into a ledger just set up, fills in the progress and checks it. */
export function fillExample(
  { call }: Pick<Session, 'call'>,
  { document, progress }: Material,
): Result<{ imported: ImportAnswer; check: CheckAnswer }> {
  const imported = call('importDocument', document);
  if (!imported.ok) return imported;
  const filled = call('mergeEdits', { tabs: progress, adopt: true });
  if (!filled.ok) return filled;
  if (filled.value.refused.length > 0) return refuse(...filled.value.refused);
  const check = call('checkLedger', {});
  return check.ok ? ok({ imported: imported.value, check: check.value }) : check;
}
