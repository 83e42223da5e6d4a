/** Rule missing-field: a record without what makes it one, or an issue that nobody answers for. */
import type { Table } from '../ledger/ledger';
import { columnsOf } from '../ledger/records';
import type { ColumnId, Issue, TabId } from '../ledger/schema';
import type { Observation, Rule, Severity } from './finding';
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

export const missingField: Rule = {
  code: 'missing-field',
  severity: 'error',
  title: '必填项缺失',
  explains: '缺编号、问题或措施的记录写不进报告；缺牵头领导、责任部门、责任人或时限的问题无人负责，属责任虚化。',
  check({ ledger }) {
    // a report without aspects has none in any issue; one that has some must have them all
    const aspects = ledger.issues.records.some(({ aspect }) => aspect.trim() !== '');
    const issueNeeds = (issue: Issue, column: string): boolean => {
      if (column === 'aspect') return aspects;
      if (issue.state === '已终止') return !ASSIGNMENT.includes(column);
      // 长期坚持 has no end, and 限期整改 without a date is rule vague-deadline's
      return column !== 'deadline' || (issue.deadlineKind !== '长期坚持' && issue.deadlineKind !== '限期整改');
    };
    return [
      ...missingIn(ledger.issues, issueNeeds),
      ...missingIn(ledger.measures, ({ result }, column) => column !== 'content' || result.trim() === ''),
      ...missingIn(ledger.evidence, () => true),
      ...missingIn(ledger.outcomes, () => true),
      ...missingIn(ledger.documents, () => true),
      ...missingIn(ledger.narrative, () => true),
      ...missingIn(ledger.people, () => true),
    ];
  },
};

/** Columns that the same records lack are told together: right after an import all of them lack the same ones. */
function missingIn<T extends TabId>(
  table: Table<T>,
  needs: (record: Table<T>['records'][number], column: ColumnId<T>) => boolean,
): Observation[] {
  const gaps = new Map<
    string,
    { positions: number[]; severity: Severity; columns: ColumnId<T>[]; headers: string[] }
  >();
  for (const [column, { required, header }] of columnsOf(table.tab)) {
    if (!required || table.columns[column] === undefined) continue;
    const positions: number[] = [];
    table.records.forEach((record, at) => {
      if (String(record[column] ?? '').trim() === '' && needs(record, column)) positions.push(at);
    });
    if (positions.length === 0) continue;
    const severity = INDISPENSABLE[table.tab]?.includes(column) ? 'error' : 'warning';
    const signature = `${severity} ${positions.join(' ')}`;
    const gap = gaps.get(signature) ?? { positions, severity, columns: [], headers: [] };
    gaps.set(signature, gap);
    gap.columns.push(column);
    gap.headers.push(`“${header}”`);
  }
  return [...gaps.values()].flatMap(({ positions, severity, columns: [column], headers }) =>
    column === undefined
      ? []
      : aboutAll(table, positions, column, {
          severity,
          message: `没有填写${headers.join('')}`,
          remedy: `在${headers.join('')}列补填`,
        }),
  );
}
