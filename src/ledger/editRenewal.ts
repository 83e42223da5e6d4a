/** Notes of edit-time validation that time has passed over: each cell that carries one is judged again as it stands now. */
import type { EditedValue } from './editCell';
import { type Edit, judgeEdit } from './editing';
import type { Listed } from './editNames';
import { mergeNote, placeOfNote, suggestion } from './editNotes';
import { REFILLED, RESTORED, standingsIn } from './editSystem';
import type { CellValue, Snapshot, TabGrid } from './grid';
import { locateColumns } from './read';
import { columnsOf } from './records';
import { TAB_ORDER, TABS, type TabId } from './schema';

/** A cell with its note, 0-based. */
export interface NotedCell {
  sheetId: number;
  row: number;
  column: number;
  note: string;
}

/** A cell that Sheets took for a date is a mere number in a snapshot; our note remembers. */
const TAKEN_FOR_DATE = '被表格识别成了日期';

/** The tabs whose notes are renewed: those anybody may edit, so that nobody's check fails on a wall. */
export const RENEWED: readonly TabId[] = TAB_ORDER.filter((tab) => ['open', 'log'].includes(TABS[tab].guard));

/**
 * The notes that have to change, as they should be: our part says what is wrong with the cell now, or is gone; all other
 * text stays. What overwrote a system column nobody can judge stays noted until a person takes the note away.
 */
export function renewedNotes(snapshot: Snapshot, noted: readonly NotedCell[], listed: readonly Listed[]): NotedCell[] {
  const log = snapshot.grids.find(({ title }) => title === TABS.log.title)?.values ?? [];
  const known = { listed, standings: standingsIn(log) };
  const open = RENEWED.flatMap((tab) => {
    const grid = snapshot.grids.find(({ title }) => title === TABS[tab].title);
    return grid === undefined ? [] : [{ tab, grid }];
  });
  return noted.flatMap((cell) => {
    const found = open.find(({ grid }) => grid.sheetId === cell.sheetId);
    if (found === undefined || placeOfNote(cell.note) === undefined) return [];
    const wanted = wantedOn(cell, found.tab, found.grid, known);
    const note = wanted === undefined ? cell.note : mergeNote(cell.note, wanted);
    return note === cell.note ? [] : [{ ...cell, note }];
  });
}

/** What our part should say; null: nothing; undefined: what it says. */
function wantedOn(
  { row, column: at, note }: NotedCell,
  tab: TabId,
  grid: TabGrid,
  known: Pick<Edit, 'listed' | 'standings'>,
): string | null | undefined {
  const header = grid.values[0] ?? [];
  const positions: Partial<Record<string, number>> = locateColumns(tab, header);
  const [id, column] = columnsOf<TabId>(tab).find(([known]) => positions[known] === at) ?? [];
  // copied along into a column of the user's
  if (id === undefined || column === undefined) return null;
  const value = grid.values[row]?.[at] ?? null;
  if (column.system && note.includes(RESTORED)) return null;
  if (column.system) return isSettled(id, value, grid, row, positions, known) ? null : undefined;
  const taken = typeof value === 'number' && column.kind !== 'date' && note.includes(TAKEN_FOR_DATE);
  const rows: EditedValue[][] = grid.values.slice(0, row + 1);
  if (taken) rows[row] = rowWith(rows[row] ?? [], at, { serial: value });
  const entered = grid.formulas?.[row]?.[at];
  const formula = typeof entered === 'string' && entered.startsWith('=') && entered !== value ? entered : '';
  const block = { row, column: at, rows: 1, columns: 1 };
  const [outcome] = judgeEdit({ tab, block, read: { left: 0, rows }, formulas: [[formula]], ...known }).cells;
  if (outcome?.write === undefined) return outcome?.note ?? null;
  return suggestion(tab, column.header, outcome.write);
}

/** Whether a system column holds what the program knows it to be: the check works some out, the log gives others. */
function isSettled(
  id: string,
  value: CellValue,
  grid: TabGrid,
  row: number,
  positions: Partial<Record<string, number>>,
  { standings }: Pick<Edit, 'standings'>,
): boolean {
  if (grid.title !== TABS.issues.title) return false;
  if (REFILLED.includes(id)) return true;
  const standing = standings?.get(String(grid.values[row]?.[positions.number ?? -1] ?? ''));
  if (id === 'state') return standing?.state === value;
  return id === 'round' && standing?.round === value;
}

function rowWith(row: readonly EditedValue[], at: number, value: EditedValue): EditedValue[] {
  return row.map((cell, column) => (column === at ? value : cell));
}
