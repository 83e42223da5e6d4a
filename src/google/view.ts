/** Where the person stands, and standing them elsewhere: SpreadsheetApp's active cell. */
import type { View } from '../app/ports';

export function spreadsheetView(): View {
  return {
    standing() {
      const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
      const range = spreadsheet.getActiveRange();
      return { tab: spreadsheet.getActiveSheet().getName(), row: range === null ? 1 : range.getRow() };
    },
    show(tab, cell) {
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
      if (sheet === null) return false;
      sheet.getRange(cell).activate();
      return true;
    },
  };
}
