/** What 提示 says in an issue's own row: the deadline first, then what the checks found there. */
import type { Issue } from '../ledger/schema';
import type { Settings } from '../ledger/settings';
import { deadlineStatus } from '../progress/deadlines';
import type { LedgerDate } from '../text/dates';
import type { ShownFinding } from './findings';

/** Findings named in full; the rest are counted. */
const NAMED = 3;

export function hintOf(issue: Issue, findings: readonly ShownFinding[], settings: Settings, today: LedgerDate): string {
  const { word, days } = deadlineStatus(issue, today, settings.soonDays ?? 7);
  const parts: string[] = [];
  if (word === '逾期' && days !== null) parts.push(`已逾期${Math.abs(days)}天`);
  if (word === '临期' && days !== null) parts.push(days === 0 ? '今日到期' : `还有${days}天到期`);
  const grave = findings.filter(({ severity, code }) => severity !== 'note' && code !== 'overdue');
  parts.push(...grave.slice(0, NAMED).map(({ message }) => inRow(message)));
  if (grave.length > NAMED) parts.push(`另有${grave.length - NAMED}项`);
  return parts.join('；');
}

/** The sentence without its place, which is the row itself, and without the other rows that have the same fault. */
function inRow(message: string): string {
  return message.slice(message.indexOf('：') + 1).replace(/；另有\d+条相同：.*$|。$/, '');
}
