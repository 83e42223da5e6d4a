/** The status a published report prints of an issue: its words, and where they stand. */
import type { IssueState } from '../ledger/schema';
import { STATUS_LINE } from './issueOutline';
import { type Line, place } from './lines';
import { WARNINGS } from './wording';

/** Part of a line, from an offset to its end. */
export interface Segment {
  line: Line;
  from: number;
}

export interface Status {
  word: string;
  place: 'line' | 'text' | 'none';
  /** `整改情况：` stands in a paragraph of its own. */
  labelAlone: boolean;
  /** `整改状态：` and `整改情况：` stand as a report of the variant 两部分 prints them. */
  regular: boolean;
}

export const NO_STATUS: Status = { word: '', place: 'none', labelAlone: false, regular: false };

/** Status words of published reports; a Map, since the word comes from the document. */
const STATES: ReadonlyMap<string, IssueState> = new Map<string, IssueState>([
  ...['已完成', '完成', '完成整改', '已完成整改', '整改完成', '已整改完成', '已整改', '已整改到位', '已办结'].map(
    (word): [string, IssueState] => [word, '已销号'],
  ),
  ...['阶段性完成', '基本完成', '已基本完成', '长期坚持', '完成并长期坚持', '已完成并长期坚持'].map(
    (word): [string, IssueState] => [word, '长期坚持'],
  ),
  ...['正在整改', '整改中', '正在推进'].map((word): [string, IssueState] => [word, '整改中']),
  ...['未完成', '未启动', '未整改'].map((word): [string, IssueState] => [word, '未启动']),
  ['已终止', '已终止'],
]);
const PRINTED: Readonly<Record<IssueState, string>> = {
  已销号: '已完成',
  长期坚持: '阶段性完成',
  整改中: '正在整改',
  待审核: '正在整改',
  重新整改: '正在整改',
  未启动: '未完成',
  已终止: '已终止',
};
const TEXT_LABEL = /^(?:整改情况|整改落实情况|整改进展情况|整改进展|整改措施及成效|整改措施|整改成效)：/;
const STATUS_IN_TEXT = /(?:^|[。；])(?:整改状态|整改进度|完成情况)：([^。；：]{2,12})。?$/;
/** The state the printed word stands for; 整改中 without one. */
export function stateOf({ word }: Status): IssueState {
  return STATES.get(word) ?? '整改中';
}

/** True when one of the lines is a status line. */
export function hasStatusLine(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => STATUS_LINE.test(text));
}

export function textOf({ line, from }: Segment): string {
  return line.text.slice(from);
}

/**
 * Takes `整改状态：` and `整改情况：` out of an issue's text and places them. `withLines`: most issues of the document
 * have them, so `整改情况：` is a label even where the status is missing.
 */
export function takeStatus(
  segments: readonly Segment[],
  number: number,
  withLines: boolean,
): { segments: Segment[]; status: Status } {
  const key = String(number);
  const [first, second] = segments.map(textOf);
  const regular =
    first?.startsWith('整改状态：') === true &&
    !first.endsWith('。') &&
    (second ?? '整改情况：').startsWith('整改情况：');
  let status: Status = { ...NO_STATUS, regular };
  const rest: Segment[] = [];
  for (const segment of segments) {
    const text = textOf(segment);
    const line = status.place === 'none' ? STATUS_LINE.exec(text) : null;
    const label = (status.place === 'line' || withLines) && rest.length === 0 ? TEXT_LABEL.exec(text) : null;
    if (line) {
      status = { ...status, word: line[2] ?? '', place: 'line' };
      place(segment.line, segment.from, 'status', key);
    } else if (label) {
      place(segment.line, segment.from, 'status', key);
      if (text.length > label[0].length) rest.push({ line: segment.line, from: segment.from + label[0].length });
      else status = { ...status, labelAlone: true };
    } else {
      rest.push(segment);
    }
  }
  const last = rest[rest.length - 1];
  const inText = status.place === 'none' && last ? STATUS_IN_TEXT.exec(textOf(last)) : null;
  if (inText) status = { ...status, word: inText[1] ?? '', place: 'text' };
  return { segments: rest, status };
}

/** Sentences on status words a report prints otherwise, and on status lines it lays out otherwise. */
export function statusWarnings(statuses: readonly { number: number; status: Status }[], withLines: boolean): string[] {
  const warnings: string[] = [];
  const numbersBy = (test: (status: Status) => boolean) =>
    statuses.filter(({ status }) => test(status)).map(({ number }) => number);
  const words = new Set(statuses.filter(({ status }) => status.place !== 'none').map(({ status }) => status.word));
  for (const word of words) {
    const state = STATES.get(word);
    const numbers = numbersBy((status) => status.place !== 'none' && status.word === word);
    if (state === undefined) warnings.push(WARNINGS.statusUnknown(numbers, word));
    else if (PRINTED[state] !== word) warnings.push(WARNINGS.statusWord(numbers, word, PRINTED[state]));
  }
  const inText = numbersBy((status) => status.place === 'text');
  if (inText.length > 0) warnings.push(WARNINGS.statusInText(inText));
  const irregular = withLines ? numbersBy((status) => !status.regular) : [];
  if (irregular.length > 0) warnings.push(WARNINGS.statusLayout(irregular));
  return warnings;
}
