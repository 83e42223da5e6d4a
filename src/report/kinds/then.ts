/** Then and now: how every issue stood when an earlier report was made, and what has become of it. */
import type { Ledger } from '../../ledger/ledger';
import { recordOf } from '../../ledger/records';
import type { Issue, LogEntry } from '../../ledger/schema';
import { isSettled } from '../../progress/deadlines';
import { bySequence } from '../../workflow/chain';
import { type Course, coursesOf, newCourse, subjectOf } from '../../workflow/course';
import { issuesOf } from './tables';

/** What became of an issue; every issue of the ledger is exactly one. */
export type Change = 'closed' | 'ongoing' | 'reopened' | 'open' | 'ended' | 'added' | 'same';

export interface Changed {
  issue: Issue;
  change: Change;
  /** As it was then; undefined for an issue that came since. */
  before: Course | undefined;
}

export interface Difference {
  changed: Changed[];
  /** All issues of then with the state they had, those since gone from the ledger among them. */
  before: Issue[];
  /** Issues of then the ledger no longer has. */
  gone: number;
}

/** Rows that tell of an issue's first entry in the ledger. */
const ENTRIES: readonly LogEntry['action'][] = ['导入', '建立'];

/**
 * The difference between the ledger and what its log told up to row `basis`. An issue is new when the log tells of its
 * entry after that row and of nothing before; one the log never spoke of is taken to have stood as it does.
 */
export function differenceSince(ledger: Ledger, basis: number): Difference {
  const log = bySequence(ledger.log.records);
  const earlier = coursesOf(log.filter(({ sequence }) => (sequence ?? 0) <= basis));
  const now = coursesOf(log);
  const first = new Map<string, LogEntry>();
  for (const entry of log) if (!first.has(entry.subject)) first.set(entry.subject, entry);

  const changed = issuesOf(ledger).map((issue): Changed => {
    const state = issue.state || '未启动';
    const course = now.get(issue.number ?? 0);
    const known = earlier.get(issue.number ?? 0);
    const entered = first.get(subjectOf(issue.number))?.action ?? '';
    if (course === undefined)
      return { issue, change: isSettled(state) ? 'same' : 'open', before: { ...newCourse(), state } };
    if (known === undefined && ENTRIES.includes(entered)) return { issue, change: 'added', before: undefined };
    const before = known ?? newCourse();
    return { issue, change: changeOf(state, course, before), before };
  });
  const present = new Set(changed.map(({ issue }) => issue.number));
  const gone = [...earlier].filter(([number]) => !present.has(number));
  const before = [
    ...changed.flatMap(({ issue, before: course }) =>
      course === undefined ? [] : [{ ...issue, state: course.state }],
    ),
    ...gone.map(([number, { state }]) => recordOf('issues', { number, state })),
  ];
  return { changed, before, gone: gone.length };
}

function changeOf(state: Course['state'], now: Course, then: Course): Change {
  const again = now.past.length > then.past.length;
  if (!isSettled(state)) return isSettled(then.state) || again ? 'reopened' : 'open';
  if (state === then.state && !again) return 'same';
  return state === '已销号' ? 'closed' : state === '长期坚持' ? 'ongoing' : 'ended';
}
