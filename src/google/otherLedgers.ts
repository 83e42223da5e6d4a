/** Ledgers in other spreadsheets, read with the person's own rights through the Sheets API: only what a roll-up needs. */
import type { OtherLedgers } from '../app/ports';
import { type Fault, ok, type Result, refuse } from '../ledger/fault';
import { type CellValue, columnLetters, quotedTitle, type Snapshot, type TabGrid } from '../ledger/grid';
import { locateColumns } from '../ledger/read';
import { columnsOf } from '../ledger/records';
import { SCHEMA_VERSION, TABS, type TabId } from '../ledger/schema';
import { spreadsheetsService } from './services';
import { sheetsWorkbook } from './workbook';

/** What is counted, and keys, so that no record counts as blank. */
const NEEDED: readonly [TabId, readonly string[]][] = [
  ['issues', ['number', 'title', 'deadline', 'state']],
  ['measures', ['id', 'state']],
  ['settings', ['item', 'value']],
];

interface NeededColumn {
  tab: TabId;
  header: string;
  range: string;
}

export function otherLedgers(): OtherLedgers {
  return {
    read(id) {
      try {
        const columns = neededColumns();
        const values = columnValues(id, columns);
        if (columns.every(({ header }, at) => String(values[at]?.[0] ?? '').trim() === header)) {
          return ok(snapshotOf(columns, values));
        }
      } catch (error) {
        // 400: there is no such tab or column
        if (errorCode(error) !== 400) return refuse(faultOf(error));
      }
      return readWhole(id);
    },
  };
}

/** The columns where set-up places them in a new tab; most units leave them there. */
function neededColumns(): NeededColumn[] {
  return NEEDED.flatMap(([tab, ids]) =>
    columnsOf<TabId>(tab).flatMap(([id, { header }], at): NeededColumn[] => {
      const letters = columnLetters(at);
      const range = `${quotedTitle(TABS[tab].title)}!${letters}:${letters}`;
      return ids.includes(id) ? [{ tab, header, range }] : [];
    }),
  );
}

function columnValues(id: string, columns: readonly NeededColumn[]): CellValue[][] {
  const response = spreadsheetsService().Values.batchGet(id, {
    ranges: columns.map(({ range }) => range),
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
    majorDimension: 'COLUMNS',
  });
  return (response.valueRanges ?? []).map((range): CellValue[] => range.values?.[0] ?? []);
}

/** The columns side by side, as tabs that hold nothing else. */
function snapshotOf(columns: readonly NeededColumn[], values: readonly CellValue[][]): Snapshot {
  const grids = NEEDED.map(([tab]): TabGrid => {
    const own = values.filter((_, at) => columns[at]?.tab === tab);
    const rowCount = Math.max(...own.map(({ length }) => length));
    const rows = Array.from({ length: rowCount }, (_, row) => own.map((cells) => cells[row] ?? null));
    return { title: TABS[tab].title, sheetId: 0, rowCount, columnCount: own.length, values: rows };
  });
  return { version: null, grids };
}

/** Every tab as it stands: columns were moved, or this is no ledger of ours. */
function readWhole(id: string): Result<Snapshot> {
  let snapshot: Snapshot;
  try {
    snapshot = sheetsWorkbook(id).read();
  } catch (error) {
    return refuse(faultOf(error));
  }
  const missing = NEEDED.flatMap(([tab, ids]): string[] => {
    const { title } = TABS[tab];
    const grid = snapshot.grids.find((candidate) => candidate.title === title);
    if (grid === undefined) return [`“${title}”表`];
    const located: Partial<Record<string, number>> = locateColumns(tab, grid.values[0] ?? []);
    const headers = new Map(columnsOf<TabId>(tab).map(([column, { header }]): [string, string] => [column, header]));
    return ids.filter((column) => located[column] === undefined).map((column) => `“${title}·${headers.get(column)}”列`);
  });
  const { version } = snapshot;
  if (missing.length === 0) return ok(snapshot);
  if (version === null) {
    return refuse({ code: 'not-a-ledger', message: '不是整改台账，或没有建立：请核对编号，或请该单位“建立/升级台账”' });
  }
  const what = `缺少${missing.join('、')}：请该单位运行“建立/升级台账”`;
  return refuse(
    version < SCHEMA_VERSION
      ? { code: 'old-version', message: `台账是旧版（第${version}版），${what}` }
      : { code: 'missing-column', message: what },
  );
}

/** The status Google answered with; 0 where it did not say. */
function errorCode(error: unknown): number {
  const details: unknown = error instanceof Object ? Reflect.get(error, 'details') : undefined;
  const code: unknown = details instanceof Object ? Reflect.get(details, 'code') : undefined;
  return typeof code === 'number' ? code : 0;
}

/** What a service threw in a roll-up; `quota` and `unavailable` pass by themselves. An error of our own is thrown on. */
export function faultOf(error: unknown): Fault {
  if (error instanceof TypeError || error instanceof RangeError) throw error;
  const code = errorCode(error);
  if (code === 429) return { code: 'quota', message: 'Google 表格的调用次数已到上限，稍后自动继续。' };
  if (code === 403) return { code: 'no-right', message: '没有权限：请该单位把表格共享给汇总人（可查看）' };
  if (code === 404) return { code: 'not-found', message: '找不到表格：请核对表格编号或链接' };
  const detail = error instanceof Error ? error.message.slice(0, 200) : String(error);
  const passes = code >= 500 || (code === 0 && /timed out|try again|unavailable|internal|empty response/i.test(detail));
  return { code: passes ? 'unavailable' : 'service', message: `Google 服务没有读成，请稍后再汇总（${detail}）` };
}
