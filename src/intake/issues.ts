/** Outlined issues as proposed records: headline, status, measures, and where each of their characters went. */
import type { Settings } from '../ledger/settings';
import { findingOf, formOf, type Headline, headlineOf, isAbout, mostFrequent, titleFor } from './headlines';
import type { OutlinedIssue } from './issueOutline';
import { type Line, place, restOf } from './lines';
import { printBody, type SplitBody, splitMeasures } from './measures';
import type { ProposedIssue } from './proposal';
import {
  hasStatusLine,
  NO_STATUS,
  type Segment,
  type Status,
  stateOf,
  statusWarnings,
  takeStatus,
  textOf,
} from './status';
import { WARNINGS } from './wording';

export interface ReadIssues {
  issues: ProposedIssue[];
  settings: Partial<Pick<Settings, 'headline' | 'headlinePlace' | 'measureForm'>>;
  warnings: string[];
  /** How many issues have status lines of their own. */
  withStatusLine: number;
}

const ENDS_SENTENCE = /[^\u3400-\u9fff0-9A-Za-z％%]$/;

/** The issues of a published report. */
export function readReportIssues(outlined: readonly OutlinedIssue[]): ReadIssues {
  const headlines = headlinesOf(outlined);
  const form = mostFrequent(headlines.map(({ text }) => formOf(text)));
  const inline = mostFrequent(headlines.map(({ rest }) => rest !== '')) ?? false;
  const withLines = outlined.filter(({ body }) => hasStatusLine(body)).length * 2 >= Math.max(outlined.length, 1);
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
    const { segments, status } = takeStatus(bodyOf(outline, headline), number, withLines);
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
  warnings.push(...statusWarnings(statuses, withLines));
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
    const issue = issueOf(outline, number, findingOf(headline.text), none, NO_STATUS);
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
    measureLead: status.labelAlone ? `\n${split.lead}` : split.lead,
    measureClosing: split.closing,
    measureForm: split.form,
    statusWord: status.word,
    state: stateOf(status),
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
