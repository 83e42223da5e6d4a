/** From what Univer changed in its cells to the rectangles a person typed, pasted, filled or cleared. */
import type { CellView, EditRequest, SheetView } from '../../protocol';
import { textOf } from './look';
import { cellKey } from './patch';

/** Changed cells of one tab: row → column → text as typed. */
export type Typed = Map<number, Map<number, string>>;

export interface Rectangle {
  row: number;
  column: number;
  texts: string[][];
}

/** What a cell of a Univer mutation says, as far as it matters here. */
export interface MutatedCell {
  v?: string | number | boolean | null;
  f?: string | null;
  p?: { body?: { dataStream?: string } } | null;
}

/** The text of a changed cell; undefined when only its look changed. */
export function textOfMutated(cell: MutatedCell | null, isCheck: boolean): string | undefined {
  if (cell === null) return '';
  if (typeof cell.f === 'string' && cell.f !== '') return cell.f;
  const rich = cell.p?.body?.dataStream;
  if (typeof rich === 'string') return rich.replace(/\r\n$/, '').replace(/\r/g, '\n');
  if (cell.v === undefined) return undefined;
  if (cell.v === null) return '';
  if (isCheck || typeof cell.v === 'boolean') {
    const text = String(cell.v).toUpperCase();
    if (text === '1' || text === 'TRUE') return 'TRUE';
    if (text === '0' || text === 'FALSE') return 'FALSE';
  }
  return String(cell.v);
}

export function note(typed: Typed, row: number, column: number, text: string): void {
  const line = typed.get(row) ?? new Map<number, string>();
  line.set(column, text);
  typed.set(row, line);
}

/** As few rectangles as rows with the same columns allow, from the top, each within one run of columns. */
export function rectangles(typed: Typed): Rectangle[] {
  const done: Rectangle[] = [];
  let open: Rectangle[] = [];
  const rows = [...typed.keys()].sort((a, b) => a - b);
  for (const row of rows) {
    const runs = runsOf(typed.get(row) ?? new Map());
    const next: Rectangle[] = [];
    for (const run of runs) {
      const above = open.find(
        (r) => r.column === run.column && r.texts[0]?.length === run.texts.length && r.row + r.texts.length === row,
      );
      if (above) {
        above.texts.push(run.texts);
        next.push(above);
      } else {
        const made = { row, column: run.column, texts: [run.texts] };
        done.push(made);
        next.push(made);
      }
    }
    open = next;
  }
  return done;
}

function runsOf(line: Map<number, string>): { column: number; texts: string[] }[] {
  const runs: { column: number; texts: string[] }[] = [];
  let last: { column: number; texts: string[] } | undefined;
  for (const [column, text] of [...line].sort(([a], [b]) => a - b)) {
    if (last && last.column + last.texts.length === column) last.texts.push(text);
    else {
      last = { column, texts: [text] };
      runs.push(last);
    }
  }
  return runs;
}

/** What the page showed in these cells, as the host gave it. */
export function shownValues(sheet: SheetView, { row, column, texts }: Rectangle): EditRequest['before'] {
  return texts.map((line, r) => line.map((_, c) => valueAt(sheet, row + r, column + c)));
}

/** What stands in a cell, as the host gave it. */
export function valueAt(sheet: SheetView, row: number, column: number): string | number | boolean | null {
  const cell: CellView | null | undefined = sheet.rows[row]?.[column];
  return cell?.value ?? null;
}

/** Whether a text is another than the one shown. */
export function differs(sheet: SheetView, { row, column, texts }: Rectangle): boolean {
  return texts.some((line, r) =>
    line.some((text, c) => {
      const cell = sheet.rows[row + r]?.[column + c];
      return text !== (typeof cell?.value === 'boolean' ? String(cell.value).toUpperCase() : textOf(cell));
    }),
  );
}

export function keysOf({ row, column, texts }: Rectangle): Set<string> {
  const keys = new Set<string>();
  texts.forEach((line, r) => {
    for (let c = 0; c < line.length; c += 1) keys.add(cellKey(row + r, column + c));
  });
  return keys;
}

/** Whether a column's cell is a checkbox. */
export function isCheck(sheet: SheetView, row: number, column: number): boolean {
  return sheet.validations.some(
    (rule) => rule.kind === 'check' && rule.column === column && row >= rule.fromRow && row < rule.toRow,
  );
}

/** `C9`, for people. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

export function rangeName(area: Rectangle): string {
  const first = cellName(area.row, area.column);
  const last = cellName(area.row + area.texts.length - 1, area.column + (area.texts[0]?.length ?? 1) - 1);
  return first === last ? first : `${first}:${last}`;
}
