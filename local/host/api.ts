/** What the host offers: its options and its face towards the terminal, the workbench and the tests. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { Simulation } from './clock';
import type { CallPoint } from './interrupts';
import type { DriveFile } from './services/driveStore';
import type { SentMail } from './services/mail';
import type { OtherFiles } from './services/otherFiles';
import type { UiEvents } from './services/spreadsheetApp/uiRecord';
import type { InstalledTrigger } from './services/triggers';

export interface HostOptions {
  /** the workbook; the host never changes it in place but replaces it: get it back with `host.spreadsheet()` */
  spreadsheet: sheets_v4.Schema$Spreadsheet;
  /** mail of the file's owner */
  owner: string;
  /** mail of the active user; '' where Google hides it */
  user: string;
  /** the instant scripts see */
  now: () => Date;
  /** content of appsscript.json; without it Sheets v4, Drive v3 and Docs v1 are on and the time zone is Asia/Shanghai */
  manifest?: object;
  scriptProperties?: Record<string, string>;
  /** what `host.documentProperties()` gave before */
  documentProperties?: Record<string, string>;
  /** what `host.triggers()` gave before */
  triggers?: readonly InstalledTrigger[];
  /** what `host.drive()` gave before */
  drive?: readonly DriveFile[];
  /** the project's HTML files, by name without `.html` */
  html?: Record<string, string>;
  /** what `host.mails()` gave before: they count for the quota of their day */
  mails?: readonly SentMail[];
  /** recipients of mails a user and day; 100 (a consumer account) when left out, 1500 for Workspace */
  mailQuota?: number;
  /** other spreadsheets by id, which the script may read through the Sheets API */
  others?: OtherFiles;
  /** makes time pass for scripts and enforces what hangs on it; without it no call takes time and none is refused for it */
  simulation?: Simulation;
}

export interface ServiceCall {
  service: string;
  method: string;
  ms?: number;
  /** set when the service refused */
  failed?: true;
}

/** One execution, ended or under way. */
export interface ExecutionRecord {
  function: string;
  /** mail of whose authority it had */
  user: string;
  /** id of the installed trigger that started it */
  trigger?: string;
  calls: ServiceCall[];
  logs: string[];
  error?: { name: string; message: string };
}

/** An uncaught error of an installed trigger, of which Google mails its maker a summary. */
export interface TriggerFailure {
  trigger: string;
  handler: string;
  maker: string;
  /** ISO instant in UTC */
  at: string;
  name: string;
  message: string;
}

/** A file as a person puts it into Drive. */
export interface PersonsFile {
  name: string;
  bytes: Uint8Array;
  mimeType: string;
  /** ids of folders; My Drive when left out */
  parents?: string[];
  /** mail; the active user when left out */
  owner?: string;
}

export type CallMode = 'client' | 'menu' | 'simpleTrigger';

export interface Host {
  /** Compiles the built file and evaluates it once in a new context. A service called meanwhile throws. */
  load(code: string, fileName?: string): void;
  /**
   * One execution in a fresh context: no global survives.
   * `client` holds arguments and result to google.script.run's rules; `simpleTrigger` has no advanced service and no mail.
   * @throws ScriptError with the script's error name and message
   */
  call(name: string, args: unknown[], mode?: CallMode): unknown;
  /** Names of the script's top-level functions. */
  functions(): string[];
  spreadsheet(): sheets_v4.Schema$Spreadsheet;
  drive(): DriveFile[];
  ui(): UiEvents;
  /**
   * The service calls of the execution that ended last, those the service refused included; not those that the missing
   * right to call stopped, nor console, Logger, Utilities, blobs and members of enumerations.
   */
  calls(): ServiceCall[];
  /** Lines of console and Logger of the execution that ended last. */
  logs(): string[];
  /** The executions of the last `call`, `edit` or `fireTimeTriggers`, in the order they began. */
  executions(): ExecutionRecord[];
  /** The script properties. */
  properties(): Record<string, string>;
  documentProperties(): Record<string, string>;
  /** The mails scripts sent, in order, those given as an option included. */
  mails(): SentMail[];
  /** The instant scripts see. */
  now(): Date;
  /** Lets time pass, in milliseconds, on top of the clock given. */
  advance(ms: number): void;
  /** The installed triggers of all people: to be stored, and given back as an option. The same list while none changes. */
  triggers(): readonly InstalledTrigger[];
  /** Uncaught errors of installed triggers, since the host was made. */
  failures(): TriggerFailure[];
  /** Stands the user on a range, e.g. `问题台账!B3:C4`. */
  select(a1: string): void;
  /** Whether somebody else holds the document lock. */
  holdLock(held: boolean): void;
  /**
   * What the active user types into one cell, or pastes into many: under their rights; strict validation holds for one
   * cell only. Then the script's simple `onEdit`, if it has one, and every installed edit trigger as its maker.
   * @param a1 upper left cell, e.g. `问题台账!B3`
   * @throws ScriptError when the edit is refused, or what the simple `onEdit` threw, once all triggers have run; an
   *   installed trigger's error is among `failures()`
   */
  edit(a1: string, values: string[][]): void;
  /**
   * Runs clock triggers as their makers: those with a frequency whatever the time, those made with `after` or `at` once,
   * and not before they are due.
   * @param handler only those that call this function; all when left out
   */
  fireTimeTriggers(handler?: string): void;
  /** What the active user does to the grid by hand (insert, sort, hide …), as batchUpdate requests; fires no onEdit. */
  apply(requests: sheets_v4.Schema$Request[]): sheets_v4.Schema$Response[];
  /** Makes another person the active user of the executions to come. */
  setUser(user: string): void;
  /**
   * Kills a coming execution there, as the platform does: the script cannot go on (whatever it catches, no service
   * answers it), its locks are released, and everything stays as after the last completed call. `call` throws
   * ExecutionStopped; a trigger's death is among `failures()`. An execution of fewer calls is not stopped.
   */
  stopAt(point: CallPoint): void;
  /** Lets something happen there in a coming execution, e.g. another person's command (`setUser` back at its end). */
  meanwhile(point: CallPoint, work: () => void): void;
  /** A person puts a file into Drive; returns its id. Under `drive.file` no script sees it. */
  putDriveFile(file: PersonsFile): string;
  /** A person gives a file other content. */
  replaceDriveFile(id: string, bytes: Uint8Array): void;
  /** A person puts a file into the bin, or takes it out again. */
  trashDriveFile(id: string, trashed?: boolean): void;
  /**
   * A person writes a paragraph of a Google Doc anew; `''` empties it.
   * @param paragraph counted from 0, those of tables included
   * @throws RangeError when there is no such Doc or paragraph
   */
  editDocument(id: string, paragraph: number, text: string): void;
  /** The active user comments on a file. */
  commentOnFile(id: string, text: string): void;
}
