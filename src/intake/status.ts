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

/** Status words of published reports. */
const WORDS: readonly [state: IssueState, words: RegExp][] = [
  ['已销号', /^(?:已?完成(?:整改)?|整改完成|已整改(?:完成|到位)?|已办结)$/],
  ['长期坚持', /^(?:阶段性完成|已?基本完成|(?:已?完成并)?长期坚持)$/],
  ['整改中', /^(?:正在(?:整改|推进)|整改中)$/],
  ['未启动', /^未(?:完成|启动|整改)$/],
  ['已终止', /^已终止$/],
];
/** What the public is told of an issue's state; 长期坚持 is never published as simply 已完成. */
export const PUBLIC_STATUS: Readonly<Record<IssueState, string>> = {
  已销号: '已完成',
  长期坚持: '阶段性完成',
  整改中: '正在整改',
  待审核: '正在整改',
  重新整改: '正在整改',
  自查完成: '正在整改',
  未启动: '未完成',
  已终止: '已终止',
};
const TEXT_LABEL = /^(?:整改情况|整改落实情况|整改进展情况|整改进展|整改措施及成效|整改措施|整改成效)：/;
const STATUS_IN_TEXT = /(?:^|[。；])(?:整改状态|整改进度|完成情况)：([^。；：]{2,12})。?$/;

/** The state a printed word stands for. */
export function stateOf(word: string): IssueState | undefined {
  return WORDS.find(([, words]) => words.test(word))?.[0];
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
export function statusWarnings(read: readonly { number: number; status: Status }[], withLines: boolean): string[] {
  const where = (test: (status: Status) => boolean) =>
    read.filter(({ status }) => test(status)).map(({ number }) => number);
  const words = new Set(read.flatMap(({ status }) => (status.place === 'none' ? [] : [status.word])));
  return [
    ...[...words].flatMap((word) => {
      const state = stateOf(word);
      const numbers = where((status) => status.place !== 'none' && status.word === word);
      if (state === undefined) return WARNINGS.statusUnknown(numbers, word);
      return PUBLIC_STATUS[state] === word ? [] : WARNINGS.statusWord(numbers, word, PUBLIC_STATUS[state]);
    }),
    ...WARNINGS.statusInText(where((status) => status.place === 'text')),
    ...WARNINGS.statusLayout(where((status) => withLines && !status.regular)),
  ];
}
