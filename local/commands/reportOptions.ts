/** Which report a command line asks for, and files given to it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Fault, messageOf } from '../files/result';
import { type Given, issueNumber, type OptionsConfig, textOption } from './command';
import { KINDS, type ReportAsked, type Upload, VARIANTS } from './door/reports';

export const ASKED_OPTIONS: OptionsConfig = {
  kind: { type: 'string' },
  variant: { type: 'string' },
  issue: { type: 'string' },
  since: { type: 'string' },
};

export const ASKED_USAGE = `[--kind ${KINDS.join('|')}] [--variant ${VARIANTS.join('|')}] [--issue N] [--since 版本]`;

/** The report asked for, the public notice when no kind is named; a sentence where it can't be told. */
export function askedFor(given: Given): ReportAsked | string {
  const named = textOption(given, 'kind') ?? 'public';
  const kind = KINDS.find((one) => one === named);
  if (kind === undefined) return `没有“${named}”这种报告，--kind 可为 ${KINDS.join('、')}。`;
  const shape = textOption(given, 'variant');
  const variant = VARIANTS.find((one) => one === shape);
  if (shape !== undefined && variant === undefined) {
    return `没有“${shape}”这种体例，--variant 可为 ${VARIANTS.join('、')}。`;
  }
  const [issue, since] = [wholeOf(given, 'issue'), wholeOf(given, 'since')];
  if (typeof issue === 'string') return issue;
  if (typeof since === 'string') return since;
  return {
    kind,
    ...(variant === undefined ? {} : { variant }),
    ...(issue === undefined ? {} : { issue }),
    ...(since === undefined ? {} : { since }),
  };
}

/** A file as it is handed through the door; undefined when none is named. Faults: `file-missing`. */
export function uploadOf(file: string | undefined): Upload | Fault | undefined {
  if (file === undefined) return undefined;
  try {
    return { name: path.basename(file), type: '', base64: readFileSync(file).toString('base64') };
  } catch (thrown) {
    return { code: 'file-missing', message: `读不了文件“${file}”（${messageOf(thrown)}）：请核对路径。` };
  }
}

function wholeOf(given: Given, name: string): number | string | undefined {
  const written = textOption(given, name);
  return written === undefined ? undefined : issueNumber(written);
}
