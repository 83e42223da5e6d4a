/** What becomes of an edit: each cell of it kept, tidied, put back or noted, decided from what was read of the tab. */

import { toHalfWidth } from '../text/spacing';
import type { Column } from './columns';
import { type EditedValue, isSheetDate, type Judgement, judgeCell, judgeSetting, LOCATION } from './editCell';
import type { Listed } from './editNames';
import { quote } from './editNotes';
import { REFILLED, RESTORED, type Standing, writtenBy } from './editSystem';
import { type CellValue, isBlank } from './grid';
import { settingIds } from './readSettings';
import { columnsOf } from './records';
import { TABS, type TabId } from './schema';
import { SETTINGS, type Setting } from './settings';

/** A block of cells, 0-based. */
export interface Block {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface Edit {
  tab: TabId;
  block: Block;
  /** The tab's cells from row 0 and column `left` to the block's last row and column, as they stand after the edit. */
  read: { left: number; rows: readonly (readonly EditedValue[])[] };
  /** What Google tells of an edit of one cell; an absent value was blank. Absent for pastes. */
  typed?: { value: string | undefined; old: string | undefined };
  /** Formulas of the block's cells, `''` where there is none. */
  formulas?: readonly (readonly string[])[];
  /** The people of 名单, when they were read. */
  listed?: readonly Listed[];
  /** What 办理记录 says of each issue, when it was read. */
  standings?: ReadonlyMap<string, Standing>;
}

/** What becomes of one cell, 0-based in the tab. */
export interface Outcome {
  row: number;
  column: number;
  /** The value to write; absent: the cell stays as it is. */
  write?: CellValue;
  /** Our note on the cell, naming tab and column; null: none. */
  note: string | null;
  /** The cell's present value may not be written back: a strict rule would refuse it, or a link behind it would be lost. */
  refused: boolean;
  /** A column of text: what is written there may not be read as a number or date. */
  plainText: boolean;
  /** A system column: what stands there is the program's, a formula too. */
  system: boolean;
}

export interface Outcomes {
  cells: Outcome[];
  /** What to tell at once. */
  toast: string | null;
  /** What was not at hand: 名单 to settle what is not clear (`people`) or to look names up (`names`), and the log. */
  wants: { people: boolean; names: boolean; log: boolean };
}

/** A column of the block with its schema. */
interface Place {
  id: string;
  column: Column;
  at: number;
}

/** Judges an edit. Cells of columns the schema does not know are not in the answer: they are the user's own. */
export function judgeEdit(edit: Edit): Outcomes {
  const outcomes: Outcomes = { cells: [], toast: null, wants: { people: false, names: false, log: false } };
  const { tab, block } = edit;
  const end = block.row + block.rows;
  if (block.row === 0) judgeHeader(edit, outcomes);
  for (const place of placesOf(edit)) {
    let told = false;
    const key = TABS[tab].key.length === 1 && TABS[tab].key.some((id) => id === place.id);
    const seen = key ? keysAbove(edit, place) : new Set<string>();
    for (let row = Math.max(1, block.row); row < end; row += 1) {
      const value = valueAt(edit, row, place.at);
      const formula = formulaAt(edit, row, place.at, value);
      let outcome: Outcome;
      if (place.column.system) {
        outcome = judgeSystem(edit, place, row, value, told, outcomes);
        told ||= outcome.note !== null && outcome.write === undefined;
      } else if (formula !== '' && place.column.header !== LOCATION) {
        const clause = `是公式（${quote(formula, 30)}），程序按显示结果读取且不会改动它，请确认或改为直接填写的内容`;
        outcome = noted(edit, place, row, clause);
      } else outcome = judged(edit, place, row, value, outcomes);
      if (key && !place.column.system) judgeKey(edit, place, row, outcome, seen);
      outcomes.cells.push(outcome);
    }
  }
  return outcomes;
}

function judged(edit: Edit, place: Place, row: number, value: EditedValue, outcomes: Outcomes): Outcome {
  const judgement = judgementOf(edit, place, row, value);
  if (edit.listed === undefined && isOfPeople(place.column) && !isSheetDate(value) && !isBlank(value))
    outcomes.wants.names = true;
  if (judgement === undefined || judgement.kind === 'good') return kept(place, row);
  if (judgement.kind === 'unclear') {
    if (judgement.listHelps && edit.listed === undefined) outcomes.wants.people = true;
    return noted(edit, place, row, judgement.clause);
  }
  // in 设置 a number or date may become one: it is read either way
  const kind = settingOf(edit, place, row)?.kind;
  const plainText = kept(place, row).plainText && kind !== 'date' && kind !== 'integer';
  return { ...kept(place, row), plainText, write: judgement.value };
}

function judgementOf(edit: Edit, place: Place, row: number, value: EditedValue): Judgement | undefined {
  if (edit.tab !== 'settings' || place.id !== 'value') return judgeCell(place.column, value, edit.listed);
  const setting = settingOf(edit, place, row);
  return setting === undefined ? undefined : judgeSetting(setting, value);
}

/** The setting of a row of 设置, by its item; undefined elsewhere, for unknown items and where the item was not read. */
function settingOf(edit: Edit, { id, at }: Place, row: number): Setting | undefined {
  if (edit.tab !== 'settings' || id !== 'value') return undefined;
  const itemAt = headerOf(edit).indexOf(TABS.settings.columns.item.header);
  if (itemAt < 0 || itemAt + edit.read.left === at) return undefined;
  const item = valueAt(edit, row, itemAt + edit.read.left);
  const found = settingIds().find((known) => !isSheetDate(item) && SETTINGS[known].item === String(item ?? '').trim());
  return found === undefined ? undefined : SETTINGS[found];
}

/** A key twice, or gone from a row that holds something else, is noted; the value stays. */
function judgeKey(edit: Edit, place: Place, row: number, outcome: Outcome, seen: Set<string>): void {
  const { column, at } = place;
  const value = outcome.write ?? valueAt(edit, row, at);
  if (isSheetDate(value) || outcome.note !== null) return;
  const key = String(value ?? '').trim();
  if (key === '') {
    const { typed } = edit;
    // rows of 设置 may hold list entries alone
    const cleared = typed !== undefined ? typed.old !== undefined : edit.tab !== 'settings' && rowHolds(edit, row);
    if (!cleared) return;
    const was = typed?.old === undefined ? '' : `（原为${quote(typed.old)}）`;
    outcome.note = sentence(edit, column, `已空${was}，没有“${column.header}”的行程序无法辨认，请补填`);
  } else if (seen.has(key)) {
    outcome.note = sentence(edit, column, `${quote(key)}与上面的行重复，“${column.header}”不得重复，请改正`);
  }
  seen.add(key);
}

function judgeSystem(
  edit: Edit,
  place: Place,
  row: number,
  value: EditedValue,
  told: boolean,
  outcomes: Outcomes,
): Outcome {
  const { tab, typed, block } = edit;
  const { id, column } = place;
  const outcome = kept(place, row);
  const by = writtenBy(tab, id);
  if (typed !== undefined) {
    const old = oldValue(column, typed.old);
    if (old === (typed.value ?? '') || String(old) === (typed.value ?? '')) return outcome;
    const lost = typed.value === undefined ? '' : `，您填写的${quote(typed.value)}没有保留`;
    outcomes.toast = `${TABS[tab].title}“${column.header}”是系统列，${RESTORED}${lost}；${by}。`;
    return { ...outcome, write: old, note: sentence(edit, column, `系统列，${RESTORED}${lost}；${by}`) };
  }
  const blank = isBlank(isSheetDate(value) ? value.serial : value);
  const shown = blank ? '' : quote(isSheetDate(value) ? '日期' : value);
  const say = (clause: string) => sentence(edit, column, `${clause}；本列${by}`);
  if (tab === 'issues' && REFILLED.includes(id)) {
    return blank ? outcome : { ...outcome, write: '', note: say(`粘贴的${shown}已清空`) };
  }
  const key = tab === 'issues' ? keyInRow(edit, row) : undefined;
  if (tab === 'issues' && (id === 'state' || id === 'round')) {
    if (key === undefined) {
      return blank ? outcome : { ...outcome, note: say(`粘贴的${shown}所在行的编号未能读到，未作改动，请撤销`) };
    }
    if (edit.standings === undefined) outcomes.wants.log = true;
    const standing = edit.standings?.get(key);
    const right = id === 'state' ? standing?.state : standing?.round;
    if (right === value || (right === undefined && blank)) return outcome;
    if (right !== undefined) return { ...outcome, write: right, note: say('被粘贴内容覆盖，已按办理记录恢复') };
    if (blank) return outcome;
    return { ...outcome, note: say(`粘贴的${shown}在办理记录中没有依据，未作改动，请撤销或改用菜单办理`) };
  }
  // nothing tells what stood here: one note for the column, so that a paste of many rows is not buried in notes
  const existed = key !== undefined && edit.standings?.has(key) === true;
  if (told || (blank && !existed)) return outcome;
  const extent = block.rows > 1 ? `本次粘贴到${block.rows}行` : '被粘贴内容覆盖';
  return { ...outcome, note: say(`${extent}，程序无法得知原值，请撤销（Ctrl+Z）或从“文件 → 版本记录”核对`) };
}

/** A header that was typed over is put back; in a paste nobody can say which one stood there. */
function judgeHeader(edit: Edit, outcomes: Outcomes): void {
  const { tab, typed, block } = edit;
  const headers = columnsOf<TabId>(tab).map(([, column]) => column.header);
  if (typed !== undefined) {
    const old = typed.old?.trim();
    if (old === undefined || !headers.includes(old) || typed.value?.trim() === old) return;
    outcomes.toast = `${TABS[tab].title}的列名“${old}”不能改动，程序靠列名认列，已恢复；另需的列请加在右边。`;
    outcomes.cells.push({
      row: 0,
      column: block.column,
      write: old,
      note: null,
      refused: false,
      plainText: false,
      system: false,
    });
    return;
  }
  const found = headerOf(edit);
  const lost = headers.filter((header) => !found.includes(header));
  if (lost.length === 0) return;
  outcomes.toast = `${TABS[tab].title}的列名被粘贴内容覆盖，缺：${lost.slice(0, 6).join('、')}；请撤销（Ctrl+Z），或改回列名后运行“建立/升级台账”。`;
}

function kept({ column, at }: Place, row: number): Outcome {
  const { kind, header, system } = column;
  // what the program wrote goes back as it was: there is no call left to set the format as well
  const plainText = !system && (kind === 'text' || kind === 'choice');
  return { row, column: at, note: null, refused: header === LOCATION, plainText, system };
}

function noted(edit: Edit, place: Place, row: number, clause: string): Outcome {
  const { kind } = place.column;
  const strict =
    kind === 'choice' ||
    kind === 'integer' ||
    kind === 'amount' ||
    kind === 'check' ||
    (edit.tab === 'settings' && place.id === 'value');
  return { ...kept(place, row), note: sentence(edit, place.column, clause), refused: strict };
}

function sentence({ tab }: Edit, column: Column, clause: string): string {
  return `${TABS[tab].title}“${column.header}”：${clause}`;
}

/** The old value as it has to be written: dates and numbers come as their number. */
function oldValue(column: Column, old: string | undefined): CellValue {
  if (old === undefined) return '';
  const numeric = column.kind === 'date' || column.kind === 'integer' || column.kind === 'amount';
  return numeric && /^-?\d+(\.\d+)?$/.test(old) ? Number(old) : old;
}

/** Whether the column holds names of 名单. */
export function isOfPeople(column: Column): boolean {
  return column.kind === 'text' && column.list?.from === 'people';
}

function placesOf(edit: Edit): Place[] {
  const header = headerOf(edit);
  const { column, columns } = edit.block;
  return columnsOf<TabId>(edit.tab).flatMap(([id, known]) => {
    const found = header.indexOf(known.header);
    const at = found + edit.read.left;
    return found >= 0 && at >= column && at < column + columns ? [{ id, column: known, at }] : [];
  });
}

function headerOf(edit: Edit): string[] {
  return (edit.read.rows[0] ?? []).map((cell) => (isSheetDate(cell) ? '' : String(cell ?? '').trim()));
}

function valueAt(edit: Edit, row: number, column: number): EditedValue {
  return edit.read.rows[row]?.[column - edit.read.left] ?? null;
}

function formulaAt(edit: Edit, row: number, column: number, value: EditedValue): string {
  const { typed, formulas, block } = edit;
  if (formulas !== undefined) return formulas[row - block.row]?.[column - block.column] ?? '';
  // in a cell of the text format =… stays text, and is then its own value
  return typed?.value?.startsWith('=') && typed.value !== value ? typed.value : '';
}

function keysAbove(edit: Edit, { at }: Place): Set<string> {
  const keys = new Set<string>();
  for (let row = 1; row < edit.block.row; row += 1) {
    const value = valueAt(edit, row, at);
    if (!isSheetDate(value) && !isBlank(value)) keys.add(String(value).trim());
  }
  return keys;
}

function rowHolds(edit: Edit, row: number): boolean {
  return (edit.read.rows[row] ?? []).some((cell) => isSheetDate(cell) || (!isBlank(cell) && cell !== false));
}

function keyInRow(edit: Edit, row: number): string | undefined {
  const at = headerOf(edit).indexOf(TABS.issues.columns.number.header);
  if (at < 0) return undefined;
  const value = valueAt(edit, row, at + edit.read.left);
  if (isSheetDate(value) || isBlank(value)) return undefined;
  // as it will read once it is tidied
  const text = toHalfWidth(String(value)).trim();
  return /^\d+$/.test(text) ? String(Number(text)) : undefined;
}
