/** Where a finding stands for its reader: tab title, column header, A1 address and the words that name the record. */
import { a1, columnLetters } from '../ledger/grid';
import type { Ledger } from '../ledger/ledger';
import { columnsOf, keyOf } from '../ledger/records';
import { TAB_ORDER, TABS, type TabId } from '../ledger/schema';

export interface Place {
  /** Title of the tab. */
  tab: string;
  /** Header of the column. */
  column: string;
  /** A1 address; '' when the tab lacks the column or the row is not known. */
  cell: string;
  /** 1-based row; 0 when not known. */
  row: number;
  /** `问题台账 G7（编号3）` */
  name: string;
}

export interface Places {
  /** The place of a record's column: its row where it is told, else that of the first record of the key. */
  of(tab: TabId, key: string, column: string, row?: number): Place;
  /** Key of the record in a row; '' when there is none. */
  keyIn(tab: TabId, row: number): string;
  /** Header of the column an A1 address lies in; '' when it is none of the ledger's. */
  headerAt(tab: TabId, cell: string): string;
}

/** Column positions of 设置 as set-up lays it out: its table is not among the ledger's. */
const SETTING_COLUMNS: Readonly<Record<string, number>> = Object.fromEntries(
  columnsOf('settings').map(([id], index) => [id, index]),
);

/** Finds places in a ledger; keys and rows are looked up in an index made once for each tab that is asked for. */
export function placesOf(ledger: Ledger, settingRows: Partial<Record<string, number>>): Places {
  const indexes = new Map<TabId, RowIndex>();
  const indexOf = (tab: Exclude<TabId, 'settings'>): RowIndex => {
    const known = indexes.get(tab) ?? rowIndex(ledger, tab);
    indexes.set(tab, known);
    return known;
  };
  const columns = (tab: TabId): Readonly<Partial<Record<string, number>>> =>
    tab === 'settings' ? SETTING_COLUMNS : ledger[tab].columns;
  return {
    of(tab, key, column, row) {
      const title = TABS[tab].title;
      const at = columns(tab)[column];
      const line = tab === 'settings' ? (settingRows[key] ?? 0) : (row ?? indexOf(tab).rowOf.get(key) ?? 0);
      const cell = at === undefined || line === 0 ? '' : a1(line, at);
      const label = key === '' ? '' : `（${keyWords(tab, key)}）`;
      const name = `${title}${cell === '' ? '' : ` ${cell}`}${label}`;
      return { tab: title, column: headerOf(tab, column), cell, row: line, name };
    },
    keyIn: (tab, row) => (tab === 'settings' ? '' : (indexOf(tab).keyOf.get(row) ?? '')),
    headerAt(tab, cell) {
      const letters = cell.replace(/\d+$/, '');
      const at = columns(tab);
      const found = columnsOf(tab).find(([id]) => {
        const position = at[id];
        return position !== undefined && columnLetters(position) === letters;
      });
      return found === undefined ? '' : found[1].header;
    },
  };
}

/** The tab of a title; undefined for a tab that is not the ledger's. */
export function tabOf(title: string | undefined): TabId | undefined {
  return TAB_ORDER.find((tab) => TABS[tab].title === title);
}

interface RowIndex {
  rowOf: ReadonlyMap<string, number>;
  keyOf: ReadonlyMap<number, string>;
}

function rowIndex(ledger: Ledger, tab: Exclude<TabId, 'settings'>): RowIndex {
  const { records, rows } = ledger[tab];
  const rowOf = new Map<string, number>();
  const keyByRow = new Map<number, string>();
  records.forEach((record, index) => {
    const key = keyOf<TabId>(tab, record);
    const row = rows[index] ?? 0;
    if (!rowOf.has(key)) rowOf.set(key, row);
    keyByRow.set(row, key);
  });
  return { rowOf, keyOf: keyByRow };
}

function keyWords(tab: TabId, key: string): string {
  const [first = ''] = TABS[tab].key;
  // 引言-1 and 反馈问题总数 name themselves; a bare 3 needs its header
  return TABS[tab].key.length > 1 || tab === 'settings' ? key : `${headerOf(tab, first)}${key}`;
}

/** Header of a tab's column. */
export function headerOf(tab: TabId, column: string): string {
  return columnsOf(tab).find(([id]) => id === column)?.[1].header ?? '';
}
