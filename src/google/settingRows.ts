/** The rows of 设置: every item the program knows, with its explanation, its initial value and its drop-down. */
import type { TabGrid } from '../ledger/grid';
import { settingIds } from '../ledger/readSettings';
import { SETTINGS, type Setting } from '../ledger/settings';
import { type Positions, rule } from './formats';
import { cellData } from './requests';

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Requests that add the items the tab lacks below its last row and renew explanations and drop-downs of those it has. */
export function settingRequests(sheetId: number, columns: Positions, grid: TabGrid | undefined): Request[] {
  const { item, value, explanation } = columns;
  if (item === undefined || value === undefined || explanation === undefined) return [];
  const rows = new Map((grid?.values ?? []).map((cells, at) => [String(cells[item] ?? '').trim(), at]));
  let free = lastItem(grid, item) + 1;
  return settingIds().flatMap((id): Request[] => {
    const setting: Setting = SETTINGS[id];
    const known = rows.get(setting.item);
    const row = known ?? free;
    if (known === undefined) free += 1;
    const put = (columnIndex: number, text: string): Request => ({
      updateCells: {
        start: { sheetId, rowIndex: row, columnIndex },
        rows: [{ values: [cellData(text)] }],
        fields: 'userEnteredValue',
      },
    });
    return [
      ...(known === undefined ? [put(item, setting.item), put(value, initialText(setting))] : []),
      put(explanation, setting.explanation),
      ...dropDown(setting, {
        sheetId,
        startRowIndex: row,
        endRowIndex: row + 1,
        startColumnIndex: value,
        endColumnIndex: value + 1,
      }),
    ];
  });
}

/** 0-based row of the last item; the header's when there is none. */
function lastItem(grid: TabGrid | undefined, item: number): number {
  let last = 0;
  (grid?.values ?? []).forEach((cells, at) => {
    if (String(cells[item] ?? '').trim() !== '') last = at;
  });
  return last;
}

function initialText(setting: Setting): string {
  if (setting.kind === 'date') return '';
  return setting.kind === 'integer' ? String(setting.initial ?? '') : setting.initial;
}

function dropDown(setting: Setting, range: GoogleAppsScript.Sheets.Schema.GridRange): Request[] {
  if (setting.kind !== 'choice') return [];
  return [{ setDataValidation: { range, rule: rule('ONE_OF_LIST', setting.values, true, setting.explanation) } }];
}
