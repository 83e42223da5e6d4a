/** What 办理记录 tells a meeting: what ended in the period and who signed, and the last word on each issue. */
import type { LogEntry } from '../../ledger/schema';
import type { LedgerDate } from '../../text/dates';
import { bySequence } from '../../workflow/chain';
import { subjectOf } from '../../workflow/course';
import type { Dossier } from '../../workflow/dossier';
import { nameOf, type World } from '../../workflow/people';
import { isWithin, type Period } from './period';
import { PACK } from './wording';

/** An issue that was closed out, taken as ongoing, or terminated. */
export interface Ending {
  dossier: Dossier | undefined;
  issue: number;
  on: LedgerDate;
  as: string;
  /** Those who signed, each with the step; or who decided. */
  signers: string;
  why: string;
}

export interface Happened {
  /** 已销号 and 长期坚持, in the order of the log; such as the log tells no close-out of come last. */
  closed: Ending[];
  terminated: Ending[];
  reopened: number;
  /** The last reason the log gives for how an issue stands, by the subject of its rows. */
  lastWords: ReadonlyMap<string, string>;
}

const ENDINGS: readonly LogEntry['action'][] = ['销号', '转长期坚持', '终止'];
const TELLING: readonly LogEntry['action'][] = ['进展', '申请延期', '延期', '不予延期', '退回', '重新整改', '启动'];

/** One pass over the log, one over the dossiers. */
export function happenedIn(
  log: readonly LogEntry[],
  dossiers: ReadonlyMap<number, Dossier>,
  { people }: World,
  period: Period,
): Happened {
  const numbers = new Map([...dossiers.keys()].map((number) => [subjectOf(number), number]));
  const lastWords = new Map<string, string>();
  const closed: Ending[] = [];
  const terminated: Ending[] = [];
  let reopened = 0;
  for (const entry of bySequence(log)) {
    const { action, subject, sequence } = entry;
    const on = entry.at.slice(0, 10);
    const why = whyOf(entry);
    if (TELLING.includes(action) && why !== '') lastWords.set(subject, `${on} ${action}：${why}`);
    if (!isWithin(period, on, sequence)) continue;
    if (action === '重新整改') reopened += 1;
    if (!ENDINGS.includes(action)) continue;
    const issue = numbers.get(subject) ?? Number(subject.replace(/\D+/, ''));
    const dossier = dossiers.get(issue);
    const ending = { dossier, issue, on, as: entry.to, why };
    if (action === '终止') terminated.push({ ...ending, signers: nameOf(people, entry.actor) });
    else closed.push({ ...ending, signers: signersOf(dossier, entry, people) });
  }
  for (const [issue, dossier] of dossiers) {
    const { state, closedOn } = dossier.issue;
    const { closed: known, stateRow } = dossier.course;
    if (known !== null || closedOn === null || (state !== '已销号' && state !== '长期坚持')) continue;
    if (isWithin(period, closedOn, stateRow)) {
      closed.push({ dossier, issue, on: closedOn, as: state, signers: PACK.imported, why: '' });
    }
  }
  return { closed, terminated, reopened, lastWords };
}

export function whyOf({ reasonClass, reason }: Pick<LogEntry, 'reasonClass' | 'reason'>): string {
  return [reasonClass, reason].filter((text) => text !== '').join('，');
}

/** `部门负责人沐青、整改办任佳（代严格）`. */
export function signedBy(
  signatures: readonly { role: string; by: string; actingFor: string }[],
  people: World['people'],
): string {
  return signatures
    .map(({ role, by, actingFor }) => {
      const name = nameOf(people, by);
      return role + (actingFor === '' ? name : PACK.actingFor(name, nameOf(people, actingFor)));
    })
    .join('、');
}

/** The signatures of the round the row closed. */
function signersOf(dossier: Dossier | undefined, { at, round }: LogEntry, people: World['people']): string {
  if (dossier === undefined) return '';
  const { past, closed } = dossier.course;
  const found = [...past, ...(closed === null ? [] : [closed])].find(
    (one) => one.closedOn === at.slice(0, 10) && (round === null || one.round === round),
  );
  return signedBy(found?.signatures ?? [], people);
}
