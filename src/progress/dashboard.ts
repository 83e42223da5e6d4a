/** 看板 as rows of cells: the ledger's numbers on one page, every rate with its numerator and denominator. */
import type { CellValue } from '../ledger/grid';
import type { Settings } from '../ledger/settings';
import { formatChineseDate, type LedgerDate } from '../text/dates';
import { formatRate, type GroupCounts, type IssueCounts, type Rate, type Statistics } from './statistics';

/** The page as it is printed from the top left cell on: totals, then by 方面, then by 责任部门. */
export function dashboardRows(statistics: Statistics, settings: Settings, today: LedgerDate): CellValue[][] {
  const { issues, measures, fedBack } = statistics;
  return [
    [`${settings.unit}${settings.inspectionKind}整改看板`],
    [`截至${formatChineseDate(today)}（由“校验台账”更新，请勿手改）`],
    [],
    ['总体情况', '数量', '占比', '说明'],
    ['反馈问题', fedBack, '', '反馈意见载明的问题总数'],
    ['台账问题', issues.total, rate({ n: issues.total, d: fedBack }), '占反馈问题'],
    ['已销号', issues.closed, rate(issues.completion), '整改完成率：已销号÷台账问题'],
    ['长期坚持', issues.ongoing, rate({ n: issues.ongoing, d: issues.total }), '单独统计，不计入已完成'],
    ['正在整改', issues.inProgress, rate({ n: issues.inProgress, d: issues.total }), '整改中、待审核、重新整改'],
    ['未启动', issues.notStarted, rate({ n: issues.notStarted, d: issues.total }), ''],
    ['已终止', issues.terminated, rate({ n: issues.terminated, d: issues.total }), ''],
    ['逾期未完成', issues.overdue, rate({ n: issues.overdue, d: issues.total }), '超过整改时限且未销号'],
    ['整改措施', measures.inForce, rate(measures.completion), '措施完成率：已完成÷未取消的措施'],
    [],
    ...groupRows('方面', statistics.aspects),
    [],
    ...groupRows('责任部门', statistics.departments),
  ];
}

function groupRows(heading: string, groups: readonly GroupCounts[]): CellValue[][] {
  return [
    [heading, '问题', '已销号', '长期坚持', '正在整改', '未启动', '已终止', '逾期', '完成率'],
    ...groups.map(({ name, ...counts }) => [name === '' ? '（未填写）' : name, ...countCells(counts)]),
  ];
}

function countCells(counts: IssueCounts): CellValue[] {
  const { total, closed, ongoing, inProgress, notStarted, terminated, overdue, completion } = counts;
  return [total, closed, ongoing, inProgress, notStarted, terminated, overdue, rate(completion)];
}

/** `76%（19/25）`: never a rate without what it is a rate of. */
function rate({ n, d }: Rate): string {
  return d === 0 ? '—' : `${formatRate({ n, d })}（${n}/${d}）`;
}
