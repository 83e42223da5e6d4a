/** Placeholders of the narrative, `{{反馈问题数}}`: their listed names, their values, and the faults of wrong ones. */
import type { Ledger } from '../ledger/ledger';
import type { OUTCOME_KINDS } from '../ledger/schema';
import { formatRate, type Statistics } from '../progress/statistics';
import { formatChineseDate, type LedgerDate } from '../text/dates';
import { normaliseParagraph } from '../text/punctuation';
import { partyBodyName } from './title';
import { FAULTS } from './wording';

type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** What placeholders are filled from. */
export interface PlaceholderSource {
  ledger: Ledger;
  statistics: Statistics;
  /** Date of the report. */
  date: LedgerDate;
}

interface Placeholder {
  /** What it stands for, for lists shown to people. */
  meaning: string;
  /** Where a missing value is to be filled in; without it the value is never blank. */
  source?: string;
  /** Kind of 整改成果 it is reckoned from. */
  kind?: OutcomeKind;
  value(source: PlaceholderSource): string;
}

const setting = (meaning: string, item: string, value: (source: PlaceholderSource) => string): Placeholder => ({
  meaning,
  source: `“设置”表的“${item}”`,
  value,
});
const dated = (meaning: string, item: string, date: (source: PlaceholderSource) => LedgerDate | null): Placeholder =>
  setting(meaning, item, (source) => {
    const written = date(source);
    return written === null ? '' : formatChineseDate(written);
  });
const count = (meaning: string, value: (statistics: Statistics) => number): Placeholder => ({
  meaning,
  value: ({ statistics }) => String(value(statistics)),
});
const outcome = (kind: OutcomeKind): Placeholder => ({
  kind,
  ...count(`整改成果中公开的“${kind}”，数量合计`, ({ publicOutcomes }) => publicOutcomes[kind].number),
});
const money = (kind: OutcomeKind): Placeholder => ({
  kind,
  ...count(`整改成果中公开的“${kind}”，金额合计（万元）`, ({ publicOutcomes }) => publicOutcomes[kind].money),
});

/** Every placeholder by its name. Counts print zeros; outcomes count only records ticked 公开; money is in 万元. */
export const PLACEHOLDERS: Readonly<Record<string, Placeholder>> = {
  单位名称: setting('单位全称', '单位名称', ({ ledger }) => ledger.settings.unit),
  党组织名称: setting('党组织全称，如中共青禾县水务局党组', '单位名称', ({ ledger }) => partyBodyName(ledger.settings)),
  巡察类型: { meaning: '巡察或巡视', value: ({ ledger }) => ledger.settings.inspectionKind },
  巡察轮次: setting('巡察轮次', '巡察轮次', ({ ledger }) => ledger.settings.round),
  巡察组: setting('巡察组名称', '巡察组', ({ ledger }) => ledger.settings.inspectionTeam),
  巡察开始日期: dated('巡察开始的日期', '巡察开始日期', ({ ledger }) => ledger.settings.inspectedFrom),
  巡察结束日期: dated('巡察结束的日期', '巡察结束日期', ({ ledger }) => ledger.settings.inspectedTo),
  反馈日期: dated('反馈巡察意见的日期', '反馈日期', ({ ledger }) => ledger.settings.feedbackOn),
  集中整改截止日期: dated('集中整改的最后一日', '集中整改截止日期', ({ ledger }) => ledger.settings.dueOn),
  报告日期: { meaning: '报告的成文日期', value: ({ date }) => formatChineseDate(date) },
  反馈问题数: count('反馈问题总数（设置未填时为台账问题数）', ({ fedBack }) => fedBack),
  问题数: count('台账中的问题数', ({ issues }) => issues.total),
  方面数: count('台账中的方面数', ({ aspects }) => aspects.filter(({ name }) => name !== '').length),
  已完成数: count('已销号的问题数', ({ issues }) => issues.closed),
  长期坚持数: count('长期坚持的问题数', ({ issues }) => issues.ongoing),
  正在整改数: count('整改中、待审核和重新整改的问题数', ({ issues }) => issues.inProgress),
  未启动数: count('未启动的问题数', ({ issues }) => issues.notStarted),
  已终止数: count('已终止的问题数', ({ issues }) => issues.terminated),
  逾期数: count('超过时限而未销号的问题数', ({ issues }) => issues.overdue),
  完成率: { meaning: '已销号数÷台账问题数', value: ({ statistics }) => formatRate(statistics.issues.completion) },
  措施总数: count('整改措施数，已取消的不计', ({ measures }) => measures.inForce),
  已完成措施数: count('已完成的整改措施数', ({ measures }) => measures.done),
  措施完成率: {
    meaning: '已完成措施数÷措施总数',
    value: ({ statistics }) => formatRate(statistics.measures.completion),
  },
  制度新建数: outcome('制度新建'),
  制度修订数: outcome('制度修订'),
  制度废止数: outcome('制度废止'),
  会议数: outcome('会议'),
  追缴资金: money('资金追缴'),
  清退资金: money('资金清退'),
  追回资金: money('资金追回'),
  挽回损失: money('挽回损失'),
  党纪处分人数: outcome('党纪处分'),
  政务处分人数: outcome('政务处分'),
  组织处理人数: outcome('组织处理'),
  诫勉人数: outcome('诫勉'),
  谈话提醒人数: outcome('谈话提醒'),
  批评教育人数: outcome('批评教育'),
  责令检查人数: outcome('责令检查'),
  函询人数: outcome('函询'),
  移交数: outcome('移交'),
  线索数: outcome('线索'),
  信访件数: outcome('信访件'),
  立行立改数: outcome('立行立改'),
};

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
    const placeholder = Object.entries(PLACEHOLDERS).find(([known]) => known === name)?.[1];
    if (!placeholder) {
      const near = nearNames(name);
      faults.push({ code: 'unknown-placeholder', message: (place) => FAULTS.unknownPlaceholder(place, name, near) });
      return written;
    }
    const value = placeholder.value(source);
    const blank = placeholder.source;
    if (value.trim() === '' && blank !== undefined) {
      faults.push({ code: 'blank-placeholder', message: (place) => FAULTS.blankPlaceholder(place, name, blank) });
      return written;
    }
    const { kind } = placeholder;
    const records = kind === undefined ? 0 : source.statistics.outcomes[kind].records;
    if (kind !== undefined && records > 0 && source.statistics.publicOutcomes[kind].records === 0) {
      faults.push({
        code: 'unpublished-outcome',
        message: (place) => FAULTS.unpublishedOutcome(place, name, kind, records),
      });
      return written;
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
export function nearNames(name: string): string[] {
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
