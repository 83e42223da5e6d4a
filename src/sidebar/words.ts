/** Deadlines and times as a person says them. */
import type { Gives } from '../app/contract';
import { ISSUE } from './wording';

type IssueView = Gives<'viewIssue'>;
export type Tone = 'bad' | 'soon' | 'good' | 'plain';

/** How the deadline stands, in words; the tone only repeats them in colour. */
export function dueWords({ due, daysLeft }: Pick<IssueView, 'due' | 'daysLeft'>): { words: string; tone: Tone } {
  if (due === '无时限' || daysLeft === null) return { words: due === '逾期' ? due : '', tone: 'plain' };
  if (due === '逾期') return { words: ISSUE.overdue(Math.abs(daysLeft)), tone: 'bad' };
  if (daysLeft === 0) return { words: ISSUE.today, tone: 'soon' };
  if (due === '临期') return { words: ISSUE.soon(daysLeft), tone: 'soon' };
  return { words: daysLeft > 0 ? ISSUE.left(daysLeft) : '', tone: 'plain' };
}

const TONES = new Map<string, Tone>([
  ['已销号', 'good'],
  ['长期坚持', 'good'],
  ['已完成', 'good'],
  ['待审核', 'soon'],
  ['重新整改', 'bad'],
]);

export function stateTone(state: string): Tone {
  return TONES.get(state) ?? 'plain';
}

/** `2026-06-30T09:05:00+08:00` → `2026-06-30 09:05`: the instant's own zone, as the log has it. */
export function instantWords(instant: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(instant);
  return parts === null ? instant : `${parts[1]} ${parts[2]}`;
}

const ACTION_TONES = new Map<string, Tone>([
  ['签批', 'good'],
  ['销号', 'good'],
  ['转长期坚持', 'good'],
  ['退回', 'bad'],
  ['作废', 'bad'],
  ['不予延期', 'bad'],
  ['重新整改', 'bad'],
]);

/** Class of the dot beside a log row, whose word says the same; none for what is neither good nor bad. */
export function actionTone(action: string): string | undefined {
  return ACTION_TONES.get(action);
}
