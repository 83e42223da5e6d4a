/**
 * What the workbench's page and its server say to each other, as JSON over POST (docs/workbench.md). The host is the
 * truth: the page shows what it is given and sends what a person did; nothing is computed twice.
 */

/** A cell as the page draws it; what is absent is default. Conditional formats are already in `style`. */
export interface CellView {
  /** What stands in it: text, a number (dates as serials), a check. */
  value?: string | number | boolean;
  /** How it reads, when that is not the value itself (dates, numbers). */
  shown?: string;
  /** Index into `BookView.styles`. */
  style?: number;
  note?: string;
}

export interface StyleView {
  background?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  wrap?: boolean;
  align?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'middle' | 'bottom';
  size?: number;
  /** Number format pattern, e.g. `yyyy-mm-dd`. */
  format?: string;
}

/** A drop-down or a checkbox over a whole column below the header, or over one cell. */
export interface ValidationView {
  /** 0-based; `toRow` exclusive. */
  fromRow: number;
  toRow: number;
  column: number;
  kind: 'list' | 'check';
  /** The values a person may choose from, already resolved. */
  values: string[];
}

export interface SheetView {
  id: number;
  title: string;
  rowCount: number;
  columnCount: number;
  frozenRows: number;
  frozenColumns: number;
  columnWidths: (number | null)[];
  hideGridlines: boolean;
  /** Rows from the first; trailing empty cells and rows left out. */
  rows: (CellView | null)[][];
  validations: ValidationView[];
  /** Columns (0-based) whose cells the program writes. */
  systemColumns: number[];
  /** Filter views and slicers by name; what they show is asked for with /api/views and /api/shown. */
  filterViews?: { id: number; title: string }[];
  slicers?: { id: number; title: string }[];
  charts?: ChartView[];
}

/** A chart with the values it shows. */
export interface ChartView {
  id: number;
  /** Columns stand, bars lie. */
  form: 'column' | 'bar' | 'line';
  stacked: boolean;
  title: string;
  /** For who can't see it. */
  alt: string;
  categories: string[];
  /** A missing value is null; `color` as CSS has it. */
  series: { name: string; values: (number | null)[]; color?: string }[];
  /** Titles of the axes; '' has none. */
  categoryTitle: string;
  valueTitle: string;
  legend: 'top' | 'bottom' | 'right' | 'none';
  /** Upper left corner: a cell and pixels into it. */
  anchor: { row: number; column: number; x: number; y: number };
  width: number;
  height: number;
}

/** A filter view or slicers chosen: which rows of the sheet are shown, and in which order. */
export interface Choice {
  /** Id of the sheet. */
  sheet: number;
  /** Id of the filter view; null shows all. */
  view: number | null;
  /** The one value each slicer lets through; a slicer left out lets all through. */
  slicers: { id: number; value: string }[];
}

export interface ViewsView {
  /** How many rows with anything in them each shows; null where the workbench cannot tell. */
  views: { id: number; title: string; count: number | null }[];
  slicers: { id: number; title: string; values: string[] }[];
}

/** A mail the program wanted sent; the workbench sends none. */
export interface MailView {
  id: number;
  to: string[];
  subject: string;
  body: string;
  at: string;
}

export interface BookView {
  title: string;
  sheets: SheetView[];
  styles: StyleView[];
}

export interface MenuView {
  caption: string;
  items: (
    | { kind: 'item'; caption: string; functionName: string }
    | { kind: 'separator' }
    | { kind: 'menu'; menu: MenuView }
  )[];
}

export interface FileView {
  id: string;
  name: string;
  kind: 'docx' | 'document' | 'other';
  size: number;
  at: string;
}

export interface PersonView {
  mail: string;
  name: string;
  role: string;
}

/**
 * What the program showed while it ran; the page shows it in turn. `page` is the path of the frame's document on this
 * server (`/frame/…`), for `<iframe sandbox="allow-scripts" src=…>`: not a srcdoc, which would inherit the page's content
 * security policy, and that allows no inline script.
 */
export type UiView =
  | { kind: 'toast'; title: string; message: string }
  /** A file of the program is named in it by its address on this server, `/files/ID`. */
  | { kind: 'alert'; title: string; message: string }
  | { kind: 'sidebar'; title: string; page: string }
  | { kind: 'dialog'; title: string; page: string; width: number; height: number };

/**
 * What a frame says to the page by postMessage; the page holds `event.source` against the frame's contentWindow, since
 * the frame's origin is opaque (`event.origin` is `null`).
 */
export type FromFrame =
  | { workbench: 'run'; id: number; functionName: string; args: unknown[] }
  | { workbench: 'close' }
  /** Escape was pressed and the frame's own page had no use for it. */
  | { workbench: 'escape' }
  /**
   * A link a person followed: a file of the program is `/files/ID`, a place of the workbook `#gid=…`; anything else opens
   * a tab of its own or nothing.
   */
  | { workbench: 'open'; href: string };

/** What the page answers a `run` with, once /api/run answered; posted with target origin `*`. */
export type ToFrame =
  | { workbench: 'result'; id: number; value: unknown }
  | { workbench: 'failure'; id: number; message: string };

export interface StateView {
  /** Grows with every change of the workbook. */
  revision: number;
  book: BookView;
  menus: MenuView[];
  people: PersonView[];
  /** Who the person at the page is. */
  user: string;
  owner: string;
  files: FileView[];
  /** The latest mails, the earliest first. */
  mails: MailView[];
  /** By which links to this workbook are known. */
  spreadsheetId: string;
  /** Where the work is kept. */
  store: string;
}

/**
 * Rows and drop-downs of a sheet of which nothing else changed; `withRows` (rows.ts) puts them into the view the page
 * has.
 */
export interface RowsPatch {
  id: number;
  /** How many rows the view has now. */
  length: number;
  /** Row, 0-based, and its cells. */
  rows: [number, (CellView | null)[]][];
  /** All of them, when one changed. */
  validations?: ValidationView[];
}

/**
 * What changed since the revision the page had: whole sheets that differ, in full; with `byRow` in the request only those
 * of which more than some rows changed, and the others in `rows`: a tenth of the time on a large ledger.
 */
export interface Patch {
  revision: number;
  /** The revision the patch is made against. A page that stands at an earlier one asks /api/since with its own. */
  since: number;
  /** Sheets that changed, were added or renamed; `styles` is the book's whole table. */
  sheets: SheetView[];
  /** Only when asked for with `byRow`. */
  rows?: RowsPatch[];
  styles: StyleView[];
  /** Titles in order, when tabs were added, removed or moved. */
  order?: string[];
  ui: UiView[];
  files: FileView[];
  /** Those that came since. */
  mails?: MailView[];
  /** Where the program stood the person (jumpTo), when it did. */
  selection?: { sheet: string; row: number; column: number };
}

/** One rectangle a person typed, pasted, filled or cleared: texts as typed, '' clears. 0-based. */
export interface EditRequest {
  revision: number;
  sheet: string;
  row: number;
  column: number;
  texts: string[][];
  /** A paste carries the formats and rules of the covered cells away, as in Sheets. */
  pasted: boolean;
  /**
   * What the page showed in these cells before; a cell that is different in the host now (another browser tab) refuses
   * the whole edit and the answer says what stands there.
   */
  before: (string | number | boolean | null)[][];
  byRow?: boolean;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; code: string; message: string };

/**
 * Path → [request, answer]. Every request is JSON and carries the header `x-workbench-token`, whose value stands in the
 * page: `<meta name="workbench-token" content="…">`, and in `x-workbench-page` a name the page gave itself: each page has
 * its own person and stands where it stood. `revision` is the one the page stands at: with it the patch holds
 * all that changed since, also by another tab; without it only what this request changed. `byRow`: see Patch.
 */
export interface Api {
  '/api/state': [Record<string, never>, StateView];
  '/api/edit': [EditRequest, Patch];
  /** A person's own structure changes; rows 0-based, `to` exclusive. */
  '/api/rows': [
    { sheet: string; action: 'insert' | 'delete'; from: number; to: number; revision?: number; byRow?: boolean },
    Patch,
  ];
  '/api/sort': [{ sheet: string; column: number; ascending: boolean; revision?: number; byRow?: boolean }, Patch];
  '/api/select': [{ sheet: string; row: number; column: number }, Record<string, never>];
  '/api/menu': [{ functionName: string; revision?: number; byRow?: boolean }, Patch];
  /** google.script.run: the answer of the function itself, and what changed meanwhile. */
  '/api/run': [
    { functionName: string; args: unknown[]; revision?: number; byRow?: boolean },
    { result: unknown; patch: Patch },
  ];
  '/api/user': [{ mail: string }, StateView];
  '/api/new': [{ example: boolean }, StateView];
  '/api/open': [{ name: string; base64: string }, { state: StateView; refused: string[] }];
  '/api/views': [{ sheet: number }, ViewsView];
  /** Rows of the sheet, 0-based, in the order they are shown; the headings are among them. */
  '/api/shown': [Choice, { rows: number[] }];
  /** Runs what the clock would start. */
  '/api/daily': [{ revision?: number; byRow?: boolean }, Patch];
  '/api/since': [{ revision: number; byRow?: boolean }, Patch];
}
