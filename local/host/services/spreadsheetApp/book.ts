/** What the SpreadsheetApp classes share: the selection, and writes under rights and strict validation. */

import { ApiFault, serviceFault } from '../../errors';
import type { Face } from '../../runtime/face';
import { columnLetters } from '../../workbook/a1';
import type { Box } from '../../workbook/box';
import type { Cell } from '../../workbook/cells';
import { assertMayWrite } from '../../workbook/protection';
import { type Draft, type Sheet, type Spreadsheet, sheetIdOf } from '../../workbook/store';
import { keeps } from '../../workbook/validation';
import type { Execution } from '../execution';

/** Where the user stands; it outlives an execution, as the open page does. */
export interface Selection {
  sheetId: number | undefined;
  box: Box;
}

export interface Book {
  run: Execution;
  selection: Selection;
  /** A range's sheet as the script sees it: ranges and sheets give each other, so neither file may import the other. */
  sheetFace(sheetId: number): Face;
}

export const workbookOf = (book: Book): Spreadsheet => book.run.workbook.current;
export const zoneOf = (book: Book): string => workbookOf(book).properties?.timeZone ?? 'Etc/GMT';

/** @throws ScriptFault when the sheet was deleted meanwhile */
export function sheetById(book: Book, sheetId: number): Sheet {
  const sheet = workbookOf(book).sheets?.find((one) => sheetIdOf(one) === sheetId);
  if (!sheet) throw serviceFault(`Sheet ${sheetId} not found`);
  return sheet;
}

/** A refusal of the workbook, said as SpreadsheetApp says it. */
export function asServiceFault<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiFault) throw serviceFault(error.message);
    throw error;
  }
}

/** Writes every cell of the box, or none when the user may not, or (with `strict`) when one value breaks a strict rule. */
export function writeCells(
  book: Book,
  sheetId: number,
  box: Box,
  change: (cell: Cell, row: number, column: number) => Cell,
  strict = true,
): void {
  asServiceFault(() =>
    book.run.workbook.change(book.run.actor, (draft) => {
      assertMayWrite(draft, sheetId, box);
      draft.eachCell(sheetId, box, (old, row, column) => {
        const cell = change(old, row, column);
        if (strict && cell.effectiveValue !== old.effectiveValue) checkStrict(draft, sheetId, cell, row, column);
        return cell;
      });
    }),
  );
}

function checkStrict(draft: Draft, sheetId: number, cell: Cell, row: number, column: number): void {
  const rule = cell.dataValidation;
  if (!rule?.strict || keeps(cell, rule, draft.spreadsheet, sheetId)) return;
  const listed =
    rule.condition?.type === 'ONE_OF_LIST' ? (rule.condition.values ?? []).map((one) => one.userEnteredValue) : [];
  const hint = listed.length > 0 ? ` Please enter one of the following values: ${listed.join(', ')}.` : '';
  throw serviceFault(
    `The data you entered in cell ${columnLetters(column)}${row + 1} violates the data validation rules set on this cell.${rule.inputMessage ? ` ${rule.inputMessage}` : hint}`,
  );
}
