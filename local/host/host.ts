/** The host itself: what outlives an execution, and how one execution is set up, run and watched. */
import { Script } from 'node:vm';
import type { sheets_v4 } from '@googleapis/sheets';
import type { CallMode, Host, HostOptions, ServiceCall } from './api';
import { ScriptFault } from './errors';
import { checkClientValue } from './runtime/clientValues';
import type { Face } from './runtime/face';
import { Realm, type Watch } from './runtime/realm';
import { defineServices, type Shared } from './services/define';
import { type DriveFile, DriveStore } from './services/driveStore';
import { type Execution, type Manifest, readManifest } from './services/execution';
import { assertMayCall } from './services/rights';
import { sheetById, writeCells } from './services/spreadsheetApp/book';
import { Range } from './services/spreadsheetApp/range';
import { bookOf } from './services/spreadsheetApp/sheet';
import { Spreadsheet } from './services/spreadsheetApp/spreadsheet';
import { UiRecord } from './services/spreadsheetApp/uiRecord';
import { cellsA1, quoteSheet, resolveA1 } from './workbook/a1';
import { applyRequests } from './workbook/batchUpdate';
import { boxOf, widest } from './workbook/box';
import { zoneOffset } from './workbook/serial';
import { type Actor, sheetIdOf, sizeOf, storedRow, titleOf, Workbook } from './workbook/store';
import { entered } from './workbook/values';

/** An error of the script, or of a service it called, with the name and message the script saw. */
export class ScriptError extends Error {
  readonly details: unknown;
  readonly scriptStack: string;
  constructor(name: string, message: string, details: unknown, scriptStack: string) {
    super(message);
    this.name = name;
    this.details = details;
    this.scriptStack = scriptStack;
  }
}

/** What onEdit gets: `range` is A1 with the sheet's name; value and oldValue only for an edit of one cell. */
export class EditEvent {
  constructor(
    readonly range: string,
    readonly value?: string | number | boolean | undefined,
    readonly oldValue?: string | number | boolean | undefined,
  ) {}
}

/** The event object of a simple onEdit, to be given as its argument. */
export function editEvent(
  range: string,
  value?: string | number | boolean,
  oldValue?: string | number | boolean,
): EditEvent {
  return new EditEvent(range, value, oldValue);
}

/** Services whose calls are no calls of Google's services. */
const UNCOUNTED = new Set(['console', 'Logger', 'Utilities', 'Blob']);

export class ScriptHost implements Host {
  readonly #options: HostOptions;
  readonly #manifest: Manifest;
  readonly #workbook: Workbook;
  readonly #shared: Shared;
  #user: string;
  #script: Script | undefined;
  #functions: string[] = [];
  #calls: ServiceCall[] = [];
  #logs: string[] = [];

  constructor(options: HostOptions) {
    this.#options = options;
    this.#user = options.user;
    this.#manifest = readManifest(options.manifest);
    this.#workbook = new Workbook(options.spreadsheet);
    this.#shared = {
      drive: new DriveStore(),
      ui: new UiRecord(),
      lock: { heldByOther: false },
      selection: { sheetId: undefined, box: { top: 0, bottom: 1, left: 0, right: 1 } },
      stores: {
        script: new Map(Object.entries(options.scriptProperties ?? {})),
        document: new Map(),
        users: new Map(),
      },
    };
  }

  load(code: string, fileName = 'Code.js'): void {
    const script = this.#shown(() => new Script(code, { filename: fileName }));
    const { realm } = this.#evaluated(script, 'menu');
    this.#script = script;
    this.#functions = realm.functionNames();
  }

  call(name: string, args: unknown[], mode: CallMode = 'menu'): unknown {
    if (!this.#script) throw new Error('Load a script first.');
    const client = mode === 'client';
    if (client) {
      if (name.endsWith('_'))
        throw new ScriptError('TypeError', `google.script.run.${name} is not a function`, undefined, '');
      this.#shown(() => args.forEach((arg, i) => void checkClientValue(arg, `argument ${i + 1} of ${name}`)));
    }
    const { realm, execution } = this.#evaluated(this.#script, mode);
    const entry = this.#functions.includes(name) ? realm.functionNamed(name) : undefined;
    if (!entry) throw new ScriptError('Error', `Script function not found: ${name}`, undefined, '');
    const given = args.map((arg) => realm.out(arg instanceof EditEvent ? this.#event(arg, execution) : arg));
    return this.#shown(() => {
      const result = entry(...given);
      if (client) checkClientValue(result, `the result of ${name}`);
      return realm.in(result);
    });
  }

  functions(): string[] {
    return [...this.#functions];
  }
  spreadsheet(): sheets_v4.Schema$Spreadsheet {
    return this.#workbook.current;
  }
  drive(): DriveFile[] {
    return this.#shared.drive.all();
  }
  ui(): UiRecord {
    return this.#shared.ui;
  }
  calls(): ServiceCall[] {
    return [...this.#calls];
  }
  logs(): string[] {
    return [...this.#logs];
  }
  properties(): Record<string, string> {
    return Object.fromEntries(this.#shared.stores.script);
  }
  holdLock(held: boolean): void {
    this.#shared.lock.heldByOther = held;
  }
  setUser(user: string): void {
    this.#user = user;
  }
  edit(a1: string, values: string[][]): void {
    const { sheetId, box } = this.#range(a1);
    const run = this.#execution('simpleTrigger');
    const target = { ...box, bottom: box.top + values.length, right: box.left + widest(values) };
    const single = target.bottom - target.top === 1 && target.right - target.left === 1;
    const book = bookOf(run, this.#shared.selection);
    const cell = (): string | undefined => {
      const { userEnteredValue } = storedRow(sheetById(book, sheetId), box.top)[box.left] ?? {};
      const value = userEnteredValue && Object.values(userEnteredValue)[0];
      return value === undefined ? undefined : String(value);
    };
    const oldValue = single ? cell() : undefined;
    this.#shown(() =>
      writeCells(
        book,
        sheetId,
        target,
        (old, row, column) => {
          const text = values[row - target.top]?.[column - target.left];
          return text === undefined ? old : entered(old, text, run.actor.year, () => a1);
        },
        single,
      ),
    );
    book.selection.sheetId = sheetId;
    book.selection.box = target;
    if (!this.#functions.includes('onEdit')) return;
    const sheet = titleOf(sheetById(book, sheetId));
    this.call(
      'onEdit',
      [new EditEvent(`${quoteSheet(sheet)}!${cellsA1(target)}`, single ? cell() : undefined, oldValue)],
      'simpleTrigger',
    );
  }
  apply(requests: sheets_v4.Schema$Request[]): sheets_v4.Schema$Response[] {
    // a copy: the caller may go on with its objects
    return this.#workbook.change(this.#actor(), (draft) => applyRequests(draft, structuredClone(requests)));
  }
  select(a1: string): void {
    const { sheetId, box } = this.#range(a1);
    this.#shared.selection.sheetId = sheetId;
    this.#shared.selection.box = box;
  }

  #actor(): Actor {
    const zone = this.#workbook.current.properties?.timeZone ?? this.#manifest.timeZone;
    const now = this.#options.now().getTime();
    const year = new Date(now + zoneOffset(zone, now)).getUTCFullYear();
    return { user: this.#user, owner: this.#options.owner, year };
  }

  #execution(mode: CallMode): Execution {
    const { now, html = {} } = this.#options;
    return { workbook: this.#workbook, actor: this.#actor(), mode, manifest: this.#manifest, now, html };
  }

  /** A fresh context with the services of one execution, the script evaluated in it. */
  #evaluated(script: Script, mode: CallMode): { realm: Realm; execution: Execution } {
    const execution = this.#execution(mode);
    const calls: ServiceCall[] = [];
    const logs: string[] = [];
    this.#calls = calls;
    this.#logs = logs;
    const state = { loading: true };
    const watch: Watch = {
      before: (face: Face, method: string) => {
        const name = `${face.path}.${method}`;
        const [service = ''] = name.split('.');
        if (state.loading && !UNCOUNTED.has(service)) {
          throw new ScriptFault(
            'Exception',
            `${name} was called while the script was loaded: nothing is authorised at top level`,
          );
        }
        assertMayCall(execution, name);
      },
      after: (face: Face, method: string, ms: number) => {
        const [service = '', ...rest] = `${face.path}.${method}`.split('.');
        if (!UNCOUNTED.has(service)) calls.push({ service, method: rest.join('.'), ms });
      },
    };
    const realm = new Realm({ now: execution.now, zone: this.#manifest.timeZone, watch });
    defineServices(realm, execution, this.#shared, logs);
    this.#shown(() => realm.run(script));
    state.loading = false;
    return { realm, execution };
  }

  #range(a1: string): { sheetId: number; box: ReturnType<typeof boxOf> } {
    const { current } = this.#workbook;
    const range = resolveA1(a1, current);
    const sheetId = range.sheetId ?? 0;
    const sheet = current.sheets?.find((one) => sheetIdOf(one) === sheetId) ?? {};
    return { sheetId, box: boxOf(range, sizeOf(sheet)) };
  }

  #event(event: EditEvent, run: Execution): object {
    const book = bookOf(run, this.#shared.selection);
    const { sheetId, box } = this.#range(event.range);
    return {
      authMode: 'LIMITED',
      source: new Spreadsheet(book, this.#shared.ui),
      range: new Range(book, sheetId, box),
      ...(event.value === undefined ? {} : { value: event.value }),
      ...(event.oldValue === undefined ? {} : { oldValue: event.oldValue }),
    };
  }

  /** Runs script code; what it throws comes out as a ScriptError. */
  #shown<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof ScriptError) throw error;
      if (typeof error !== 'object' || error === null) throw new ScriptError('Error', String(error), undefined, '');
      const read = (key: string): unknown => Reflect.get(error, key);
      throw new ScriptError(String(read('name')), String(read('message')), read('details'), String(read('stack')));
    }
  }
}
