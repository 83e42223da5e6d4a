/** Placeholders of the narrative, `{{反馈问题数}}`: their listed names, their values, and the faults of wrong ones. */
import type { Ledger } from '../ledger/ledger';
import type { OUTCOME_KINDS } from '../ledger/schema';
import { SETTINGS } from '../ledger/settings';
import { formatRate, type Stated } from '../progress/statistics';
import { formatChineseDate, type LedgerDate } from '../text/dates';
import { normaliseParagraph } from '../text/punctuation';
import { partyBodyName } from './title';
import { FAULTS } from './wording';

type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** What placeholders are filled from. */
export interface PlaceholderSource {
  ledger: Ledger;
  statistics: Stated;
  /** Date of the report. */
  date: LedgerDate;
}

interface Placeholder {
  value(source: PlaceholderSource): string;
  /** 设置 item in which a missing value is to be filled in; without it the value is never blank. */
  item?: string;
  /** Kind of 整改成果 it is reckoned from. */
  kind?: OutcomeKind;
}

type Entry = [name: string, placeholder: Placeholder];

const settings = (...ids: ('round' | 'inspectionTeam' | 'unit')[]): Entry[] =>
  ids.map((id) => [SETTINGS[id].item, { item: SETTINGS[id].item, value: ({ ledger }) => ledger.settings[id] }]);
const dates = (...ids: ('inspectedFrom' | 'inspectedTo' | 'feedbackOn' | 'dueOn')[]): Entry[] =>
  ids.map((id) => [
    SETTINGS[id].item,
    {
      item: SETTINGS[id].item,
      value({ ledger }) {
        const date = ledger.settings[id];
        return date === null ? '' : formatChineseDate(date);
      },
    },
  ]);
const count = (name: string, value: (statistics: Stated) => number | string): Entry => [
  name,
  { value: ({ statistics }) => String(value(statistics)) },
];
const outcomes = (nameOf: (kind: OutcomeKind) => string, sum: 'number' | 'money', ...kinds: OutcomeKind[]): Entry[] =>
  kinds.map((kind) => [
    nameOf(kind),
    { kind, value: ({ statistics }) => String(statistics.publicOutcomes[kind][sum]) },
  ]);
const cases = (kind: OutcomeKind): string => `${kind}数`;
const persons = (kind: OutcomeKind): string => `${kind}人数`;
/** 资金追缴 → 追缴资金. */
const funds = (kind: OutcomeKind): string => kind.replace(/^资金(.*)/, '$1资金');

/** Every placeholder by its name. Counts print zeros; outcomes count only records ticked 公开; money is in 万元. */
export const PLACEHOLDERS: Readonly<Record<string, Placeholder>> = Object.fromEntries<Placeholder>([
  ...settings('unit'),
  ['党组织名称', { item: SETTINGS.unit.item, value: ({ ledger }) => partyBodyName(ledger.settings) }],
  ['巡察类型', { value: ({ ledger }) => ledger.settings.inspectionKind }],
  ...settings('round', 'inspectionTeam'),
  ...dates('inspectedFrom', 'inspectedTo', 'feedbackOn', 'dueOn'),
  ['报告日期', { value: ({ date }) => formatChineseDate(date) }],
  count('反馈问题数', ({ fedBack }) => fedBack),
  count('问题数', ({ issues }) => issues.total),
  count('方面数', ({ aspects }) => aspects.filter(({ name }) => name !== '').length),
  count('已完成数', ({ issues }) => issues.closed),
  count('长期坚持数', ({ issues }) => issues.ongoing),
  count('正在整改数', ({ issues }) => issues.inProgress),
  count('未启动数', ({ issues }) => issues.notStarted),
  count('已终止数', ({ issues }) => issues.terminated),
  count('逾期数', ({ issues }) => issues.overdue),
  count('完成率', ({ issues }) => formatRate(issues.completion)),
  count('措施总数', ({ measures }) => measures.inForce),
  count('已完成措施数', ({ measures }) => measures.done),
  count('措施完成率', ({ measures }) => formatRate(measures.completion)),
  ...outcomes(cases, 'number', '制度新建', '制度修订', '制度废止', '会议'),
  ...outcomes(funds, 'money', '资金追缴', '资金清退', '资金追回', '挽回损失'),
  ...outcomes(persons, 'number', '党纪处分', '政务处分', '组织处理', '诫勉'),
  ...outcomes(persons, 'number', '谈话提醒', '批评教育', '责令检查', '函询'),
  ...outcomes(cases, 'number', '移交', '线索', '信访件', '立行立改'),
]);

/** A fault of a text's placeholders, before its place is known. */
export interface PlaceholderFault {
  code: 'unknown-placeholder' | 'broken-placeholder' | 'blank-placeholder' | 'unpublished-outcome';
  /** The sentence, given where the text stands (`报告素材 E5（引言-2）`). */
  message(place: string): string;
}

const COMPLETE = /\{\{([^{}\n]*)\}\}/g;
/** Braces in pairs that no complete placeholder accounts for, full-width ones of a Chinese keyboard among them. */
const BROKEN = /(?:\{\{|｛｛)[^{}｛｝\n]{0,20}[}｝]{0,2}|[^{}｛｝\n]{0,20}(?:\}\}|｝｝)/;

/** The text with its placeholders' values, and the faults of those that have none; faulty ones stay as written. */
export function resolvePlaceholders(
  text: string,
  source: PlaceholderSource,
): { text: string; faults: PlaceholderFault[] } {
  if (!/[{}｛｝]/.test(text)) return { text, faults: [] };
  const faults: PlaceholderFault[] = [];
  const resolved = text.replace(COMPLETE, (written, inner: string) => {
    const name = normaliseParagraph(inner);
    const refuse = (code: PlaceholderFault['code'], message: PlaceholderFault['message']): string => {
      faults.push({ code, message });
      return written;
    };
    const placeholder = Object.entries(PLACEHOLDERS).find(([known]) => known === name)?.[1];
    if (!placeholder) {
      return refuse('unknown-placeholder', (place) => FAULTS.unknownPlaceholder(place, name, nearNames(name)));
    }
    const { item, kind } = placeholder;
    const value = placeholder.value(source);
    if (item !== undefined && value.trim() === '') {
      return refuse('blank-placeholder', (place) => FAULTS.blankPlaceholder(place, name, item));
    }
    const { outcomes: all, publicOutcomes } = source.statistics;
    if (kind !== undefined && all[kind].records > 0 && publicOutcomes[kind].records === 0) {
      return refuse('unpublished-outcome', (place) => FAULTS.unpublishedOutcome(place, name, kind, all[kind].records));
    }
    return value;
  });
  const broken = BROKEN.exec(text.replace(COMPLETE, '\n'))?.[0];
  if (broken !== undefined) {
    faults.push({ code: 'broken-placeholder', message: (place) => FAULTS.brokenPlaceholder(place, broken) });
  }
  return { text: resolved, faults };
}

/** Up to three listed names close to a misspelt one, nearest first: few edits apart, or one within the other. */
function nearNames(name: string): string[] {
  return Object.keys(PLACEHOLDERS)
    .map((known) => ({ known, distance: editDistance(name, known) }))
    .filter(({ known, distance }) => {
      const within = name.length >= 2 && (known.includes(name) || name.includes(known));
      return within || distance <= Math.max(1, Math.floor(Math.min(known.length, name.length) / 2));
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ known }) => known);
}

function editDistance(a: string, b: string): number {
  if (a.length > 30) return Infinity;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (previous[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
      current.push(Math.min(substituted, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
