/** The tabs of the workbook as the page has drawn them, and which are seen through a lens. */
import type { BookView, SheetView } from '../protocol';
import type { CellSets } from './grid/grid';
import { keysThrough, type Lens, throughLens } from './lens';

export class Tabs {
  #drawn = new Map<number, SheetView>();
  readonly #lenses = new Map<number, Lens>();

  /** Another workbook, or all of it anew. */
  begin(book: BookView): void {
    this.#drawn = new Map(book.sheets.map((sheet) => [sheet.id, sheet]));
    for (const id of [...this.#lenses.keys()]) if (!this.#drawn.has(id)) this.#lenses.delete(id);
  }

  clear(): void {
    this.#lenses.clear();
  }

  /** A tab as the workbook has it, in the state that is drawn. */
  byId(id: number): SheetView | undefined {
    return this.#drawn.get(id);
  }

  byTitle(title: string): SheetView | undefined {
    return [...this.#drawn.values()].find((sheet) => sheet.title === title);
  }

  lens(id: number): Lens | undefined {
    return this.#lenses.get(id);
  }

  look(id: number, lens: Lens | undefined): void {
    if (lens) this.#lenses.set(id, lens);
    else this.#lenses.delete(id);
  }

  /** Takes in tabs that are drawn now. @returns them as they are drawn */
  take(sheets: readonly SheetView[]): SheetView[] {
    return sheets.map((sheet) => {
      this.#drawn.set(sheet.id, sheet);
      return this.shown(sheet);
    });
  }

  shown(sheet: SheetView): SheetView {
    return throughLens(sheet, this.#lenses.get(sheet.id));
  }

  /** Cells by where they are drawn. */
  cells(sets: CellSets): CellSets {
    if (this.#lenses.size === 0) return sets;
    return new Map(
      [...sets].map(([title, keys]) => {
        const sheet = this.byTitle(title);
        return [title, keysThrough(keys, sheet && this.#lenses.get(sheet.id))];
      }),
    );
  }
}
