/** Outlined issues as proposed records: headline, status, measures, and where each of their characters went. */
import type { IssueState } from '../ledger/schema';
import type { Settings } from '../ledger/settings';
import { findingOf, formOf, type Headline, headlineOf, isAbout, mostFrequent, titleFor } from './headlines';
import { type OutlinedIssue, STATUS_LINE } from './issueOutline';
import { type Line, place, restOf } from './lines';
import { printBody, type SplitBody, splitMeasures } from './measures';
import type { ProposedIssue } from './proposal';
import { WARNINGS } from './wording';

export interface ReadIssues {
  issues: ProposedIssue[];
  settings: Partial<Pick<Settings, 'headline' | 'headlinePlace' | 'measureForm'>>;
  warnings: string[];
  /** How many issues have status lines of their own. */
  withStatusLine: number;
}

/** Part of a line, from an offset to its end. */
interface Segment {
  line: Line;
  from: number;
}

interface Status {
  word: string;
  place: 'line' | 'text' | 'none';
}

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
const ENDS_SENTENCE = /[^\u3400-\u9fff0-9A-Za-z％%]$/;

/** The issues of a published report. */
export function readReportIssues(outlined: readonly OutlinedIssue[]): ReadIssues {
  const headlines = headlinesOf(outlined);
  const form = mostFrequent(headlines.map(({ text }) => formOf(text)));
  const inline = mostFrequent(headlines.map(({ rest }) => rest !== '')) ?? false;
  const warnings: string[] = [];
  const misplaced: number[] = [];
  const relaid: number[] = [];
  const noMeasures: number[] = [];
  const noFullStop: number[] = [];
  const statuses: { number: number; status: Status }[] = [];

  const read = outlined.map((outline, i) => {
    const number = i + 1;
    const headline = headlines[i] ?? { text: '', rest: '' };
    const { title, exact } = form ? titleFor(headline.text, form) : { title: headline.text, exact: true };
    if (!exact) warnings.push(WARNINGS.headlineMisfit(number, headline.text));
    const { segments, status } = takeStatus(bodyOf(outline, headline), number);
    statuses.push({ number, status });
    if ((headline.rest !== '') !== inline && segments.length > 0) misplaced.push(number);
    placeHeadline(outline.line, headline, number);

    const texts = segments.map(textOf);
    let split = splitMeasures(texts);
    if (i === outlined.length - 1 && split.form === '分段' && othersHaveOneParagraph(outlined, headlines)) {
      split = withClosing(split);
    }
    if (printBody(split) !== texts.join('\n')) relaid.push(number);
    if (split.measures.length === 0) noMeasures.push(number);
    if (split.measures.some((text) => !ENDS_SENTENCE.test(text))) noFullStop.push(number);
    placeBody(segments, split, number);
    return { issue: issueOf(outline, number, title, split, status), form: split.form };
  });

  const dominant = mostFrequent(read.flatMap(({ form: own }) => (own === '' ? [] : [own])));
  for (const { issue, form: own } of read) issue.measureForm = own === dominant ? '' : own;
  if (misplaced.length > 0) warnings.push(WARNINGS.headlinePlace(misplaced));
  if (relaid.length > 0) warnings.push(WARNINGS.relaid(relaid));
  if (noMeasures.length > 0) warnings.push(WARNINGS.noMeasures(noMeasures));
  if (noFullStop.length > 0) warnings.push(WARNINGS.noFullStop(noFullStop));
  warnings.push(...statusWarnings(statuses));
  return {
    issues: read.map(({ issue }) => issue),
    settings: {
      ...(form && { headline: form }),
      ...(outlined.length > 0 && { headlinePlace: inline ? '接排' : '独立成段' }),
      ...(dominant && { measureForm: dominant }),
    },
    warnings,
    withStatusLine: statuses.filter(({ status }) => status.place === 'line').length,
  };
}

/** The issues of a 反馈意见: the first clause is the 问题, all the rest 具体表现. */
export function readFeedbackIssues(outlined: readonly OutlinedIssue[]): ProposedIssue[] {
  const headlines = headlinesOf(outlined);
  return outlined.map((outline, i) => {
    const number = i + 1;
    const headline = headlines[i] ?? { text: '', rest: '' };
    const segments = bodyOf(outline, headline);
    placeHeadline(outline.line, headline, number);
    for (const { line, from } of segments) place(line, from, 'detail', String(number));
    const none: SplitBody = { form: '', lead: '', measures: [], closing: '', cuts: [] };
    const issue = issueOf(outline, number, findingOf(headline.text), none, { word: '', place: 'none' });
    return { ...issue, detail: segments.map(textOf).join('\n'), state: '未启动' };
  });
}

function headlinesOf(outlined: readonly OutlinedIssue[]): Headline[] {
  const bare = outlined.map(({ line }) => restOf(line)).filter((text) => !isAbout(text));
  const inClauses = bare.filter((text) => headlineOf(text, true).rest !== '').length * 2 >= bare.length;
  return outlined.map(({ line }) => headlineOf(restOf(line), inClauses));
}

function bodyOf({ line, body }: OutlinedIssue, { rest }: Headline): Segment[] {
  const own = rest === '' ? [] : [{ line, from: line.text.length - rest.length }];
  return [...own, ...body.map((other) => ({ line: other, from: 0 }))];
}

function textOf({ line, from }: Segment): string {
  return line.text.slice(from);
}

/** Takes `整改状态：` and `整改情况：` out of an issue's text and places them. */
function takeStatus(segments: readonly Segment[], number: number): { segments: Segment[]; status: Status } {
  const key = String(number);
  let status: Status = { word: '', place: 'none' };
  const rest: Segment[] = [];
  for (const segment of segments) {
    const text = textOf(segment);
    const line = status.place === 'none' ? STATUS_LINE.exec(text) : null;
    const label = status.place === 'line' && rest.length === 0 ? TEXT_LABEL.exec(text) : null;
    if (line) {
      status = { word: line[2] ?? '', place: 'line' };
      place(segment.line, segment.from, 'status', key);
    } else if (label) {
      place(segment.line, segment.from, 'status', key);
      if (text.length > label[0].length) rest.push({ line: segment.line, from: segment.from + label[0].length });
    } else {
      rest.push(segment);
    }
  }
  const last = rest[rest.length - 1];
  const inText = status.place === 'none' && last ? STATUS_IN_TEXT.exec(textOf(last)) : null;
  if (inText) status = { word: inText[1] ?? '', place: 'text' };
  return { segments: rest, status };
}

function issueOf(
  { line, aspect, group }: OutlinedIssue,
  number: number,
  title: string,
  split: SplitBody,
  status: Status,
): ProposedIssue {
  const issue: ProposedIssue = {
    number,
    aspect,
    group,
    title,
    detail: '',
    measures: split.measures.map((text, i) => ({ id: `${number}-${i + 1}`, text })),
    measureLead: split.lead,
    measureClosing: split.closing,
    measureForm: split.form,
    statusWord: status.word,
    state: STATES.get(status.word) ?? '整改中',
  };
  if (line.mark && line.mark.length > 0) issue.printed = line.text.slice(0, line.mark.length);
  return issue;
}

function placeHeadline(line: Line, headline: Headline, number: number): void {
  const length = line.mark?.length ?? 0;
  if (length > 0) place(line, 0, 'number', String(number));
  if (headline.text !== '') place(line, length, 'issue', String(number));
}

function placeBody(segments: readonly Segment[], split: SplitBody, number: number): void {
  for (const { paragraph, at, role, measure } of split.cuts) {
    const segment = segments[paragraph];
    const key = measure > 0 ? `${number}-${measure}` : String(number);
    if (segment) place(segment.line, segment.from + at, role, key);
  }
}

function othersHaveOneParagraph(outlined: readonly OutlinedIssue[], headlines: readonly Headline[]): boolean {
  return (
    outlined.length > 1 &&
    outlined.slice(0, -1).every(({ body }, i) => body.length + (headlines[i]?.rest === '' ? 0 : 1) <= 1)
  );
}

/** The last issue's further paragraphs close it, when no other issue has more than one. */
function withClosing({ measures, lead, cuts }: SplitBody): SplitBody {
  return {
    form: '',
    lead,
    measures: measures.slice(0, 1),
    closing: measures.slice(1).join('\n'),
    cuts: cuts.map((cut) => (cut.measure > 1 ? { ...cut, role: 'measure-closing', measure: 0 } : cut)),
  };
}

function statusWarnings(statuses: readonly { number: number; status: Status }[]): string[] {
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
  return warnings;
}
