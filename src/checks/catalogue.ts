/** The check of a whole ledger by all rules of the catalogue. */
import type { Fault } from '../ledger/fault';
import type { Ledger } from '../ledger/ledger';
import { TAB_ORDER, TABS } from '../ledger/schema';
import type { LedgerDate } from '../text/dates';
import { contextOf } from './context';
import type { Finding, Observation, Rule, Severity } from './finding';
import { type Places, placesOf, tabOf } from './place';
import { RULES } from './rules';

export { RULES };

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
  return placed.sort((x, y) => rank(x) - rank(y) || x.row - y.row).map(({ finding }) => finding);
}

interface Placed {
  finding: Finding;
  row: number;
}

function findingsOfRule(rule: Rule, observations: readonly Observation[], places: Places): Placed[] {
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
