/**
 * Correcting an import before it is written: every step gives a new proposal, and no text is lost on the way.
 * Meanwhile an issue's `number` only names it, wherever it moves; `toConfirm` counts anew.
 */
import { joined, type Narrative, type Proposal, type ProposedIssue } from './tree';

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
      return placed(proposal, edit.issue, edit.aspect.trim(), edit.group.trim());
    case 'renameAspect':
      return proposal.issues
        .filter(({ aspect }) => aspect === edit.from)
        .reduce((moved, { number, group }) => placed(moved, number, edit.to.trim(), group), proposal);
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
    measureForm: before.measureForm || own.measureForm,
    statusWord: before.statusWord || own.statusWord,
    state: before.statusWord ? before.state : own.state,
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

/** The issue behind the last one of its new 方面 and 类, else of the 方面; of a new 方面, behind the one it leaves. */
function placed(proposal: Proposal, number: number, aspect: string, group: string): Proposal {
  const issue = proposal.issues.find((one) => one.number === number);
  if (issue === undefined) return proposal;
  const others = proposal.issues.filter((one) => one !== issue);
  const lastOf = (test: (one: ProposedIssue) => boolean) =>
    others.reduce((last, one, at) => (test(one) ? at : last), -1);
  const behind = [
    lastOf((one) => one.aspect === aspect && one.group === group),
    lastOf((one) => one.aspect === aspect),
    lastOf((one) => one.aspect === issue.aspect),
    proposal.issues.indexOf(issue) - 1,
  ].find((at) => at >= 0);
  const from = behind === undefined ? 0 : behind + 1;
  return { ...proposal, issues: [...others.slice(0, from), { ...issue, aspect, group }, ...others.slice(from)] };
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

function replaced<T>(items: readonly T[], at: number, item: T): T[] {
  return items.map((old, place) => (place === at ? item : old));
}

function without<T>(items: readonly T[], at: number): T[] {
  return items.filter((_, place) => place !== at);
}
