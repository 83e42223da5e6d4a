/** 下属单位 and the tabs drawn from it. Its lines may be sorted and its columns moved at any time. */
import type { DrawnTab, UnitLine, UnitList, UnitOutcome } from '../app/ports';
import { KEPT_CELLS } from '../app/rollUp/kept';
import { DRAWN, UNITS_TITLE } from '../app/rollUp/wording';
import { ok, type Result, refuse } from '../ledger/fault';
import { type CellValue, columnLetters, quotedTitle } from '../ledger/grid';
import { faultOf } from './otherLedgers';
import { cellData } from './requests';
import { spreadsheetsService } from './services';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type CellData = GoogleAppsScript.Sheets.Schema.CellData;

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEADERS = [
  ...['单位名称', '表格编号或链接', '结果', '读取时间'],
  // hidden, for the program: whose result the line holds, and what is kept of that ledger
  ...['已读编号', ...Array.from({ length: KEPT_CELLS }, (_, at) => `数据${at + 1}`)],
];
const [NAME, LINK, RESULT, READ_ID] = [0, 1, 2, 4];
const DATA = READ_ID + 1;
const WIDTHS = [240, 320, 360, 140];
const NEW_ROWS = 600;
/** Ids of new tabs, far from those Google and set-up give. */
const FIRST_SHEET_ID = 881_000;
const HEAD = { textFormat: { bold: true }, backgroundColor: { red: 0.86, green: 0.91, blue: 0.95 } };
const TITLE = { textFormat: { bold: true, fontSize: 14 } };

/** Where the tab's columns are: the position of each of HEADERS. */
interface Place {
  file: string;
  positions: readonly number[];
}
type PlacedLine = UnitLine & { row: number };

export function unitList(): UnitList {
  return {
    setUp: () => asked(setUp),
    lines: (options = { data: false }) => asked(() => located((place) => ok(linesAt(place, options.data)))),
    update: (decide) => asked(() => located((place) => updated(place, decide))),
    draw: (tabs) => asked(() => draw(tabs)),
  };
}

function setUp(): Result<boolean> {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = book.getSheetByName(UNITS_TITLE);
  const present = sheet === null ? [] : headerOf(sheet);
  const added = HEADERS.filter((header) => !present.includes(header));
  if (added.length === 0) return ok(false);
  const from = present.length;
  const sheetId = sheet?.getSheetId() ?? FIRST_SHEET_ID;
  const gridProperties = { rowCount: NEW_ROWS, columnCount: HEADERS.length, frozenRowCount: 1 };
  const size = (startIndex: number, properties: GoogleAppsScript.Sheets.Schema.DimensionProperties): Request => {
    const range = { sheetId, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 };
    return { updateDimensionProperties: { range, properties, fields: Object.keys(properties).join() } };
  };
  const requests: Request[] = [
    sheet === null
      ? { addSheet: { properties: { sheetId, title: UNITS_TITLE, gridProperties } } }
      : { appendDimension: { sheetId, dimension: 'COLUMNS', length: added.length } },
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: from },
        rows: [{ values: added.map((header) => ({ ...cellData(header), userEnteredFormat: HEAD })) }],
        fields: 'userEnteredValue,userEnteredFormat(textFormat,backgroundColor)',
      },
    },
    ...added.map((header, at) => {
      const pixelSize = WIDTHS[HEADERS.indexOf(header)];
      return size(from + at, pixelSize === undefined ? { hiddenByUser: true } : { pixelSize });
    }),
  ];
  spreadsheetsService().batchUpdate({ requests }, book.getId());
  return ok(true);
}

function headerOf(sheet: Sheet): string[] {
  const width = sheet.getLastColumn();
  const header: unknown[] = width === 0 ? [] : (sheet.getSheetValues(1, 1, 1, width)[0] ?? []);
  return header.map((cell) => String(cell).trim());
}

/** Finds the columns through SpreadsheetApp, which does not count against the reads per minute of the Sheets API. */
function located<T>(work: (place: Place) => Result<T>): Result<T> {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = book.getSheetByName(UNITS_TITLE);
  const present = sheet === null ? [] : headerOf(sheet);
  const missing = HEADERS.filter((header) => !present.includes(header));
  if (missing.length > 0) {
    const what = sheet === null ? '表' : `表的${missing.join('、')}列`;
    const message = `缺少“${UNITS_TITLE}”${what}，请先选择“汇总 ▸ 建立汇总表”。`;
    return refuse({ code: 'missing-tab', tab: UNITS_TITLE, message });
  }
  for (const { title, first } of DRAWN) {
    const found = book.getSheetByName(title)?.getSheetValues(1, 1, 1, 1)[0]?.[0] ?? '';
    if (found !== '' && found !== first) {
      const message = `已有的“${title}”表不是程序建立的，请改名后再汇总。`;
      return refuse({ code: 'foreign-tab', tab: title, message });
    }
  }
  return work({ file: book.getId(), positions: HEADERS.map((header) => present.indexOf(header)) });
}

/** The lines that name a unit or a spreadsheet. */
function linesAt({ file, positions }: Place, withData: boolean): PlacedLine[] {
  const wanted = positions.slice(0, withData ? HEADERS.length : DATA);
  const ranges = wanted.map((at) => `${quotedTitle(UNITS_TITLE)}!${columnLetters(at)}:${columnLetters(at)}`);
  const options = { ranges, valueRenderOption: 'UNFORMATTED_VALUE', majorDimension: 'COLUMNS' };
  const response = spreadsheetsService().Values.batchGet(file, options);
  const columns = (response.valueRanges ?? []).map((range): CellValue[] => range.values?.[0] ?? []);
  const height = Math.max(columns[NAME]?.length ?? 0, columns[LINK]?.length ?? 0);
  const lines: PlacedLine[] = [];
  for (let at = 1; at < height; at += 1) {
    const [name = '', link = '', result = '', readAt = '', readId = '', ...data] = columns.map((column) =>
      String(column[at] ?? '').trim(),
    );
    if (name + link !== '') {
      lines.push({ row: at + 1, name, link, id: idIn(link), result, readAt, readId, data: data.join('') });
    }
  }
  return lines;
}

/** The id in a link to a spreadsheet, or an id as it is; `''` for any other link. */
export function idIn(link: string): string {
  // a link to a published copy (`/d/e/…`) gives no id
  return /\/d\/(?!e\/)([\w-]+)/.exec(link)?.[1] ?? (link.includes('/') ? '' : link);
}

function updated(place: Place, decide: Parameters<UnitList['update']>[0]): Result<UnitLine[]> {
  const lines = linesAt(place, false);
  const outcomes = decide(lines);
  const data = lines.flatMap(({ row }, at) => {
    const outcome = outcomes[at];
    return outcome === undefined ? [] : rangesOf(place, row, outcome);
  });
  if (data.length > 0) spreadsheetsService().Values.batchUpdate({ valueInputOption: 'RAW', data }, place.file);
  return ok(
    lines.map((line, at) => {
      const { result, readAt, readId } = outcomes[at] ?? line;
      return { ...line, result, readAt, readId };
    }),
  );
}

/** The program's cells of a line; those side by side as one range. */
function rangesOf({ positions }: Place, row: number, { result, readAt, readId, data }: UnitOutcome) {
  const values = [result, readAt, readId, ...Array.from({ length: KEPT_CELLS }, (_, at) => data[at] ?? '')];
  const cells = values.map((value, at) => ({ at: positions[RESULT + at] ?? 0, value })).sort((a, b) => a.at - b.at);
  const runs: { range: string; values: string[][] }[] = [];
  cells.forEach(({ at, value }, index) => {
    const run = runs[runs.length - 1];
    if (run !== undefined && cells[index - 1]?.at === at - 1) run.values[0]?.push(value);
    else runs.push({ range: `${quotedTitle(UNITS_TITLE)}!${columnLetters(at)}${row}`, values: [[value]] });
  });
  return runs;
}

function draw(tabs: readonly DrawnTab[]): Result<undefined> {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const requests = tabs.flatMap((tab, at) =>
    drawRequests(tab, FIRST_SHEET_ID + 1 + at, book.getSheetByName(tab.title)),
  );
  spreadsheetsService().batchUpdate({ requests }, book.getId());
  return ok(undefined);
}

/** The tab made or made large enough, and all of its cells written anew: what stood there before goes. */
function drawRequests({ title, rows, widths }: DrawnTab, newId: number, sheet: Sheet | null): Request[] {
  const sheetId = sheet?.getSheetId() ?? newId;
  const grow = (dimension: string, length: number): Request[] =>
    length > 0 ? [{ appendDimension: { sheetId, dimension, length } }] : [];
  const gridProperties = { rowCount: rows.length + 1, columnCount: widths.length };
  return [
    ...(sheet === null
      ? [{ addSheet: { properties: { sheetId, title, gridProperties } } }]
      : [
          ...grow('ROWS', rows.length + 1 - sheet.getMaxRows()),
          ...grow('COLUMNS', widths.length - sheet.getMaxColumns()),
        ]),
    {
      updateCells: {
        range: { sheetId },
        rows: rows.map((cells, at) => ({ values: cells.map((cell) => drawn(cell, at, rows[at - 1]?.length === 0)) })),
        fields: 'userEnteredValue,userEnteredFormat(textFormat,backgroundColor)',
      },
    },
    ...widths.map((pixelSize, at): Request => {
      const range = { sheetId, dimension: 'COLUMNS', startIndex: at, endIndex: at + 1 };
      return { updateDimensionProperties: { range, properties: { pixelSize }, fields: 'pixelSize' } };
    }),
  ];
}

/** The first row is the title, a row after an empty one the head of a table. */
function drawn(value: CellValue, row: number, isHead: boolean): CellData {
  const cell = cellData(value);
  if (row === 0) return { ...cell, userEnteredFormat: TITLE };
  return isHead ? { ...cell, userEnteredFormat: HEAD } : cell;
}

/** What a service throws, as a fault. */
function asked<T>(work: () => Result<T>): Result<T> {
  try {
    return work();
  } catch (error) {
    const fault = faultOf(error);
    const own = '您没有修改汇总表的权限，请由表格所有者汇总。';
    return refuse(fault.code === 'no-right' ? { ...fault, message: own } : fault);
  }
}
