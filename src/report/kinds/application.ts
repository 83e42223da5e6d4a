/** What 办理记录 holds of one issue's applications: the one in force, and the earlier ones in short. */
import type { LogEntry, Person } from '../../ledger/schema';
import { bySequence } from '../../workflow/chain';
import { subjectOf } from '../../workflow/course';
import { nameOf } from '../../workflow/people';
import { PACK } from '../pack/wording';
import { reasonOf } from './clauses';
import { dated } from './page';
import { roundOf } from './wording';

type LogAction = LogEntry['action'];

const APPLYING: readonly LogAction[] = ['申请销号', '申请长期坚持', '自查完成'];
const GOING_ON: readonly LogAction[] = ['签批', '销号', '转长期坚持'];
/** What makes an application come to nothing, or undoes what it came to. */
const UNDOING: readonly LogAction[] = ['退回', '作废', '撤回', '重新整改'];

/** `current`: the rows from the application that is under way or closed the issue; `past`: a line for each before it. */
export function applicationsOf(
  log: readonly LogEntry[],
  issue: number,
  people: readonly Person[],
): { current: LogEntry[]; past: string[] } {
  const past: string[] = [];
  let current: LogEntry[] = [];
  for (const entry of bySequence(log)) {
    if (entry.subject !== subjectOf(issue)) continue;
    if (APPLYING.includes(entry.action)) current = [entry];
    else if (GOING_ON.includes(entry.action)) current.push(entry);
    else if (UNDOING.includes(entry.action)) {
      const rows = [...current, entry];
      past.push(`${roundOf(rows[0]?.round ?? 1)}：${rows.map((row) => told(row, people)).join('，')}`);
      current = [];
    }
  }
  return { current, past };
}

/** Who signed, and for whom: `任佳（代严格）`. */
export function signerOf({ actor, actingFor }: LogEntry, people: readonly Person[]): string {
  const name = nameOf(people, actor);
  return actingFor === '' ? name : PACK.actingFor(name, nameOf(people, actingFor));
}

/** `整改办任佳2026年6月22日退回（佐证不足）` */
function told(entry: LogEntry, people: readonly Person[]): string {
  const step = APPLYING.includes(entry.action) ? '' : entry.step;
  return step + signerOf(entry, people) + dated(entry.at) + entry.action + reasonOf(entry);
}
