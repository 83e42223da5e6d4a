/** A workbook's grids → a ledger of typed records, with every cell that could not be read. */

import { readCell } from './codec';
import type { ColumnValue } from './columns';
import type { Fault } from './fault';
import { a1, isBlank, type Snapshot, type TabGrid } from './grid';
import type { Ledger, Table } from './ledger';
import { readSettings, type SettingRows } from './readSettings';
import { columnsOf, recordOf } from './records';
import { type ColumnId, type RecordOf, TAB_ORDER, TABS, type TabId } from './schema';

export interface LedgerReading {
  ledger: Ledger;
  /** Every tab or column that is missing and every cell that can't be read; the cells themselves stay as they are. */
  faults: Fault[];
  /** Row of each 设置 item by its name. */
  settingRows: SettingRows;
}

/** Reads a whole workbook. Nothing is refused: what can't be read is a fault, and its value is blank in the records. */
export function readLedger(snapshot: Snapshot): LedgerReading {
  const grids = new Map(snapshot.grids.map((grid) => [grid.title, grid]));
  const faults: Fault[] = [];
  for (const id of TAB_ORDER) {
    const { title } = TABS[id];
    if (!grids.has(title)) {
      faults.push({ code: 'missing-tab', tab: title, message: `缺少“${title}”表，请运行“建立/升级台账”补建。` });
    }
  }
  const table = <T extends TabId>(tab: T): Table<T> => readTable(tab, grids.get(TABS[tab].title), faults);
  const { settings, settingRows } = readSettings(grids.get(TABS.settings.title), faults);
  return {
    ledger: {
      settings,
      issues: table('issues'),
      measures: table('measures'),
      evidence: table('evidence'),
      outcomes: table('outcomes'),
      documents: table('documents'),
      narrative: table('narrative'),
      reports: table('reports'),
      log: table('log'),
      people: table('people'),
      delegations: table('delegations'),
      seals: table('seals'),
      snapshots: table('snapshots'),
      bases: table('bases'),
    },
    faults,
    settingRows,
  };
}

/** 0-based position of each known column by its header; the first of two equal headers counts. */
export function locateColumns<T extends TabId>(tab: T, header: readonly (string | number | boolean | null)[]) {
  const columns: Partial<Record<ColumnId<T>, number>> = {};
  const titles = header.map((cell) => String(cell ?? '').trim());
  for (const [id, column] of columnsOf(tab)) {
    const at = titles.indexOf(column.header);
    if (at >= 0) columns[id] = at;
  }
  return columns;
}

function readTable<T extends TabId>(tab: T, grid: TabGrid | undefined, faults: Fault[]): Table<T> {
  const { title } = TABS[tab];
  const records: RecordOf<T>[] = [];
  const rows: number[] = [];
  if (!grid) return { tab, records, rows, columns: {} };
  const columns = locateColumns(tab, grid.values[0] ?? []);
  const known = columnsOf(tab).flatMap(([id, column]) => {
    const at = columns[id];
    if (at === undefined) {
      faults.push({
        code: 'missing-column',
        tab: title,
        message: `“${title}”表缺少“${column.header}”列（可能被删除或改名），请改回列名或运行“建立/升级台账”补建。`,
      });
      return [];
    }
    return [{ id, column, at }];
  });
  const blank = recordOf(tab);
  for (let index = 1; index < grid.values.length; index += 1) {
    const cells = grid.values[index] ?? [];
    if (known.every(({ at }) => isBlank(cells[at]))) continue;
    const values: Partial<Record<string, ColumnValue>> = {};
    for (const { id, column, at } of known) {
      const reading = readCell(column, cells[at]);
      values[id] = reading.value;
      if ('fault' in reading) faults.push(cellFault(title, index + 1, at, column.header, reading));
      const formula = grid.formulas?.[index]?.[at];
      if (
        typeof formula === 'string' &&
        formula.startsWith('=') &&
        formula !== cells[at] &&
        column.header !== '链接或档号'
      ) {
        faults.push(
          cellFault(title, index + 1, at, column.header, {
            code: 'formula-in-text',
            fault: `是公式（${formula.slice(0, 30)}），程序按显示结果读取且不会改动它，请确认或改为直接填写的内容`,
          }),
        );
      }
    }
    // every value was read by its own column's codec
    records.push({ ...blank, ...(values as Partial<RecordOf<T>>) });
    rows.push(index + 1);
  }
  return { tab, records, rows, columns };
}

function cellFault(tab: string, row: number, column: number, header: string, reading: { code: string; fault: string }) {
  const cell = a1(row, column);
  return { code: reading.code, tab, cell, message: `${tab} ${cell}（${header}）：${reading.fault}。` };
}
