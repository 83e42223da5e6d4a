/** 办理: the one way by which an issue's state changes, whether asked from the menu, the sidebar, a cell or the terminal. */
import { addRecord, type Change, setRecord } from '../ledger/changes';
import { ok, type Result, refuse } from '../ledger/fault';
import type { Ledger } from '../ledger/ledger';
import { readLedger } from '../ledger/read';
import type { Settings } from '../ledger/settings';
import { signersNow } from '../progress/turns';
import { parseDate } from '../text/dates';
import { ACTION_IDS, ACTIONS, actionOf } from '../workflow/actions';
import { continueLog } from '../workflow/chain';
import { type Ask, type Decision, decide } from '../workflow/decide';
import { type Dossier, dossiersOf } from '../workflow/dossier';
import { readOperation } from '../workflow/operation';
import { nameOf, type World } from '../workflow/people';
import type { Gives, Takes } from './contract';
import { hintAfter } from './hint';
import { choicesFor } from './operations';
import type { Ports } from './ports';

type ActResult = Gives<'act'>['results'][number];
type Asked = Omit<Ask, 'by' | 'now'>;
/** What is asked of one issue; text in a cell that names no action is told so. */
type Request = { issue: number } & (Asked | { unreadable: string });

/**
 * Decides for every issue named, writes what is permitted in one commit, and gives a result for each. `ok` of the whole
 * says that the ledger could be read and written; each result says what became of its issue.
 */
export function act(ports: Ports, asked: Takes<'act'>): Result<Gives<'act'>> {
  const action = actionOf(asked.action);
  if (action === undefined) {
    const known = ACTION_IDS.map((id) => ACTIONS[id].title).join('、');
    return refuse({ code: 'unknown-action', message: `没有名为“${asked.action}”的动作，可用：${known}。` });
  }
  const date = asked.date === undefined || asked.date.trim() === '' ? null : parseDate(asked.date);
  if (date === undefined)
    return refuse({ code: 'bad-date', message: `“${asked.date}”不是有效日期，请改为如 2026-06-30 的日期。` });
  const { reason = '', reasonClass = '', measures } = asked;
  const ask: Asked = {
    action,
    reason,
    reasonClass,
    date,
    ...(measures === undefined ? {} : { measures }),
  };
  return perform(ports, false, () =>
    [...new Set(asked.issues)].map((issue) => {
      const seal = asked.seals?.[issue] ?? asked.seal;
      return { issue, ...ask, ...(seal === undefined ? {} : { seal }) };
    }),
  );
}

/** What was typed into 操作 in rows `first` to `last` (1-based) of 问题台账. A cell that was carried out is emptied. */
export function actInCells(ports: Ports, { first, last }: { first: number; last: number }): Result<Gives<'act'>> {
  return perform(ports, true, ({ issues }) =>
    issues.records.flatMap(({ number, operation }, at): Request[] => {
      const row = issues.rows[at] ?? 0;
      if (number === null || operation.trim() === '' || row < first || row > last) return [];
      return [{ issue: number, ...(readOperation(operation) ?? { unreadable: operation }) }];
    }),
  );
}

/** @param inCells  a cell asked, so its note answers whatever came of it; else a refusal leaves no trace */
function perform(ports: Ports, inCells: boolean, requestsIn: (ledger: Ledger) => Request[]): Result<Gives<'act'>> {
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read();
    const { ledger } = readLedger(snapshot);
    const requests = requestsIn(ledger);
    const dossiers = dossiersOf(ledger);
    const world = worldOf(ledger, ports);
    const stamp = { by: ports.actor(), now: ports.clock.now() };
    const decided = requests.map((request) => {
      const dossier = dossiers.get(request.issue);
      if (dossier === undefined) return { dossier, result: noIssue(request.issue) };
      if ('unreadable' in request) return { dossier, result: unreadable(request, dossier, ledger.settings) };
      const decision = decide({ ...request, ...stamp }, dossier, world);
      return { dossier, decision, result: resultOf(request.issue, decision, dossier) };
    });
    const drafts = decided.flatMap(({ decision }) => decision?.drafts ?? []);
    const who = nameOf(ledger.people.records, stamp.by) || '未知账号';
    const changes = decided.flatMap(({ dossier, decision, result }) => {
      if (dossier === undefined || (!inCells && (decision?.drafts ?? []).length === 0)) return [];
      return cellsAfter(
        ledger,
        world,
        dossier,
        decision,
        `【办理】${stamp.now.slice(0, 16)} ${who}\n${noteOf(result)}`,
      );
    });
    const rows = continueLog(ledger.log.records, drafts).map((entry) => addRecord('log', entry));
    const written = ports.workbook.commit(snapshot, [...changes, ...rows]);
    return written.ok ? ok({ results: decided.map(({ result }) => result) }) : written;
  });
}

/** People, delegations and settings, as decisions are made against them. */
export function worldOf({ people, delegations, settings }: Ledger, ports: Ports): World {
  return {
    people: people.records,
    delegations: delegations.records,
    settings,
    today: ports.clock.today(),
  };
}

/** The issue's own cells; a refused request leaves all but the note, and what was typed stays. */
function cellsAfter(
  ledger: Ledger,
  world: World,
  dossier: Dossier,
  decision: Decision | undefined,
  note: string,
): Change[] {
  const { issue, at } = dossier;
  const isDone = decision?.outcome === 'done';
  const values = { ...decision?.values, ...(isDone ? { operation: '' } : {}) };
  const choices: { choices?: readonly string[] } = {};
  if (decision !== undefined && decision.drafts.length > 0) {
    const { course } = decision;
    const after = { ...dossier, issue: { ...issue, ...values }, course };
    const signers = signersNow(after, world).map(({ name }) => name);
    values.hints = hintAfter(after.issue, ledger.settings, world.today, course, signers);
    choices.choices = choicesFor(course, ledger.settings);
  }
  return [
    ...setRecord(ledger.issues, at, values),
    {
      kind: 'dress',
      tab: 'issues',
      key: String(issue.number ?? ''),
      row: ledger.issues.rows[at] ?? 0,
      column: 'operation',
      note,
      ...choices,
    },
  ];
}

function resultOf(issue: number, decision: Decision, { course }: Dossier): ActResult {
  return {
    issue,
    ok: decision.outcome === 'done',
    from: course.state,
    to: decision.course.state,
    round: decision.course.round,
    seal: decision.seal,
    message: decision.message,
    unmet: decision.unmet,
  };
}

function noteOf({ ok: done, message, unmet }: ActResult): string {
  return done ? message : [message, ...unmet.map(({ message: what, remedy }) => `· ${what}：${remedy}。`)].join('\n');
}

function noIssue(issue: number): ActResult {
  const message = `“问题台账”没有编号${issue}`;
  const unmet = [{ code: 'no-such-issue', message, remedy: '请核对编号' }];
  return { issue, ok: false, from: '', to: '', round: 0, seal: '', message: `${message}。`, unmet };
}

function unreadable(
  { issue, unreadable: text }: { issue: number; unreadable: string },
  { course }: Dossier,
  settings: Settings,
): ActResult {
  const message = `“${text.slice(0, 20)}”不是可办理的动作`;
  const remedy = `请从下拉列表选择：${choicesFor(course, settings).join('、')}；理由和日期写在动作之后`;
  const unmet = [{ code: 'unknown-action', message, remedy }];
  return {
    issue,
    ok: false,
    from: course.state,
    to: course.state,
    round: course.round,
    seal: '',
    message: `${message}。`,
    unmet,
  };
}
