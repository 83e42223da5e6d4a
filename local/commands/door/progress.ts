/** What the door answers about progress: meeting papers, reminders, roll-up, statistics and views. */
import { isObject } from '../../files/result';
import { idOf, isNumber, isText, isTexts } from './values';

/** Those due a mail, and what became of the mails. */
export interface RemindAnswer {
  mails: {
    to: string;
    name: string;
    level: string;
    number: string;
    subject: string;
    body: string;
    items: RemindItem[];
  }[];
  /** Beyond the day's quota. */
  postponed: { to: string; name: string }[];
  unreachable: { name: string; why: string; issues: number[] }[];
  /** Mails that may not have arrived and are not sent again. */
  doubtful: string[];
  sent: number;
  /** Left to the next run. */
  unsent: number;
  quotaLeft: number;
}

export interface RemindItem {
  issue: number;
  title: string;
  reason: string;
  level: string;
  /** `督办〔2026〕3号`; `''` for a mere reminder. */
  number: string;
  /** Address of the issue's row. */
  url: string;
}

export interface PackAnswer {
  from: string;
  to: string;
  closed: number;
  overdue: number;
  asked: number;
  /** Id of the file in Drive. */
  docx: string | null;
  text: string;
}

interface UnitFigures {
  fedBack: number;
  closed: number;
  ongoing: number;
  inProgress: number;
  notStarted: number;
  terminated: number;
  overdue: number;
  measuresDone: number;
  measuresInForce: number;
  completion: { n: number; d: number };
}

export interface Round {
  total: UnitFigures & { units: number };
  league: (UnitFigures & { rank: number; unit: string })[];
  notice: string;
  common: { title: string; units: string[]; issues: { unit: string; number: number | null; title: string }[] }[];
}

export interface RollUpAnswer {
  units: number;
  read: number;
  /** Not read yet: the command goes on when it is called again. */
  pending: number;
  failed: { unit: string; message: string }[];
  /** There when nothing is pending. */
  round: Round | null;
}

/** A rate: n of d. */
export interface Fraction {
  n: number;
  d: number;
}

/** What of the statistics is told in words; the rest passes as it came. */
export interface StatsAnswer {
  asOf: string;
  fedBack: number;
  issues: {
    total: number;
    closed: number;
    ongoing: number;
    inProgress: number;
    notStarted: number;
    terminated: number;
    overdue: number;
    completion: Fraction;
  };
  measures: { completion: Fraction };
  onTime: { first: { rate: Fraction }; present: { rate: Fraction } };
  evidenced: Fraction;
  returned: Fraction;
  overturned: Fraction;
}

export interface ListedView {
  title: string;
  tab: string;
  count: number;
}

export interface ViewsKept {
  made: number;
  changed: number;
  removed: number;
}

function isMailDue(value: unknown): value is RemindAnswer['mails'][number] {
  if (!isObject(value)) return false;
  const { to, name, level, number, subject, body, items } = value;
  return [to, name, level, number, subject, body].every(isText) && Array.isArray(items) && items.every(isRemindItem);
}

function isRemindItem(value: unknown): value is RemindItem {
  if (!isObject(value) || !isNumber(value.issue)) return false;
  const { title, reason, level, number, url } = value;
  return [title, reason, level, number, url].every(isText);
}

function isAddressee(value: unknown): value is RemindAnswer['postponed'][number] {
  return isObject(value) && isText(value.to) && isText(value.name);
}

function isUnreachable(value: unknown): value is RemindAnswer['unreachable'][number] {
  if (!isObject(value) || !isText(value.name) || !isText(value.why)) return false;
  return Array.isArray(value.issues) && value.issues.every(isNumber);
}

function hasFigures(value: unknown): value is UnitFigures & Record<string, unknown> {
  if (!isObject(value) || !isObject(value.completion)) return false;
  const { fedBack, closed, ongoing, inProgress, notStarted, terminated, overdue, measuresDone, measuresInForce } =
    value;
  const { n, d } = value.completion;
  const counts = [fedBack, closed, ongoing, inProgress, notStarted, terminated, overdue, measuresDone, measuresInForce];
  return [...counts, n, d].every(isNumber);
}

function isRound(value: unknown): value is Round {
  if (!isObject(value) || !isText(value.notice)) return false;
  const { total, league, common } = value;
  if (!hasFigures(total) || !isNumber(total.units)) return false;
  if (!Array.isArray(league) || !league.every((row) => hasFigures(row) && isNumber(row.rank) && isText(row.unit))) {
    return false;
  }
  return Array.isArray(common) && common.every(isCommon);
}

function isCommon(value: unknown): value is Round['common'][number] {
  if (!isObject(value) || !isText(value.title) || !isTexts(value.units) || !Array.isArray(value.issues)) return false;
  return value.issues.every((issue) => isObject(issue) && isText(issue.unit) && isText(issue.title));
}

function isFailure(value: unknown): value is RollUpAnswer['failed'][number] {
  return isObject(value) && isText(value.unit) && isText(value.message);
}

function isFraction(value: unknown): value is Fraction {
  return isObject(value) && isNumber(value.n) && isNumber(value.d);
}

const COUNTED = ['total', 'closed', 'ongoing', 'inProgress', 'notStarted', 'terminated', 'overdue'] as const;

function isStats(value: unknown): value is StatsAnswer {
  if (!isObject(value) || !isText(value.asOf) || !isNumber(value.fedBack)) return false;
  const { issues, measures, onTime, evidenced, returned, overturned } = value;
  if (!isObject(issues) || !COUNTED.every((count) => isNumber(issues[count]))) return false;
  if (!isObject(measures) || !isObject(onTime) || !isObject(onTime.first) || !isObject(onTime.present)) return false;
  const rates = [issues.completion, measures.completion, onTime.first.rate, onTime.present.rate];
  return [...rates, evidenced, returned, overturned].every(isFraction);
}

function isListedView(value: unknown): value is ListedView {
  return isObject(value) && isText(value.title) && isText(value.tab) && isNumber(value.count);
}

/** Each answer read from what came back; undefined where it is not what was agreed. */
export const progressShapes = {
  progressPack(value: unknown): PackAnswer | undefined {
    if (!isObject(value) || !isText(value.from) || !isText(value.to) || !isText(value.text)) return undefined;
    const { from, to, closed, overdue, asked, text } = value;
    if (!isNumber(closed) || !isNumber(overdue) || !isNumber(asked)) return undefined;
    return { from, to, closed, overdue, asked, docx: idOf(value.docx), text };
  },
  remind(value: unknown): RemindAnswer | undefined {
    if (!isObject(value)) return undefined;
    const { mails, postponed, unreachable, doubtful, sent, unsent, quotaLeft } = value;
    if (!isNumber(sent) || !isNumber(unsent) || !isNumber(quotaLeft) || !isTexts(doubtful)) return undefined;
    if (!Array.isArray(mails) || !mails.every(isMailDue)) return undefined;
    if (!Array.isArray(postponed) || !postponed.every(isAddressee)) return undefined;
    if (!Array.isArray(unreachable) || !unreachable.every(isUnreachable)) return undefined;
    return { mails, postponed, unreachable, doubtful, sent, unsent, quotaLeft };
  },
  rollUp(value: unknown): RollUpAnswer | undefined {
    if (!isObject(value)) return undefined;
    const { units, read, pending, failed, round } = value;
    if (!isNumber(units) || !isNumber(read) || !isNumber(pending)) return undefined;
    if (!Array.isArray(failed) || !failed.every(isFailure)) return undefined;
    return round === null || isRound(round) ? { units, read, pending, failed, round } : undefined;
  },
  statistics: (value: unknown): StatsAnswer | undefined => (isStats(value) ? value : undefined),
  listViews: (value: unknown): ListedView[] | undefined =>
    Array.isArray(value) && value.every(isListedView) ? value : undefined,
  refreshViews(value: unknown): ViewsKept | undefined {
    if (!isObject(value)) return undefined;
    const { made, changed, removed } = value;
    return isNumber(made) && isNumber(changed) && isNumber(removed) ? { made, changed, removed } : undefined;
  },
};
