/**
 * An example's history, played through the door by the people who made it: the document imported, the plan laid down, and
 * then step by step what was done, each person filling in what was there by that day before they report or apply.
 */
import { isObject, ok, type Result, refuse } from '../files/result';
import type { XlsxRow, XlsxTab } from '../files/xlsx';
import { tabsOfJson } from '../files/xlsxRead';
import type { ActRequest } from './door/course';
import type { Session } from './session';

/** What a history is played on. */
export type Player = Pick<Session, 'call' | 'actingAs'>;

interface Step extends ActRequest {
  /** `2026-06-24T10:00`, time in China. */
  at: string;
  /** Name in 名单. */
  as: string;
  /** Cells as they were then, where they are different from what they came to in the end. */
  fill: XlsxTab[];
}

export interface History {
  /** When the document was imported and the plan laid down. */
  imported: string;
  planned: string;
  steps: Step[];
  /** Who brought the ledger up to date at last, and when. */
  updated: { at: string; as: string };
}

type Values = XlsxRow['values'];

const PLAN_TABS = ['设置', '名单', '代签委托'];
const ISSUES = '问题台账';
const MEASURES = '整改措施';
const EVIDENCE = '佐证材料';
/** Written when there is something to write: not part of a plan. */
const RESULTS_OF_ISSUE = ['举一反三', '整改成效'];
const RESULTS_OF_MEASURE = ['状态', '完成日期', '落实情况'];
/** Recorded by the program. 原定时限 is here to tell what was planned where a deadline has moved since. */
const FIRST_DEADLINE = '原定时限';
/** Actions before which people fill in what they have. */
const REPORTING = ['进展', '申请销号', '申请长期坚持'];

/** The history of a file's JSON; undefined where it is none. */
export function historyOfJson(json: unknown): History | undefined {
  if (!isObject(json) || !Array.isArray(json.steps) || !isObject(json.updated)) return undefined;
  const { imported, planned } = json;
  const { at, as } = json.updated;
  const steps = json.steps.map(stepOf);
  const known = steps.filter((step) => step !== undefined);
  if (!isMoment(imported) || !isMoment(planned) || !isMoment(at) || typeof as !== 'string') return undefined;
  return known.length === steps.length ? { imported, planned, steps: known, updated: { at, as } } : undefined;
}

function stepOf(json: unknown): Step | undefined {
  if (!isObject(json)) return undefined;
  const { at, as, action, issues, reason, date, reasonClass, measures = [], fill = {} } = json;
  const tabs = tabsOfJson(fill);
  if (!isMoment(at) || typeof as !== 'string' || typeof action !== 'string' || tabs === undefined) return undefined;
  if (!Array.isArray(issues) || !issues.every((issue) => typeof issue === 'number')) return undefined;
  if (!Array.isArray(measures) || !measures.every(isWish)) return undefined;
  return {
    at,
    as,
    action,
    issues,
    fill: tabs,
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof date === 'string' ? { date } : {}),
    ...(typeof reasonClass === 'string' ? { reasonClass } : {}),
    ...(measures.length > 0 ? { measures } : {}),
  };
}

function isMoment(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value);
}

function isWish(value: unknown): value is { id: string; reason: string } {
  return isObject(value) && typeof value.id === 'string' && typeof value.reason === 'string';
}

/** Plays the history on a ledger just set up, up to what `progress` holds. Fault `example-broken` names the step refused. */
export function playHistory<T>(
  player: Player,
  history: History,
  progress: readonly XlsxTab[],
  importing: () => Result<T>,
): Result<T> {
  const mails = new Map(rowsOf(progress, '名单').map((row) => [row.姓名, String(row.邮箱 ?? '')]));
  /** As the owner when nobody is named. */
  const at = <R>(moment: string, name: string | undefined, work: () => R): R => {
    const as = name === undefined ? undefined : (mails.get(name) ?? name);
    return player.actingAs({ at: instantAt(moment), ...(as ? { as } : {}) }, work);
  };
  const imported = at(history.imported, undefined, importing);
  if (!imported.ok) return imported;
  const planned = at(history.planned, undefined, () => merge(player, plan(progress)));
  if (!planned.ok) return planned;
  for (const step of history.steps) {
    const done = at(step.at, step.as, () => take(player, step, progress));
    if (!done.ok) return done;
  }
  const { updated } = history;
  const filled = at(updated.at, updated.as, () => merge(player, withoutSystem(progress)));
  return filled.ok ? imported : filled;
}

function take(player: Player, step: Step, progress: readonly XlsxTab[]): Result<unknown> {
  const { at, as, fill, ...request } = step;
  const known = REPORTING.includes(step.action) ? knownBy(progress, step.issues, at.slice(0, 10)) : [];
  const filled = merge(player, overlaid(known, fill));
  if (!filled.ok) return filled;
  const answer = player.call('act', request);
  if (!answer.ok) return answer;
  const refused = answer.value.flatMap((result) =>
    result.unmet.map(({ message, remedy }) => `问题${result.issue}：${message}${remedy}`),
  );
  if (refused.length === 0) return answer;
  const message = `示例中${at}${as}“${step.action}”未能办理：${refused.join('')}`;
  return refuse({ code: 'example-broken', message });
}

function merge({ call }: Player, tabs: XlsxTab[]): Result<unknown> {
  if (tabs.every(({ rows }) => rows.length === 0)) return ok(undefined);
  const merged = call('mergeEdits', { tabs });
  return merged.ok && merged.value.refused.length > 0 ? refuse(...merged.value.refused) : merged;
}

/** Who does what by when: no results yet, and deadlines as they were first set. */
function plan(progress: readonly XlsxTab[]): XlsxTab[] {
  const first = new Map(rowsOf(progress, ISSUES).map((row) => [row.编号, row[FIRST_DEADLINE]]));
  const issues = rowsOf(progress, ISSUES).map((row) => {
    const moved = row[FIRST_DEADLINE];
    return { ...without(row, [...RESULTS_OF_ISSUE, FIRST_DEADLINE]), ...(moved ? { 整改时限: moved } : {}) };
  });
  const measures = rowsOf(progress, MEASURES).map((row) => {
    const limit = first.get(row.问题编号);
    const late = limit && row.时限 && row.时限 > limit;
    return { ...without(row, RESULTS_OF_MEASURE), ...(late ? { 时限: limit } : {}), 状态: '未开始' };
  });
  return [
    ...progress.filter(({ title }) => PLAN_TABS.includes(title)),
    tabOf(ISSUES, issues),
    tabOf(MEASURES, measures),
  ];
}

/** What there was to fill in of some issues by a day. */
function knownBy(progress: readonly XlsxTab[], issues: readonly number[], day: string): XlsxTab[] {
  const by = (date: Values[string] | undefined): boolean => typeof date === 'string' && date <= day;
  const ours = (row: Values): boolean => typeof row.问题编号 === 'number' && issues.includes(row.问题编号);
  const results = rowsOf(progress, ISSUES)
    .filter(({ 编号 }) => typeof 编号 === 'number' && issues.includes(编号))
    .map((row) => only(row, ['编号', ...RESULTS_OF_ISSUE]));
  const measures = rowsOf(progress, MEASURES)
    .filter((row) => ours(row) && (by(row.完成日期) || row.状态 === '进行中'))
    .map((row) => only(row, ['措施编号', '时限', ...RESULTS_OF_MEASURE]));
  const evidence = rowsOf(progress, EVIDENCE).filter((row) => ours(row) && by(row.日期));
  return [tabOf(ISSUES, results), tabOf(MEASURES, measures), tabOf(EVIDENCE, evidence)];
}

function withoutSystem(progress: readonly XlsxTab[]): XlsxTab[] {
  return progress.map(({ title, rows }) =>
    title === ISSUES
      ? tabOf(
          title,
          rows.map(({ values }) => without(values, [FIRST_DEADLINE])),
        )
      : { title, rows },
  );
}

/** Rows with the cells of others of the same key laid over them; rows that are only among the others are added. */
function overlaid(under: readonly XlsxTab[], over: readonly XlsxTab[]): XlsxTab[] {
  const titles = [...new Set([...under, ...over].map(({ title }) => title))];
  return titles.map((title) => {
    const rows = new Map<unknown, Values>();
    for (const row of [...rowsOf(under, title), ...rowsOf(over, title)]) {
      const key = Object.values(row)[0];
      rows.set(key, { ...rows.get(key), ...row });
    }
    return tabOf(title, [...rows.values()]);
  });
}

function rowsOf(tabs: readonly XlsxTab[], title: string): Values[] {
  return tabs.find((tab) => tab.title === title)?.rows.map(({ values }) => values) ?? [];
}

function tabOf(title: string, rows: readonly Values[]): XlsxTab {
  return { title, rows: rows.map((values) => ({ row: null, values })) };
}

function without(row: Values, headers: readonly string[]): Values {
  return Object.fromEntries(Object.entries(row).filter(([header]) => !headers.includes(header)));
}

function only(row: Values, headers: readonly string[]): Values {
  return Object.fromEntries(Object.entries(row).filter(([header]) => headers.includes(header)));
}

function instantAt(moment: string): Date {
  return new Date(`${moment}:00+08:00`);
}
