/** What the column 操作 offers in each row of 问题台账: the actions its state allows. */
import type { Change, Dress } from '../ledger/changes';
import type { Ledger } from '../ledger/ledger';
import type { IssueState } from '../ledger/schema';
import type { Settings } from '../ledger/settings';
import { ACTIONS } from '../workflow/actions';
import { type Course, newCourse } from '../workflow/course';
import { offered } from '../workflow/operation';

/** Titles for a row's drop-down. */
export function choicesFor(course: Course, { chain }: Pick<Settings, 'chain'>): string[] {
  return offered(course, chain).map((id) => ACTIONS[id].title);
}

/** The drop-down of an issue that is added in this state. */
export function offeredFrom(state: IssueState, settings: Pick<Settings, 'chain'>): Dress {
  return { column: 'operation', choices: choicesFor({ ...newCourse(), state }, settings) };
}

/** The drop-downs of all rows, anew: a paste carries them away. */
export function offerOperations({ issues, settings }: Ledger, courses: ReadonlyMap<number, Course>): Change[] {
  return issues.records.flatMap(({ number }, at): Change[] => {
    const row = issues.rows[at];
    if (number === null || row === undefined) return [];
    const choices = choicesFor(courses.get(number) ?? newCourse(), settings);
    return [{ kind: 'dress', tab: 'issues', key: String(number), row, column: 'operation', choices }];
  });
}
