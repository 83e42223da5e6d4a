/** Rule duplicate-key: two records of one number. */
import { a1 } from '../ledger/grid';
import type { Table } from '../ledger/ledger';
import { type ColumnId, TABS, type TabId } from '../ledger/schema';
import { type Row, rowsOf } from './context';
import type { Check, Observation } from './finding';
import { about, keyAt } from './observe';
import { headerOf } from './place';

export const duplicateKey: Check = ({ ledger }) => [
  ...duplicatesIn(ledger.issues, 'number'),
  ...duplicatesIn(ledger.measures, 'id'),
  ...duplicatesIn(ledger.evidence, 'id'),
  ...duplicatesIn(ledger.outcomes, 'id'),
  ...duplicatesIn(ledger.documents, 'id'),
  ...duplicatesIn(ledger.narrative, 'order'),
  ...duplicatesIn(ledger.people, 'mail'),
];

function duplicatesIn<T extends TabId>(table: Table<T>, column: ColumnId<T>): Observation[] {
  const firstOf = new Map<string, Row<T>>();
  const header = TABS[table.tab].key.length > 1 ? '版块和序号' : headerOf(table.tab, column);
  return rowsOf(table).flatMap((row) => {
    const key = keyAt(row).trim();
    const first = firstOf.get(key);
    if (key === '' || first === undefined) {
      firstOf.set(key, row);
      return [];
    }
    const position = table.columns[column];
    const other = position === undefined ? '另一行' : ` ${a1(table.rows[first.at] ?? 0, position)} `;
    const remedy = `两条都是有效记录的，给后一条另编${header}；录入重复的，删去其中一条`;
    return about(row, column, `${header}“${key}”与${other}重复`, remedy, { related: [key] });
  });
}
