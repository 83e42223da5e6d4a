/** The catalogue of rules, and the check of a whole ledger by all of them. */
import type { Fault } from '../ledger/fault';
import type { Ledger } from '../ledger/ledger';
import { TAB_ORDER, TABS } from '../ledger/schema';
import type { LedgerDate } from '../text/dates';
import { contextOf } from './context';
import { copiedFinding } from './copiedFinding';
import { copiedMeasure } from './copiedMeasure';
import { closedBeforeDone, dateOrder } from './dateOrder';
import { doneWithoutEvidence } from './doneWithoutEvidence';
import { duplicateKey } from './duplicateKey';
import { enumerationOrder } from './enumerationOrder';
import { evidenceAfterCompletion, evidenceBeforeFeedback } from './evidenceDates';
import { fedBackCount } from './fedBackCount';
import type { Finding, Rule, Severity } from './finding';
import { formulaInText } from './formulaInText';
import { halfWidth } from './halfWidth';
import { measureIdMismatch } from './measureIdMismatch';
import { missingField } from './missingField';
import { noData } from './noData';
import { noInference } from './noInference';
import { noMeasure } from './noMeasure';
import { numbering } from './numbering';
import { orphanEvidence, orphanMeasure } from './orphans';
import { overdue } from './overdue';
import { paperOnly } from './paperOnly';
import { pauseMark } from './pauseMark';
import { type Places, placesOf, tabOf } from './place';
import { placeholder } from './placeholder';
import { statedTotals } from './statedTotals';
import { vagueDeadline } from './vagueDeadline';
import { wordingPublicStatus } from './wordingPublicStatus';

/** Every rule, from what makes a ledger unreadable to what makes it less than good. */
export const RULES: readonly Rule[] = [
  missingField,
  duplicateKey,
  orphanMeasure,
  orphanEvidence,
  measureIdMismatch,
  numbering,
  noMeasure,
  fedBackCount,
  statedTotals,
  wordingPublicStatus,
  doneWithoutEvidence,
  evidenceBeforeFeedback,
  evidenceAfterCompletion,
  closedBeforeDone,
  dateOrder,
  overdue,
  vagueDeadline,
  copiedMeasure,
  copiedFinding,
  paperOnly,
  noData,
  noInference,
  placeholder,
  formulaInText,
  halfWidth,
  pauseMark,
  enumerationOrder,
];

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
const TAB_TITLES: readonly string[] = TAB_ORDER.map((tab) => TABS[tab].title);

/**
 * Everything the rules find in a ledger as of `today`, with the cells it could not read (`faults`) as findings too.
 * Sorted by severity, then tab, row, column and the catalogue's order: independent of the order rules ran in.
 * @param settingRows row (1-based) of each 设置 item by its name
 */
export function checkLedger(
  ledger: Ledger,
  faults: readonly Fault[],
  today: LedgerDate,
  settingRows: Partial<Record<string, number>> = {},
): Finding[] {
  const places = placesOf(ledger, settingRows);
  const context = contextOf(ledger, today, (item) => places.of('settings', item, 'value').cell);
  const placed = [
    ...faults.map((fault) => findingOfFault(fault, places)),
    ...RULES.flatMap((rule) => findingsOfRule(rule, rule.check(context), places)),
  ];
  const rank = ({ finding }: Placed): number =>
    SEVERITIES.indexOf(finding.severity) * 100 + (TAB_TITLES.indexOf(finding.tab) + 1);
  return placed
    .map((item, order) => ({ item, order, rank: rank(item) }))
    .sort((x, y) => x.rank - y.rank || x.item.row - y.item.row || x.order - y.order)
    .map(({ item }) => item.finding);
}

interface Placed {
  finding: Finding;
  row: number;
}

function findingsOfRule(rule: Rule, observations: ReturnType<Rule['check']>, places: Places): Placed[] {
  return observations.map(({ tab, key, row, column, message, remedy, related, alike, severity }) => {
    const place = places.of(tab, key, column, row);
    return {
      row: place.row,
      finding: {
        code: rule.code,
        severity: severity ?? rule.severity,
        tab: place.tab,
        key,
        column: place.column,
        cell: place.cell,
        message: `${place.name}：${message}。`,
        remedy: /[。！？]$/.test(remedy) ? remedy : `${remedy}。`,
        related: related ?? [],
        alike: alike ?? false,
      },
    };
  });
}

/** A fault's message names its place and what to do already; a formula is read as shown, so it is only a warning. */
function findingOfFault(fault: Fault, places: Places): Placed {
  const tab = tabOf(fault.tab);
  const cell = fault.cell ?? '';
  const row = Number(/\d+$/.exec(cell)?.[0] ?? 0);
  return {
    row,
    finding: {
      code: fault.code,
      severity: RULES.find(({ code }) => code === fault.code)?.severity ?? 'error',
      tab: fault.tab ?? '',
      key: fault.key ?? (tab === undefined ? '' : places.keyIn(tab, row)),
      column: tab === undefined || cell === '' ? '' : places.headerAt(tab, cell),
      cell,
      message: fault.message,
      remedy: cell === '' ? '按提示处理后重新校验。' : `改正${fault.tab ?? ''} ${cell}后重新校验。`,
      related: [],
      alike: false,
    },
  };
}
