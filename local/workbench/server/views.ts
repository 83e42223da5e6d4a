/** The workbook as views, and at which revision each sheet last changed. */
import type { BookView, Patch, SheetView, StyleView } from '../protocol';
import { SheetViews, type Spreadsheet } from './sheetView';
import { StyleTable } from './styles';

interface Known {
  view: SheetView;
  /** All of the view but its rows and drop-downs. */
  head: string;
  /** When the head last changed. */
  revision: number;
  /** The drop-downs, and when they last changed. */
  lists: string;
  listsRevision: number;
  /** When each row last changed, and when their number did. */
  rows: number[];
  length: number;
}

export class BookViews {
  readonly #styles = new StyleTable();
  readonly #views: SheetViews;
  #known = new Map<number, Known>();
  #order = '';
  #orderRevision = 0;
  #title = '';

  constructor(log: (line: string) => void) {
    this.#views = new SheetViews(this.#styles, (formula) => log(`条件格式“${formula}”工作台不认识，没有显示。`));
  }

  /** Takes in the workbook as it stands at a revision. @param today serial of today, for conditional formats */
  take(book: Spreadsheet, revision: number, today: number): void {
    const known = new Map<number, Known>();
    for (const sheet of book.sheets ?? []) {
      const view = this.#views.view(sheet, book, today);
      const head = JSON.stringify({ ...view, rows: [], validations: [] });
      const lists = JSON.stringify(view.validations);
      const old = this.#known.get(view.id);
      known.set(view.id, knownNow(old, { view, head, lists }, revision));
    }
    const order = JSON.stringify([...known.keys(), ...[...known.values()].map(({ view }) => view.title)]);
    if (order !== this.#order) this.#orderRevision = revision;
    this.#order = order;
    this.#known = known;
    this.#title = book.properties?.title ?? '';
  }

  get styles(): StyleView[] {
    return this.#styles.list;
  }

  book(): BookView {
    return { title: this.#title, sheets: [...this.#known.values()].map(({ view }) => view), styles: this.styles };
  }

  /**
   * Sheets that changed after the revision, and the titles in order when tabs came, went, moved or were renamed.
   * @param byRow sheets of which only some rows changed are given as those rows
   */
  since(revision: number, byRow: boolean): Pick<Patch, 'sheets' | 'rows' | 'order'> {
    const all = [...this.#known.values()];
    const patch: Pick<Patch, 'sheets' | 'rows' | 'order'> = { sheets: [] };
    for (const one of all) {
      const { view } = one;
      const rows = one.rows.flatMap((at, row) => (at > revision ? [row] : []));
      const newLists = one.listsRevision > revision;
      if (rows.length === 0 && !newLists && one.revision <= revision && one.length <= revision) continue;
      if (!byRow || one.revision > revision || rows.length > view.rows.length / 2) patch.sheets.push(view);
      else {
        patch.rows ??= [];
        patch.rows.push({
          id: view.id,
          length: view.rows.length,
          rows: rows.map((row) => [row, view.rows[row] ?? []]),
          ...(newLists ? { validations: view.validations } : {}),
        });
      }
    }
    if (this.#orderRevision > revision) patch.order = all.map(({ view }) => view.title);
    return patch;
  }
}

function knownNow(old: Known | undefined, now: Pick<Known, 'view' | 'head' | 'lists'>, revision: number): Known {
  const { rows } = now.view;
  if (!old) return { ...now, revision, listsRevision: revision, rows: rows.map(() => revision), length: revision };
  const sameHead = old.head === now.head;
  const sameLists = old.lists === now.lists;
  if (sameHead && sameLists && old.view.rows === rows) return old;
  return {
    ...now,
    revision: sameHead ? old.revision : revision,
    listsRevision: sameLists ? old.listsRevision : revision,
    rows: rows.map((row, at) => (row === old.view.rows[at] ? (old.rows[at] ?? revision) : revision)),
    length: rows.length === old.view.rows.length ? old.length : revision,
  };
}
