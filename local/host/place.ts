/** A rectangle of one sheet, found by its A1 notation. */
import { resolveA1 } from './workbook/a1';
import { type Box, boxOf } from './workbook/box';
import { type Spreadsheet, sheetIdOf, sizeOf } from './workbook/store';

export interface Place {
  sheetId: number;
  box: Box;
}

/** @param a1 with the sheet's name, e.g. `问题台账!B3:C4` */
export function placeOf(a1: string, workbook: Spreadsheet): Place {
  const range = resolveA1(a1, workbook);
  const sheetId = range.sheetId ?? 0;
  const sheet = workbook.sheets?.find((one) => sheetIdOf(one) === sheetId) ?? {};
  return { sheetId, box: boxOf(range, sizeOf(sheet)) };
}
