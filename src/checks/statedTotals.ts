/** Rule stated-totals: totals and rates written in the narrative against the records and against each other. */
import type { IssueCounts, MeasureCounts } from '../progress/statistics';
import { type Stated, type StatedWhat, statedIn } from '../text/stated';
import type { CheckContext } from './context';
import type { Check } from './finding';
import { about } from './observe';

/** The counts of the records that a statement may truly mean; none where the records cannot tell. */
type Counts = Partial<Record<StatedWhat, readonly number[]>>;

export const statedTotals: Check = (context) =>
  context.narrative.flatMap((row) => {
    const { part, title, body } = row.record;
    if (part === '未归位') return [];
    const texts = [title, ...body.split('\n')];
    const grave = texts.flatMap((text) => faultsIn(text, 'issues', context));
    const slight = texts.flatMap((text) => faultsIn(text, 'measures', context));
    if (grave.length + slight.length === 0) return [];
    return about(
      row,
      body === '' ? 'title' : 'body',
      [...new Set([...grave, ...slight])].join('；'),
      '先核实台账状态；台账无误的改正文字，或改用占位符（如 {{反馈问题数}}）自动填数',
      // a reader can count the issues a report prints, not the measures inside its paragraphs
      { severity: grave.length > 0 ? 'error' : 'warning' },
    );
  });

function faultsIn(text: string, subject: Stated['subject'], { statistics }: CheckContext): string[] {
  const { issues, measures, aspects } = statistics;
  const stated = statedIn(text).filter((statement) => statement.subject === subject);
  const figure = (what: StatedWhat): number | undefined => stated.find((one) => one.what === what)?.value;
  const aspectCount = aspects.filter(({ name }) => name !== '').length;
  const counts = subject === 'measures' ? measureCounts(measures) : issueCounts(issues, aspectCount, figure);
  const faults = stated.flatMap(({ what, value, words }) => {
    const possible = counts[what] ?? [];
    return possible.length === 0 || possible.includes(value) ? [] : `文中写“${words}”，台账是${possible[0]}`;
  });
  const rate = stated.find(({ what }) => what === 'rate');
  const total = figure('total');
  const completed = figure('completed');
  if (completed === undefined) {
    // a rate that stands alone; beside a count of what is completed, that count says more (and is compared itself)
    if (subject === 'issues')
      faults.push(...rateFault(rate, issues.closed, issues.ongoing, issues.total, '台账是', '即'));
  } else if (total !== undefined && !text.includes('{{')) {
    // a placeholder's figure is not known here, so sums and rates cannot be taken
    const others = (['staged', 'ongoing', 'undone'] as const).map(figure).filter((part) => part !== undefined);
    const parts = [completed, ...others];
    const sum = parts.reduce((all, part) => all + part);
    if (completed > total || (others.length > 0 && sum !== total)) {
      faults.push(`文中各项之和${parts.join('+')}=${sum}，与总数${total}不符`);
    }
    faults.push(...rateFault(rate, completed, figure('staged') ?? 0, total, '按所写的', '应为'));
  }
  return faults;
}

function issueCounts(
  { total, closed, ongoing, inProgress, notStarted }: IssueCounts,
  aspects: number,
  figure: (what: StatedWhat) => number | undefined,
): Counts {
  return {
    total: [total],
    aspects: aspects === 0 ? [] : [aspects],
    // counting 长期坚持 as completed is rule wording-public-status's
    completed: figure('staged') === undefined ? [closed, closed + ongoing] : [closed],
    staged: [ongoing],
    // who names no 未完成 counts what has not begun as under way
    ongoing: figure('undone') === undefined ? [inProgress + notStarted, inProgress] : [inProgress],
    undone: figure('ongoing') === undefined ? [notStarted, notStarted + inProgress] : [notStarted],
  };
}

function measureCounts({ inForce, total, done, inProgress, notStarted }: MeasureCounts): Counts {
  return {
    total: [inForce, total],
    completed: [done],
    ongoing: [inProgress, inProgress + notStarted],
    undone: [notStarted, inProgress + notStarted],
  };
}

/** Whether the rate is that of the completed, alone or with those completed in stages. */
function rateFault(
  rate: Stated | undefined,
  completed: number,
  staged: number,
  total: number,
  by: string,
  is: string,
): string[] {
  const exact = (part: number): number => (part / total) * 100;
  if (!rate || total === 0 || rounds(rate, exact(completed)) || rounds(rate, exact(completed + staged))) return [];
  return [`文中写“${rate.words}”，${by}${completed}/${total}${is}${Number(exact(completed).toFixed(2))}%`];
}

/** True when the rate as written is the exact one, rounded or cut off at its last decimal. */
function rounds({ value, decimals }: Stated, exact: number): boolean {
  return Math.abs(value - exact) < 10 ** -decimals - 1e-9;
}
