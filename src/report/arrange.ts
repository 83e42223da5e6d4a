/** The issues a report prints, in its order: by aspect, group and 编号, without those that are not made public. */
import type { Issue } from '../ledger/schema';

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
  const printed = issues
    .filter((issue) => issue.publicity !== '不公开')
    .map((issue, row) => ({ issue, row, rank: issue.number ?? Infinity }))
    .sort((a, b) => a.rank - b.rank || a.row - b.row)
    .map(({ issue }) => issue);
  const sections = new Map<string, Issue[]>();
  for (const issue of printed) append(sections, issue.aspect.trim(), issue);
  return [...sections]
    .map(([aspect, some]) => sectionOf(aspect, some))
    .sort((a, b) => Number(b.aspect === '') - Number(a.aspect === ''));
}

/** The issues of the sections, in the order they are printed. */
export function issuesIn(sections: readonly AspectSection[]): Issue[] {
  return sections.flatMap(({ items }) => items.flatMap((item) => ('issue' in item ? [item.issue] : item.issues)));
}

function sectionOf(aspect: string, issues: readonly Issue[]): AspectSection {
  const items: AspectItem[] = [];
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const group = issue.group.trim();
    if (group === '') {
      items.push({ issue });
      continue;
    }
    if (!groups.has(group)) {
      const members: Issue[] = [];
      groups.set(group, members);
      items.push({ group, issues: members });
    }
    append(groups, group, issue);
  }
  return { aspect, grouped: groups.size > 0, items };
}

function append(lists: Map<string, Issue[]>, name: string, issue: Issue): void {
  const list = lists.get(name);
  if (list) list.push(issue);
  else lists.set(name, [issue]);
}
