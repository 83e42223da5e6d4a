/** What a person typed, on its way to the host: sent in order, kept when it is refused, never lost. */
import type { EditRequest, Patch, SheetView } from '../protocol';
import { call, isLost } from './api';
import { differs, keysOf, type Rectangle, rangeName, rectangles, shownValues, type Typed, valueAt } from './grid/edits';
import type { CellSets } from './grid/grid';
import { cellKey } from './grid/patch';
import type { Model, Unsaved } from './model';
import type { Job, Queue } from './queue';
import { WORDS } from './wording';

export interface EditingPort {
  /** A tab of the workbook in the state that is drawn. */
  drawn(title: string): SheetView | undefined;
  /** Draws cells again as the host last gave them. */
  redraw(cells: CellSets): void;
  revision(): number;
  /** A tab as the host last told of it, which may not be drawn yet. */
  told(id: number): SheetView | undefined;
  show(patch: Patch, dirty: CellSets, job: Job, shown: () => void): void;
  /** Asks the host for its present state. */
  refresh(dirty: CellSets, job: Job): Promise<unknown>;
}

/** An edit that a person did and does not see the outcome of yet. */
interface Sent {
  sheet: number;
  keys: ReadonlySet<string>;
  /** The tab as the host made it of this edit. */
  made?: SheetView;
}

export class Editing {
  /** From the earliest to the latest. */
  readonly #sent = new Set<Sent>();

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
    const sheet = this.port.drawn(unsaved.sheet);
    this.forget(unsaved.id);
    if (sheet) this.#send(sheet, { row: unsaved.row, column: unsaved.column, texts: unsaved.texts }, false);
  }

  forget(id: number): void {
    this.model.set({ unsaved: this.model.shell.unsaved.filter((one) => one.id !== id) });
  }

  /** What these cells show comes from the person, not from the host: typing the old text again is a change. */
  #isUnderWay(sheet: SheetView, area: Rectangle): boolean {
    const keys = keysOf(area);
    return [...this.#sent].some((sent) => sent.sheet === sheet.id && [...keys].some((key) => sent.keys.has(key)));
  }

  #send(sheet: SheetView, area: Rectangle, pasted: boolean): void {
    const keys = keysOf(area);
    const dirty = new Map([[sheet.title, keys]]);
    const earlier = [...this.#sent].filter((sent) => sent.sheet === sheet.id).reverse();
    const sent: Sent = { sheet: sheet.id, keys };
    this.#sent.add(sent);
    const atTyping = shownValues(sheet, area);
    // whoever typed over an edit of their own saw that; what the host made of it is known by now
    const before = (): EditRequest['before'] =>
      atTyping.map((line, r) =>
        line.map((value, c) => {
          const [row, column] = [area.row + r, area.column + c];
          const own = earlier.find(({ keys: written }) => written.has(cellKey(row, column)));
          return own?.made ? valueAt(own.made, row, column) : value;
        }),
      );
    const job: Job = {
      what: WORDS.editing,
      cells: { sheet: sheet.title, keys },
      send: async () => {
        const cells = { sheet: sheet.title, ...area, pasted, before: before() };
        const reply = await call('/api/edit', { revision: this.port.revision(), byRow: true, ...cells });
        if (isLost(reply)) return 'lost';
        const seen = () => void this.#sent.delete(sent);
        if (reply.ok) {
          this.port.show(reply.value, dirty, job, seen);
          const made = this.port.told(sheet.id);
          if (made) sent.made = made;
        } else {
          this.#keep(sheet.title, area, reply.message);
          seen();
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
    this.port.redraw(new Map([[sheet, keysOf(area)]]));
  }
}
