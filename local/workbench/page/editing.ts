/** What a person typed, on its way to the host: sent in order, kept when it is refused, never lost. */
import type { EditRequest, Patch, SheetView } from '../protocol';
import { call, isLost } from './api';
import { differs, keysOf, type Rectangle, rangeName, rectangles, shownValues, type Typed } from './grid/edits';
import { type CellSets, type Grid, NO_CELLS } from './grid/grid';
import { cellKey } from './grid/patch';
import type { Model, Unsaved } from './model';
import type { Job, Queue } from './queue';
import { WORDS } from './wording';

export interface EditingPort {
  grid(): Grid | undefined;
  revision(): number;
  show(patch: Patch, dirty: CellSets, job: Job): void;
  /** Asks the host for its present state. */
  refresh(dirty: CellSets, job: Job): Promise<unknown>;
}

export class Editing {
  constructor(
    readonly model: Model,
    readonly queue: Queue,
    readonly port: EditingPort,
  ) {}

  take(sheet: SheetView, typed: Typed, pasted: boolean): void {
    for (const area of rectangles(typed)) {
      if (this.queue.moving) this.#keep(sheet.title, area, WORDS.moved);
      else if (pasted || differs(sheet, area) || this.#isUnderWay(sheet, area)) this.#send(sheet, area, pasted);
      else this.#redraw(sheet.title, area);
    }
  }

  /** Types what was not saved again, over what stands there now. */
  again(unsaved: Unsaved): void {
    const sheet = this.port.grid()?.book.sheets.find((one) => one.title === unsaved.sheet);
    this.forget(unsaved.id);
    if (sheet) this.#send(sheet, { row: unsaved.row, column: unsaved.column, texts: unsaved.texts }, false);
  }

  forget(id: number): void {
    this.model.set({ unsaved: this.model.shell.unsaved.filter((one) => one.id !== id) });
  }

  /** An edit of these cells is not answered yet, so that typing the old text again is a change. */
  #isUnderWay(sheet: SheetView, area: Rectangle): boolean {
    const under = this.queue.held().get(sheet.title);
    return under !== undefined && [...keysOf(area)].some((key) => under.has(key));
  }

  #send(sheet: SheetView, area: Rectangle, pasted: boolean): void {
    const keys = keysOf(area);
    const dirty = new Map([[sheet.title, keys]]);
    const under = this.queue.held().get(sheet.title);
    const atTyping = shownValues(sheet, area);
    const request = (): EditRequest => {
      // a cell whose earlier edit was still on its way showed that edit; what the host made of it is known only now
      const now = this.port.grid()?.book.sheets.find((one) => one.id === sheet.id);
      const atSending = now ? shownValues(now, area) : atTyping;
      const before = atTyping.map((line, r) =>
        line.map((value, c) =>
          under?.has(cellKey(area.row + r, area.column + c)) ? (atSending[r]?.[c] ?? null) : value,
        ),
      );
      return { revision: this.port.revision(), sheet: sheet.title, ...area, pasted, before, byRow: true };
    };
    const job: Job = {
      what: WORDS.editing,
      cells: { sheet: sheet.title, keys },
      send: async () => {
        const reply = await call('/api/edit', request());
        if (isLost(reply)) return 'lost';
        if (reply.ok) this.port.show(reply.value, dirty, job);
        else {
          this.#keep(sheet.title, area, reply.message);
          await this.port.refresh(dirty, job);
        }
        return 'done';
      },
    };
    this.queue.add(job);
  }

  /** Shows the host's state again and keeps the text for the person. */
  #keep(sheet: string, area: Rectangle, message: string): void {
    const kept = { id: this.model.id(), sheet, range: rangeName(area), ...area, message };
    this.model.set({ unsaved: [...this.model.shell.unsaved, kept] });
    this.#redraw(sheet, area);
  }

  #redraw(sheet: string, area: Rectangle): void {
    this.port.grid()?.apply([], [], undefined, new Map([[sheet, keysOf(area)]]), NO_CELLS);
  }
}
