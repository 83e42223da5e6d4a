/** The grid: draws the host's workbook in Univer, writes what the host changed, tells what a person did. */
import type { FUniver } from '@univerjs/core/lib/facade';
import type { BookView, SheetView, StyleView } from '../../protocol';
import { BOOK_ID, bookToUniver, sheetKey } from './bookToUniver';
import { drawnRows, FONT, measureLines } from './look';
import { type Anchor, onMove, type Place, placeOver } from './overlay';
import { changeOf, type SheetChange, sameShape } from './patch';
import { type Axis, distanceOf, lineAt, mostFor, scrollFor } from './sight';
import { createEngine, type Engine } from './univer';
import { type GridEvents, watch } from './watch';
import { writeChange } from './write';
import './grid.css';

/** Cells by `cellKey`, per tab title. */
export type CellSets = ReadonlyMap<string, ReadonlySet<string>>;
export const NO_CELLS: CellSets = new Map();
const SCROLL_BAR = 14;
/** Part of the window to leave above and before a cell that is jumped to. */
const LEAD = 0.3;
const NONE: ReadonlySet<string> = new Set();

export class Grid {
  readonly #engine: Engine;
  #book: BookView;
  readonly #takeTyped: () => void;
  /** Names of rows in their heads, by tab, where they are not their places. */
  readonly #numbers = new Map<number, readonly number[]>();

  constructor(
    readonly container: HTMLElement,
    book: BookView,
    events: GridEvents,
  ) {
    measureLines(lineMeasure());
    this.#engine = createEngine(container);
    this.#book = book;
    this.#api.createWorkbook(bookToUniver(book));
    this.#engine.begun();
    this.#takeTyped = watch(this.#engine, events, () => this.#book);
  }

  get #api(): FUniver {
    return this.#engine.api;
  }

  get book(): BookView {
    return this.#book;
  }

  /** Settles when the first picture stands. */
  drawn(): Promise<void> {
    return new Promise((resolve) => {
      const rendered = this.#api.Enum.LifecycleStages.Rendered;
      if (this.#api.getCurrentLifecycleStage() >= rendered) return resolve();
      const listening = this.#api.addEvent(this.#api.Event.LifeCycleChanged, ({ stage }) => {
        if (stage < rendered) return;
        listening.dispose();
        resolve();
      });
    });
  }

  /** What was typed is told now, while its rows stand where they stood. */
  settle(): void {
    this.#takeTyped();
  }

  /**
   * A tab with other rows than before: it is laid out anew, and one stands at its beginning.
   * @param numbers what its rows are to be called in their heads, from 0; undefined: one after the other
   */
  exchange(sheet: SheetView, numbers: readonly number[] | undefined): void {
    const isSeen = this.#activeTitle() === sheet.title;
    if (numbers) this.#numbers.set(sheet.id, numbers);
    else this.#numbers.delete(sheet.id);
    const sheets = this.#book.sheets.map((one) => (one.id === sheet.id ? sheet : one));
    this.#lay({ ...this.#book, sheets }, isSeen);
  }

  /** Another workbook altogether. */
  replace(book: BookView): void {
    this.#numbers.clear();
    this.#lay(book);
  }

  /** @param elsewhere where one stood is no place to go back to */
  #lay(book: BookView, elsewhere = false): void {
    const active = this.#activeTitle();
    const place = elsewhere ? undefined : this.#api.getActiveWorkbook()?.getActiveRange()?.getRange();
    this.#book = book;
    this.#api.disposeUnit(BOOK_ID);
    const made = this.#api.createWorkbook(bookToUniver(book));
    for (const [id, numbers] of this.#numbers) {
      const rowsCfg = Object.fromEntries(numbers.map((row, at) => [at, String(row + 1)]));
      made.getSheetBySheetId(sheetKey({ id }))?.customizeRowHeader({ rowsCfg });
    }
    // the sheet is laid out in the next turn; before that a selection does not hold
    if (active !== undefined && this.activate(active) && place)
      setTimeout(() => this.select(active, place.startRow, place.startColumn), 0);
  }

  /**
   * Shows the host's new state of some tabs.
   * @param dirty cells the page itself changed, shown anew in any case
   * @param held cells whose edit is still on its way, left as typed
   */
  apply(
    sheets: readonly SheetView[],
    styles: readonly StyleView[],
    order: readonly string[] | undefined,
    dirty: CellSets,
    held: CellSets,
  ): void {
    const before = this.#book;
    const known = new Map(before.sheets.map((sheet) => [sheet.id, sheet]));
    const next = new Map([...known, ...sheets.map((sheet): [number, SheetView] => [sheet.id, sheet])]);
    const all = ordered([...next.values()], order);
    const book: BookView = { ...before, sheets: all, styles: styles.length > 0 ? [...styles] : before.styles };
    const reshaped =
      all.length !== before.sheets.length ||
      all.some((sheet, index) => {
        const old = known.get(sheet.id);
        return before.sheets[index]?.id !== sheet.id || old === undefined || !sameShape(old, sheet);
      });
    if (reshaped) {
      this.#lay(book);
      return;
    }
    this.#book = book;
    const touched = new Set([...sheets.map((sheet) => sheet.title), ...dirty.keys()]);
    for (const sheet of all) {
      const old = known.get(sheet.id);
      if (old === undefined || !(touched.has(sheet.title) || touched.has(old.title))) continue;
      const change = changeOf(
        { sheet: old, styles: before.styles },
        { sheet, styles: book.styles },
        dirty.get(sheet.title) ?? dirty.get(old.title) ?? NONE,
        held.get(sheet.title) ?? NONE,
      );
      writeChange(this.#api, sheet, change, this.#rowsOf(sheet));
      this.#showNotes(sheet, change.notes);
      if (old.rows.length !== sheet.rows.length && change.cellCount > sheet.columnCount)
        this.#engine.forgetUndo(BOOK_ID);
    }
  }

  /** Rows or their order changed: what could be undone stands elsewhere now. */
  forgetUndo(): void {
    this.#engine.forgetUndo(BOOK_ID);
  }

  /** Where what is anchored to a cell of the tab that is seen lies over the grid. */
  placeOf(anchor: Anchor): Place | undefined {
    return placeOver(this.#api, this.container, anchor);
  }

  /** Calls back whenever such places are others. @returns what ends it */
  moved(callback: () => void): () => void {
    return onMove(this.#api, this.container, callback);
  }

  select(title: string, row: number, column: number): void {
    if (!this.activate(title)) return;
    this.#api.getActiveWorkbook()?.getActiveSheet().getRange(row, column).activate();
    this.reveal(row, column, LEAD);
  }

  /** Scrolls the active tab, if need be, so that a cell is seen beside its frozen rows and columns. */
  reveal(row: number, column: number, lead?: number): void {
    const sheet = this.#api.getActiveWorkbook()?.getActiveSheet();
    const skeleton = sheet?.getSkeleton();
    if (!sheet || !skeleton) return;
    const at = sheet.getScrollState();
    const { width, height } = this.#engine.size(BOOK_ID);
    const zoom = sheet.getZoom();
    const columns = skeleton.columnWidthAccumulation;
    const rows = skeleton.rowHeightAccumulation;
    const across: Axis = {
      ends: columns,
      frozen: sheet.getFrozenColumns(),
      scrolled: distanceOf({ ends: columns }, at.sheetViewStartColumn, at.offsetX),
      room: (width - SCROLL_BAR) / zoom - skeleton.rowHeaderWidth,
    };
    const down: Axis = {
      ends: rows,
      frozen: sheet.getFrozenRows(),
      scrolled: distanceOf({ ends: rows }, at.sheetViewStartRow, at.offsetY),
      room: (height - SCROLL_BAR) / zoom - skeleton.columnHeaderHeight,
    };
    const x = scrollFor(across, column, lead);
    const y = scrollFor(down, row, lead);
    if (x === undefined && y === undefined) return;
    this.#api.syncExecuteCommand('sheet.command.scroll-view', {
      ...(x === undefined ? {} : named(lineAt(across, x, mostFor(across, column)), 'sheetViewStartColumn', 'offsetX')),
      ...(y === undefined ? {} : named(lineAt(down, y, mostFor(down, row)), 'sheetViewStartRow', 'offsetY')),
    });
  }

  /** False where there is no such tab. */
  activate(title: string): boolean {
    const sheet = this.#book.sheets.find((one) => one.title === title);
    const book = this.#api.getActiveWorkbook();
    if (!sheet || !book) return false;
    if (book.getActiveSheet().getSheetId() !== sheetKey(sheet)) book.setActiveSheet(sheetKey(sheet));
    return true;
  }

  /** Univer reads a note when it opens it, and opens none that comes to the cell one stands on. */
  #showNotes(sheet: SheetView, notes: SheetChange['notes']): void {
    const at = this.#api.getActiveWorkbook()?.getActiveRange()?.getRange();
    const here = notes.find(({ row, column }) => row === at?.startRow && column === at?.startColumn);
    if (!here || this.#activeTitle() !== sheet.title) return;
    const place = { unitId: BOOK_ID, subUnitId: sheetKey(sheet), row: here.row, col: here.column };
    this.#engine.noteChanged(place, here.note ? here.id : undefined);
  }

  #activeTitle(): string | undefined {
    return this.#api.getActiveWorkbook()?.getActiveSheet().getSheetName();
  }

  #rowsOf(sheet: SheetView): number {
    return this.#api.getActiveWorkbook()?.getSheetBySheetId(sheetKey(sheet))?.getMaxRows() ?? drawnRows(sheet);
  }
}

const named = ({ line, offset }: { line: number; offset: number }, start: string, into: string) => ({
  [start]: line,
  [into]: offset,
});

/** The height of a line as Univer has it: the font's ascent and descent. */
function lineMeasure(): (fontPixels: number) => number {
  const context = document.createElement('canvas').getContext('2d');
  return (fontPixels) => {
    if (!context) return fontPixels * 1.45;
    context.font = `${fontPixels}px ${FONT}`;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('整改');
    return fontBoundingBoxAscent + fontBoundingBoxDescent;
  };
}

function ordered(sheets: SheetView[], order: readonly string[] | undefined): SheetView[] {
  if (!order) return sheets;
  const found = order.map((title) => sheets.find((sheet) => sheet.title === title));
  return found.filter((sheet): sheet is SheetView => sheet !== undefined);
}
