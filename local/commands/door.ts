/** What the built program's remote door takes and gives, as far as the terminal needs it, with the shapes checked. */
import { type Fault, isObject } from '../files/result';
import type { XlsxTab } from '../files/xlsx';
import {
  type PrivacyHit,
  type Reconciled,
  type ReportAnswer,
  type ReportAsked,
  type ReportRequest,
  reportShapes,
  type Upload,
} from './doorReports';
import { faultsOf, idOf, isDayOrNone, isNumber, isText, isTexts } from './doorValues';

export { faultsOf } from './doorValues';

export interface Finding {
  code: string;
  severity: 'error' | 'warning' | 'note';
  message: string;
  remedy: string;
}

export interface CheckAnswer {
  errors: number;
  warnings: number;
  notes: number;
  findings: Finding[];
}

export interface ImportAnswer {
  aspects: number;
  groups: number;
  issues: number;
  measures: number;
  unplaced: string[];
  warnings: string[];
}

export interface MergeAnswer {
  changed: number;
  added: number;
  refused: Fault[];
}

/** What keeps a person from an action, and what to do about it. */
export interface Unmet {
  code: string;
  message: string;
  remedy: string;
}

/** What became of an action on one issue. */
export interface ActResult {
  issue: number;
  ok: boolean;
  from: string;
  to: string;
  round: number;
  /** Fingerprint of what was decided on. */
  seal: string;
  message: string;
  unmet: Unmet[];
}

export interface ActRequest {
  action: string;
  issues: number[];
  reason?: string;
  /** `YYYY-MM-DD` */
  date?: string;
  reasonClass?: string;
  /** The fingerprint the person saw; a different one refuses. */
  seal?: string;
  /** What is wanted of single measures when an application is returned. */
  measures?: { id: string; reason: string }[];
}

export interface VerifyAnswer {
  rows: number;
  intact: boolean;
  /** 序号 of the first row that does not follow from the one before. */
  broken: number | null;
  /** Statuses that are not what the log says. */
  differs: { issue: number; cell: string; message: string }[];
}

export const STRATA = ['方面', '责任部门'] as const;
export type Stratum = (typeof STRATA)[number];

export interface RecheckAnswer {
  seed: string;
  share: number;
  population: number;
  sample: { number: number; title: string; stratum: string }[];
  /** 部分反弹 and 反弹 of all that were re-checked. */
  overturned: { n: number; d: number };
}

export interface IncomingDocument {
  id: string;
  sender: string;
  title: string;
  documentNumber: string;
  receivedOn: string | null;
  instruction: string;
  department: string;
  dueOn: string | null;
  settledOn: string | null;
  daysLeft: number | null;
  issues: number[];
}

export interface CatalogueAnswer {
  rows: number;
  /** Ids of the files in Drive. */
  docx: string | null;
  text: string;
}

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

export type Row = Record<string, unknown>;

export interface Commands {
  setUpLedger: Record<string, never>;
  importDocument: { name: string; base64: string; append?: boolean };
  checkLedger: Record<string, never>;
  generateReport: ReportRequest;
  scanPrivacy: ReportAsked;
  decideHit: ReportAsked & { key: string; choice: string; reason: string };
  reconcile: { version?: number; file: Upload };
  starterTemplate: Record<string, never>;
  readTab: { tab: string };
  mergeEdits: { tabs: XlsxTab[]; adopt?: boolean; whole?: boolean };
  act: ActRequest;
  verifyLog: Record<string, never>;
  drawRecheck: { share: number; seed: string; by?: Stratum };
  listDocuments: Record<string, never>;
  fileCatalogue: { issue?: number };
  progressPack: { from?: string; to?: string };
  remind: { dryRun: boolean };
  statistics: Record<string, never>;
  listViews: Record<string, never>;
  refreshViews: Record<string, never>;
  rollUp: Record<string, never>;
}

export interface Answers {
  setUpLedger: { created: string[] };
  importDocument: ImportAnswer;
  checkLedger: CheckAnswer;
  generateReport: ReportAnswer;
  scanPrivacy: { hits: PrivacyHit[] };
  decideHit: { hits: PrivacyHit[] };
  reconcile: Reconciled;
  starterTemplate: { docx: string | null; tags: { tag: string; meaning: string }[] };
  readTab: { columns: string[]; rows: Row[] };
  mergeEdits: MergeAnswer;
  act: ActResult[];
  verifyLog: VerifyAnswer;
  drawRecheck: RecheckAnswer;
  listDocuments: IncomingDocument[];
  fileCatalogue: CatalogueAnswer;
  progressPack: PackAnswer;
  remind: RemindAnswer;
  statistics: StatsAnswer;
  listViews: ListedView[];
  refreshViews: ViewsKept;
  rollUp: RollUpAnswer;
}

function isFinding(value: unknown): value is Finding {
  return (
    isObject(value) &&
    typeof value.code === 'string' &&
    (value.severity === 'error' || value.severity === 'warning' || value.severity === 'note') &&
    typeof value.message === 'string' &&
    typeof value.remedy === 'string'
  );
}

function isUnmet(value: unknown): value is Unmet {
  return isObject(value) && isText(value.code) && isText(value.message) && isText(value.remedy);
}

function isActResult(value: unknown): value is ActResult {
  if (!isObject(value) || !isNumber(value.issue) || typeof value.ok !== 'boolean' || !isNumber(value.round)) {
    return false;
  }
  const { from, to, seal, message, unmet } = value;
  return [from, to, seal, message].every(isText) && Array.isArray(unmet) && unmet.every(isUnmet);
}

function isDifference(value: unknown): value is VerifyAnswer['differs'][number] {
  return isObject(value) && isNumber(value.issue) && isText(value.cell) && isText(value.message);
}

function isDrawn(value: unknown): value is RecheckAnswer['sample'][number] {
  return isObject(value) && isNumber(value.number) && isText(value.title) && isText(value.stratum);
}

function isIncoming(value: unknown): value is IncomingDocument {
  if (!isObject(value)) return false;
  const { id, sender, title, documentNumber, instruction, department } = value;
  const { receivedOn, dueOn, settledOn, daysLeft, issues } = value;
  return (
    [id, sender, title, documentNumber, instruction, department].every(isText) &&
    [receivedOn, dueOn, settledOn].every(isDayOrNone) &&
    (daysLeft === null || isNumber(daysLeft)) &&
    Array.isArray(issues) &&
    issues.every(isNumber)
  );
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

/** Each command's answer read from what came back; undefined where it is not what was agreed. */
export const shapes: { [C in keyof Answers]: (value: unknown) => Answers[C] | undefined } = {
  setUpLedger: (value) => (isObject(value) && isTexts(value.created) ? { created: value.created } : undefined),
  importDocument(value) {
    if (!isObject(value)) return undefined;
    const { aspects, groups, issues, measures, unplaced, warnings } = value;
    if (!isNumber(aspects) || !isNumber(groups) || !isNumber(issues) || !isNumber(measures)) return undefined;
    return isTexts(unplaced) && isTexts(warnings)
      ? { aspects, groups, issues, measures, unplaced, warnings }
      : undefined;
  },
  checkLedger(value) {
    if (!isObject(value)) return undefined;
    const { errors, warnings, notes, findings } = value;
    if (!isNumber(errors) || !isNumber(warnings) || !isNumber(notes)) return undefined;
    if (!Array.isArray(findings) || !findings.every(isFinding)) return undefined;
    return { errors, warnings, notes, findings };
  },
  ...reportShapes,
  readTab(value) {
    if (!isObject(value) || !isTexts(value.columns) || !Array.isArray(value.rows)) return undefined;
    return value.rows.every(isObject) ? { columns: value.columns, rows: value.rows } : undefined;
  },
  mergeEdits(value) {
    if (!isObject(value) || !isNumber(value.changed) || !isNumber(value.added)) return undefined;
    return { changed: value.changed, added: value.added, refused: faultsOf(value.refused) };
  },
  act(value) {
    const results = isObject(value) ? value.results : undefined;
    return Array.isArray(results) && results.every(isActResult) ? results : undefined;
  },
  verifyLog(value) {
    if (!isObject(value) || !isNumber(value.rows) || typeof value.intact !== 'boolean') return undefined;
    const { rows, intact, broken, differs } = value;
    if (broken !== null && !isNumber(broken)) return undefined;
    return Array.isArray(differs) && differs.every(isDifference) ? { rows, intact, broken, differs } : undefined;
  },
  drawRecheck(value) {
    if (!isObject(value) || !isText(value.seed) || !isNumber(value.share) || !isNumber(value.population)) {
      return undefined;
    }
    const { seed, share, population, sample, overturned } = value;
    if (!Array.isArray(sample) || !sample.every(isDrawn) || !isObject(overturned)) return undefined;
    const { n, d } = overturned;
    return isNumber(n) && isNumber(d) ? { seed, share, population, sample, overturned: { n, d } } : undefined;
  },
  listDocuments: (value) => (Array.isArray(value) && value.every(isIncoming) ? value : undefined),
  fileCatalogue(value) {
    if (!isObject(value) || !isNumber(value.rows) || !isText(value.text)) return undefined;
    return { rows: value.rows, docx: idOf(value.docx), text: value.text };
  },
  progressPack(value) {
    if (!isObject(value) || !isText(value.from) || !isText(value.to) || !isText(value.text)) return undefined;
    const { from, to, closed, overdue, asked, text } = value;
    if (!isNumber(closed) || !isNumber(overdue) || !isNumber(asked)) return undefined;
    return { from, to, closed, overdue, asked, docx: idOf(value.docx), text };
  },
  remind(value) {
    if (!isObject(value)) return undefined;
    const { mails, postponed, unreachable, doubtful, sent, unsent, quotaLeft } = value;
    if (!isNumber(sent) || !isNumber(unsent) || !isNumber(quotaLeft) || !isTexts(doubtful)) return undefined;
    if (!Array.isArray(mails) || !mails.every(isMailDue)) return undefined;
    if (!Array.isArray(postponed) || !postponed.every(isAddressee)) return undefined;
    if (!Array.isArray(unreachable) || !unreachable.every(isUnreachable)) return undefined;
    return { mails, postponed, unreachable, doubtful, sent, unsent, quotaLeft };
  },
  rollUp(value) {
    if (!isObject(value)) return undefined;
    const { units, read, pending, failed, round } = value;
    if (!isNumber(units) || !isNumber(read) || !isNumber(pending)) return undefined;
    if (!Array.isArray(failed) || !failed.every(isFailure)) return undefined;
    return round === null || isRound(round) ? { units, read, pending, failed, round } : undefined;
  },
  statistics: (value) => (isStats(value) ? value : undefined),
  listViews: (value) => (Array.isArray(value) && value.every(isListedView) ? value : undefined),
  refreshViews(value) {
    if (!isObject(value)) return undefined;
    const { made, changed, removed } = value;
    return isNumber(made) && isNumber(changed) && isNumber(removed) ? { made, changed, removed } : undefined;
  },
};
