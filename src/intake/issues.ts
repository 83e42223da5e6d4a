/** Outlined issues as proposed records: headline, status, measures, and where each of their characters went. */
import type { Settings } from '../ledger/settings';
import {
  findingOf,
  formOf,
  type Headline,
  type HeadlineForm,
  headlineOf,
  mostFrequent,
  slotOf,
  titleFor,
} from './headlines';
import type { OutlinedIssue } from './issueOutline';
import { numberOf, place, placeNumbered, restOf } from './lines';
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

const NO_HEADLINE: Headline = { text: '', rest: '' };
const ENDS_SENTENCE = /[^\u3400-\u9fff0-9A-Za-z％%]$/;

/** The issues of a published report. */
export function readReportIssues(outlined: readonly OutlinedIssue[]): ReadIssues {
  const { headlines, inline } = headlinesOf(outlined);
  const form = usualForm(headlines, inline);
  // where text follows in the paragraph a report ends the headline with 。 in any form
  const open = inline && form !== undefined && !form.endsWith('。');
  const withLines = outlined.filter(({ body }) => hasStatusLine(body)).length * 2 >= Math.max(outlined.length, 1);

  const read = outlined.map((outline, i) => {
    const number = i + 1;
    const headline = headlines[i] ?? NO_HEADLINE;
    const bare = headline.text.replace(/。$/, '');
    const text = open && headline.rest !== '' && slotOf(bare, form) !== undefined ? bare : headline.text;
    const { title, exact } = form ? titleFor(text, form) : { title: text, exact: true };
    const { segments, status } = takeStatus(bodyOf(outline, headline), number, withLines);
    placeNumbered(outline.line, 'issue', String(number));
    const texts = segments.map(textOf);
    let split = splitMeasures(texts);
    if (number === outlined.length && split.form === '分段' && othersHaveOneParagraph(outlined, headlines)) {
      split = withClosing(split);
    }
    for (const { paragraph, at, role, measure } of split.cuts) {
      const segment = segments[paragraph];
      const key = measure > 0 ? `${number}-${measure}` : String(number);
      if (segment) place(segment.line, segment.from + at, role, key);
    }
    return {
      number,
      issue: issueOf(outline, number, title, split, status),
      status,
      form: split.form,
      misfit: exact ? [] : [WARNINGS.headlineMisfit(number, headline.text)],
      misplaced: (headline.rest !== '') !== inline && segments.length > 0,
      relaid: printBody(split) !== texts.join('\n'),
      open: split.measures.some((text) => !ENDS_SENTENCE.test(text)),
    };
  });

  const dominant = mostFrequent(read.flatMap(({ form: own }) => (own === '' ? [] : [own])));
  for (const { issue, form: own } of read) issue.measureForm = own === dominant ? '' : own;
  const where = (test: (one: (typeof read)[number]) => boolean) => read.filter(test).map(({ number }) => number);
  return {
    issues: read.map(({ issue }) => issue),
    settings: {
      ...(form && { headline: form }),
      ...(outlined.length > 0 && { headlinePlace: inline ? '接排' : '独立成段' }),
      ...(dominant && { measureForm: dominant }),
    },
    warnings: [
      ...read.flatMap(({ misfit }) => misfit),
      ...WARNINGS.headlinePlace(where(({ misplaced }) => misplaced)),
      ...WARNINGS.relaid(where(({ relaid }) => relaid)),
      ...WARNINGS.noMeasures(where(({ issue }) => issue.measures.length === 0)),
      ...WARNINGS.noFullStop(where(({ open }) => open)),
      ...statusWarnings(read, withLines),
    ],
    withStatusLine: where(({ status }) => status.place === 'line').length,
  };
}

/**
 * The form most headlines are written in, with or without 。: where text follows in the paragraph, as those without text
 * show it.
 */
function usualForm(headlines: readonly Headline[], inline: boolean): HeadlineForm | undefined {
  const open = (form: string): string => form.replace(/。$/, '');
  const forms = headlines.map(({ text, rest }) => ({ form: formOf(text), alone: rest === '' }));
  const usual = mostFrequent(forms.map(({ form }) => open(form)));
  const own = forms.filter(({ form }) => open(form) === usual);
  const shown = inline ? own.find(({ form, alone }) => alone && form === usual) : undefined;
  return shown?.form ?? mostFrequent(own.map(({ form }) => form));
}

/** The issues of a 反馈意见: the first clause is the 问题, all the rest 具体表现. */
export function readFeedbackIssues(outlined: readonly OutlinedIssue[]): ProposedIssue[] {
  const { headlines } = headlinesOf(outlined);
  return outlined.map((outline, i) => {
    const number = i + 1;
    const headline = headlines[i] ?? NO_HEADLINE;
    const segments = bodyOf(outline, headline);
    placeNumbered(outline.line, 'issue', String(number));
    for (const { line, from } of segments) place(line, from, 'detail', String(number));
    const none: SplitBody = { form: '', lead: '', measures: [], closing: '', cuts: [] };
    const issue = issueOf(outline, number, findingOf(headline.text), none, NO_STATUS);
    return { ...issue, detail: segments.map(textOf).join('\n'), state: '未启动' };
  });
}

/** The headlines; bare ones are first clauses where most issues that have a text have it `inline`, in their paragraph. */
function headlinesOf(outlined: readonly OutlinedIssue[]): { headlines: Headline[]; inline: boolean } {
  const cut = (inClauses: boolean) => outlined.map(({ line }) => headlineOf(restOf(line), inClauses));
  const headlines = cut(true);
  let more = 0;
  outlined.forEach(({ body }, i) => {
    const rest = headlines[i]?.rest !== '';
    if (hasStatusLine(body.slice(0, 1)) || (!rest && body.length > 0)) more -= 1;
    else if (rest) more += 1;
  });
  return { headlines: more < 0 ? cut(false) : headlines, inline: more > 0 };
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
  const printed = numberOf(line);
  return {
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
    state: stateOf(status.word) ?? '整改中',
    ...(printed !== '' && { printed }),
  };
}

function othersHaveOneParagraph(outlined: readonly OutlinedIssue[], headlines: readonly Headline[]): boolean {
  return (
    outlined.length > 1 &&
    outlined.slice(0, -1).every(({ body }, i) => body.length + (headlines[i]?.rest === '' ? 0 : 1) <= 1)
  );
}

/** The last issue's further paragraphs close it, when no other issue has more than one. */
function withClosing({ measures, lead, closing, cuts }: SplitBody): SplitBody {
  return {
    form: '',
    lead,
    measures: measures.slice(0, 1),
    closing: [...measures.slice(1), closing].filter((text) => text !== '').join('\n'),
    cuts: cuts.map((cut) => (cut.measure > 1 ? { ...cut, role: 'measure-closing', measure: 0 } : cut)),
  };
}
