/** Tables of records by columns of their tab, under the tab's own headers. */
import type { Column } from '../../ledger/columns';
import type { Ledger } from '../../ledger/ledger';
import { type ColumnId, type Issue, type RecordOf, TABS, type TabId } from '../../ledger/schema';
import { byNumber } from '../../progress/grouping';
import type { Table } from '../document';
import { tableOf } from '../pack/tables';

/** Widths in pixels of the sheet: narrower ones would break a date, a state, or a header of two characters. */
const LEAST: Readonly<Record<string, number>> = { date: 150, choice: 100 };
const NARROW = 75;
const CENTRED = 150;

/** A column of the tab, as wide among the others as in the sheet; or a header and width of its own, and its text. */
type Own<T extends TabId> = readonly [header: string, width: number, text: (record: RecordOf<T>) => string];
type Known = Readonly<Record<string, Pick<Column, 'header' | 'width' | 'kind'>>>;

export function recordTable<T extends TabId>(
  tab: T,
  records: readonly RecordOf<T>[],
  ...columns: readonly (ColumnId<T> | Own<T>)[]
): Table {
  const known: Known = TABS[tab].columns;
  const own = columns.map((column): Own<T> => {
    if (typeof column !== 'string') return column;
    const { header = '', width = 0, kind = 'text' } = known[column] ?? {};
    return [header, Math.max(width, LEAST[kind] ?? NARROW), (record) => String(record[column] ?? '')];
  });
  return tableOf(
    own.map(([header, width]) => [header, width, width <= CENTRED ? 'center' : 'left']),
    records.map((record) => own.map(([, , text]) => text(record))),
  );
}

/** The header of a column. */
export function headerOf<T extends TabId>(tab: T, id: ColumnId<T>): string {
  const known: Known = TABS[tab].columns;
  return known[id]?.header ?? '';
}

/** The issues of a ledger by 编号. */
export function issuesOf({ issues }: Ledger): Issue[] {
  return byNumber(issues.records, ({ number }) => number);
}

/** Records that belong to issues, in the issues' order; what belongs to none comes last. */
export function inOrderOf<R extends { issue: number | null }>(issues: readonly Issue[], records: readonly R[]): R[] {
  const order = new Map(issues.map(({ number }, at) => [number, at]));
  return byNumber(records, ({ issue }) => order.get(issue));
}
