/** A proposed import as the dialog shows it: its tree, what is unplaced, and what of it is sent. */
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

/** Issues numbered as they stand. */
export function numbered(proposal: Proposal): Proposal {
  return { ...proposal, issues: proposal.issues.map((issue, at) => ({ ...issue, number: at + 1 })) };
}

/** Texts one below the other, blank ones left out. */
export function joined(...texts: string[]): string {
  return texts.filter((text) => text.trim() !== '').join('\n');
}
