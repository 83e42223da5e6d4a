/** One issue with all that is decided on: its measures, its evidence and its course. */
import type { Ledger } from '../ledger/ledger';
import type { Evidence, Issue, Measure } from '../ledger/schema';
import { type Course, coursesOf, newCourse } from './course';

export interface Dossier {
  issue: Issue;
  /** Position of the issue in its table. */
  at: number;
  measures: Measure[];
  evidence: Evidence[];
  course: Course;
}

/** Every issue's dossier by its 编号; of two issues of one number the first counts. */
export function dossiersOf(ledger: Ledger): Map<number, Dossier> {
  const courses = coursesOf(ledger.log.records);
  const dossiers = new Map<number, Dossier>();
  ledger.issues.records.forEach((issue, at) => {
    const { number } = issue;
    if (number === null || dossiers.has(number)) return;
    dossiers.set(number, { issue, at, measures: [], evidence: [], course: courses.get(number) ?? newCourse() });
  });
  for (const measure of ledger.measures.records) dossiers.get(measure.issue ?? 0)?.measures.push(measure);
  for (const entry of ledger.evidence.records) dossiers.get(entry.issue ?? 0)?.evidence.push(entry);
  return dossiers;
}
