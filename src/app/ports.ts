/** What commands need from the outside; src/google implements it, main.ts joins the two. */
import type { Change } from '../ledger/changes';
import type { Instant } from '../ledger/columns';
import type { Result } from '../ledger/fault';
import type { CellValue, Snapshot } from '../ledger/grid';
import type { Dashboard } from '../progress/dashboard';
import type { LedgerView } from '../progress/views';
import type { LedgerDate } from '../text/dates';

// what the adapters are given to draw and to filter by
export type { Chart, ChartRange } from '../progress/charts';
export type { Condition, LedgerView } from '../progress/views';

export interface SetUpSummary {
  /** Titles of the tabs that were created. */
  created: string[];
  /** `表·列` of every column that was added to an existing tab. */
  addedColumns: string[];
  /** Schema version the ledger had; null when the program had never set it up. */
  migratedFrom: number | null;
  version: number;
}

/** Draws 看板 anew from its top left cell, with its charts, and the slicers of 问题台账 where there were none yet. */
export interface DrawDashboard {
  kind: 'draw';
  dashboard: Dashboard;
  /** Draws also where nothing but the time of day would change. */
  stamp: boolean;
}

/** Brings the program's filter views of 问题台账 to these: makes, changes and removes; a person's own stay as they are. */
export interface KeepViews {
  kind: 'views';
  views: readonly LedgerView[];
}

/** What a commit writes: changes of records, and what is drawn from them. */
export type Step = Change | DrawDashboard | KeepViews;

/** What became of the filter views. */
export interface ViewsKept {
  made: number;
  changed: number;
  removed: number;
}

/** The spreadsheet that is the ledger. */
export interface Workbook {
  /**
   * Reads every tab. `formulas` also reads the formulas, at the price of one more call; `objects` also reads filter
   * views, charts and slicers, without which none is written or named.
   */
  read(options?: { formulas?: boolean; objects?: boolean }): Snapshot;
  /**
   * Re-reads what the changes touch and writes them all in one atomic call, or refuses and writes nothing:
   * when a cell to be changed was changed meanwhile, a record vanished, or a right is missing.
   */
  commit(snapshot: Snapshot, steps: readonly Step[]): Result<{ cells: number; views: ViewsKept }>;
  /** Where each view opens, in the order given; `''` while it is not made. */
  viewUrls(snapshot: Snapshot, views: readonly LedgerView[]): string[];
  /** Builds, completes or repairs tabs, columns, validation, formats and protection; running it again changes nothing. */
  setUp(): Result<SetUpSummary>;
}

export interface StoredFile {
  id: string;
  name: string;
  url: string;
}

/** A file the program put into Drive as evidence of this ledger. */
export interface EvidenceFile extends StoredFile {
  /** `sha256:…` before `md5:…`, as far as Drive gives them; none for what has no bytes of its own (Google documents). */
  checksums: string[];
  /** In the bin, by itself or with its folder. */
  trashed: boolean;
}

/** Where a report belongs. */
export interface ReportPlace {
  /** 种类 in 报告登记. */
  kind: string;
  /** Final: both files are made read-only. */
  frozen: boolean;
  /** The last draft of this kind, when there is one that may be replaced: ids, and the lines that were put into it. */
  draft?: { docx: string; document: string; text: readonly string[] };
}

export interface StoredReport {
  docx: StoredFile;
  document: StoredFile;
  /** The draft's files got the new content; false: the files are new. */
  replaced: boolean;
  /** Full sentences: why a draft was left as it is, and what else did not go; `''` when all went. */
  note: string;
}

/**
 * Under `drive.file` a person's command sees only the files it made in that person's Drive: evidence others stored is
 * neither listed nor found, and everybody has folders of their own.
 */
export interface Files {
  /**
   * Stores the .docx and, beside it, a Google Doc converted from the same bytes and repaired, in the ledger's folder 报告.
   * A draft is given the new content instead while nobody has edited or commented on it.
   */
  storeReport(name: string, docx: Uint8Array, place?: ReportPlace): Result<StoredReport>;
  /** The paragraphs of a Google Doc as they are now, one a line; a table's rows with cells joined by tabs. */
  readDocument(id: string): Result<string[]>;
  /** A Google Doc as .docx. Refused: one that is not found or not the program's, another kind of file, one too large. */
  exportDocx(id: string): Result<Uint8Array>;
  /** The folder of an issue under the ledger's 佐证材料, made where there is none or it is in the bin: at most 3 calls. */
  issueFolder(issue: number, name: string): Result<StoredFile>;
  /** Stores a file in a folder; its type is what the browser called it. */
  storeEvidence(folder: string, name: string, type: string, base64: string): Result<EvidenceFile>;
  /** Puts a file that was stored in vain into the bin, if Drive lets it. */
  discard(id: string): void;
  /** One file, when it was stored as evidence of this ledger and Drive shows it. */
  findEvidence(id: string): EvidenceFile | undefined;
  /** Every file stored as evidence of this ledger: one call for each thousand. */
  allEvidence(): Result<EvidenceFile[]>;
  /** Bytes of base64 text; undefined when it is none. */
  fromBase64(text: string): Uint8Array | undefined;
  /** Text of bytes in GB18030. */
  decodeGb18030(bytes: Uint8Array): string;
}

export interface Clock {
  now(): Instant;
  today(): LedgerDate;
}

export interface OutgoingMail {
  to: string;
  subject: string;
  body: string;
  /** The same as HTML, everything of the ledger escaped. */
  html: string;
}

/** How far sending has come (sentMark.ts). */
export interface SentMark {
  /** Rank of the last mail begun. */
  last: number;
  /** Begun, and not known to be sent. */
  begun: boolean;
  /** Numbers of the mails the service refused in that run. */
  doubtful: string[];
}

/** Mails of whoever runs the command. */
export interface Mail {
  /** Recipients that may still be written to today. */
  quotaLeft(): number;
  /** False when the service refused; what it refused may all the same have gone out. */
  send(mail: OutgoingMail): boolean;
  /** The mark kept beside the ledger; undefined when there is none. */
  mark(): SentMark | undefined;
  keep(mark: SentMark): void;
  /** Runs `work` alone of all that send mails, or refuses; other commands go on meanwhile. */
  alone<T>(work: () => Result<T>): Result<T>;
  /** Address of the spreadsheet, to which `#gid=…&range=…` may be added. */
  ledgerUrl(): string;
}

/** Where the person stands in the spreadsheet. */
export interface View {
  /**
   * Tab and 1-based row of the active cell, with the tab's header and the row's own values. Asked every few seconds by
   * the sidebar, so it must not count against the Sheets API's reads per minute (PLATFORM, Limits).
   */
  standing(): { tab: string; row: number; header: CellValue[]; cells: CellValue[] };
  /** Stands the person on a cell; false when there is no such tab. */
  show(tab: string, cell: string): boolean;
}

/** A line of 下属单位: a unit, and what came of reading its ledger. */
export interface UnitLine {
  name: string;
  /** As it was filled in. */
  link: string;
  /** The spreadsheet's id in the link; `''` when there is none. */
  id: string;
  result: string;
  readAt: string;
  /** The id of the spreadsheet the result belongs to. */
  readId: string;
  /** What is kept of the ledger; `''` unless it was asked for. */
  data: string;
}

export interface UnitOutcome {
  result: string;
  readAt: string;
  readId: string;
  /** Cell by cell. */
  data: readonly string[];
}

/** A tab that is drawn whole, as 汇总 is. */
export interface DrawnTab {
  title: string;
  rows: readonly CellValue[][];
  /** Of its columns, in pixels. */
  widths: readonly number[];
}

/** 下属单位 and what is drawn from it. A fault `quota` or `unavailable` passes by itself. */
export interface UnitList {
  /** Makes the tab, or adds what it lacks; false when it lacked nothing. */
  setUp(): Result<boolean>;
  lines(options?: { data: boolean }): Result<UnitLine[]>;
  /** Reads the lines anew, writes what is decided beside each in one call, and gives the lines as they stand then. */
  update(decide: (lines: readonly UnitLine[]) => readonly (UnitOutcome | undefined)[]): Result<UnitLine[]>;
  draw(tabs: readonly DrawnTab[]): Result<undefined>;
}

export interface OtherLedgers {
  /** The columns a roll-up needs of another spreadsheet's ledger: one read, three when its columns were moved. */
  read(id: string): Result<Snapshot>;
}

/** Work that takes longer than an execution may. */
export interface LongWork {
  /** Milliseconds this execution has taken so far. */
  elapsed(): number;
  sleep(ms: number): void;
  /** Has the work gone on with after so long, in place of what was arranged before; null: no more. */
  callAgain(afterMs: number | null): Result<undefined>;
  /** Runs `work` unless another execution is at it. */
  alone<T>(work: () => Result<T>): Result<T>;
}

export interface Ports {
  rollUp: { units: UnitList; ledgers: OtherLedgers; long: LongWork };
  workbook: Workbook;
  view: View;
  files: Files;
  mail: Mail;
  clock: Clock;
  /** Mail of whoever runs the command; `''` where Google does not tell. */
  actor(): string;
  /** Runs `work` alone on the document, or refuses when somebody else's command is still running. */
  exclusively<T>(work: () => Result<T>): Result<T>;
}
