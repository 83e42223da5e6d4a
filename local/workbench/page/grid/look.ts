/** How a sheet is laid out on the screen: how many rows are drawn, how high they are, how a style looks in Univer. */
import type { CellView, SheetView, StyleView } from '../../protocol';

/** Rows drawn below the last used one, so that there is room to go on writing. */
export const SPARE_ROWS = 60;
const LEAST_ROWS = 100;
export const COLUMN_WIDTH = 100;
/** Fonts of the system that have Chinese; nothing is loaded. */
export const FONT = 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, sans-serif';
export const FONT_SIZE = 10;
const ROW_HEIGHT = 24;
const LINE_HEIGHT = 1.45;
/** A long text is read in the cell or the sidebar; a row that fills the screen hides the others. */
const MOST_LINES = 5;
const CELL_PADDING = 8;
/** Stands in the cells of the header row. */
const FILTER_BUTTON = 24;
const PIXELS_PER_POINT = 4 / 3;

/** Rows to draw: the used ones and some to spare, never more than the sheet has. */
export function drawnRows(sheet: SheetView): number {
  return Math.max(1, Math.min(sheet.rowCount, Math.max(usedRows(sheet) + SPARE_ROWS, LEAST_ROWS)));
}

/** Rows up to the last with a text or a note; a program colours many rows below in advance. */
function usedRows({ rows }: SheetView): number {
  const isUsed = (cell: CellView | null): boolean =>
    cell !== null && (cell.value !== undefined || cell.note !== undefined);
  for (let row = rows.length; row > 0; row -= 1) if (rows[row - 1]?.some(isUsed)) return row;
  return 0;
}

export function widthOf(sheet: SheetView, column: number): number {
  return sheet.columnWidths[column] ?? COLUMN_WIDTH;
}

/** Height of a row in pixels, so that wrapped text can be read. */
export function rowHeight(at: number, sheet: SheetView, styles: readonly StyleView[]): number {
  let height = ROW_HEIGHT;
  const beside = CELL_PADDING + (at === sheet.frozenRows - 1 ? FILTER_BUTTON : 0);
  sheet.rows[at]?.forEach((cell, column) => {
    if (cell === null) return;
    const style = cell.style === undefined ? undefined : styles[cell.style];
    const pixels = (style?.size ?? FONT_SIZE) * PIXELS_PER_POINT;
    const room = style?.wrap ? widthOf(sheet, column) - beside : Number.POSITIVE_INFINITY;
    const lines = Math.min(MOST_LINES, lineCount(textOf(cell), pixels, room));
    // below the last of the most lines stands no room in which the next would begin
    const beyond = lines < MOST_LINES ? CELL_PADDING : PADDING.t + PADDING.b;
    height = Math.max(height, Math.floor(lines * lineHeight(pixels)) + beyond);
  });
  return height;
}

const measured = new Map<number, number>();
let measure = (fontPixels: number): number => fontPixels * LINE_HEIGHT;

/** How high a line is depends on the fonts of the system: the page measures it. */
export function measureLines(by: (fontPixels: number) => number): void {
  measured.clear();
  measure = by;
}

function lineHeight(fontPixels: number): number {
  const known = measured.get(fontPixels) ?? measure(fontPixels);
  measured.set(fontPixels, known);
  return known;
}

/** Lines a text takes when it is wrapped at `room` pixels; Chinese characters are as wide as the font is high. */
export function lineCount(text: string, fontPixels: number, room: number): number {
  if (text === '') return 1;
  let lines = 0;
  for (const line of text.split('\n')) {
    let used = 0;
    let count = 1;
    for (const character of line) {
      const width = character.charCodeAt(0) < 0x2e80 ? fontPixels * 0.56 : fontPixels;
      if (used + width > room && used > 0) {
        count += 1;
        used = 0;
      }
      used += width;
    }
    lines += count;
  }
  return lines;
}

/** What a cell reads as. */
export function textOf(cell: CellView | null | undefined): string {
  if (!cell) return '';
  if (cell.shown !== undefined) return cell.shown;
  return cell.value === undefined ? '' : String(cell.value);
}

/** The part of Univer's cell style the workbench uses; null takes away what the cell had. */
export interface UniverStyle {
  ff: string;
  fs: number;
  it: 0 | 1;
  bl: 0 | 1;
  ul: { s: 0 | 1 } | null;
  bg: { rgb: string } | null;
  cl: { rgb: string } | null;
  ht: 1 | 2 | 3 | null;
  vt: 1 | 2 | 3;
  tb: 1 | 3;
  n: null;
  bd: null;
  pd: { t: number; b: number; l: number; r: number };
  st: null;
  tr: null;
}

const PADDING = { t: 3, b: 2, l: 4, r: 4 };
const HORIZONTAL = { left: 1, center: 2, right: 3 } as const;
const VERTICAL = { top: 1, middle: 2, bottom: 3 } as const;

/** The whole style of a cell. Numbers that are shown as text keep standing on the right. */
export function univerStyle(cell: CellView, styles: readonly StyleView[]): UniverStyle {
  const style: StyleView = (cell.style === undefined ? undefined : styles[cell.style]) ?? {};
  const align = style.align ?? (typeof cell.value === 'number' ? 'right' : undefined);
  return {
    ff: FONT,
    fs: style.size ?? FONT_SIZE,
    it: style.italic ? 1 : 0,
    bl: style.bold ? 1 : 0,
    ul: style.underline ? { s: 1 } : null,
    bg: style.background === undefined ? null : { rgb: style.background },
    cl: style.color === undefined ? null : { rgb: style.color },
    ht: align === undefined ? null : HORIZONTAL[align],
    vt: VERTICAL[style.vertical ?? 'top'],
    tb: style.wrap ? 3 : 1,
    n: null,
    bd: null,
    pd: PADDING,
    st: null,
    tr: null,
  };
}
