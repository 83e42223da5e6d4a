/** What 提示 says in an issue's own row: the deadline first, then what the checks found there. */
import type { Issue } from '../ledger/schema';
import type { Settings } from '../ledger/settings';
import { deadlineStatus } from '../progress/deadlines';
import { RETURNED_HINT, waitingHint } from '../progress/views';
import type { LedgerDate } from '../text/dates';
import type { Course } from '../workflow/course';
import type { ShownFinding } from './findings';

/** Findings named in full; the rest are counted. */
const NAMED = 3;

/** A part that says what the issue waits for, or how its deadline stands: what needs no check to be known. */
const OWN = new RegExp(
  `^(待.*签批|${RETURNED_HINT}.*|申请延期至\\d{4}-\\d\\d-\\d\\d，待批|已逾期\\d+天|今日到期|还有\\d+天到期)$`,
);

/** @param signers  names of those who may sign the step an application has come to (progress/turns, signersNow) */
export function hintOf(
  issue: Issue,
  findings: readonly ShownFinding[],
  settings: Settings,
  today: LedgerDate,
  course?: Course,
  signers: readonly string[] = [],
): string {
  const grave = findings.filter(({ severity, code }) => severity !== 'note' && code !== 'overdue');
  const parts = ownParts(issue, settings, today, course, signers);
  parts.push(...grave.slice(0, NAMED).map(({ message }) => inRow(message)));
  if (grave.length > NAMED) parts.push(`另有${grave.length - NAMED}项`);
  return parts.join('；');
}

/** The hint of an issue that went on, or over which days went by: its own parts anew, and what the last check found in its row. */
export function hintAfter(
  issue: Issue,
  settings: Settings,
  today: LedgerDate,
  course: Course | undefined,
  signers: readonly string[],
): string {
  const found = issue.hints === '' ? [] : issue.hints.split('；');
  const first = found.findIndex((part) => !OWN.test(part));
  return [...ownParts(issue, settings, today, course, signers), ...(first < 0 ? [] : found.slice(first))].join('；');
}

/** What the issue waits for, then its deadline. No part holds a `；`, so that the parts are found again. */
function ownParts(
  issue: Issue,
  settings: Settings,
  today: LedgerDate,
  course: Course | undefined,
  signers: readonly string[],
): string[] {
  const { word, days } = deadlineStatus(issue, today, settings.soonDays ?? 7);
  const parts = course === undefined ? [] : standingOf(course, signers);
  if (word === '逾期' && days !== null) parts.push(`已逾期${Math.abs(days)}天`);
  if (word === '临期' && days !== null) parts.push(days === 0 ? '今日到期' : `还有${days}天到期`);
  return parts.map((part) => part.replace(/[；\r\n]+/g, '，'));
}

/** What the issue waits for: a signature, a decision on its extension, or the person whose application came back. */
function standingOf({ state, attempt, extension, returned }: Course, signers: readonly string[]): string[] {
  const parts: string[] = [];
  if (attempt !== null) parts.push(waitingHint(attempt.steps[attempt.signatures.length] ?? '', signers));
  if (returned !== '' && (state === '整改中' || state === '重新整改')) parts.push(RETURNED_HINT + returned);
  if (extension !== null) parts.push(`申请延期至${extension.to}，待批`);
  return parts;
}

/** The sentence without its place, which is the row itself, and without the other rows that have the same fault. */
function inRow(message: string): string {
  return message.slice(message.indexOf('：') + 1).replace(/；另有\d+条相同：.*$|。$/, '');
}
