/** An edit of many cells, within ten service calls: read once, judged together, written in as few ranges as will do. */
import { type Block, type Edit, judgeEdit, type Outcome } from '../ledger/editing';
import { mergeNote, suggestion } from '../ledger/editNotes';
import { standingsIn } from '../ledger/editSystem';
import type { TabId } from '../ledger/schema';
import { type Editing, isDone, needsPlainText, READ_CALLS, tabTitled, tell } from './editCalls';
import { type PlannedCell, planWrites, readsOtherwise } from './editPlan';
import { editedValue, listedIn, readOther } from './editReading';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** getNotes and setNotes. */
const NOTE_CALLS = 2;

export function handleBlock(editing: Editing): void {
  const { event, range, block } = editing;
  const sheet = range.getSheet();
  const tab = tabTitled(sheet.getName());
  if (tab === undefined) return;
  const raw: unknown[][] = sheet.getSheetValues(1, 1, block.row + block.rows, block.column + block.columns);
  const edit: Edit = { tab, block, read: { left: 0, rows: raw.map((line) => line.map(editedValue)) } };
  const { left: remaining, systemOnly } = readMore(edit, event.source, range, raw, editing.left - 3 - NOTE_CALLS);
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
  if (message !== null && left > 0) tell(editing, message);
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
  if (!wants.log && left >= READ_CALLS && (wants.people || (wants.names && spare(edit, raw, left) >= READ_CALLS))) {
    const rows = readOther(source, 'people');
    left -= READ_CALLS;
    if (rows !== undefined) edit.listed = listedIn(rows);
  }
  return { left, systemOnly };
}

/** Calls that writing what is clear already leaves over. */
function spare(edit: Edit, raw: unknown[][], left: number): number {
  const { cells } = judgeEdit(edit);
  return planWrites(plannedCells(edit, cells, raw, false), left).reduce((rest, { calls }) => rest - calls, left);
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
      write !== undefined && unwritten.has(outcome)
        ? suggestion(tab, String(header[outcome.column] ?? ''), write)
        : outcome.note;
    const next = mergeNote(note, wanted);
    if (next === note) continue;
    line[outcome.column - block.column] = next;
    changed = true;
  }
  if (changed) range.setNotes(notes);
}

function isWithin(place: Block, block: Block, { row, column }: Outcome): boolean {
  const r = row - block.row - place.row;
  const c = column - block.column - place.column;
  return r >= 0 && r < place.rows && c >= 0 && c < place.columns;
}
