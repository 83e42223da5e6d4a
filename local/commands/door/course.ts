/** What the door answers about close-out: actions, the log, re-checks, incoming documents and files. */
import { isObject } from '../../files/result';
import { idOf, isDayOrNone, isNumber, isText } from './values';

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

/** Each answer read from what came back; undefined where it is not what was agreed. */
export const courseShapes = {
  act(value: unknown): ActResult[] | undefined {
    const results = isObject(value) ? value.results : undefined;
    return Array.isArray(results) && results.every(isActResult) ? results : undefined;
  },
  verifyLog(value: unknown): VerifyAnswer | undefined {
    if (!isObject(value) || !isNumber(value.rows) || typeof value.intact !== 'boolean') return undefined;
    const { rows, intact, broken, differs } = value;
    if (broken !== null && !isNumber(broken)) return undefined;
    return Array.isArray(differs) && differs.every(isDifference) ? { rows, intact, broken, differs } : undefined;
  },
  drawRecheck(value: unknown): RecheckAnswer | undefined {
    if (!isObject(value) || !isText(value.seed) || !isNumber(value.share) || !isNumber(value.population)) {
      return undefined;
    }
    const { seed, share, population, sample, overturned } = value;
    if (!Array.isArray(sample) || !sample.every(isDrawn) || !isObject(overturned)) return undefined;
    const { n, d } = overturned;
    return isNumber(n) && isNumber(d) ? { seed, share, population, sample, overturned: { n, d } } : undefined;
  },
  listDocuments: (value: unknown): IncomingDocument[] | undefined =>
    Array.isArray(value) && value.every(isIncoming) ? value : undefined,
  fileCatalogue(value: unknown): CatalogueAnswer | undefined {
    if (!isObject(value) || !isNumber(value.rows) || !isText(value.text)) return undefined;
    return { rows: value.rows, docx: idOf(value.docx), text: value.text };
  },
};
