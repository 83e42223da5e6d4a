/** Where the person stands, and standing them elsewhere: SpreadsheetApp's active cell. */
import type { View } from '../app/ports';
import type { CellValue } from '../ledger/grid';

export function spreadsheetView(): View {
  return {
    standing() {
      const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
      const sheet = spreadsheet.getActiveSheet();
      const row = spreadsheet.getActiveRange()?.getRow() ?? 1;
      const width = sheet.getLastColumn();
      const valuesOf = (at: number): CellValue[] =>
        width === 0 ? [] : (sheet.getSheetValues(at, 1, 1, width)[0] ?? []);
      return { tab: sheet.getName(), row, header: valuesOf(1), cells: valuesOf(row) };
    },
    show(tab, cell) {
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
      if (sheet === null) return false;
      sheet.getRange(cell).activate();
      return true;
    },
  };
}
