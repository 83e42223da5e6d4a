/** What the host offers: its options and its face towards the terminal, the workbench and the tests. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { DriveFile } from './services/driveStore';
import type { UiEvents } from './services/spreadsheetApp/uiRecord';

export interface HostOptions {
  /** the workbook; the host never changes it in place but replaces it: get it back with `host.spreadsheet()` */
  spreadsheet: sheets_v4.Schema$Spreadsheet;
  /** mail of the file's owner */
  owner: string;
  /** mail of the active user; '' where Google hides it */
  user: string;
  /** the instant scripts see */
  now: () => Date;
  /** content of appsscript.json; without it Sheets v4 and Drive v3 are on and the time zone is Asia/Shanghai */
  manifest?: object;
  scriptProperties?: Record<string, string>;
  /** the project's HTML files, by name without `.html` */
  html?: Record<string, string>;
}

export interface ServiceCall {
  service: string;
  method: string;
  ms?: number;
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
  /** The service calls of the last execution. */
  calls(): ServiceCall[];
  /** Lines of console and Logger of the last execution. */
  logs(): string[];
  /** The script properties. */
  properties(): Record<string, string>;
  /** Stands the user on a range, e.g. `问题台账!B3:C4`. */
  select(a1: string): void;
  /** Whether somebody else holds the document lock. */
  holdLock(held: boolean): void;
  /**
   * What the active user types into one cell, or pastes into many: under their rights; strict validation holds for one
   * cell only. Then the script's simple `onEdit`, if it has one.
   * @param a1 upper left cell, e.g. `问题台账!B3`
   */
  edit(a1: string, values: string[][]): void;
  /** What the active user does to the grid by hand (insert, sort, hide …), as batchUpdate requests; fires no onEdit. */
  apply(requests: sheets_v4.Schema$Request[]): sheets_v4.Schema$Response[];
  /** Makes another person the active user of the executions to come. */
  setUser(user: string): void;
}
