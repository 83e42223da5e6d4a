/** What a person does to the grid by hand: typing, pasting, clearing, rows, sorting. */
import type { sheets_v4 } from '@googleapis/sheets';
import { address, quotedTitle } from '../../files/a1';
import type { EditRequest } from '../protocol';
import type { Desk } from './desk';
import { cellValue, idOf, type Sheet, titleOf } from './sheetView';
import { type Trouble, trouble, troubleOf } from './trouble';
import { WORDING } from './wording';

type Done = { ok: true } | Trouble;
type Request = sheets_v4.Schema$Request;
type Cell = sheets_v4.Schema$CellData;

const CELL_CHARACTERS = 50_000;
/** Cells named in a refusal; more of them nobody reads. */
const NAMED_AT_MOST = 5;
const QUOTED_CHARACTERS = 40;

interface Size {
  rows: number;
  columns: number;
}

function sizeOf(sheet: Sheet): Size {
  const grid = sheet.properties?.gridProperties;
  return { rows: grid?.rowCount ?? 0, columns: grid?.columnCount ?? 0 };
}

function sheetTitled(desk: Desk, title: string): Sheet | undefined {
  return desk.book.sheets?.find((sheet) => titleOf(sheet) === title);
}

const cellAt = (sheet: Sheet, row: number, column: number): Cell | undefined =>
  sheet.data?.[0]?.rowData?.[row]?.values?.[column];

/**
 * Types or pastes a rectangle as the person at the page: everything or nothing. Then `onEdit` runs; should it fail, what
 * was typed stays, as in Sheets, and a remark is shown.
 * @param remark takes what the person should know besides
 */
export function edit(desk: Desk, request: EditRequest, remark: (message: string) => void): Done {
  const { row, column, texts } = request;
  const sheet = sheetTitled(desk, request.sheet);
  if (!sheet) return trouble('no-sheet', WORDING.noSheet(request.sheet));
  const width = texts[0]?.length ?? 0;
  if (width === 0 || texts.some((line) => line.length !== width)) {
    return trouble('not-rectangular', WORDING.notRectangular);
  }
  const size = sizeOf(sheet);
  if (row > size.rows || column > size.columns) return trouble('outside-sheet', WORDING.outsideSheet);
  const obstacle = tooLong(request) ?? changedMeanwhile(sheet, request);
  if (obstacle) return obstacle;

  const started = desk.host.spreadsheet();
  try {
    const preparation = preparations(sheet, request, width);
    if (preparation.length > 0) desk.host.apply(preparation);
  } catch (thrown) {
    return troubleOf(thrown, desk.person, WORDING.hostRefused);
  }
  const prepared = desk.host.spreadsheet();
  const standing = sheetTitled(desk, request.sheet) ?? sheet;
  const typed = texts.map((line, r) => line.map((text, c) => plain(text, cellAt(standing, row + r, column + c))));
  if (typed.some((line, r) => line.some((text, c) => text !== texts[r]?.[c]))) remark(WORDING.formulaAsText);
  try {
    const failed = desk.host.failures().length;
    desk.host.edit(`${quotedTitle(request.sheet)}!${address(row, column)}`, typed);
    for (const failure of desk.host.failures().slice(failed)) {
      remark(WORDING.editFailed(`${failure.handler}：${failure.message}`));
    }
  } catch (thrown) {
    if (desk.host.spreadsheet() !== prepared) {
      remark(troubleOf(thrown, desk.person, WORDING.editFailed).message);
      return { ok: true };
    }
    if (prepared !== started) desk.undo();
    return troubleOf(thrown, desk.person, WORDING.hostRefused);
  }
  return { ok: true };
}

/** Room for what is typed beyond the grid, as Sheets makes it; a paste takes formats and rules of the cells away. */
function preparations(sheet: Sheet, { row, column, texts, pasted }: EditRequest, width: number): Request[] {
  const sheetId = idOf(sheet);
  const size = sizeOf(sheet);
  const requests: Request[] = [];
  const bottom = row + texts.length;
  const right = column + width;
  const more = (dimension: string, length: number): Request => ({ appendDimension: { sheetId, dimension, length } });
  if (bottom > size.rows) requests.push(more('ROWS', bottom - size.rows));
  if (right > size.columns) requests.push(more('COLUMNS', right - size.columns));
  if (pasted) {
    requests.push({
      repeatCell: {
        range: { sheetId, startRowIndex: row, endRowIndex: bottom, startColumnIndex: column, endColumnIndex: right },
        cell: {},
        fields: 'userEnteredFormat,dataValidation',
      },
    });
  }
  return requests;
}

/** A formula as text: the workbench calculates none, and what was typed is not to be lost. */
function plain(text: string, cell: Cell | undefined): string {
  const isFormula = /^[=+]./s.test(text) && !/^\+[\d.,%]+$/.test(text);
  return isFormula && cell?.userEnteredFormat?.numberFormat?.type !== 'TEXT' ? `'${text}` : text;
}

function tooLong({ row, column, texts }: EditRequest): Trouble | undefined {
  for (const [r, line] of texts.entries()) {
    for (const [c, text] of line.entries()) {
      if (text.length > CELL_CHARACTERS) {
        return trouble('cell-too-long', WORDING.cellTooLong(address(row + r, column + c), text.length));
      }
    }
  }
  return undefined;
}

/** A cell that no longer holds what the page showed refuses the whole edit, and says what it holds. */
function changedMeanwhile(sheet: Sheet, { row, column, texts, before }: EditRequest): Trouble | undefined {
  const changed: string[] = [];
  let count = 0;
  texts.forEach((line, r) => {
    line.forEach((_text, c) => {
      const now = cellValue(cellAt(sheet, row + r, column + c)) ?? '';
      const shown = before[r]?.[c] ?? '';
      if (now === shown) return;
      count += 1;
      if (changed.length < NAMED_AT_MOST) {
        const cell = cellAt(sheet, row + r, column + c);
        changed.push(WORDING.nowStands(address(row + r, column + c), quoted(cell?.formattedValue ?? String(now))));
      }
    });
  });
  return count === 0 ? undefined : trouble('changed-meanwhile', WORDING.changedMeanwhile(count, changed));
}

function quoted(text: string): string {
  if (text === '') return WORDING.empty;
  const characters = Array.from(text);
  const short = characters.length > QUOTED_CHARACTERS ? `${characters.slice(0, QUOTED_CHARACTERS).join('')}……` : text;
  return WORDING.quoted(short);
}

/** Inserts or deletes rows; the header stays. */
export function changeRows(
  desk: Desk,
  { sheet: title, action, from, to }: { sheet: string; action: 'insert' | 'delete'; from: number; to: number },
): Done {
  const sheet = sheetTitled(desk, title);
  if (!sheet) return trouble('no-sheet', WORDING.noSheet(title));
  const { rows } = sizeOf(sheet);
  const last = action === 'delete' ? to : from;
  if (from < 0 || to <= from || last > rows) return trouble('outside-sheet', WORDING.outsideSheet);
  if (from === 0) return trouble('header-stays', WORDING.headerStays);
  const range = { sheetId: idOf(sheet), dimension: 'ROWS', startIndex: from, endIndex: to };
  return applied(desk, [
    action === 'delete'
      ? { deleteDimension: { range } }
      : // a new first row of data is to look like data, not like the header
        { insertDimension: { range, inheritFromBefore: from > 1 } },
  ]);
}

/** Sorts the rows below the frozen ones. */
export function sortSheet(
  desk: Desk,
  { sheet: title, column, ascending }: { sheet: string; column: number; ascending: boolean },
): Done {
  const sheet = sheetTitled(desk, title);
  if (!sheet) return trouble('no-sheet', WORDING.noSheet(title));
  const { rows, columns } = sizeOf(sheet);
  if (column < 0 || column >= columns) return trouble('outside-sheet', WORDING.outsideSheet);
  const top = Math.max(1, sheet.properties?.gridProperties?.frozenRowCount ?? 0);
  if (top >= rows) return { ok: true };
  return applied(desk, [
    {
      sortRange: {
        range: {
          sheetId: idOf(sheet),
          startRowIndex: top,
          endRowIndex: rows,
          startColumnIndex: 0,
          endColumnIndex: columns,
        },
        sortSpecs: [{ dimensionIndex: column, sortOrder: ascending ? 'ASCENDING' : 'DESCENDING' }],
      },
    },
  ]);
}

function applied(desk: Desk, requests: Request[]): Done {
  try {
    desk.host.apply(requests);
    return { ok: true };
  } catch (thrown) {
    return troubleOf(thrown, desk.person, WORDING.hostRefused);
  }
}

/** Stands the person on a cell. */
export function select(desk: Desk, { sheet, row, column }: { sheet: string; row: number; column: number }): Done {
  const standing = sheetTitled(desk, sheet);
  if (!standing) return trouble('no-sheet', WORDING.noSheet(sheet));
  const size = sizeOf(standing);
  if (row < 0 || column < 0 || row >= size.rows || column >= size.columns) {
    return trouble('outside-sheet', WORDING.outsideSheet);
  }
  desk.select(`${quotedTitle(sheet)}!${address(row, column)}`);
  return { ok: true };
}
