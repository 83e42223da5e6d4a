/**
 * An edit of one cell, within six service calls. The cell's note is read first: where it holds a part of ours, it names
 * tab and column, which makes up for the call.
 */
import { type Edit, isOfPeople, judgeEdit } from '../ledger/editing';
import { mergeNote, placeOfNote, suggestion } from '../ledger/editNotes';
import type { CellValue } from '../ledger/grid';
import { locateColumns } from '../ledger/read';
import { columnsOf } from '../ledger/records';
import { TAB_ORDER, TABS, type TabId } from '../ledger/schema';
import { type Editing, isDone, needsPlainText, READ_CALLS, tabTitled, tell } from './editCalls';
import { editedValue, listedIn, readOther } from './editReading';

/** Longer texts and those with digits or a sentence's signs are no names: they take the ordinary way. */
const NO_NAMES = /[\p{N}=“”《》（）()。：:！!？?]|^(true|false)$/iu;
const NAMES_LENGTH = 40;

export function handleCell(editing: Editing): void {
  const { event, range, block } = editing;
  const note = range.getNote();
  editing.left -= 1;
  const edit = readEdit(editing, note);
  if (edit === undefined) return;
  let outcomes = judgeEdit(edit);
  // one call has to be left to write the value or the note
  if (outcomes.wants.names && editing.left > READ_CALLS) {
    const people = readOther(event.source, 'people');
    editing.left -= READ_CALLS;
    if (people !== undefined) outcomes = judgeEdit({ ...edit, listed: listedIn(people) });
  }
  const [outcome] = outcomes.cells;
  if (outcome === undefined) return;
  let wanted = outcome.note;
  let { toast } = outcomes;
  const { write } = outcome;
  if (write !== undefined) {
    const plain = needsPlainText(outcome);
    const cost = plain ? 2 : 1;
    // a note of ours that is no longer true must not stay behind
    const affordable = editing.left >= cost + (placeOfNote(note) === undefined ? 0 : 1);
    if (affordable) editing.left -= cost;
    if (!affordable || !isDone(() => (plain ? range.setNumberFormat('@') : range).setValue(write))) {
      const header: unknown = edit.read.rows[0]?.[block.column - edit.read.left];
      wanted = suggestion(edit.tab, String(header ?? ''), write);
      if (toast !== null) toast = `${wanted}。`;
    }
  }
  if (toast !== null && editing.left > 0) {
    tell(editing, toast);
    editing.left -= 1;
  }
  const next = mergeNote(note, wanted);
  if (next !== note && editing.left > 0) range.setNote(next);
}

/** What has to be known of the cell's tab, in as few calls as the case allows; undefined outside the ledger. */
function readEdit(editing: Editing, note: string): Edit | undefined {
  const { event, range, block } = editing;
  const [value, old] = [textOf(event.value), textOf(event.oldValue)];
  // Google tells neither when a single cell was pasted; then what stood there is not known
  const typed = value === undefined && old === undefined ? {} : { typed: { value, old } };
  const pasted = !('typed' in typed);
  const ours = placeOfNote(note);
  const told = (header: readonly CellValue[], left: number) => {
    const rows: CellValue[][] = Array.from({ length: block.row + 1 }, () => []);
    rows[0] = [...header];
    rows[block.row] = Array.from({ length: block.column - left }, (): CellValue => null).concat(value ?? null);
    return { left, rows };
  };
  if (ours !== undefined && !pasted && block.row > 0 && holdsNames(ours.tab, ours.header) && !value?.startsWith('=')) {
    return { tab: ours.tab, block, read: told([ours.header], block.column), ...typed };
  }
  const sheet = range.getSheet();
  editing.left -= 1;
  const read = (row: number, left: number) => {
    const raw: unknown[][] = sheet.getSheetValues(1, left + 1, row + 1, block.column - left + 1);
    editing.left -= 1;
    return { left, rows: raw.map((line) => line.map(editedValue)) };
  };
  const mayBeNames =
    value !== undefined && value.length <= NAMES_LENGTH && /\p{L}/u.test(value) && !NO_NAMES.test(value);
  if (ours === undefined && block.row > 0 && (pasted || mayBeNames)) {
    const above = read(pasted ? block.row : 0, 0);
    const header = (above.rows[0] ?? []).map((cell) => (typeof cell === 'object' ? null : cell));
    const known = pasted ? above : told(header, 0);
    const people = tabOfNames(header);
    if (people !== undefined) return { tab: people, block, read: known, ...typed };
    const tab = titled(editing, sheet);
    if (tab === undefined) return undefined;
    if (pasted || !needsRows(tab, header[block.column])) return { tab, block, read: known, ...typed };
    return { tab, block, read: read(block.row, tab === 'settings' ? 0 : block.column), ...typed };
  }
  const tab = ours?.tab ?? titled(editing, sheet);
  if (tab === undefined) return undefined;
  // the column down to the cell: its header, its value, and the keys above; of 设置 also the items beside it
  return { tab, block, read: read(block.row, tab === 'settings' ? 0 : block.column), ...typed };
}

function titled(editing: Editing, sheet: GoogleAppsScript.Spreadsheet.Sheet): TabId | undefined {
  editing.left -= 1;
  return tabTitled(sheet.getName());
}

/**
 * The tab in which the last of these headers is a column of names, known by the columns before it: the six calls do not
 * reach for its title too. A copy of a tab is taken for the tab, and at worst a name is tidied or noted there.
 */
function tabOfNames(header: readonly CellValue[]): TabId | undefined {
  return TAB_ORDER.find((tab) => {
    const positions: Partial<Record<string, number>> = locateColumns(tab, header);
    const columns = columnsOf<TabId>(tab);
    const last = columns.findIndex(([id]) => positions[id] === header.length - 1);
    const [, column] = columns[last] ?? [];
    if (column === undefined || !isOfPeople(column)) return false;
    const places = columns.slice(0, last + 1).map(([id]) => positions[id] ?? -1);
    return places.every((place, at) => place > (places[at - 1] ?? -1));
  });
}

function holdsNames(tab: TabId, header: string): boolean {
  return columnsOf<TabId>(tab).some(([, column]) => column.header === header && isOfPeople(column));
}

/** Whether a cell is judged by others too: keys by those above, the values of 设置 by their items. */
function needsRows(tab: TabId, header: CellValue | undefined): boolean {
  const keys: readonly string[] = TABS[tab].key;
  return (
    tab === 'settings' || columnsOf<TabId>(tab).some(([id, column]) => keys.includes(id) && column.header === header)
  );
}

/** A cleared cell may come as an object instead of a value. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
