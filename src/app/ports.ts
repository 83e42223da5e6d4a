/** What commands need from the outside; src/google implements it, main.ts joins the two. */
import type { Change } from '../ledger/changes';
import type { Instant } from '../ledger/columns';
import type { Result } from '../ledger/fault';
import type { CellValue, Snapshot } from '../ledger/grid';
import type { LedgerDate } from '../text/dates';

export interface SetUpSummary {
  /** Titles of the tabs that were created. */
  created: string[];
  /** `表·列` of every column that was added to an existing tab. */
  addedColumns: string[];
  /** Schema version the ledger had; null when the program had never set it up. */
  migratedFrom: number | null;
  version: number;
}

/** The spreadsheet that is the ledger. */
export interface Workbook {
  /** Reads every tab. `formulas` also reads the formulas, at the price of one more call. */
  read(options?: { formulas: boolean }): Snapshot;
  /**
   * Re-reads what the changes touch and writes them all in one atomic call, or refuses and writes nothing:
   * when a cell to be changed was changed meanwhile, a record vanished, or a right is missing.
   */
  commit(snapshot: Snapshot, changes: readonly Change[]): Result<{ cells: number }>;
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

/**
 * Under `drive.file` a person's command sees only the files it made in that person's Drive: evidence others stored is
 * neither listed nor found, and everybody has folders of their own.
 */
export interface Files {
  /** Stores the .docx and a Google Doc converted from the same bytes. */
  storeReport(name: string, docx: Uint8Array): Result<{ docx: StoredFile; document: StoredFile }>;
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

export interface Ports {
  workbook: Workbook;
  view: View;
  files: Files;
  clock: Clock;
  /** Mail of whoever runs the command; `''` where Google does not tell. */
  actor(): string;
  /** Runs `work` alone on the document, or refuses when somebody else's command is still running. */
  exclusively<T>(work: () => Result<T>): Result<T>;
}
