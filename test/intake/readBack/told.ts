/** Takes out of a draft what its report could not tell: cases in which two ledgers give the same page. */
import type { Issue, Measure, Narrative } from '../../../src/ledger/schema';
import type { Settings } from '../../../src/ledger/settings';
import type { Draft, DraftIssue } from './ledgers';

type Form = Settings['measureForm'];

/**
 * The draft without its ambiguities (docs/normalisation.md, “What no reader can tell”). Each step says what two ledgers
 * would print alike.
 */
export function told(draft: Draft): Draft {
  const once = toldOnce(draft);
  // what one step takes out may leave something to the one before it
  return JSON.stringify(once) === JSON.stringify(draft) ? once : told(once);
}

function toldOnce(draft: Draft): Draft {
  // among findings that are mostly whole headlines the bare ones are the odd ones, which a report would print like them
  const shown = draft.issues.filter(isPrinted);
  const odd = shown.filter(({ issue }) => !isWhole(issue)).length;
  const least = draft.settings.headlinePlace === '接排' ? shown.length : shown.length / 2;
  if (draft.settings.headline === '{问题}' && odd < least) {
    return { ...draft, settings: { ...draft.settings, headline: '{问题}。' } };
  }
  // a bare finding with a colon is a finding and its text
  if (draft.settings.headline?.startsWith('{') && draft.settings.variant !== '两部分') {
    for (const one of shown.filter(({ issue }) => issue.title?.includes('：'))) {
      const issue = { ...one.issue, title: one.issue.title?.replace('：', '，') };
      return { ...draft, issues: draft.issues.map((other) => (other === one ? { ...one, issue } : other)) };
    }
  }
  // a quotation mark without its partner hides where the headline ends
  const inOne = draft.settings.headlinePlace === '接排' && !draft.settings.headline?.includes('“');
  if (inOne && draft.issues.some(({ issue }) => issue.title?.startsWith('“三会一课制'))) {
    const shut = (title = ''): string => title.replace(/^“三会一课制/, '三会一课制');
    return { ...draft, issues: draft.issues.map((one) => ({ ...one, issue: { ...one.issue, title: shut(one.issue.title) } })) };
  }
  // a report without issues has nothing by which the part that would hold them is known
  const open = draft.issues.some(({ issue }) => issue.publicity !== '不公开') ? {} : { publicity: '公开' as const };
  const opened = draft.issues.map(({ issue, measures }) => ({ issue: { ...issue, ...open }, measures }));
  const grouped = toldGroups(opened, draft.settings);
  // measures `（1）` in a group are issues of it, and so are those below `1.` unless the headline shows what it is
  const groups = grouped.some(({ issue }) => issue.group !== '');
  const plain = !grouped.some((one) => isPrinted(one) && isSigned(one, draft.settings));
  const usual = draft.settings.measureForm || '一是';
  const settings: Partial<Settings> = { ...draft.settings, measureForm: plain && usual === '（1）' ? '①' : usual };
  const issues = grouped
    .map(({ issue, measures }) => {
      const unclear = plain || issue.group !== '' || (groups && !isSigned({ issue, measures }, settings));
      const taken = (issue.measureForm || usual) === '（1）' && unclear;
      return { issue: taken ? { ...issue, measureForm: '①' as const } : issue, measures };
    })
    .map((one) => toldMeasures(one, grouped, settings));
  // what looks ahead may be the text of a headline that has no other
  const looks = issues.every((one) => hasText(one) || isEnded(one.issue)) || draft.ahead[0]?.level === '（一）';
  const rows = draft.ahead.map((row) => (isDecimal(row) ? { ...row, level: '（1）' as const } : row));
  // and a further `（二）` may be an aspect where no headline shows that the issues have ended
  const ahead = looks ? rows.filter(({ level }, i) => i === 0 || !plain || level !== '（一）') : [];
  return { ...draft, settings, issues, ahead, narrative: toldNarrative({ ...draft, issues }) };
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

const isPrinted = ({ issue }: DraftIssue): boolean => issue.publicity !== '不公开';
const inForce = ({ measures }: DraftIssue): Partial<Measure>[] => measures.filter(({ state }) => state !== '已取消');

function formOf(one: DraftIssue, settings: Partial<Settings>): Form {
  const own: Form = one.issue.measureForm || settings.measureForm || '一是';
  return own.startsWith('一方面') && inForce(one).length !== 2 ? '一是' : own;
}

function toldMeasures(one: DraftIssue, all: readonly DraftIssue[], settings: Partial<Settings>): DraftIssue {
  const form = formOf(one, settings);
  const led = inForce(one).length > 1 && form !== '分段' && form !== '连写';
  // a paragraph `1.…` in an issue is a group where groups are numbered so, or an issue where not all show to be one
  const taken = all.some((other) => isPrinted(other) && (other.issue.group !== '' || !isSigned(other, settings)));
  // and where 引语 stands before the first `（1）` of a paragraph, a `（2）` further on in it is the next
  const inline = form === '（1）' && !/^(?:[^]*\n)?$/.test(one.issue.measureLead ?? '');
  // a list within the only measure, or of the measures' own kind, is printed as a list of measures is
  const measures = one.measures.filter(({ result, content }) =>
    FAMILIES.every(
      ([forms, first, second]) =>
        (led && !forms.includes(form) && !(taken && first === '1\\.') && !(inline && first === '（1）')) ||
        !lists(result || content || '', first, second),
    ),
  );
  return { ...one, measures };
}

/** True when print shows the headline to be one: 关于…问题, or a status line below it. */
function isSigned({ issue }: DraftIssue, { variant, headline = '' }: Partial<Settings>): boolean {
  if (variant === '两部分') return true;
  const [title = '', text] = issue.publicity === '概括公开' ? (issue.publicText ?? '').split('\n') : [issue.title, ''];
  if (text === undefined) return false;
  return title.startsWith('关于') || (headline.startsWith('关于') && !title.endsWith('。'));
}

function isWhole({ publicity, publicText = '', title = '' }: Partial<Issue>): boolean {
  if (publicity === '概括公开') return !publicText.includes('\n');
  return title.startsWith('关于') || title.endsWith('。');
}

/** True when the issue is a sentence of its own, which needs no text. */
function isEnded({ publicity, title = '' }: Partial<Issue>): boolean {
  return publicity === '概括公开' || (title.endsWith('。') && !title.startsWith('关于'));
}

function hasText(one: DraftIssue): boolean {
  const { publicity, publicText = '', measureLead, measureClosing } = one.issue;
  if (publicity === '概括公开') return publicText.includes('\n');
  return inForce(one).length > 0 || measureLead !== '' || measureClosing !== '';
}

function toldGroups(issues: readonly DraftIssue[], settings: Partial<Settings>): DraftIssue[] {
  const printed = issues.filter(isPrinted);
  const signed = (some: readonly DraftIssue[]): number => some.filter((one) => isSigned(one, settings)).length;
  const grouped = printed.filter(({ issue }) => issue.group !== '');
  // `1.制度执行` above `（1）…` is an aspect where nothing stands above it
  const aspects = printed.some(({ issue }) => issue.aspect !== '');
  // `（1）` below `1.` is a measure below an issue, unless the headlines show what they are, or read like headings
  const short = printed.every((one) => hasText(one) && (one.issue.title ?? '').length <= 24);
  const shown = signed(grouped) * 2 >= grouped.length || (signed(printed) === 0 && short);
  return aspects && shown ? [...issues] : issues.map(({ issue, measures }) => ({ issue: { ...issue, group: '' }, measures }));
}

/** `1.` before `1个问题` is a number with a decimal. */
function isDecimal({ level, title, body = '' }: Partial<Narrative>): boolean {
  return level === '1.' && title === '' && /^(?:\{\{反馈|\d(?!\d{3}年|\d*\.\d))/.test(body);
}

function toldNarrative({ narrative, settings, issues }: Draft): Partial<Narrative>[] {
  const flat = settings.variant === '统计在前';
  // a `（一）` above the first issue is an aspect where that issue has none of its own
  const noAspect = issues.some((one: { issue: Partial<Issue>; measures: Partial<Measure>[] }) => one.issue.aspect === '' && isPrinted(one));
  return narrative.flatMap((row): Partial<Narrative>[] => {
    if (isDecimal(row)) return [{ ...row, level: '（1）' }];
    const before = row.part !== '整改成效' && row.part !== '下一步打算' && row.part !== '结尾';
    const besideIssues = row.part === '整改落实' || (flat && before);
    // and one that begins like a headline is an issue
    const like = /^(?:关于|针对)/.test(`${row.title ?? ''}${row.body ?? ''}`);
    const unclear = noAspect || like || row.level !== '（一）';
    if (besideIssues && row.level !== '一、' && unclear) return [{ ...row, level: '段落' }];
    // without headings nothing ends the last issue but words that look ahead: the draft's `ahead`
    if (flat && !before && row.part !== '结尾') return [];
    return [row];
  });
}
