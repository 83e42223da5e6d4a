/** Rule duplicate-key: two records of one number. */
import { a1 } from '../ledger/grid';
import type { Table } from '../ledger/ledger';
import { keyOf } from '../ledger/records';
import { type ColumnId, TABS, type TabId } from '../ledger/schema';
import type { Observation, Rule } from './finding';
import { about } from './observe';

export const duplicateKey: Rule = {
  code: 'duplicate-key',
  severity: 'error',
  title: '编号重复',
  explains: '编号是记录的身份：两条记录共用一个编号，措施、佐证和办理记录就分不清属于哪一条。',
  check({ ledger }) {
    return [
      ...duplicatesIn(ledger.issues, 'number'),
      ...duplicatesIn(ledger.measures, 'id'),
      ...duplicatesIn(ledger.evidence, 'id'),
      ...duplicatesIn(ledger.outcomes, 'id'),
      ...duplicatesIn(ledger.documents, 'id'),
      ...duplicatesIn(ledger.narrative, 'order'),
      ...duplicatesIn(ledger.people, 'mail'),
    ];
  },
};

function duplicatesIn<T extends TabId>(table: Table<T>, column: ColumnId<T>): Observation[] {
  const firstAt = new Map<string, number>();
  const header = TABS[table.tab].key.length > 1 ? '版块和序号' : headerOf(table.tab, column);
  return table.records.flatMap((record, at) => {
    const key = keyOf(table.tab, record).trim();
    if (key === '') return [];
    const first = firstAt.get(key);
    if (first === undefined) {
      firstAt.set(key, at);
      return [];
    }
    const position = table.columns[column];
    const other = position === undefined ? '另一行' : ` ${a1(table.rows[first] ?? 0, position)} `;
    return [
      about(table, at, column, {
        message: `${header}“${key}”与${other}重复`,
        remedy: `两条都是有效记录的，给后一条另编${header}；录入重复的，删去其中一条`,
        related: [key],
      }),
    ];
  });
}

function headerOf(tab: TabId, column: string): string {
  const columns: Readonly<Partial<Record<string, { header: string }>>> = TABS[tab].columns;
  return columns[column]?.header ?? '编号';
}
