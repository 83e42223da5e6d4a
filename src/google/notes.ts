/** The notes of the ledger's tabs, read and renewed with a command's other changes. */
import { type NotedCell, RENEWED, renewedNotes } from '../ledger/editRenewal';
import type { Snapshot } from '../ledger/grid';
import { quotedTitle } from '../ledger/grid';
import { TABS } from '../ledger/schema';
import { listedIn } from './editReading';
import { spreadsheetsService } from './services';

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Only notes cross: a mask over the grid's data gives nothing else of a cell. */
const NOTE_FIELDS = 'sheets(properties(sheetId),data(startRow,startColumn,rowData(values(note))))';

/** Requests that bring the notes of edit-time validation up to what the snapshot holds, in one call. */
export function noteRequests(id: string, snapshot: Snapshot): Request[] {
  const titles = RENEWED.map((tab): string => TABS[tab].title);
  const ranges = snapshot.grids.flatMap(({ title }) => (titles.includes(title) ? [quotedTitle(title)] : []));
  if (ranges.length === 0) return [];
  const noted = notesIn(spreadsheetsService().get(id, { ranges, fields: NOTE_FIELDS }));
  const people = snapshot.grids.find(({ title }) => title === TABS.people.title)?.values ?? [];
  return strips(renewedNotes(snapshot, noted, listedIn(people))).map(({ sheetId, row, column, notes }) => ({
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: notes.map((note) => ({ values: [note === '' ? {} : { note }] })),
      fields: 'note',
    },
  }));
}

/** Every cell with a note in an answer of `Spreadsheets.get`; a start that is 0 is left out of it. */
export function notesIn({ sheets = [] }: GoogleAppsScript.Sheets.Schema.Spreadsheet): NotedCell[] {
  return sheets.flatMap(({ properties, data = [] }) =>
    data.flatMap(({ startRow = 0, startColumn = 0, rowData = [] }) =>
      rowData.flatMap(({ values = [] }, row) =>
        values.flatMap(({ note = '' }, column): NotedCell[] =>
          note === ''
            ? []
            : [{ sheetId: properties?.sheetId ?? 0, row: startRow + row, column: startColumn + column, note }],
        ),
      ),
    ),
  );
}

/** Notes of cells below one another. */
interface Strip {
  sheetId: number;
  row: number;
  column: number;
  notes: string[];
}

/** Many rows of a paste are noted alike: one request for each column's run of rows. */
function strips(cells: readonly NotedCell[]): Strip[] {
  const found: Strip[] = [];
  const open = new Map<string, Strip>();
  for (const { sheetId, row, column, note } of cells) {
    const place = `${sheetId}!${column}`;
    const above = open.get(place);
    if (above !== undefined && above.row + above.notes.length === row) above.notes.push(note);
    else {
      const strip = { sheetId, row, column, notes: [note] };
      found.push(strip);
      open.set(place, strip);
    }
  }
  return found;
}
