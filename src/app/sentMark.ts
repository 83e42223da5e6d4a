/**
 * Which of the logged mails were really sent. A run logs all its mails first, and then writes a mark before each mail it
 * sends: so of a run that died those beyond the mark were surely not sent, and are taken back and sent by the next run;
 * the one at the mark may have been, and is never sent again but told. Sent twice is worse than sent once too few.
 */
import { type LogEntry, TABS } from '../ledger/schema';
import { type Sent, sentIn } from '../progress/reminders';
import type { LedgerDate } from '../text/dates';
import { bySequence, type LogDraft } from '../workflow/chain';
import type { SentMark } from './ports';

export interface Standing {
  sent: Sent;
  /** Rank of the last mail of the log; 0 without any. */
  last: number;
  /** The mark as it has to be before anything is logged. */
  mark: SentMark;
  /** There is no mark yet, or it is of another log: what is logged counts as sent. */
  isUnmarked: boolean;
  /** What the next run logs of one that died. */
  drafts: Omit<LogDraft, 'at' | 'actor'>[];
  /** The mails, as people know them, that may not have arrived. */
  doubtful: string[];
}

const NUMBER = /^提醒〔(\d{4})〕(\d+)号$/;
const TAKEN_BACK = /^未发出 (提醒〔\d{4}〕\d+号)—(提醒〔\d{4}〕\d+号)$/;
const SEQUENCES = 1_000_000;

/** Mails in the order of their numbers over the years; 0 for what is no mail's number. */
export function rankOf(number: string): number {
  const [, year = 0, sequence = 0] = NUMBER.exec(number) ?? [];
  return Number(year) * SEQUENCES + Number(sequence);
}

export function standingOf(log: readonly LogEntry[], kept: SentMark | undefined, today: LedgerDate): Standing {
  const entries = bySequence(log);
  const mails = entries.filter(isMail);
  const last = mails.reduce((most, { reasonClass }) => Math.max(most, rankOf(reasonClass)), 0);
  const isUnmarked = kept === undefined || kept.last > last;
  const mark = isUnmarked ? { last, begun: false, doubtful: [] } : kept;
  const lost = mails.filter(({ reasonClass }) => rankOf(reasonClass) > mark.last);
  const sent = sentBut(entries, lost, today);
  const drafts: Standing['drafts'] = [];
  const note = (reasonClass: string, reason: string): void => {
    drafts.push({ action: '提醒', subject: TABS.people.title, reasonClass, reason, parts: sent.from });
  };
  const [first] = lost;
  if (first !== undefined) {
    const end = lost[lost.length - 1] ?? first;
    note(`未发出 ${first.reasonClass}—${end.reasonClass}`, '上次发送中断，这些提醒没有发出，由本次重新发送');
  }
  const doubtful = mails
    .filter(
      ({ reasonClass }) => mark.doubtful.includes(reasonClass) || (mark.begun && rankOf(reasonClass) === mark.last),
    )
    .map(({ reasonClass, reason }) => `${reasonClass}（${reason}）`);
  if (doubtful.length > 0) {
    note('存疑', `${doubtful.join('、')}发送时中断或出错，可能没有送达；不再重发，请当面告知`);
  }
  return { sent, last, mark, isUnmarked, drafts, doubtful };
}

/** What was sent, without the mails that are lost now and those a later row took back. */
function sentBut(entries: readonly LogEntry[], lost: readonly LogEntry[], today: LedgerDate): Sent {
  const all = sentIn(entries, today);
  const takenBack = entries.flatMap(({ action, reasonClass }) => {
    const [, first = '', end = ''] = (action === '提醒' && TAKEN_BACK.exec(reasonClass)) || [];
    return first === '' ? [] : [[rankOf(first), rankOf(end)] as const];
  });
  const isSent = (entry: LogEntry): boolean => {
    const rank = rankOf(entry.reasonClass);
    return !lost.includes(entry) && !takenBack.some(([first, end]) => rank >= first && rank <= end);
  };
  const [first] = lost;
  // the days the lost run looked back on, as the log before it tells
  const since = first && sentIn(entries.slice(0, entries.indexOf(first)), first.at.slice(0, 10)).from;
  return {
    ...all,
    told: lost.length + takenBack.length === 0 ? all.told : sentIn(entries.filter(isSent), today).told,
    from: since !== undefined && since < all.from ? since : all.from,
    // rows of this file are no postponement
    postponed: entries.some((entry) => isOfAll(entry) && entry.reasonClass === '' && entry.at.startsWith(today)),
  };
}

function isMail(entry: LogEntry): boolean {
  return entry.action === '提醒' && !isOfAll(entry) && rankOf(entry.reasonClass) > 0;
}

function isOfAll({ action, subject }: LogEntry): boolean {
  return action === '提醒' && subject === TABS.people.title;
}
