/**
 * Correcting an import before it is written: every step gives a new proposal, and no text is lost on the way.
 * Meanwhile an issue's `number` only names it, wherever it moves; `toConfirm` counts anew.
 */
import type { Gives } from '../app/contract';

export type Proposal = Gives<'previewImport'>;
export type ProposedIssue = Proposal['issues'][number];
export type Narrative = Proposal['narrative'][number];

/** Parts of a report, as the contract names them. */
export const PARTS = [
  '引言',
  '组织整改',
  '整改落实',
  '整改成效',
  '下一步打算',
  '结尾',
  '未归位',
] as const satisfies readonly Narrative['part'][];

export interface AspectNode {
  aspect: string;
  groups: { group: string; issues: { issue: ProposedIssue; place: number }[] }[];
}

/** 方面 → 类 → 问题 as they follow each other; `place` counts the issues from 0. */
export function treeOf({ issues }: Proposal): AspectNode[] {
  const tree: AspectNode[] = [];
  issues.forEach((issue, place) => {
    let node = tree[tree.length - 1];
    if (node === undefined || node.aspect !== issue.aspect) {
      node = { aspect: issue.aspect, groups: [] };
      tree.push(node);
    }
    let group = node.groups[node.groups.length - 1];
    if (group === undefined || group.group !== issue.group) {
      group = { group: issue.group, issues: [] };
      node.groups.push(group);
    }
    group.issues.push({ issue, place });
  });
  return tree;
}

export type Edit =
  | {
      do: 'issue';
      issue: number;
      values: Partial<Pick<ProposedIssue, 'title' | 'detail' | 'measureLead' | 'measureClosing'>>;
    }
  | { do: 'place'; issue: number; aspect: string; group: string }
  | { do: 'renameAspect'; from: string; to: string }
  | { do: 'deleteIssue'; issue: number }
  | { do: 'mergeIssue'; issue: number }
  | { do: 'measure'; issue: number; measure: number; text: string }
  | { do: 'addMeasure'; issue: number }
  | { do: 'deleteMeasure'; issue: number; measure: number }
  | { do: 'mergeMeasure'; issue: number; measure: number }
  | { do: 'setting'; at: number; value: string }
  | { do: 'deleteSetting'; at: number }
  | { do: 'narrative'; at: number; values: Partial<Pick<Narrative, 'title' | 'body' | 'part'>> }
  | { do: 'deleteNarrative'; at: number }
  | { do: 'attach'; at: number; issue: number; as: 'detail' | 'measure' };

export function edited(proposal: Proposal, edit: Edit): Proposal {
  switch (edit.do) {
    case 'issue':
      return withIssue(proposal, edit.issue, (issue) => ({ ...issue, ...edit.values }));
    case 'place':
      return arranged(
        withIssue(proposal, edit.issue, (issue) => ({
          ...issue,
          aspect: edit.aspect.trim(),
          group: edit.group.trim(),
        })),
      );
    case 'renameAspect':
      return arranged({
        ...proposal,
        issues: proposal.issues.map((issue) =>
          issue.aspect === edit.from ? { ...issue, aspect: edit.to.trim() } : issue,
        ),
      });
    case 'deleteIssue':
      return { ...proposal, issues: proposal.issues.filter(({ number }) => number !== edit.issue) };
    case 'mergeIssue':
      return merged(proposal, edit.issue);
    case 'measure':
      return withMeasures(proposal, edit.issue, (measures) => replaced(measures, edit.measure, edit.text));
    case 'addMeasure':
      return withMeasures(proposal, edit.issue, (measures) => [...measures, '']);
    case 'deleteMeasure':
      return withMeasures(proposal, edit.issue, (measures) => without(measures, edit.measure));
    case 'mergeMeasure':
      return withMeasures(proposal, edit.issue, (measures) => {
        const { [edit.measure - 1]: before, [edit.measure]: own } = measures;
        if (before === undefined || own === undefined) return measures;
        return without(replaced(measures, edit.measure - 1, joined(before, own)), edit.measure);
      });
    case 'setting': {
      const setting = proposal.settings[edit.at];
      if (setting === undefined) return proposal;
      return { ...proposal, settings: replaced(proposal.settings, edit.at, { ...setting, value: edit.value }) };
    }
    case 'deleteSetting':
      return { ...proposal, settings: without(proposal.settings, edit.at) };
    case 'narrative': {
      const row = proposal.narrative[edit.at];
      if (row === undefined) return proposal;
      const moved = { ...row, ...edit.values };
      const order = moved.part === row.part ? row.order : lastOrder(proposal.narrative, moved.part) + 1;
      return { ...proposal, narrative: replaced(proposal.narrative, edit.at, { ...moved, order }) };
    }
    case 'deleteNarrative':
      return { ...proposal, narrative: without(proposal.narrative, edit.at) };
    case 'attach':
      return attached(proposal, edit.at, edit.issue, edit.as);
  }
}

/** Whether two edits type into the same field, so that they are one step to undo. */
export function isSameTyping(a: Edit | undefined, b: Edit): boolean {
  if (a === undefined) return false;
  const place = (edit: Edit): string | undefined => {
    if (edit.do === 'issue') return `issue ${edit.issue} ${Object.keys(edit.values).join()}`;
    if (edit.do === 'measure') return `measure ${edit.issue} ${edit.measure}`;
    if (edit.do === 'setting') return `setting ${edit.at}`;
    if (edit.do === 'narrative' && edit.values.part === undefined) {
      return `narrative ${edit.at} ${Object.keys(edit.values).join()}`;
    }
    return undefined;
  };
  const own = place(b);
  return own !== undefined && own === place(a);
}

/** Paragraphs that have no place yet, with theirs in the narrative, where they are kept. */
export function unplacedOf({ narrative }: Proposal): { at: number; text: string }[] {
  return narrative.flatMap(({ part, title, body }, at) =>
    part === '未归位' ? [{ at, text: joined(title, body) }] : [],
  );
}

/** The proposal as it is sent: blank measures left out, and what is unplaced said once more. */
export function toConfirm(proposal: Proposal): Proposal {
  const filled = proposal.issues.map((issue) => ({
    ...issue,
    measures: issue.measures.filter((text) => text.trim() !== ''),
  }));
  return numbered({ ...proposal, issues: filled, unplaced: unplacedOf(proposal).map(({ text }) => text) });
}

/** Issues that cannot be written as they are: no words. Places in the proposal. */
export function blankIssues({ issues }: Proposal): number[] {
  return issues.flatMap(({ title }, at) => (title.trim() === '' ? [at] : []));
}

export function countsOf({ issues }: Proposal): { aspects: number; issues: number; measures: number } {
  return {
    aspects: new Set(issues.map(({ aspect }) => aspect).filter((aspect) => aspect !== '')).size,
    issues: issues.length,
    measures: issues.reduce((sum, { measures }) => sum + measures.length, 0),
  };
}

/** Names of 方面, or of 类 in one, in the order they first appear. */
export function namesOf({ issues }: Proposal, aspect?: string): string[] {
  const own = aspect === undefined ? issues : issues.filter((issue) => issue.aspect === aspect);
  const names = own.map((issue) => (aspect === undefined ? issue.aspect : issue.group));
  return [...new Set(names)].filter((name) => name !== '');
}

function merged(proposal: Proposal, number: number): Proposal {
  const at = proposal.issues.findIndex((issue) => issue.number === number);
  const { [at - 1]: before, [at]: own } = proposal.issues;
  if (before === undefined || own === undefined) return proposal;
  const whole: ProposedIssue = {
    ...before,
    detail: joined(before.detail, own.title, own.detail),
    measures: [...before.measures, ...own.measures],
    measureLead: joined(before.measureLead, own.measureLead),
    measureClosing: joined(before.measureClosing, own.measureClosing),
  };
  return { ...proposal, issues: without(replaced(proposal.issues, at - 1, whole), at) };
}

function attached(proposal: Proposal, at: number, to: number, as: 'detail' | 'measure'): Proposal {
  const row = proposal.narrative[at];
  if (row === undefined || !proposal.issues.some(({ number }) => number === to)) return proposal;
  const text = joined(row.title, row.body);
  const grown = withIssue(proposal, to, (issue) =>
    as === 'detail'
      ? { ...issue, detail: joined(issue.detail, text) }
      : { ...issue, measures: [...issue.measures, text] },
  );
  return { ...grown, narrative: without(grown.narrative, at) };
}

/** Issues of one 方面, and in it of one 类, stand together, each where its first one stands. */
function arranged(proposal: Proposal): Proposal {
  const aspects = firstPlaces(proposal.issues.map(({ aspect }) => aspect));
  const groups = firstPlaces(proposal.issues.map(({ aspect, group }) => `${aspect}\n${group}`));
  const place = ({ aspect, group }: ProposedIssue) => [
    aspects.get(aspect) ?? 0,
    groups.get(`${aspect}\n${group}`) ?? 0,
  ];
  const issues = [...proposal.issues].sort((a, b) => {
    const [aspectA = 0, groupA = 0] = place(a);
    const [aspectB = 0, groupB = 0] = place(b);
    return aspectA - aspectB || groupA - groupB;
  });
  return { ...proposal, issues };
}

function firstPlaces(names: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  names.forEach((name, at) => {
    if (!places.has(name)) places.set(name, at);
  });
  return places;
}

/** Issues numbered as they stand. */
export function numbered(proposal: Proposal): Proposal {
  return { ...proposal, issues: proposal.issues.map((issue, at) => ({ ...issue, number: at + 1 })) };
}

function withIssue(proposal: Proposal, number: number, change: (issue: ProposedIssue) => ProposedIssue): Proposal {
  return { ...proposal, issues: proposal.issues.map((issue) => (issue.number === number ? change(issue) : issue)) };
}

function withMeasures(proposal: Proposal, issue: number, change: (measures: string[]) => string[]): Proposal {
  return withIssue(proposal, issue, (one) => ({ ...one, measures: change(one.measures) }));
}

function lastOrder(narrative: readonly Narrative[], part: Narrative['part']): number {
  return Math.max(0, ...narrative.filter((row) => row.part === part).map(({ order }) => order));
}

function joined(...texts: string[]): string {
  return texts.filter((text) => text.trim() !== '').join('\n');
}

function replaced<T>(items: readonly T[], at: number, item: T): T[] {
  return items.map((old, place) => (place === at ? item : old));
}

function without<T>(items: readonly T[], at: number): T[] {
  return items.filter((_, place) => place !== at);
}
