/**
 * The simple `onEdit`: reads what was edited, lets `judgeEdit` decide, writes values and notes. SpreadsheetApp only, since
 * it runs unauthorised, on phones too; at most 6 service calls for one cell, 10 for a block.
 */
import { type Block, type Edit, judgeEdit, type Outcome } from '../ledger/editing';
import { mergeNote, quote, tabOfNote } from '../ledger/editNotes';
import { standingsIn } from '../ledger/editSystem';
import type { CellValue } from '../ledger/grid';
import { columnsOf } from '../ledger/records';
import { ISSUE_STATES, LOG_ACTIONS, TAB_ORDER, TABS, type TabId } from '../ledger/schema';
import { type PlannedCell, planWrites, readsOtherwise } from './editPlan';
import { editedValue, extentOf, listedIn, readOther } from './editReading';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const SINGLE_LIMIT = 6;
const BLOCK_LIMIT = 10;
/** getNotes and setNotes. */
const NOTE_CALLS = 2;
/** One read of another tab: getRange and getValues. */
const READ_CALLS = 2;
const TOAST_TITLE = '整改台账';
const TOAST_SECONDS = 10;

/** An edit under way, with the calls it may still make. */
interface Editing {
  event: EditEvent;
  range: Range;
  sheet: Sheet;
  tab: TabId;
  block: Block;
  left: number;
}

export function handleEdit(event: EditEvent): void {
  const { range } = event;
  let calls = 0;
  // a note of ours names its tab, which makes up for the call that reading the note costs
  let note: string | undefined;
  if (mayBeNoted(event.oldValue)) {
    note = range.getNote();
    calls += 1;
  }
  const sheet = range.getSheet();
  calls += 1;
  let tab = tabTitled(note === undefined ? undefined : tabOfNote(note));
  if (tab === undefined) {
    tab = tabTitled(sheet.getName());
    calls += 1;
  }
  if (tab === undefined) return;
  const extent = extentOf(range.getA1Notation());
  calls += 1;
  if (extent === undefined) return;
  if (extent.bottom === undefined || extent.right === undefined) calls += 1;
  const bottom = extent.bottom ?? sheet.getLastRow();
  const right = extent.right ?? sheet.getLastColumn();
  const block = { row: extent.top, column: extent.left, rows: bottom - extent.top, columns: right - extent.left };
  if (block.rows < 1 || block.columns < 1) return;
  const single = block.rows === 1 && block.columns === 1;
  const left = (single ? SINGLE_LIMIT : BLOCK_LIMIT) - calls;
  const editing = { event, range, sheet, tab, block, left };
  if (single) handleCell(editing, note);
  else handleBlock(editing);
}

function handleCell({ event, range, sheet, tab, block, left: allowed }: Editing, known: string | undefined): void {
  // the column down to the cell: its header, its value, and the keys above; of 设置 also the items beside it
  const from = tab === 'settings' ? 0 : block.column;
  const raw: unknown[][] = sheet.getSheetValues(1, from + 1, block.row + 1, block.column - from + 1);
  let left = allowed - 1;
  const edit: Edit = { tab, block, read: { left: from, rows: raw.map((line) => line.map(editedValue)) } };
  const [value, old] = [textOf(event.value), textOf(event.oldValue)];
  // Google tells neither when a single cell was pasted; then what stood there is not known
  if (value !== undefined || old !== undefined) edit.typed = { value, old };
  const outcomes = judgeEdit(edit);
  const [outcome] = outcomes.cells;
  if (outcome === undefined) return;
  let wanted = outcome.note;
  let toast = outcomes.toast;
  const { write } = outcome;
  if (write !== undefined) {
    const plain = needsPlainText(outcome);
    const cost = plain ? 2 : 1;
    const affordable = left >= cost;
    if (affordable) left -= cost;
    const done = affordable && isDone(() => (plain ? range.setNumberFormat('@') : range).setValue(write));
    if (!done) {
      wanted = suggestion(tab, write, raw[0]?.[block.column - from]);
      if (toast !== null) toast = `${wanted}。`;
    }
  }
  if (toast !== null && left > 0) {
    event.source.toast(toast, TOAST_TITLE, TOAST_SECONDS);
    left -= 1;
  }
  let note = known;
  if (note === undefined && left >= NOTE_CALLS) {
    note = range.getNote();
    left -= 1;
  }
  if (note === undefined || left < 1) return;
  const next = mergeNote(note, wanted);
  if (next !== note) range.setNote(next);
}

function handleBlock({ event, range, sheet, tab, block, left: allowed }: Editing): void {
  const raw: unknown[][] = sheet.getSheetValues(1, 1, block.row + block.rows, block.column + block.columns);
  const edit: Edit = { tab, block, read: { left: 0, rows: raw.map((line) => line.map(editedValue)) } };
  const { left: remaining, systemOnly } = readMore(edit, event.source, range, raw, allowed - 1 - NOTE_CALLS);
  let left = remaining;
  const { cells, toast } = judgeEdit(edit);
  const unwritten = new Set(cells.filter(({ write }) => write !== undefined));
  for (const { place, values, plainText, calls } of planWrites(plannedCells(edit, cells, raw, systemOnly), left)) {
    const whole = place.rows === block.rows && place.columns === block.columns;
    const target = whole
      ? range
      : sheet.getRange(block.row + place.row + 1, block.column + place.column + 1, place.rows, place.columns);
    left -= calls;
    if (!isDone(() => (plainText ? target.setNumberFormat('@') : target).setValues(values))) continue;
    for (const outcome of unwritten) if (isWithin(place, block, outcome)) unwritten.delete(outcome);
  }
  noteBlock(range, block, tab, cells, unwritten, raw[0] ?? []);
  const problems = cells.filter((outcome) => outcome.note !== null || unwritten.has(outcome)).length;
  const summary = problems > 0 ? `有${problems}个单元格需要核对，原因和办法见单元格上带【校验】的批注。` : null;
  const message = toast ?? summary;
  if (message !== null && left > 0) event.source.toast(message, TOAST_TITLE, TOAST_SECONDS);
}

/**
 * Reads what the judgement of a block still lacks: 办理记录 or 名单, and the formulas, without which no cell of a person's
 * column may be written (a formula would be lost). With the log read, formulas are affordable only where the whole block
 * can go back in one call; else `systemOnly`: values are put back in system columns, the rest is noted.
 */
function readMore(edit: Edit, source: Spreadsheet, range: Range, raw: unknown[][], allowed: number) {
  let left = allowed;
  let systemOnly = false;
  const { wants } = judgeEdit(edit);
  if (wants.log && left >= READ_CALLS) {
    const rows = readOther(source, 'log');
    left -= READ_CALLS;
    if (rows !== undefined) edit.standings = standingsIn(rows);
    const { cells } = judgeEdit(edit);
    systemOnly =
      cells.some(({ write }) => write !== undefined) &&
      planWrites(plannedCells(edit, cells, raw, false), 1).length === 0;
  }
  if (!systemOnly) {
    edit.formulas = range.getFormulas();
    left -= 1;
  }
  if (wants.people && !wants.log && left >= READ_CALLS) {
    const rows = readOther(source, 'people');
    left -= READ_CALLS;
    if (rows !== undefined) edit.listed = listedIn(rows);
  }
  return { left, systemOnly };
}

/** The block's cells as they may be written back; headers and columns of the user are never touched. */
function plannedCells(
  edit: Edit,
  outcomes: readonly Outcome[],
  raw: unknown[][],
  systemOnly: boolean,
): PlannedCell[][] {
  const { block, formulas } = edit;
  const planned = Array.from({ length: block.rows }, (_row, r) =>
    Array.from({ length: block.columns }, (_cell, c): PlannedCell => {
      return { present: raw[block.row + r]?.[block.column + c] ?? '', locked: 'fixed', plainText: false };
    }),
  );
  for (const outcome of outcomes) {
    const r = outcome.row - block.row;
    const c = outcome.column - block.column;
    const cell = planned[r]?.[c];
    if (cell === undefined || (systemOnly && !outcome.system)) continue;
    const isFormula = (formulas?.[r]?.[c] ?? '') !== '';
    if (!isFormula && !outcome.refused) {
      cell.locked = typeof cell.present === 'string' && readsOtherwise(cell.present) ? 'text' : null;
    }
    if (outcome.write === undefined) continue;
    cell.write = outcome.write;
    cell.plainText = needsPlainText(outcome);
  }
  return planned;
}

function noteBlock(
  range: Range,
  block: Block,
  tab: TabId,
  outcomes: readonly Outcome[],
  unwritten: ReadonlySet<Outcome>,
  header: readonly unknown[],
): void {
  if (outcomes.length === 0) return;
  const notes = range.getNotes();
  let changed = false;
  for (const outcome of outcomes) {
    const line = notes[outcome.row - block.row];
    const note = line?.[outcome.column - block.column];
    if (line === undefined || note === undefined) continue;
    const { write } = outcome;
    const wanted =
      write !== undefined && unwritten.has(outcome) ? suggestion(tab, write, header[outcome.column]) : outcome.note;
    const next = mergeNote(note, wanted);
    if (next === note) continue;
    line[outcome.column - block.column] = next;
    changed = true;
  }
  if (changed) range.setNotes(notes);
}

/** What our note says of a value that could not be written. */
function suggestion(tab: TabId, write: CellValue, header: unknown): string {
  const remedy = write === '' || write === null ? '此格应为空，请清空' : `应写作${quote(write, 60)}，请改正`;
  return `${TABS[tab].title}“${String(header ?? '')}”：程序这次未能改写，${remedy}`;
}

function needsPlainText({ plainText, write }: Outcome): boolean {
  return plainText && typeof write === 'string' && readsOtherwise(write);
}

/** False when the sheet refuses the write, as it does when a pasted rule or a protection stands against it. */
function isDone(write: () => unknown): boolean {
  try {
    write();
    return true;
  } catch {
    return false;
  }
}

function isWithin(place: Block, block: Block, { row, column }: Outcome): boolean {
  const r = row - block.row - place.row;
  const c = column - block.column - place.column;
  return r >= 0 && r < place.rows && c >= 0 && c < place.columns;
}

/** What only the program writes, and numbers: no note of ours stands on them. */
const UNNOTED = [
  /^-?\d+([./]\d+)?$/,
  /^\d{1,3}(-\d{1,3})+$/,
  /^[0-9a-f]{64}$/,
  /^\d{4}-\d\d-\d\dT/,
  new RegExp(`^(${TAB_ORDER.map((tab) => TABS[tab].title).join('|')}) \\S+$`),
];

/**
 * Whether a note of ours may stand on a cell that held this. Where it may, reading the note first saves the call for the
 * tab's name, should it be ours; where it may not, that call is left for a word about a system column.
 */
function mayBeNoted(old: unknown): boolean {
  if (typeof old !== 'string' || old === '' || UNNOTED.some((form) => form.test(old))) return false;
  if ([...ISSUE_STATES, ...LOG_ACTIONS].some((word) => word === old)) return false;
  return !TAB_ORDER.some((tab) => columnsOf<TabId>(tab).some(([, column]) => column.header === old));
}

function tabTitled(title: string | undefined): TabId | undefined {
  return title === undefined ? undefined : TAB_ORDER.find((tab) => TABS[tab].title === title);
}

/** A cleared cell may come as an object instead of a value. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
