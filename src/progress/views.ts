/** The filter views of 问题台账, as values: what each shows, and which issues that are now. */
import type { Ledger } from '../ledger/ledger';
import { type ColumnId, ISSUE_STATES, type Issue, type IssueState } from '../ledger/schema';
import { addDays, type LedgerDate } from '../text/dates';
import { splitNames } from '../text/names';
import { type Dossier, dossiersOf } from '../workflow/dossier';
import type { World } from '../workflow/people';
import { compare } from './counts';
import { isOverdue, isSettled } from './deadlines';
import { signersNow } from './turns';
import { VIEWS } from './wording';

/** What a cell must be for its row to be shown. */
export type Condition =
  /** One of the values; `''` is a blank cell. */
  | { kind: 'oneOf'; values: readonly string[] }
  /** None of the values: in Sheets its hiddenValues. */
  | { kind: 'noneOf'; values: readonly string[] }
  | { kind: 'contains'; text: string }
  /** A regular expression (RE2 as well as ECMAScript) found in the cell: in Sheets REGEXMATCH in a CUSTOM_FORMULA. */
  | { kind: 'matches'; pattern: string }
  /** A date before `day`, the day the view was computed for: in Sheets DATE_BEFORE with relativeDate TODAY. */
  | { kind: 'beforeToday'; day: LedgerDate }
  /** A date from `from` to `to`, both included, the calendar month of the day the view was computed for. */
  | { kind: 'thisMonth'; from: LedgerDate; to: LedgerDate }
  /** 0 or blank. */
  | { kind: 'zero' };

export interface Criterion {
  column: ColumnId<'issues'>;
  condition: Condition;
}

export interface LedgerView {
  /** Unique; `部门·财务股`. */
  title: string;
  /** Id of the family, e.g. `department`; the part after `·` is its subject, `''` where there is one view only. */
  family: keyof Omit<typeof VIEWS, 'of'>;
  subject: string;
  tab: 'issues';
  /** All must hold. */
  criteria: readonly Criterion[];
  sort: { column: ColumnId<'issues'>; ascending: boolean };
  /** 编号 of the issues shown, by deadline (without one last), then by 编号. */
  issues: number[];
  /** Rows shown; a row without 编号 counts too. */
  count: number;
}

const SETTLED: readonly IssueState[] = ISSUE_STATES.filter(isSettled);
const OPEN: Criterion = { column: 'state', condition: { kind: 'noneOf', values: SETTLED } };
const state = (value: IssueState): Criterion => ({ column: 'state', condition: { kind: 'oneOf', values: [value] } });

/** The hint an application under way shows in 提示: `待分管领导（卫兰、陆衡）签批`. */
export function waitingHint(step: string, names: readonly string[]): string {
  return `待${step}${names.length === 0 ? '' : `（${names.join('、')}）`}签批`;
}

/** What 提示 says of an application that came back begins so. */
export const RETURNED_HINT = '被退回：';

/**
 * Every view of the ledger, in the order of the menu; the same records give the same views.
 * @param dossiers  the ledger's own, when the caller has made them already
 */
export function viewsOf(
  ledger: Ledger,
  today: LedgerDate,
  dossiers: ReadonlyMap<number, Dossier> = dossiersOf(ledger),
): LedgerView[] {
  const { settings, people, delegations } = ledger;
  const world: World = { people: people.records, delegations: delegations.records, settings, today };
  const issues = ledger.issues.records;
  const dossierOf = ({ number }: Issue): Dossier | undefined => (number === null ? undefined : dossiers.get(number));
  const evidenced = new Set(ledger.evidence.records.map(({ issue }) => issue));
  const evidence = ({ number }: Issue): boolean => number !== null && evidenced.has(number);
  const month = monthOf(today);
  const open = issues.filter((issue) => !isSettled(issue.state));
  const waiting = byName(issues, (issue) => {
    const dossier = dossierOf(issue);
    return dossier === undefined ? [] : signersNow(dossier, world).map(({ name }) => name);
  });
  const listed = new Set(world.people.map(({ name }) => name).filter((name) => name !== ''));
  const ours = byName(open, ({ person }) => splitNames(person));
  const departments = byName(issues, ({ department }) => splitNames(department));
  const leaders = byName(issues, ({ leader }) => splitNames(leader));
  const one = (family: LedgerView['family'], criteria: readonly Criterion[], shown: readonly Issue[]) => [
    viewOf(family, '', criteria, shown),
  ];
  return [
    ...[...listed].flatMap((name) => {
      const own = ours.get(name);
      return own === undefined ? [] : [viewOf('mine', name, [lists('person', name), OPEN], own)];
    }),
    ...one(
      'overdue',
      [{ column: 'deadline', condition: { kind: 'beforeToday', day: today } }, OPEN],
      open.filter((issue) => isOverdue(issue, today)),
    ),
    ...one(
      'thisMonth',
      [{ column: 'deadline', condition: { kind: 'thisMonth', ...month } }, OPEN],
      open.filter(({ deadline }) => deadline !== null && month.from <= deadline && deadline <= month.to),
    ),
    ...[...listed].flatMap((name) => {
      const own = waiting.get(name);
      return own === undefined ? [] : [viewOf('toSign', name, [signedBy(name)], own)];
    }),
    ...[...new Set([...settings.lists.departments, ...departments.keys()])].map((name) =>
      viewOf('department', name, [lists('department', name)], departments.get(name) ?? []),
    ),
    ...[...leaders].map(([name, own]) => viewOf('leader', name, [lists('leader', name)], own)),
    ...one(
      'ongoing',
      [state('长期坚持')],
      issues.filter((issue) => issue.state === '长期坚持'),
    ),
    ...one(
      'noEvidence',
      [{ column: 'evidenceCount', condition: { kind: 'zero' } }],
      issues.filter((issue) => !evidence(issue)),
    ),
    ...one(
      'returned',
      [{ column: 'hints', condition: { kind: 'contains', text: RETURNED_HINT } }],
      issues.filter((issue) => isReturned(dossierOf(issue))),
    ),
    ...one(
      'reopened',
      [state('重新整改')],
      issues.filter((issue) => issue.state === '重新整改'),
    ),
    ...one(
      'closed',
      [state('已销号')],
      issues.filter((issue) => issue.state === '已销号'),
    ),
  ];
}

/** Whether an application came back and none has followed. */
function isReturned(dossier: Dossier | undefined): boolean {
  if (dossier === undefined) return false;
  const { returned, state } = dossier.course;
  return returned !== '' && (state === '整改中' || state === '重新整改');
}

function viewOf(
  family: LedgerView['family'],
  subject: string,
  criteria: readonly Criterion[],
  shown: readonly Issue[],
): LedgerView {
  const sorted = [...shown].sort(
    (a, b) => compare(a.deadline ?? '~', b.deadline ?? '~') || (a.number ?? Infinity) - (b.number ?? Infinity) || 0,
  );
  return {
    title: subject === '' ? VIEWS[family] : VIEWS.of(VIEWS[family], subject),
    ...{ family, subject, tab: 'issues', criteria },
    sort: { column: 'deadline', ascending: true },
    issues: sorted.flatMap(({ number }) => (number === null ? [] : [number])),
    count: shown.length,
  };
}

/** The cell lists the name, alone or among others; 办公室 is no part of 县委办公室. */
function lists(column: ColumnId<'issues'>, name: string): Criterion {
  const pattern = `(^|[、，,；;\\n])\\s*${escaped(name)}\\s*($|[、，,；;\\n])`;
  return { column, condition: { kind: 'matches', pattern } };
}

/** 提示 names the person among those whose signature is waited for. */
function signedBy(name: string): Criterion {
  const pattern = `待[^；（]*（([^；）]*、)?${escaped(name)}(、[^；）]*)?）签批`;
  return { column: 'hints', condition: { kind: 'matches', pattern } };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Issues by each name, names in the order of the lowest 编号 that bears them. */
function byName(issues: readonly Issue[], namesOf: (issue: Issue) => readonly string[]): Map<string, Issue[]> {
  const found = new Map<string, Issue[]>();
  const ordered = [...issues].sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || 0);
  for (const issue of ordered) {
    for (const name of new Set(namesOf(issue))) {
      const own = found.get(name);
      if (own === undefined) found.set(name, [issue]);
      else own.push(issue);
    }
  }
  return found;
}

function monthOf(today: LedgerDate): { from: LedgerDate; to: LedgerDate } {
  const from = `${today.slice(0, 7)}-01`;
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
}
