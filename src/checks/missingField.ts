/** Rule missing-field: a record without what makes it one, or an issue that nobody answers for. */
import { columnsOf } from '../ledger/records';
import type { ColumnId, Issue, RecordOf, TabId } from '../ledger/schema';
import { type Row, rowsOf } from './context';
import type { Check, Observation, Severity } from './finding';
import { aboutAll } from './observe';

/** Columns without which a record cannot be told from others or the report cannot be written. */
const INDISPENSABLE: Partial<Record<TabId, readonly string[]>> = {
  issues: ['number', 'aspect', 'title'],
  measures: ['id', 'issue', 'content'],
  evidence: ['id', 'issue'],
  outcomes: ['id'],
  documents: ['id'],
  narrative: ['part', 'order', 'level'],
  people: ['mail'],
};
/** Columns of an issue that say who does what by when. */
const ASSIGNMENT: readonly string[] = ['deadlineKind', 'deadline', 'leader', 'department', 'person'];

export const missingField: Check = ({ ledger, issues, measures, evidence, narrative }) => {
  // a report without aspects has none in any issue; one that has some must have them all
  const aspects = issues.some(({ record }) => record.aspect.trim() !== '');
  const issueNeeds = (issue: Issue, column: string): boolean => {
    if (column === 'aspect') return aspects;
    if (issue.state === '已终止') return !ASSIGNMENT.includes(column);
    // 长期坚持 has no end, and 限期整改 without a date is rule vague-deadline's
    return column !== 'deadline' || (issue.deadlineKind !== '长期坚持' && issue.deadlineKind !== '限期整改');
  };
  return [
    ...missingIn(issues, issueNeeds),
    ...missingIn(measures, ({ result }, column) => column !== 'content' || result.trim() === ''),
    ...missingIn(evidence),
    ...missingIn(rowsOf(ledger.outcomes)),
    ...missingIn(rowsOf(ledger.documents)),
    ...missingIn(narrative),
    ...missingIn(rowsOf(ledger.people)),
  ];
};

/** Columns that the same records lack are told together: right after an import all of them lack the same ones. */
function missingIn<T extends TabId>(
  rows: readonly Row<T>[],
  needs: (record: RecordOf<T>, column: ColumnId<T>) => boolean = () => true,
): Observation[] {
  const table = rows[0]?.table;
  if (table === undefined) return [];
  const gaps = new Map<string, { lacking: Row<T>[]; severity: Severity; column: ColumnId<T>; headers: string }>();
  for (const [column, { required, header }] of columnsOf(table.tab)) {
    if (!required || table.columns[column] === undefined) continue;
    const lacking = rows.filter(({ record }) => String(record[column] ?? '').trim() === '' && needs(record, column));
    if (lacking.length === 0) continue;
    const severity = INDISPENSABLE[table.tab]?.includes(column) ? 'error' : 'warning';
    const signature = `${severity} ${lacking.map(({ at }) => at).join(' ')}`;
    const gap = gaps.get(signature) ?? { lacking, severity, column, headers: '' };
    gap.headers += `“${header}”`;
    gaps.set(signature, gap);
  }
  return [...gaps.values()].flatMap(({ lacking, severity, column, headers }) =>
    aboutAll(lacking, column, `没有填写${headers}`, `在${headers}列补填`, { severity }),
  );
}
