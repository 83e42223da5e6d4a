/** The host itself: what outlives an execution, and which executions a person's or the clock's doings start. */
import { Script } from 'node:vm';
import type { sheets_v4 } from '@googleapis/sheets';
import type { CallMode, ExecutionRecord, Host, HostOptions, PersonsFile, ServiceCall, TriggerFailure } from './api';
import { HostClock } from './clock';
import { clockTick, EditEvent, installedEdit, simpleEdit } from './events';
import { type CallPoint, Interrupts } from './interrupts';
import { placeOf } from './place';
import { Running } from './running';
import { checkClientValue } from './runtime/clientValues';
import { ExecutionStopped, ScriptError, shown } from './scriptError';
import type { Shared } from './services/define';
import type { DriveFile } from './services/driveStore';
import { type Execution, type Manifest, type Mode, readManifest } from './services/execution';
import type { SentMail } from './services/mail';
import { SheetsQuota } from './services/sheetsQuota';
import { sheetById, writeCells } from './services/spreadsheetApp/book';
import { bookOf } from './services/spreadsheetApp/sheet';
import type { UiRecord } from './services/spreadsheetApp/uiRecord';
import type { InstalledTrigger } from './services/triggers';
import { sharedOf } from './shared';
import { cellsA1, quoteSheet } from './workbook/a1';
import { applyRequests } from './workbook/batchUpdate';
import { widest } from './workbook/box';
import { zoneOffset } from './workbook/serial';
import { type Actor, storedRow, titleOf, Workbook } from './workbook/store';
import { entered } from './workbook/values';

/** One execution to come. */
interface Start {
  name: string;
  mode: Mode;
  /** Mail of whose authority it has. */
  user: string;
  trigger?: string;
}

export class ScriptHost implements Host {
  readonly #options: HostOptions;
  readonly #manifest: Manifest;
  readonly #workbook: Workbook;
  readonly #shared: Shared;
  readonly #clock: HostClock;
  readonly #sheetsQuota: SheetsQuota | undefined;
  readonly #interrupts = new Interrupts();
  readonly #failures: TriggerFailure[] = [];
  #user: string;
  #script: Script | undefined;
  #functions: string[] = [];
  #executions: ExecutionRecord[] = [];
  #last: ExecutionRecord | undefined;
  /** How many doings are under way, one within the other. */
  #depth = 0;

  constructor(options: HostOptions) {
    this.#options = options;
    this.#user = options.user;
    this.#manifest = readManifest(options.manifest);
    this.#workbook = new Workbook(options.spreadsheet);
    this.#clock = new HostClock(options.now, options.simulation);
    this.#sheetsQuota = options.simulation && new SheetsQuota(options.simulation);
    this.#shared = sharedOf(options);
  }

  load(code: string, fileName = 'Code.js'): void {
    const script = shown(() => new Script(code, { filename: fileName }));
    const execution = this.#execution('menu', this.#user);
    const running = new Running({ name: '', script, execution, shared: this.#shared, interrupts: [] });
    this.#last = running.record;
    running.load();
    this.#script = script;
    this.#functions = running.realm.functionNames();
  }

  call(name: string, args: unknown[], mode: CallMode = 'menu'): unknown {
    const client = mode === 'client';
    if (client) {
      if (name.endsWith('_'))
        throw new ScriptError('TypeError', `google.script.run.${name} is not a function`, undefined, '');
      shown(() => args.forEach((arg, i) => void checkClientValue(arg, `argument ${i + 1} of ${name}`)));
    }
    const given = (run: Execution): unknown[] =>
      args.map((arg) => (arg instanceof EditEvent ? simpleEdit(arg, this.#editing(arg, run)) : arg));
    return this.#doing(() => this.#execute({ name, mode, user: this.#user }, given));
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
    return [...(this.#last?.calls ?? [])];
  }
  logs(): string[] {
    return [...(this.#last?.logs ?? [])];
  }
  executions(): ExecutionRecord[] {
    return this.#executions.map((one) => ({ ...one, calls: [...one.calls], logs: [...one.logs] }));
  }
  properties(): Record<string, string> {
    return Object.fromEntries(this.#shared.stores.script);
  }
  documentProperties(): Record<string, string> {
    return Object.fromEntries(this.#shared.stores.document);
  }
  mails(): SentMail[] {
    return this.#shared.outbox.all();
  }
  now(): Date {
    return this.#clock.now();
  }
  advance(ms: number): void {
    this.#clock.advance(ms);
  }
  triggers(): readonly InstalledTrigger[] {
    return this.#shared.triggers.all();
  }
  failures(): TriggerFailure[] {
    return [...this.#failures];
  }
  holdLock(held: boolean): void {
    this.#shared.lock.heldByOther = held;
  }
  setUser(user: string): void {
    this.#user = user;
  }
  stopAt(point: CallPoint): void {
    this.#interrupts.add(point);
  }
  meanwhile(point: CallPoint, work: () => void): void {
    this.#interrupts.add({ ...point, work });
  }
  putDriveFile(file: PersonsFile): string {
    return this.#shared.drive.put({ owner: this.#user, ...file }, this.#clock.now());
  }
  replaceDriveFile(id: string, bytes: Uint8Array): void {
    this.#shared.drive.change(id, { bytes: bytes.slice() }, this.#clock.now());
  }
  trashDriveFile(id: string, trashed = true): void {
    this.#shared.drive.change(id, { trashed }, this.#clock.now());
  }

  editDocument(id: string, paragraph: number, text: string): void {
    this.#shared.drive.writeParagraph(id, paragraph, text, this.#clock.now());
  }
  commentOnFile(id: string, text: string): void {
    this.#shared.drive.comment(id, text, this.#user, this.#clock.now());
  }

  edit(a1: string, values: string[][]): void {
    const event = this.#typed(a1, values);
    this.#doing(() => {
      const editor = this.#user;
      let refusal: unknown;
      if (this.#functions.includes('onEdit')) {
        try {
          this.#execute({ name: 'onEdit', mode: 'simpleTrigger', user: editor }, (run) => [
            simpleEdit(event, this.#editing(event, run)),
          ]);
        } catch (thrown) {
          refusal = thrown;
        }
      }
      for (const trigger of this.#shared.triggers.all()) {
        if (trigger.event !== 'ON_EDIT') continue;
        this.#fire(trigger, 'editTrigger', (run) =>
          installedEdit(event, this.#editing(event, run), trigger.id, editor),
        );
      }
      if (refusal !== undefined) throw refusal;
    });
  }

  fireTimeTriggers(handler?: string): void {
    const { triggers } = this.#shared;
    this.#doing(() => {
      for (const trigger of triggers.all()) {
        const isMeant = handler === undefined || trigger.handler === handler;
        // one before it may have deleted it
        if (trigger.event !== 'CLOCK' || !isMeant || trigger.fired || !triggers.has(trigger.id)) continue;
        const due = trigger.clock?.at;
        if (due !== undefined) {
          if (Date.parse(due) > this.#clock.now().getTime()) continue;
          triggers.use(trigger.id);
        }
        this.#fire(trigger, 'timeTrigger', (run) => clockTick(run.now(), trigger.id));
      }
    });
  }

  apply(requests: sheets_v4.Schema$Request[]): sheets_v4.Schema$Response[] {
    // a copy: the caller may go on with its objects
    return this.#workbook.change(this.#actor(this.#user), (draft) => applyRequests(draft, structuredClone(requests)));
  }
  select(a1: string): void {
    Object.assign(this.#shared.selection, placeOf(a1, this.#workbook.current));
  }

  /** Writes what a person typed under their rights, stands them on it, and tells what onEdit will hear of it. */
  #typed(a1: string, values: string[][]): EditEvent {
    const { sheetId, box } = placeOf(a1, this.#workbook.current);
    const run = this.#execution('simpleTrigger', this.#user);
    const target = { ...box, bottom: box.top + values.length, right: box.left + widest(values) };
    const single = target.bottom - target.top === 1 && target.right - target.left === 1;
    const book = bookOf(run, this.#shared.selection);
    const cell = (): string | undefined => {
      const { userEnteredValue } = storedRow(sheetById(book, sheetId), box.top)[box.left] ?? {};
      const value = userEnteredValue && Object.values(userEnteredValue)[0];
      return value === undefined ? undefined : String(value);
    };
    const oldValue = single ? cell() : undefined;
    shown(() =>
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
    Object.assign(book.selection, { sheetId, box: target });
    const sheet = titleOf(sheetById(book, sheetId));
    return new EditEvent(`${quoteSheet(sheet)}!${cellsA1(target)}`, single ? cell() : undefined, oldValue);
  }

  /** An installed trigger as its maker; what goes wrong is kept, as Google mails it, and breaks nothing. */
  #fire(trigger: InstalledTrigger, mode: Mode, event: (run: Execution) => object): void {
    const { id, handler, maker } = trigger;
    try {
      this.#execute({ name: handler, mode, user: maker, trigger: id }, (run) => [event(run)]);
    } catch (thrown) {
      if (!(thrown instanceof ScriptError) && !(thrown instanceof ExecutionStopped)) throw thrown;
      const { name, message } = thrown;
      this.#failures.push({ trigger: id, handler, maker, at: this.#clock.now().toISOString(), name, message });
    }
  }

  #execute({ name, mode, user, trigger }: Start, args: (run: Execution) => unknown[]): unknown {
    const script = this.#script;
    if (!script) throw new Error('Load a script first.');
    const running = new Running({
      name,
      script,
      execution: this.#execution(mode, user),
      shared: this.#shared,
      interrupts: this.#interrupts.take(name),
      ...(trigger === undefined ? {} : { trigger }),
    });
    const { realm, execution, record } = running;
    this.#executions.push(record);
    try {
      return running.call(this.#functions.includes(name), (entry) => {
        const result = entry(...args(execution).map((arg) => realm.out(arg)));
        if (mode === 'client') checkClientValue(result, `the result of ${name}`);
        return realm.in(result);
      });
    } finally {
      // the one that ends last, should another have run within it
      this.#last = record;
    }
  }

  /** What one person or the clock sets off: its executions are told together. */
  #doing<T>(work: () => T): T {
    if (this.#depth === 0) this.#executions = [];
    this.#depth += 1;
    try {
      return work();
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) this.#clock.settle();
    }
  }

  #actor(user: string): Actor {
    const zone = this.#workbook.current.properties?.timeZone ?? this.#manifest.timeZone;
    const now = this.#clock.now().getTime();
    const year = new Date(now + zoneOffset(zone, now)).getUTCFullYear();
    return { user, owner: this.#options.owner, year };
  }

  #execution(mode: Mode, user: string): Execution {
    const { html = {}, others } = this.#options;
    return {
      workbook: this.#workbook,
      actor: this.#actor(user),
      mode,
      manifest: this.#manifest,
      now: this.#clock.now,
      clock: this.#clock,
      html,
      others,
      sheetsQuota: this.#sheetsQuota,
    };
  }

  #editing(event: EditEvent, run: Execution): Parameters<typeof simpleEdit>[1] {
    const { selection, ui } = this.#shared;
    return { run, place: placeOf(event.range, this.#workbook.current), selection, ui };
  }
}
