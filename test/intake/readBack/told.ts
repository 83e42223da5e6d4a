/** Takes out of a draft what its report could not tell: cases in which two ledgers give the same page. */
import type { Issue, Measure, Narrative } from '../../../src/ledger/schema';
import type { Settings } from '../../../src/ledger/settings';
import type { Draft, DraftIssue } from './ledgers';

type Form = Settings['measureForm'];
type Told = Partial<Settings>;

/**
 * The draft without its ambiguities (docs/normalisation.md, “What no reader can tell”). Each step says what would be
 * printed alike. What one step takes out may leave something to another, so they are taken until nothing changes.
 */
export function told(draft: Draft): Draft {
  const steps = [
    shownIssue,
    headlineForm,
    headlines,
    aspects,
    groups,
    measureForms,
    aboutMeasures,
    measures,
    narrative,
    ahead,
  ];
  const next = steps.reduce((one, step) => step(one), draft);
  return JSON.stringify(next) === JSON.stringify(draft) ? draft : told(next);
}

const isPrinted = ({ issue }: DraftIssue): boolean => issue.publicity !== '不公开';
const inForce = (one: DraftIssue): Partial<Measure>[] => one.measures.filter(({ state }) => state !== '已取消');
const edit = (draft: Draft, change: (issue: Partial<Issue>) => Partial<Issue>): Draft => ({
  ...draft,
  issues: draft.issues.map((one) => ({ ...one, issue: change(one.issue) })),
});

/** The printed 问题, and whether it is a statement of its own (概括公开 in one line). */
function findingOf({ publicity, publicText = '', title = '' }: Partial<Issue>): { text: string; alone: boolean } {
  if (publicity !== '概括公开') return { text: title, alone: false };
  const [text = '', ...rest] = publicText.split('\n');
  return { text, alone: rest.length === 0 };
}

/** True when the headline is printed as it is, in no form. */
function isWhole(issue: Partial<Issue>): boolean {
  const { text, alone } = findingOf(issue);
  return alone || text.startsWith('关于') || text.endsWith('。');
}

/** True when the issue is a sentence that needs no text. */
function isSentence(issue: Partial<Issue>): boolean {
  return isWhole(issue) && (findingOf(issue).alone || !findingOf(issue).text.startsWith('关于'));
}

/** True when print shows the headline to be one: 关于…问题, or a status line below it. */
function isSigned({ issue }: DraftIssue, { variant, headline }: Told): boolean {
  const { text, alone } = findingOf(issue);
  if (variant === '两部分') return true;
  return !alone && (text.startsWith('关于') || (headline?.startsWith('关于') === true && !text.endsWith('。')));
}

function hasText(one: DraftIssue): boolean {
  const { publicity, measureLead, measureClosing } = one.issue;
  if (publicity === '概括公开') return !findingOf(one.issue).alone;
  return inForce(one).length > 0 || measureLead !== '' || measureClosing !== '';
}

/** A report without issues has nothing by which the part that would hold them is known. */
function shownIssue(draft: Draft): Draft {
  return draft.issues.some(isPrinted) ? draft : edit(draft, (issue) => ({ ...issue, publicity: '公开' }));
}

/** Among findings that mostly end in 。 or are whole headlines, the bare ones are the odd ones. */
function headlineForm(draft: Draft): Draft {
  const { headline, headlinePlace } = draft.settings;
  const printed = draft.issues.filter(isPrinted);
  const bare = printed.filter(({ issue }) => !isWhole(issue)).length;
  const least = headlinePlace === '接排' ? printed.length : printed.length / 2;
  if (headline !== '{问题}' || bare > least || bare === printed.length) return draft;
  return { ...draft, settings: { ...draft.settings, headline: '{问题}。' } };
}

/**
 * A bare finding with a colon is a finding and its text; a quotation mark without its partner hides where a headline
 * ends that has its text in the same paragraph.
 */
function headlines(draft: Draft): Draft {
  const { headline, headlinePlace, variant } = draft.settings;
  const bare = headline?.startsWith('{') && variant !== '两部分';
  const hidden = headlinePlace === '接排' && !headline?.includes('“');
  return edit(draft, (issue) => {
    const shut = hidden ? issue.title?.replace(/^“(?=[^”]*$)/, '') : issue.title;
    return { ...issue, title: (bare ? shut?.replace('：', '，') : shut) ?? '' };
  });
}

/**
 * `1.制度执行` above `（1）…` is an aspect where nothing stands above it; and `（1）` below `1.` is a measure of an issue,
 * unless the headlines show what they are or read like headings.
 */
function groups(draft: Draft): Draft {
  const { settings } = draft;
  const printed = draft.issues.filter(isPrinted);
  const members = printed.filter(({ issue }) => issue.group !== '');
  const signed = (some: readonly DraftIssue[]): number => some.filter((one) => isSigned(one, settings)).length;
  const short = printed.every((one) => hasText(one) && findingOf(one.issue).text.length <= 24);
  const shown = signed(members) * 2 >= members.length || (signed(printed) === 0 && short);
  if (shown && printed.some(({ issue }) => issue.aspect !== '')) return draft;
  return edit(draft, (issue) => ({ ...issue, group: '' }));
}

/** An aspect that reads like a headline is an issue, unless all that is numbered below it shows to be issues. */
function aspects(draft: Draft): Draft {
  const listed = draft.issues.some((one) =>
    one.measures.some(({ result, content }) => (result || content)?.includes('\n1.')),
  );
  const clear = draft.issues.every((one) => !isPrinted(one) || isSigned(one, { ...draft.settings, variant: '四部分' }));
  return clear && !listed
    ? draft
    : edit(draft, (issue) => ({ ...issue, aspect: issue.aspect?.replace(/方面的问题$/, '方面') ?? '' }));
}

/** Measures `（1）` in a group are issues of it, and so are those below `1.` unless the headline shows what it is. */
function measureForms(draft: Draft): Draft {
  const { settings } = draft;
  const plain = !draft.issues.some((one) => isPrinted(one) && isSigned(one, settings));
  const grouped = draft.issues.some(({ issue }) => issue.group !== '');
  const usual = settings.measureForm ?? '一是';
  const issues = draft.issues.map((one) => {
    const unclear = plain || one.issue.group !== '' || (grouped && !isSigned(one, settings));
    const taken = (one.issue.measureForm || usual) === '（1）' && unclear;
    return taken ? { ...one, issue: { ...one.issue, measureForm: '①' as const } } : one;
  });
  return { ...draft, issues };
}

const FAMILIES: readonly [forms: readonly Form[], first: string, second: string][] = [
  [['一是', '一是分段'], '一是', '二是'],
  [['一方面', '一方面是'], '一方面', '另一方面'],
  [['①'], '①', '②'],
  [[], '（1）', '（2）'],
  [[], '1\\.', '2\\.'],
];

/** True when the text has a list of the family of its own, outside quotation marks. */
function lists(text: string, first: string, second: string): boolean {
  const outside = text.replace(/“[^“”]*”/g, '');
  return [first, second].every((word) => new RegExp(`(?:^|[\\n。；：！？，])${word}`).test(outside));
}

/**
 * Paragraphs `（1）` that begin like headlines are issues: in groups, below a headline that does not show to be one or has
 * a list `1.` in its text, and where they are no fewer than the others.
 */
function aboutMeasures(draft: Draft): Draft {
  const usual = draft.settings.measureForm;
  const own = draft.issues.filter(
    ({ issue }) => issue.publicity === '公开' && (issue.measureForm || usual) === '（1）',
  );
  // after 引语 the first does not begin a paragraph
  const inSentence = ({ issue: { measureLead = '' } }: DraftIssue): boolean => /[^\n]$/.test(measureLead);
  const all = own.flatMap((one) => (inForce(one).length > 1 ? inForce(one).slice(Number(inSentence(one))) : []));
  const textOf = ({ result, content }: Partial<Measure>): string => result || content || '';
  const about = all.filter((one) => textOf(one).startsWith('关于考勤')).length;
  const clear =
    about * 2 < all.length &&
    !all.some((one) => textOf(one).includes('\n1.')) &&
    draft.issues.every((one) => one.issue.group === '' && (!isPrinted(one) || isSigned(one, draft.settings)));
  if (about === 0 || clear) return draft;
  const others = (some: Partial<Measure>[]) => some.filter((one) => !textOf(one).startsWith('关于考勤'));
  return { ...draft, issues: draft.issues.map((one) => ({ ...one, measures: others(one.measures) })) };
}

/**
 * A list within the only measure, or of the measures' own kind, is printed as a list of measures is: where 引语 stands
 * before the first `（1）`, even one in a sentence. A paragraph `1.…` is a group where groups are numbered so, or an
 * issue where not all show to be one.
 */
function measures(draft: Draft): Draft {
  const { settings } = draft;
  const numbered = draft.issues.some((one) => isPrinted(one) && (one.issue.group !== '' || !isSigned(one, settings)));
  const issues = draft.issues.map((one) => {
    const own = one.issue.measureForm || settings.measureForm || '一是';
    const form = own.startsWith('一方面') && inForce(one).length !== 2 ? '一是' : own;
    const led = inForce(one).length > 1 && form !== '分段' && form !== '连写';
    const lead = one.issue.measureLead ?? '';
    const inSentence = form === '（1）' && /[^\n]$/.test(lead);
    const isTaken = (forms: readonly Form[], first: string): boolean =>
      !led || forms.includes(form) || (numbered && first === '1\\.') || (inSentence && first === '（1）');
    const kept = one.measures.filter(({ result, content = '' }) =>
      FAMILIES.every(([forms, first, second]) => !isTaken(forms, first) || !lists(result || content, first, second)),
    );
    return { ...one, measures: kept };
  });
  return { ...draft, issues };
}

/** `1.` before `12份合同` is a number with a decimal. */
function undecimal(row: Partial<Narrative>): Partial<Narrative> {
  const decimal = row.level === '1.' && row.title === '' && /^(?:\{\{反馈|\d(?!\d{3}年|\d*\.\d))/.test(row.body ?? '');
  return decimal ? { ...row, level: '（1）' } : row;
}

/**
 * Beside the issues (in 整改落实, and in all parts before it where there are no level-one headings) a `1.` or `（1）` is an
 * issue; a `（一）` is one if it begins like a headline, and an aspect where the first issue has none of its own. Where no
 * issue's own headline shows to be one, a numbered row that begins like one is an issue wherever it stands. Without
 * level-one headings nothing ends the last issue but words that look ahead: those of `ahead`.
 */
function narrative(draft: Draft): Draft {
  const flat = draft.settings.variant === '统计在前';
  const noAspect = draft.issues.some((one) => one.issue.aspect === '' && isPrinted(one));
  const plain = !draft.issues.some((one) => isPrinted(one) && isSigned(one, draft.settings));
  const rows = draft.narrative.flatMap((row): Partial<Narrative>[] => {
    const after = row.part === '整改成效' || row.part === '下一步打算';
    if (flat && after) return [];
    const beside = row.part === '整改落实' || (flat && row.part !== '结尾');
    const headline = /^(?:关于|针对)/.test(`${row.title ?? ''}${row.body ?? ''}`);
    const unclear = beside && (noAspect || headline || row.level !== '（一）');
    const only = plain && /^关于考勤/.test(`${row.title}${row.body}`);
    return [row.level !== '一、' && (unclear || only) ? { ...row, level: '段落' } : undecimal(row)];
  });
  return { ...draft, narrative: rows };
}

/**
 * A numbered row that begins like a headline is an issue. What looks ahead may be the text of a headline that has no other; a further `（二）` may be an aspect where no headline
 * shows that the issues have ended.
 */
function ahead(draft: Draft): Draft {
  const plain = !draft.issues.some((one) => isPrinted(one) && isSigned(one, draft.settings));
  const clear = draft.issues.every((one) => hasText(one) || isSentence(one.issue));
  const [first, ...more] = draft.ahead.map((row) =>
    /^关于考勤/.test(`${row.title}${row.body}`) ? { ...row, level: '段落' as const } : undecimal(row),
  );
  if (!first || (!clear && first.level !== '（一）')) return { ...draft, ahead: [] };
  return { ...draft, ahead: [first, ...more.filter(({ level }) => !plain || level !== '（一）')] };
}
