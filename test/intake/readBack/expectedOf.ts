/**
 * What a reader can know of a ledger from its printed report, and what intake read, both in the same terms.
 *
 * Print determines less than the ledger holds: 编号 are positions; 概括公开 shows 公开表述; 不公开 shows nothing but the
 * sentence that counts them; a placeholder is plain text; cancelled measures are gone; a state is its public word, and
 * that only in 两部分; measures without lead words (one, none, 分段, 连写) are paragraphs, whichever of 引语, 措施 and 结语
 * they came from; what follows the last measure's first paragraph is 结语; without level-one headings all before the
 * issues is 引言, and all after them 下一步打算 or 结尾. A paragraph's run-in title is told from its text by length alone,
 * so rows are compared by their whole text.
 */
import { leadWord, type MeasureForm } from '../../../src/intake/measures';
import type { Proposal } from '../../../src/intake/proposal';
import type { Ledger } from '../../../src/ledger/ledger';
import type { Issue, Narrative } from '../../../src/ledger/schema';
import type { Settings } from '../../../src/ledger/settings';
import { statisticsOf } from '../../../src/progress/statistics';
import { resolvePlaceholders } from '../../../src/report/placeholders';
import { titleOf } from '../../../src/report/title';
import { defaultHeading } from '../../../src/report/wording';
import { formatChineseDate } from '../../../src/text/dates';

export const TODAY = '2026-02-01';

/** An issue's text in the terms of print: with lead words, or as mere paragraphs. */
export interface Body {
  form: string;
  lead: string;
  measures: string[];
  closing: string;
}

export interface ReadIssue extends Body {
  aspect: string;
  group: string;
  headline: string;
  /** '' where the report prints none. */
  status: string;
  state: string;
}

export interface ReadRow {
  part: string;
  level: string;
  text: string;
}

export interface Read {
  settings: Partial<Settings>;
  issues: ReadIssue[];
  narrative: ReadRow[];
}

const LED: readonly string[] = ['一是', '一是分段', '一方面', '一方面是', '（1）', '①'];
const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
const CLAUSE_END = /[。；：，！？…]$|[。！？]”$/;
const MARK = /[。；：，！？…、—～·“”‘’（）《》〈〉【】〔〕「」『』.,;:!?()"'[\]{}`]$/;
const closed = (text: string): string => (text === '' || CLAUSE_END.test(text) ? text : `${text}。`);
const marked = (text: string): string => (text === '' || MARK.test(text) ? text : `${text}。`);

function plain(text: string): Body {
  return { form: '', lead: '', measures: lines(text), closing: '' };
}

/** The issue's printed text in the terms of print. */
function bodyOf(issue: Issue, texts: readonly string[], usual: MeasureForm): Body {
  const own = issue.measureForm || usual;
  const form = own.startsWith('一方面') && texts.length !== 2 ? '一是' : own;
  const closing = lines(issue.measureClosing).join('\n');
  const last = texts.length - 1;
  if (texts.length < 2) return plain(`${issue.measureLead}${marked(texts[0] ?? '')}\n${closing}`);
  const apart = form === '一是分段' || form === '（1）' || form === '分段';
  const ended = texts.map((text, i) => (apart || i === last ? marked(text) : closed(text)));
  if (!LED.includes(form)) return plain(`${issue.measureLead}${ended.join(apart ? '\n' : '')}\n${closing}`);
  const [end = '', ...further] = lines(ended[last] ?? '');
  return {
    form,
    lead: issue.measureLead,
    measures: [...ended.slice(0, last), end],
    closing: [...further, ...lines(closing)].join('\n'),
  };
}

export function printedHeadline(title: string, form: string): string {
  if (title.startsWith('关于') || title.endsWith('。')) return title;
  const inner = form.includes('“') ? title.replace(/“/g, '‘').replace(/”/g, '’') : title;
  return form.replace('{问题}', () => inner);
}

const STATUS: Readonly<Record<string, [word: string, state: string]>> = {
  已销号: ['已完成', '已销号'],
  长期坚持: ['阶段性完成', '长期坚持'],
  未启动: ['未完成', '未启动'],
  '': ['未完成', '未启动'],
  已终止: ['已终止', '已终止'],
};

function issueOf(issue: Issue, ledger: Ledger): ReadIssue {
  const { settings } = ledger;
  const measures = ledger.measures.records
    .filter((measure) => measure.issue === issue.number && measure.state !== '已取消')
    .sort((a, b) => Number(a.id.split('-')[1]) - Number(b.id.split('-')[1]));
  const texts = measures.map(({ result, content }) => lines(result || content).join('\n'));
  const [first = '', ...rest] = lines(issue.publicText);
  const summarised = issue.publicity === '概括公开';
  const body = summarised ? plain(rest.join('\n')) : bodyOf(issue, texts, settings.measureForm);
  const empty = body.measures.length === 0;
  const withStatus = settings.variant === '两部分';
  const [word, state] = STATUS[issue.state] ?? ['正在整改', '整改中'];
  const headline =
    summarised && rest.length === 0
      ? closed(first)
      : printedHeadline(summarised ? first : issue.title, settings.headline);
  return {
    aspect: issue.aspect,
    group: issue.group,
    headline: settings.headlinePlace === '接排' && !withStatus && !empty ? closed(headline) : headline,
    ...(summarised ? splitPublic(rest) : body),
    status: withStatus ? word : '',
    state: withStatus ? state : '整改中',
  };
}

/** 公开表述 is a text of its own: lead words in it are read. The drafts' only list of this kind is in paragraphs. */
function splitPublic(rest: readonly string[]): Body {
  if (rest.length < 2 || !rest[0]?.startsWith('一是')) return plain(rest.join('\n'));
  return { form: '一是分段', lead: '', measures: rest.map((text) => text.slice(2)), closing: '' };
}

/** The issues that are printed, in print's order. */
export function printedIssues({ issues }: Ledger): Issue[] {
  const sorted = issues.records
    .filter(({ publicity }) => publicity !== '不公开')
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const aspects = [...new Set(sorted.map(({ aspect }) => aspect))].sort((a, b) => Number(b === '') - Number(a === ''));
  return aspects.flatMap((aspect) => {
    const own = sorted.filter((issue) => issue.aspect === aspect);
    const done = new Set<string>();
    return own.flatMap((issue) => {
      if (issue.group === '') return [issue];
      if (done.has(issue.group)) return [];
      done.add(issue.group);
      return own.filter(({ group }) => group === issue.group);
    });
  });
}

const PARTS = ['引言', '组织整改', '第一责任人', '整改落实', '整改成效', '下一步打算', '结尾'] as const;

function rowsOf(ledger: Ledger, printed: readonly string[]): ReadRow[] {
  const { settings } = ledger;
  const flat = settings.variant === '统计在前';
  const source = { ledger, statistics: statisticsOf(ledger, TODAY), date: settings.reportOn ?? TODAY };
  const resolved = ledger.narrative.records.map((row) => ({
    ...row,
    title: resolvePlaceholders(row.title, source).text,
    body: resolvePlaceholders(row.body, source).text,
  }));
  return PARTS.flatMap((part) => {
    const own = resolved.filter((row) => row.part === part && row.title + row.body !== '');
    const headed = own.some(({ level }) => level === '一、');
    const before = PARTS.indexOf(part) <= PARTS.indexOf('整改落实');
    const known = !flat || part === '结尾' ? part : before ? '引言' : '下一步打算';
    const rows: Omit<ReadRow, 'part'>[] = [];
    const must = part === '整改落实' || own.length > 0;
    if (part !== '引言' && part !== '结尾' && !flat && !headed && must) {
      rows.push({ level: '一、', text: defaultHeading(part, settings.variant, settings.inspectionKind) });
    }
    for (const row of own) rows.push(...printedRow(row, flat && headed));
    // between 整改落实 and the first issue stand the statistics and the sentence on what is not made public
    if (part === '整改落实') rows.push(...printed.filter(isCounted).map((text) => ({ level: '段落', text })));
    return rows.map((row) => ({ part: known, ...row }));
  });
}

/** True for the statistics paragraph, and for the sentence on what is not made public where it stands alone. */
function isCounted(line: string): boolean {
  return /^[^，。]{0,12}反馈问题\d+个，已完成整改\d+个|^另有\d+个问题按规定不予公开。$/.test(line);
}

function printedRow(row: Narrative, withoutHeading: boolean): Omit<ReadRow, 'part'>[] {
  const level = row.level === '' || withoutHeading ? '段落' : row.level;
  const title = withoutHeading && row.level === '一、' ? '' : row.title;
  const apart = level === '一、' && row.body !== '' && title !== '' && closed(title) !== title;
  const [first = '', ...rest] = lines((row.body === '' ? title : apart ? '' : closed(title)) + row.body);
  const all = apart
    ? [
        { level, text: title },
        { level: '段落', text: first },
      ]
    : [{ level, text: first }];
  return [...all, ...rest.map((text) => ({ level: '段落', text }))].filter(({ text }) => text !== '');
}

/** What a reader can know; `printed` are the report's lines, from which only the counted sentences are taken. */
export function expectedOf(ledger: Ledger, printed: readonly string[]): Read {
  const { settings } = ledger;
  const issues = printedIssues(ledger).map((issue) => issueOf(issue, ledger));
  const narrative = rowsOf(ledger, printed);
  const title = titleOf(settings);
  const unit = settings.unit.replace(/^中共/, '');
  const named = settings.signature === '单位和日期' && (settings.signatory !== '' || unit !== '');
  const intro = narrative[0]?.part === '引言' ? narrative[0].text : '';
  const { inspectedFrom, inspectedTo, feedbackOn } = settings;
  const told = (date: string | null): boolean => date !== null && intro.includes(formatChineseDate(date));
  return {
    issues,
    narrative,
    settings: {
      variant:
        settings.variant === '两部分' || settings.variant === '统计在前'
          ? settings.variant
          : narrative.some(({ part }) => part === '第一责任人')
            ? '三部分'
            : '四部分',
      title: title === '' ? '无' : title,
      ...(settings.contact !== '' && { contact: settings.contact }),
      signature: named ? '单位和日期' : settings.signature === '无' ? '无' : '仅日期',
      ...(named && { signatory: settings.signatory || `中共${unit}${settings.partyBody}` }),
      ...(settings.signature !== '无' && { reportOn: settings.reportOn ?? TODAY }),
      ...(settings.title === '' && unit !== '' && { unit, partyBody: settings.partyBody }),
      ...(settings.title === '' && { inspectionKind: settings.inspectionKind }),
      ...(settings.title === '' && settings.round !== '' && { round: settings.round }),
      ...(told(feedbackOn) && { feedbackOn }),
      ...(told(inspectedFrom) && told(inspectedTo) && { inspectedFrom, inspectedTo }),
      ...(told(feedbackOn) && { inspectionTeam: settings.inspectionTeam }),
      ...(/反馈\d+个问题。$/.test(intro) && { fedBack: settings.fedBack ?? ledger.issues.records.length }),
      ...placeOf(settings, issues),
      ...numberingOf(settings, issues),
    },
  };
}

function placeOf({ variant, headlinePlace }: Settings, issues: readonly ReadIssue[]): Partial<Settings> {
  if (variant === '两部分') return { headlinePlace: '独立成段' };
  return issues.some(({ measures }) => measures.length > 0) ? { headlinePlace } : {};
}

/** Numbers that run on differ from those that restart only where there are further aspects or groups. */
function numberingOf({ numbering }: Settings, issues: readonly ReadIssue[]): Partial<Settings> {
  const further = new Set(issues.map(({ aspect }) => aspect)).size > 1;
  return further && issues.every(({ group }) => group === '') ? { numbering } : {};
}

/**
 * The 问题 as a reader knows them: '' where the headline is a whole one already, or lacks one of a pair of
 * quotation marks. Quotation marks within a form's own are ‘’ in print, whatever they are in the ledger.
 */
export function titlesOf(ledger: Ledger): string[] {
  const quoted = ledger.settings.headline.includes('“');
  return printedIssues(ledger).map(({ publicity, publicText, title }) => {
    const [first = '', text] = publicity === '概括公开' ? lines(publicText) : [title, ''];
    if (text === undefined || first.startsWith('关于') || first.endsWith('。')) return '';
    if (first.split('“').length !== first.split('”').length) return '';
    return quoted ? first.replace(/‘/g, '“').replace(/’/g, '”') : first;
  });
}

/** What intake read, in the same terms; of the settings only those expected. */
export function readOf({ settings, issues, narrative }: Proposal, expected: Read): Read {
  const known = new Map<string, unknown>(Object.entries(settings));
  const told = Object.keys(expected.settings).map((id) => [id, known.get(id)]);
  const usual = settings.measureForm ?? '一是';
  return {
    settings: Object.fromEntries(told),
    narrative: narrative
      .filter(({ part }) => part !== '未归位')
      .map(({ part, level, title, body }) => ({
        part: settings.variant === '统计在前' && part === '整改成效' ? '下一步打算' : part,
        level,
        text: title + body,
      })),
    issues: issues.map((issue) => {
      const form = issue.measureForm || usual;
      const texts = issue.measures.map(({ text }) => text);
      const led = texts.length > 1 && leadWord(form, 1) !== '';
      const all = `${issue.measureLead}${texts.join('\n')}\n${issue.measureClosing}`;
      const body = led ? { form, lead: issue.measureLead, measures: texts, closing: issue.measureClosing } : plain(all);
      const headline = printedHeadline(issue.title, settings.headline ?? '{问题}');
      const inOne = settings.headlinePlace === '接排' && settings.variant !== '两部分' && lines(all).length > 0;
      return {
        aspect: issue.aspect,
        group: issue.group,
        headline: inOne ? closed(headline) : headline,
        ...body,
        status: issue.statusWord,
        state: issue.state,
      };
    }),
  };
}
