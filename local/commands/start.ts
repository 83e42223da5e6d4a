/** `start`: the main job on the shipped example, from the feedback document to the report. */
import path from 'node:path';
import { messageOf, ok, type Result, refuse } from '../files/result';
import { writeWhole } from '../files/store';
import { exportXlsx, type XlsxTab } from '../files/xlsx';
import { tabsOfJson } from '../files/xlsxRead';
import { describeCheck } from './check';
import { type Command, DONE, exitCodeOf, textOption } from './command';
import type { CheckAnswer, ImportAnswer } from './door';
import { readBytes } from './ledgerCommand';
import { readProgram } from './project';
import { writeReport } from './reportFiles';
import { type Session, type SessionOptions, withLedger } from './session';

const EXAMPLE = 'examples/county-bureau';
/** The day the example's dates were made for. */
const EXAMPLE_DAY = '2026-11-24';

interface Made {
  imported: ImportAnswer;
  check: CheckAnswer;
  files: { store: string; xlsx: string; docx: string | null; text: string | null };
}

export const startCommand: Command = {
  name: 'start',
  usage: '',
  summary: '用自带的示例走一遍：建账、导入、填写、校验、生成报告，结果在 out/',
  options: {},
  arguments: [],
  async run(given, voice, world) {
    const program = readProgram(world.root);
    if (!program.ok || world.root === undefined) return voice.refused(program.ok ? [] : program.faults);
    const material = readExample(world.root);
    if (!material.ok) return voice.refused(material.faults, exitCodeOf(material.faults));
    const out = path.join(world.root, 'out');
    // The example is made anew each time, in a store of its own; a store of the user's is never replaced.
    const named = textOption(given, 'store');
    const store = named ?? path.join(out, 'example-ledger.json');
    const options: SessionOptions = {
      store,
      program: program.value,
      today: given.today ?? EXAMPLE_DAY,
      as: given.as,
      mode: named === undefined ? 'fresh' : 'new',
    };
    const made = await withLedger(options, (session) => make(session, material.value, store, out));
    if (!made.ok) return voice.refused(made.faults);
    voice.result(made.value, describe(made.value, world.root));
    return DONE;
  },
};

interface Material {
  document: { name: string; base64: string };
  progress: XlsxTab[];
}

function readExample(root: string): Result<Material> {
  const feedback = readBytes(path.join(root, EXAMPLE, 'feedback.docx'));
  if (!feedback.ok) return feedback;
  const file = path.join(root, EXAMPLE, 'progress.json');
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

async function make(
  session: Session,
  { document, progress }: Material,
  store: string,
  out: string,
): Promise<Result<Made>> {
  const imported = session.call('importDocument', document);
  if (!imported.ok) return imported;
  const filled = session.call('mergeEdits', { tabs: progress, adopt: true });
  if (!filled.ok) return filled;
  if (filled.value.refused.length > 0) return refuse(...filled.value.refused);
  const check = session.call('checkLedger', {});
  if (!check.ok) return check;
  const report = session.call('generateReport', { kind: 'public' });
  if (!report.ok) return report;
  if (report.value.refused.length > 0) return refuse(...report.value.refused);
  const files = writeReport(session, report.value, out);
  if (!files.ok) return files;
  const xlsx = path.join(out, '整改台账.xlsx');
  const exported = writeWhole(xlsx, await exportXlsx(session.spreadsheet()));
  if (!exported.ok) return exported;
  const saved = session.save();
  if (!saved.ok) return saved;
  return ok({ imported: imported.value, check: check.value, files: { store, xlsx, ...files.value } });
}

function describe({ imported, check, files }: Made, root: string): string[] {
  const shown = (file: string | null): string => (file === null ? '' : path.relative(root, file));
  return [
    `示例：${EXAMPLE}（虚构单位）`,
    `导入反馈意见：${imported.aspects} 个方面、${imported.issues} 个问题；并填入整改进展`,
    ...describeCheck(check),
    '已写出：',
    `  ${shown(files.xlsx)}  台账，可用 Excel、WPS 打开`,
    `  ${shown(files.docx)}  报告`,
    `  ${shown(files.text)}  报告的文字`,
    `  ${shown(files.store)}  台账的存储文件，可用 --store 指给其他命令`,
  ];
}
