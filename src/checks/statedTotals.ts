/** Rule stated-totals: totals and rates written in the narrative against the records and against each other. */
import type { IssueCounts, MeasureCounts } from '../progress/statistics';
import { type Stated, type StatedWhat, statedIn } from '../text/stated';
import type { CheckContext } from './context';
import type { Observation, Rule } from './finding';
import { about } from './observe';

export const statedTotals: Rule = {
  code: 'stated-totals',
  severity: 'error',
  title: '口径不一',
  explains: '报告里的总数、完成数、完成率要与台账相符，各项之和要等于总数；数字打架是公开后最容易被指出的问题。',
  check(context) {
    const { narrative } = context.ledger;
    return narrative.records.flatMap(({ part, title, body }, at): Observation[] => {
      if (part === '未归位') return [];
      const faults = [title, ...body.split('\n')].map((text) => faultsIn(text, context));
      const grave = faults.flatMap(({ issues }) => issues);
      const slight = faults.flatMap(({ measures }) => measures);
      if (grave.length + slight.length === 0) return [];
      return [
        about(narrative, at, body === '' ? 'title' : 'body', {
          // a reader can count the issues a report prints, not the measures inside its paragraphs
          severity: grave.length > 0 ? 'error' : 'warning',
          message: [...new Set([...grave, ...slight])].join('；'),
          remedy: '先核实台账状态；台账无误的改正文字，最好改用占位符（如 {{反馈问题数}}），生成报告时自动填数',
        }),
      ];
    });
  },
};

function faultsIn(text: string, { ledger, statistics }: CheckContext): { issues: string[]; measures: string[] } {
  const stated = statedIn(text);
  if (stated.length === 0) return { issues: [], measures: [] };
  const issues = stated.filter(({ subject }) => subject === 'issues');
  const measures = stated.filter(({ subject }) => subject === 'measures');
  const aspects = new Set(ledger.issues.records.map(({ aspect }) => aspect.trim()).filter((aspect) => aspect !== ''));
  // a placeholder's figure is not known here, so sums and rates cannot be taken
  const whole = !text.includes('{{');
  const ofIssues = [
    ...againstRecords(issues, (what) => issueCounts(what, statistics.issues, aspects.size, issues)),
    ...rateAgainst(issues, statistics.issues),
  ];
  const ofMeasures = againstRecords(measures, (what) => measureCounts(what, statistics.measures));
  return {
    issues: whole ? [...ofIssues, ...arithmetic(issues)] : ofIssues,
    measures: whole ? [...ofMeasures, ...arithmetic(measures)] : ofMeasures,
  };
}

/** The counts of the records that a statement may truly mean; empty where the records cannot tell. */
function issueCounts(what: StatedWhat, counts: IssueCounts, aspects: number, stated: readonly Stated[]): number[] {
  const says = (other: StatedWhat): boolean => stated.some((statement) => statement.what === other);
  switch (what) {
    case 'total':
      return [counts.total];
    case 'aspects':
      return aspects === 0 ? [] : [aspects];
    case 'completed':
      // counting 长期坚持 as completed is rule wording-public-status's
      return says('staged') ? [counts.closed] : [counts.closed, counts.closed + counts.ongoing];
    case 'staged':
      return [counts.ongoing];
    case 'ongoing':
      // who names no 未完成 counts what has not begun as under way
      return says('undone') ? [counts.inProgress] : [counts.inProgress + counts.notStarted, counts.inProgress];
    case 'undone':
      return says('ongoing') ? [counts.notStarted] : [counts.notStarted, counts.notStarted + counts.inProgress];
    case 'rate':
      return [];
  }
}

function measureCounts(what: StatedWhat, counts: MeasureCounts): number[] {
  switch (what) {
    case 'total':
      return [counts.inForce, counts.total];
    case 'completed':
      return [counts.done];
    case 'ongoing':
      return [counts.inProgress, counts.inProgress + counts.notStarted];
    case 'undone':
      return [counts.notStarted, counts.inProgress + counts.notStarted];
    default:
      return [];
  }
}

function againstRecords(stated: readonly Stated[], countsOf: (what: StatedWhat) => number[]): string[] {
  return stated.flatMap(({ what, value, words }) => {
    const counts = countsOf(what);
    const [count] = counts;
    return count === undefined || counts.includes(value) ? [] : [`文中写“${words}”，台账是${count}`];
  });
}

/** A rate that stands alone; beside a count of what is completed, that count says more (and is compared itself). */
function rateAgainst(stated: readonly Stated[], { closed, ongoing, total }: IssueCounts): string[] {
  const rate = stated.find(({ what }) => what === 'rate');
  if (!rate || total === 0 || stated.some(({ what }) => what === 'completed')) return [];
  const possible = [closed, closed + ongoing].some((part) => rounds(rate, (part / total) * 100));
  return possible ? [] : [`文中写“${rate.words}”，台账是${closed}/${total}即${percent(closed, total)}`];
}

/** Parts against their total, and the rate against both, all as stated. */
function arithmetic(stated: readonly Stated[]): string[] {
  const valueStated = (what: StatedWhat): number | undefined =>
    stated.find((statement) => statement.what === what)?.value;
  const total = valueStated('total');
  const completed = valueStated('completed');
  if (total === undefined || completed === undefined) return [];
  const faults: string[] = [];
  const others = [valueStated('staged'), valueStated('ongoing'), valueStated('undone')].filter(
    (part) => part !== undefined,
  );
  const parts = [completed, ...others];
  const sum = parts.reduce((all, part) => all + part, 0);
  if (completed > total || (others.length > 0 && sum !== total)) {
    faults.push(`文中各项之和${parts.join('+')}=${sum}，与总数${total}不符`);
  }
  const rate = stated.find(({ what }) => what === 'rate');
  const staged = valueStated('staged') ?? 0;
  const possible = [completed, completed + staged];
  if (rate && total > 0 && possible.every((part) => !rounds(rate, (part / total) * 100))) {
    faults.push(`文中写“${rate.words}”，按所写的${completed}/${total}应为${percent(completed, total)}`);
  }
  return faults;
}

/** True when the rate as written is the exact one, rounded or cut off at its last decimal. */
function rounds({ value, decimals }: Stated, exact: number): boolean {
  return Math.abs(value - exact) < 10 ** -decimals - 1e-9;
}

function percent(part: number, total: number): string {
  return `${Number(((part / total) * 100).toFixed(2))}%`;
}
