/** Between the grid, the shell and the server: sends what a person does, shows what the host answers. */

import type { Api, Patch, SheetView, StateView } from '../protocol';
import { withRows } from '../rows';
import { base64Of, call, isLost, type Path, type Reply } from './api';
import { follow } from './downloads';
import { Editing } from './editing';
import { type CellSets, Grid, NO_CELLS } from './grid/grid';
import { typedBehind } from './lens';
import type { Model } from './model';
import { type Job, Queue } from './queue';
import { Tabs } from './tabs';
import { Viewing } from './viewing';
import { WORDS } from './wording';

/** How often another browser tab's changes are asked for. */
const SINCE_MS = 1500;
/** As base64 it must fit into the 30 MB a request may have. */
const LARGEST_FILE = 22 * 1024 * 1024;

export class Work {
  readonly editing: Editing;
  readonly #queue: Queue;
  readonly viewing: Viewing;
  readonly #tabs = new Tabs();
  #grid: Grid | undefined;
  #revision = 0;
  /** The tabs as the host last told of them, drawn or not. */
  #told = new Map<number, SheetView>();
  #isEditing = false;
  readonly #waiting: (() => void)[] = [];

  constructor(
    readonly model: Model,
    readonly container: HTMLElement,
  ) {
    this.#queue = new Queue({
      lost: (lost) => model.shell.lost !== lost && model.set({ lost }),
      busy: (busy) => model.shell.busy !== busy && model.set({ busy }),
      waiting: (waiting) => model.shell.waiting !== waiting && model.set({ waiting }),
    });
    this.editing = new Editing(model, this.#queue, {
      drawn: (title) => this.#tabs.byTitle(title),
      redraw: (cells) => this.#grid?.apply([], [], undefined, this.#tabs.cells(cells), NO_CELLS),
      revision: () => this.#revision,
      told: (id) => this.#told.get(id),
      show: (patch, dirty, job, shown) => this.#show(patch, dirty, job, shown),
      refresh: (dirty, job) => this.#refresh(dirty, job),
    });
    this.viewing = new Viewing(model, this.#queue, this.#tabs, {
      look: (id, lens) =>
        this.#whenSeen(() => {
          this.#grid?.settle();
          this.#tabs.look(id, lens);
          const sheet = this.#tabs.byId(id);
          if (sheet) this.#grid?.exchange(this.#tabs.shown(sheet), lens?.rows);
        }),
      activate: (title) => this.#grid?.activate(title) === true,
      select: (title, row, column) => this.#grid?.select(title, row, column),
    });
  }

  get grid(): Grid | undefined {
    return this.#grid;
  }

  async start(): Promise<void> {
    this.model.set({ phase: 'loading' });
    const reply = await call('/api/state', {});
    if (!reply.ok) return this.model.set({ phase: 'failed' });
    this.#begin(reply.value);
    this.#grid = new Grid(this.container, reply.value.book, {
      edited: ({ id }, typed, pasted) => {
        const sheet = this.#tabs.byId(id);
        if (sheet) this.editing.take(sheet, typedBehind(typed, this.#tabs.lens(id)), pasted);
      },
      tab: ({ id }) => this.viewing.stand(id),
      rows: (sheet, action, from, to) => {
        if (this.#tabs.lens(sheet.id)) return this.model.toast('', WORDS.notInView);
        this.#moveRows('/api/rows', () => ({ sheet: sheet.title, action, from, to, ...this.#follow() }));
      },
      sorted: (sheet, rules) => {
        if (this.#tabs.lens(sheet.id)) return this.model.toast('', WORDS.notInView);
        for (const rule of rules)
          this.#moveRows('/api/sort', () => ({ sheet: sheet.title, ...rule, ...this.#follow() }));
      },
      stood: (sheet, row, column, isOneCell) => {
        // the beginning of a large selection may well be out of sight
        if (isOneCell && this.model.shell.phase === 'ready') this.#grid?.reveal(row, column);
        const behind = this.#tabs.lens(sheet.id)?.rows;
        const place = behind ? behind[row] : row;
        if (place !== undefined) this.#stood(sheet.title, place, column);
      },
      misplaced: () => this.model.toast('', WORDS.misplaced),
      refused: () => this.model.toast('', WORDS.refused),
      // who types at once after a jump has not come to rest
      opening: (row, column) => this.#grid?.reveal(row, column),
      editor: (open) => this.#editor(open),
    });
    await this.#grid.drawn();
    const first = reply.value.book.sheets[0];
    if (first) this.viewing.stand(first.id);
    this.model.set({ phase: 'ready' });
    setInterval(() => this.#since(), SINCE_MS);
    window.addEventListener('focus', () => this.#since());
  }

  menu(functionName: string, caption: string): void {
    this.#once(
      caption,
      '/api/menu',
      () => ({ functionName, ...this.#follow() }),
      (patch) => this.#show(patch),
    );
  }

  /** What the clock would start. */
  daily(): void {
    this.#once(
      WORDS.daily,
      '/api/daily',
      () => this.#follow(),
      (patch) => this.#show(patch),
    );
  }

  /** A link a person pressed: a place of this workbook, a file of the program, an address of the web, mail. */
  follow(href: string): void {
    if (!this.viewing.follow(href)) follow(this.model, href);
  }

  /** google.script.run of a sidebar or dialog. Rejects with a sentence for its failure handler. */
  run(functionName: string, args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const then = ({ result, patch }: Api['/api/run'][1]) => {
        this.#show(patch);
        resolve(result);
      };
      this.#once(
        WORDS.sidebar,
        '/api/run',
        () => ({ functionName, args, ...this.#follow() }),
        then,
        (message) => reject(new Error(message)),
      );
    });
  }

  be(mail: string): void {
    this.#once(
      WORDS.iAm,
      '/api/user',
      () => ({ mail }),
      (state) => {
        this.#begin(state);
        this.model.set({ sidebar: null, dialog: null });
        const sheets = this.#tabs.take(state.book.sheets);
        const held = this.#tabs.cells(this.#queue.held());
        this.#grid?.apply(sheets, state.book.styles, titles(state), NO_CELLS, held);
      },
    );
  }

  newBook(example: boolean): void {
    const make = () =>
      this.#once(
        WORDS.benchMenu,
        '/api/new',
        () => ({ example }),
        (state) => this.#replace(state),
      );
    this.#ask(example ? WORDS.newExample : WORDS.newEmpty, make);
  }

  openFile(file: File): void {
    if (file.size > LARGEST_FILE) {
      this.model.toast(file.name, WORDS.tooLarge);
      return;
    }
    this.#ask(`${WORDS.openXlsx} ${file.name}`, async () => {
      const base64 = await base64Of(file);
      this.#once(
        WORDS.opening,
        '/api/open',
        () => ({ name: file.name, base64 }),
        ({ state, refused }) => {
          this.#replace(state);
          if (refused.length > 0)
            this.model.show({
              kind: 'alert',
              title: file.name,
              message: `${WORDS.openedWith(refused.length)}\n${refused.join('\n')}`,
            });
        },
      );
    });
  }

  retry(): void {
    this.#queue.retry();
  }

  stand(sheet: string, row: number, column: number): void {
    this.viewing.go(sheet, row, column);
  }

  #ask(title: string, yes: () => void): void {
    const ask = () => {
      this.model.set({ question: null });
      yes();
    };
    this.model.set({ question: { title, message: WORDS.replaceWork, yes: ask } });
  }

  #moveRows<P extends '/api/rows' | '/api/sort'>(path: P, request: () => Api[P][0]): void {
    const job: Job = {
      what: WORDS.editing,
      moves: true,
      send: async () => {
        const reply: Reply<Patch> = await call(path, request());
        if (reply.ok) {
          this.#show(reply.value, NO_CELLS, job);
          this.#grid?.forgetUndo();
        } else if (isLost(reply)) return 'lost';
        else this.model.toast('', reply.message);
        return 'done';
      },
    };
    this.#queue.add(job);
  }

  #stood(sheet: string, row: number, column: number): void {
    const send = async (): Promise<'done' | 'lost'> => {
      const reply = await call('/api/select', { sheet, row, column });
      return isLost(reply) ? 'lost' : 'done';
    };
    this.#queue.add({ what: WORDS.grid, replaces: 'select', send });
  }

  #since(): void {
    if (document.visibilityState !== 'visible' || !this.#queue.idle || this.#isEditing) return;
    this.#queue.add({ what: WORDS.grid, replaces: 'since', send: () => this.#refresh(NO_CELLS) });
  }

  async #refresh(dirty: CellSets, job?: Job): Promise<'done' | 'lost'> {
    const reply = await call('/api/since', this.#follow());
    if (reply.ok) this.#show(reply.value, dirty, job);
    return isLost(reply) ? 'lost' : 'done';
  }

  /** A command is sent once: whether one that was not answered ran is not known. */
  #once<P extends Path>(
    what: string,
    path: P,
    request: () => Api[P][0],
    then: (value: Api[P][1]) => void,
    failed: (message: string) => void = (message) => this.model.show({ kind: 'alert', title: what, message }),
  ): void {
    const send = async (): Promise<'done'> => {
      const reply = await call(path, request());
      if (reply.ok) then(reply.value);
      else failed(isLost(reply) ? WORDS.commandLost : reply.message);
      return 'done';
    };
    this.#queue.add({ what, send });
  }

  /** From which revision on the answer is to tell what changed: requests go one after another, so it is the page's own. */
  #follow(): { revision: number; byRow: true } {
    return { revision: this.#revision, byRow: true };
  }

  /**
   * While a cell is being edited nothing is drawn: the grid would put what somebody else wrote there into the open editor,
   * and what was typed would be lost. The page goes on standing at its revision, so that the host refuses the later edit.
   */
  #editor(open: boolean): void {
    this.#isEditing = open;
    if (!open) for (const show of this.#waiting.splice(0)) show();
  }

  /** @param shown called when it stands on the page, which may be later */
  #show(patch: Patch, dirty: CellSets = NO_CELLS, job?: Job, shown?: () => void): void {
    const sheets = this.#take(patch);
    this.#whenSeen(() => {
      this.#draw(patch, sheets, dirty, job);
      shown?.();
    });
  }

  /** At once, or when the cell's editor is closed. */
  #whenSeen(draw: () => void): void {
    if (this.#isEditing) this.#waiting.push(draw);
    else draw();
  }

  /** The tabs a patch tells of, whole. */
  #take(patch: Patch): SheetView[] {
    const byRow = (patch.rows ?? []).flatMap((rows) => {
      const sheet = this.#told.get(rows.id);
      return sheet === undefined ? [] : [withRows(sheet, rows)];
    });
    const sheets = [...patch.sheets, ...byRow];
    for (const sheet of sheets) this.#told.set(sheet.id, sheet);
    return sheets;
  }

  #draw(patch: Patch, sheets: SheetView[], dirty: CellSets, job: Job | undefined): void {
    this.#revision = Math.max(this.#revision, patch.revision);
    if (sheets.length > 0 || patch.order || dirty.size > 0) {
      this.viewing.changed(sheets, job?.moves === true);
      const held = this.#tabs.cells(this.#queue.held(job));
      this.#grid?.apply(this.#tabs.take(sheets), patch.styles, patch.order, this.#tabs.cells(dirty), held);
    }
    this.#tell(patch);
    if (sheets.some(({ title }) => title === PEOPLE_TAB)) this.#askPeople();
    for (const view of patch.ui) this.model.show(view);
    if (patch.selection) this.stand(patch.selection.sheet, patch.selection.row, patch.selection.column);
  }

  #tell({ files, mails = [] }: Patch): void {
    const { shell } = this.model;
    const isSame = files.length === shell.files.length && files.every(({ id }, at) => id === shell.files[at]?.id);
    if (!isSame) this.model.set({ files });
    const known = new Set(shell.mails.map(({ id }) => id));
    const come = mails.filter(({ id }) => !known.has(id));
    if (come.length > 0) this.model.set({ mails: [...shell.mails, ...come], unread: shell.unread + come.length });
  }

  /** Who may sit here stands in the workbook. */
  #askPeople(): void {
    const send = async (): Promise<'done' | 'lost'> => {
      const reply = await call('/api/state', {});
      if (reply.ok) this.model.set({ people: reply.value.people });
      return 'done';
    };
    this.#queue.add({ what: WORDS.grid, replaces: 'people', send });
  }

  #begin({ book, revision, ...state }: StateView): void {
    this.#revision = revision;
    this.#told = new Map(book.sheets.map((sheet) => [sheet.id, sheet]));
    this.#tabs.begin(book);
    this.model.set({ ...state, title: book.title });
    document.title = `${book.title} — ${WORDS.product}`;
  }

  #replace(state: StateView): void {
    this.viewing.clear();
    this.#begin(state);
    this.model.set({ sidebar: null, dialog: null, unsaved: [], panel: null, unread: 0 });
    // the first tab is in front unless the grid brings another there
    const first = state.book.sheets[0];
    if (first) this.viewing.stand(first.id);
    this.#grid?.replace(state.book);
  }
}

const PEOPLE_TAB = '名单';
const titles = (state: StateView): string[] => state.book.sheets.map((sheet) => sheet.title);
