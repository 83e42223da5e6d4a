/** Filter views and slicers: which are offered on the tab that is seen, which rows a choice shows, links that open one. */
import type { Choice, SheetView } from '../protocol';
import { call, isLost } from './api';
import { type Lens, lensOf, sameRows } from './lens';
import type { Model } from './model';
import type { Queue } from './queue';
import type { Tabs } from './tabs';
import { WORDS } from './wording';

export interface ViewingPort {
  /** Draws a tab through a lens, or as it is, once no cell is being edited. */
  look(id: number, lens: Lens | undefined): void;
  activate(title: string): boolean;
  select(title: string, row: number, column: number): void;
}

/** Counts are asked for when nobody types any more. */
const COUNTS_AFTER_MS = 600;
const PLACE = /#gid=(\d+)(?:&fvid=(\d+))?(?:&range=([A-Z]+)(\d+))?/;

const allOf = (sheet: number): Choice => ({ sheet, view: null, slicers: [] });

export class Viewing {
  #counting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly model: Model,
    readonly queue: Queue,
    readonly tabs: Tabs,
    readonly port: ViewingPort,
  ) {}

  /** A tab came to the front. */
  stand(id: number): void {
    const { tab } = this.model.shell;
    if (tab?.choice.sheet === id) return;
    this.#tell(id);
    this.#count(0);
  }

  /** Chooses what the tab that is seen shows. */
  choose(change: Partial<Omit<Choice, 'sheet'>>): void {
    const { tab } = this.model.shell;
    if (tab) this.#open({ ...tab.choice, ...change });
  }

  /** Filters anew what has changed since: as in Sheets a row stays where it is until then. */
  again(): void {
    this.choose({});
  }

  /** Before tabs are drawn that changed. @param moved rows stand elsewhere */
  changed(sheets: readonly SheetView[], moved: boolean): void {
    for (const sheet of sheets) {
      const lens = this.tabs.lens(sheet.id);
      const old = this.tabs.byId(sheet.id);
      const isOther = old?.rows.length !== sheet.rows.length || old.rowCount !== sheet.rowCount;
      if (lens && (moved || isOther)) this.#open(lens.choice);
      const { tab } = this.model.shell;
      if (tab?.choice.sheet !== sheet.id) continue;
      if (old?.charts !== sheet.charts || old?.filterViews !== sheet.filterViews)
        setTimeout(() => this.#tell(sheet.id));
      this.#count(COUNTS_AFTER_MS);
    }
  }

  /** Another workbook. */
  clear(): void {
    this.tabs.clear();
    this.model.set({ tab: null });
  }

  /** Stands on a cell of the workbook; a view that does not show it is left. */
  go(title: string, row: number, column: number): void {
    const sheet = this.tabs.byTitle(title);
    if (!sheet) return;
    const lens = this.tabs.lens(sheet.id);
    const place = lens ? lens.places.get(row) : row;
    if (place !== undefined) {
      this.port.select(title, place, column);
      return;
    }
    this.#show(allOf(sheet.id), undefined);
    // the tab is laid out in the next turn
    setTimeout(() => this.port.select(title, row, column), 0);
  }

  /** A link to a place of this workbook. @returns whether it is one */
  follow(href: string): boolean {
    const [, gid, fvid, letters, line] = PLACE.exec(href) ?? [];
    const book = /^https:\/\/docs\.google\.com\/spreadsheets\/d\/([\w-]+)/.exec(href)?.[1];
    const isOwn = href.startsWith('#') || book === this.model.shell.spreadsheetId;
    if (gid === undefined || !isOwn) return false;
    const sheet = this.tabs.byId(Number(gid));
    const view = fvid === undefined ? undefined : sheet?.filterViews?.find(({ id }) => id === Number(fvid));
    if (!sheet || (fvid !== undefined && !view)) this.model.toast('', WORDS.noPlace);
    else {
      this.port.activate(sheet.title);
      if (view) this.#open({ ...allOf(sheet.id), view: view.id });
      if (letters && line) this.go(sheet.title, Number(line) - 1, columnOf(letters));
    }
    return true;
  }

  #open(choice: Choice): void {
    if (choice.view === null && choice.slicers.length === 0) {
      this.#show(choice, undefined);
      return;
    }
    const send = async (): Promise<'done' | 'lost'> => {
      const reply = await call('/api/shown', choice);
      if (isLost(reply)) return 'lost';
      if (reply.ok) this.#show(choice, reply.value.rows);
      else {
        this.model.toast('', reply.message);
        this.#show(allOf(choice.sheet), undefined);
      }
      return 'done';
    };
    this.queue.add({ what: WORDS.view, send });
  }

  #show(choice: Choice, rows: readonly number[] | undefined): void {
    const before = this.tabs.lens(choice.sheet);
    const isSame = rows ? sameRows(before, rows) : before === undefined;
    const lens = rows && lensOf(choice, rows);
    // the same rows chosen otherwise need no drawing
    if (isSame) this.tabs.look(choice.sheet, lens);
    else this.port.look(choice.sheet, lens);
    if (this.model.shell.tab?.choice.sheet === choice.sheet) this.#tell(choice.sheet, choice);
  }

  /** Tells the shell of the tab that is seen; counts that are known stay until new ones come. */
  #tell(id: number, choice = this.tabs.lens(id)?.choice ?? allOf(id)): void {
    const sheet = this.tabs.byId(id);
    if (!sheet) return;
    const { tab } = this.model.shell;
    const known = tab?.choice.sheet === id ? tab : undefined;
    const { filterViews = [], slicers = [], charts = [] } = sheet;
    this.model.set({
      tab: {
        choice,
        views: filterViews.map((one) => ({ ...one, count: countIn(known?.views, one.id) })),
        slicers: slicers.map((one) => known?.slicers.find((old) => old.id === one.id) ?? { ...one, values: [] }),
        charts,
      },
    });
  }

  #count(after: number): void {
    const { tab } = this.model.shell;
    if (!tab || tab.views.length + tab.slicers.length === 0) return;
    clearTimeout(this.#counting);
    const { sheet } = tab.choice;
    const send = async (): Promise<'done' | 'lost'> => {
      const reply = await call('/api/views', { sheet });
      const { tab: now } = this.model.shell;
      if (reply.ok && now?.choice.sheet === sheet) this.model.set({ tab: { ...now, ...reply.value } });
      return isLost(reply) ? 'lost' : 'done';
    };
    this.#counting = setTimeout(() => this.queue.add({ what: WORDS.view, replaces: 'views', send }), after);
  }
}

const countIn = (views: readonly { id: number; count: number | null }[] | undefined, id: number): number | null =>
  views?.find((one) => one.id === id)?.count ?? null;

/** 0-based column of its letters. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
