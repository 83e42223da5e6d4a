/** `start`: serves the workbench; with `--once` the main job on the shipped example, from the document over its history to the report. */
import path from 'node:path';
import { ok, type Result, refuse } from '../files/result';
import { writeWhole } from '../files/store';
import { exportXlsx } from '../files/xlsx';
import { describeCheck } from './check';
import {
  type Command,
  DONE,
  type ExitCode,
  exitCodeOf,
  type Given,
  textOption,
  type Voice,
  type World,
} from './command';
import type { CheckAnswer, ImportAnswer } from './door/ledger';
import { EXAMPLE_DAY, FIRST_EXAMPLE, fillExample, type Material, readExample } from './example';
import { readProgram } from './project';
import { writeReport } from './reportFiles';
import { serve } from './serve';
import { type Session, type SessionOptions, withLedger } from './session';

interface Made {
  imported: ImportAnswer;
  check: CheckAnswer;
  files: { store: string; xlsx: string; docx: string | null; text: string | null };
}

export const startCommand: Command = {
  name: 'start',
  usage: '[--port N] [--data DIR] | --once [--example NAME]',
  summary:
    '在浏览器中打开工作台（只在本机）；加 --once 用自带的示例走一遍：建账、导入、逐步办理、校验、生成报告，结果在 out/',
  options: {
    once: { type: 'boolean' },
    example: { type: 'string' },
    port: { type: 'string' },
    data: { type: 'string' },
  },
  arguments: [],
  run: (given, voice, world) =>
    given.values.once === true ? runOnce(given, voice, world) : serve(given, voice, world),
};

async function runOnce(given: Given, voice: Voice, world: World): Promise<ExitCode> {
  const program = readProgram(world.root);
  if (!program.ok || world.root === undefined) return voice.refused(program.ok ? [] : program.faults);
  const example = textOption(given, 'example') ?? FIRST_EXAMPLE;
  const material = readExample(world.root, example);
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
  voice.result(made.value, describe(made.value, world.root, example));
  return DONE;
}

async function make(session: Session, material: Material, store: string, out: string): Promise<Result<Made>> {
  const filled = fillExample(session, material);
  if (!filled.ok) return filled;
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
  return ok({ ...filled.value, files: { store, xlsx, ...files.value } });
}

function describe({ imported, check, files }: Made, root: string, example: string): string[] {
  const shown = (file: string | null): string => (file === null ? '' : path.relative(root, file));
  return [
    `示例：examples/${path.basename(example)}（虚构单位）`,
    `导入反馈意见：${imported.aspects} 个方面、${imported.issues} 个问题；并按各人的办理走到当日`,
    ...describeCheck(check),
    '已写出：',
    `  ${shown(files.xlsx)}  台账，可用 Excel、WPS 打开`,
    `  ${shown(files.docx)}  报告`,
    `  ${shown(files.text)}  报告的文字`,
    `  ${shown(files.store)}  台账的存储文件，可用 --store 指给其他命令`,
  ];
}
