/** What the door's commands about reports take and give, as far as the terminal needs it. */
import { type Fault, isObject } from '../../files/result';
import { faultsOf, idOf, isNumber, isText, isTexts } from './values';

export const VARIANTS = ['four-part', 'two-part', 'three-part', 'statistics-first'] as const;
export const KINDS = [
  'public',
  'internal',
  'committee',
  'leader',
  'approval',
  'lists',
  'catalogue',
  'recheck',
  'follow-up',
] as const;

export interface ReportAsked {
  kind: (typeof KINDS)[number];
  variant?: (typeof VARIANTS)[number];
  issue?: number;
  /** The 版本 a 后续进展报告 goes on from. */
  since?: number;
}

export interface Upload {
  name: string;
  type: string;
  base64: string;
}

export interface ReportRequest extends ReportAsked {
  final?: boolean;
  /** Mails of people in 名单, wanted of a final report. */
  reviewer?: string;
  approver?: string;
  template?: Upload;
}

export interface ReportAnswer {
  status: 'draft' | 'final';
  version: number | null;
  /** Ids of the files in Drive. */
  docx: string | null;
  document: string | null;
  /** The report's text, one line a paragraph. */
  text: string | null;
  notes: string[];
  refused: Fault[];
}

export interface PrivacyHit {
  key: string;
  rule: string;
  title: string;
  text: string;
  place: string;
  masked: string | null;
  role: string | null;
  keepable: boolean;
  decision: { choice: string } | null;
}

/** A sentence that is not the same everywhere; `''` where it does not stand. */
export interface Difference {
  kind: 'ledger' | 'hand' | 'both';
  about: number | null;
  base: string;
  published: string;
  ledger: string;
}

export interface Reconciled {
  version: number | null;
  kind: string;
  same: number;
  hand: number;
  ledger: number;
  both: number;
  changes: Difference[];
}

function isHit(value: unknown): value is PrivacyHit {
  if (!isObject(value) || typeof value.keepable !== 'boolean') return false;
  const { key, rule, title, text, place, masked, role, decision } = value;
  if (![key, rule, title, text, place].every(isText) || ![masked, role].every(isTextOrNone)) return false;
  return decision === null || (isObject(decision) && isText(decision.choice));
}

const isTextOrNone = (value: unknown): value is string | null => value === null || isText(value);

function isDifference(value: unknown): value is Difference {
  if (!isObject(value) || !(value.kind === 'ledger' || value.kind === 'hand' || value.kind === 'both')) return false;
  const { about, base, published, ledger } = value;
  return (about === null || isNumber(about)) && [base, published, ledger].every(isText);
}

function isTag(value: unknown): value is { tag: string; meaning: string } {
  return isObject(value) && isText(value.tag) && isText(value.meaning);
}

function hits(value: unknown): { hits: PrivacyHit[] } | undefined {
  const found = isObject(value) ? value.hits : undefined;
  return Array.isArray(found) && found.every(isHit) ? { hits: found } : undefined;
}

export const reportShapes = {
  generateReport(value: unknown): ReportAnswer | undefined {
    if (!isObject(value) || !isTexts(value.notes)) return undefined;
    const { status, version, docx, document, text, notes, refused } = value;
    if (status !== 'draft' && status !== 'final') return undefined;
    const files = { docx: idOf(docx), document: idOf(document), text: isText(text) ? text : null };
    return { status, version: isNumber(version) ? version : null, ...files, notes, refused: faultsOf(refused) };
  },
  scanPrivacy: hits,
  decideHit: hits,
  reconcile(value: unknown): Reconciled | undefined {
    if (!isObject(value) || !isText(value.kind)) return undefined;
    const { version, kind, same, hand, ledger, both, changes } = value;
    if (!isNumber(same) || !isNumber(hand) || !isNumber(ledger) || !isNumber(both)) return undefined;
    if (!Array.isArray(changes) || !changes.every(isDifference)) return undefined;
    return { version: isNumber(version) ? version : null, kind, same, hand, ledger, both, changes };
  },
  starterTemplate(value: unknown) {
    if (!isObject(value) || !Array.isArray(value.tags) || !value.tags.every(isTag)) return undefined;
    return { docx: idOf(value.file), tags: value.tags };
  },
};
