/** The issues a report prints, in its order: by aspect, group and 编号, without those that are not made public. */
import type { Ledger } from '../ledger/ledger';
import type { Issue } from '../ledger/schema';
import { byNumber, grouped } from '../progress/grouping';

/** A group `1.` with its issues `（1）`, or an issue that stands in no group. */
export type AspectItem = { group: string; issues: Issue[] } | { issue: Issue };

export interface AspectSection {
  /** `''` for issues without an aspect. */
  aspect: string;
  /** True when any issue of the aspect belongs to a group: then groups are numbered `1.`, their issues `（1）`. */
  grouped: boolean;
  items: AspectItem[];
}

/**
 * Aspects in the order of their lowest 编号, the same for groups in an aspect; issues by 编号, blank numbers last.
 * Issues without an aspect come first, where no heading claims them.
 */
export function arrangeIssues(issues: readonly Issue[]): AspectSection[] {
  const printed = issues.filter(({ publicity }) => publicity !== '不公开');
  const sections = grouped(
    byNumber(printed, ({ number }) => number),
    ({ aspect }) => [aspect.trim()],
  );
  return Array.from(sections, ([aspect, some]) => sectionOf(aspect, some)).sort(
    (a, b) => Number(b.aspect === '') - Number(a.aspect === ''),
  );
}

/** The issues of the sections, in the order they are printed. */
export function issuesIn(sections: readonly AspectSection[]): Issue[] {
  return sections.flatMap(({ items }) => items.flatMap((item) => ('issue' in item ? [item.issue] : item.issues)));
}

/** How many issues are not made public. */
export function withheldIn(issues: readonly Issue[]): number {
  return issues.filter(({ publicity }) => publicity === '不公开').length;
}

/** The ledger as a report inside the party tells it: every issue and every outcome, in full. */
export function openedUp(ledger: Ledger): Ledger {
  const { issues, outcomes } = ledger;
  return {
    ...ledger,
    issues: { ...issues, records: issues.records.map((issue) => ({ ...issue, publicity: '公开' })) },
    outcomes: { ...outcomes, records: outcomes.records.map((outcome) => ({ ...outcome, public: true })) },
  };
}

function sectionOf(aspect: string, issues: readonly Issue[]): AspectSection {
  const groups = grouped(issues, ({ group }) => (group.trim() === '' ? [] : [group.trim()]));
  const items = issues.flatMap((issue): AspectItem[] => {
    const group = issue.group.trim();
    const members = groups.get(group);
    if (!members) return [{ issue }];
    return members[0] === issue ? [{ group, issues: members }] : [];
  });
  return { aspect, grouped: groups.size > 0, items };
}
