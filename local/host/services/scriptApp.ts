/** ScriptApp, as far as installable triggers go: made, listed and deleted by the person in whose authority they run. */
import { notImplemented, serviceFault, signatureFault } from '../errors';
import { Face } from '../runtime/face';
import { zoneOffset } from '../workbook/serial';
import { Enumeration, type EnumMember, memberOf } from './enumeration';
import type { Execution } from './execution';
import { Spreadsheet } from './spreadsheetApp/spreadsheet';
import type { ClockTimes, InstalledTrigger, TriggerStore } from './triggers';

export const AUTH_MODE = new Enumeration('ScriptApp.AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
const EVENT_TYPE = new Enumeration('ScriptApp.EventType', [
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
]);
const TRIGGER_SOURCE = new Enumeration('ScriptApp.TriggerSource', [
  'SPREADSHEETS',
  'CLOCK',
  'FORMS',
  'DOCUMENTS',
  'CALENDAR',
]);

class Trigger extends Face {
  readonly path = 'ScriptApp.Trigger';
  readonly #run: Execution;
  constructor(
    run: Execution,
    readonly trigger: InstalledTrigger,
  ) {
    super();
    this.#run = run;
  }
  getHandlerFunction(): string {
    return this.trigger.handler;
  }
  getEventType(): EnumMember {
    return memberOf(EVENT_TYPE, this.trigger.event);
  }
  getTriggerSource(): EnumMember {
    return memberOf(TRIGGER_SOURCE, this.trigger.event === 'CLOCK' ? 'CLOCK' : 'SPREADSHEETS');
  }
  /** The spreadsheet's id; null for a clock. */
  getTriggerSourceId(): string | null {
    return this.trigger.event === 'CLOCK' ? null : (this.#run.workbook.current.spreadsheetId ?? '');
  }
  getUniqueId(): string {
    return this.trigger.id;
  }
}

/** What every builder needs to make the trigger at last. */
interface Making {
  run: Execution;
  store: TriggerStore;
  handler: string;
}

function made({ run, store, handler }: Making, rest: Pick<InstalledTrigger, 'event' | 'clock'>): Trigger {
  return new Trigger(run, store.add({ maker: run.actor.user, handler, ...rest }));
}

class SpreadsheetTriggerBuilder extends Face {
  readonly path = 'ScriptApp.SpreadsheetTriggerBuilder';
  readonly #making: Making;
  #chosen = false;
  constructor(making: Making) {
    super();
    this.#making = making;
  }
  onEdit(...args: unknown[]): SpreadsheetTriggerBuilder {
    if (args.length > 0) throw signatureFault(`${this.path}.onEdit`, args);
    this.#chosen = true;
    return this;
  }
  create(): Trigger {
    if (!this.#chosen) throw serviceFault('The trigger has no event: choose one before create().');
    return made(this.#making, { event: 'ON_EDIT' });
  }
}

class ClockTriggerBuilder extends Face {
  readonly path = 'ScriptApp.ClockTriggerBuilder';
  readonly #making: Making;
  readonly #clock: ClockTimes = {};
  constructor(making: Making) {
    super();
    this.#making = making;
  }
  everyDays(...args: unknown[]): ClockTriggerBuilder {
    this.#clock.everyDays = whole(args, `${this.path}.everyDays`, 1, Number.POSITIVE_INFINITY);
    return this;
  }
  everyHours(...args: unknown[]): ClockTriggerBuilder {
    this.#clock.everyHours = whole(args, `${this.path}.everyHours`, 1, Number.POSITIVE_INFINITY);
    return this;
  }
  atHour(...args: unknown[]): ClockTriggerBuilder {
    this.#clock.atHour = whole(args, `${this.path}.atHour`, 0, 23);
    return this;
  }
  nearMinute(...args: unknown[]): ClockTriggerBuilder {
    this.#clock.nearMinute = whole(args, `${this.path}.nearMinute`, 0, 59);
    return this;
  }
  inTimezone(...args: unknown[]): ClockTriggerBuilder {
    const [zone] = args;
    if (args.length !== 1 || typeof zone !== 'string') throw signatureFault(`${this.path}.inTimezone`, args);
    try {
      zoneOffset(zone, 0);
    } catch {
      throw serviceFault(`Invalid argument: timezone ${zone}`);
    }
    this.#clock.timeZone = zone;
    return this;
  }
  /** Once, not before so many milliseconds have gone by. */
  after(...args: unknown[]): ClockTriggerBuilder {
    const ms = whole(args, `${this.path}.after`, 0, Number.MAX_SAFE_INTEGER);
    this.#clock.at = new Date(this.#making.run.now().getTime() + ms).toISOString();
    return this;
  }
  /** Once, from that instant on. */
  at(...args: unknown[]): ClockTriggerBuilder {
    const [date] = args;
    if (args.length !== 1 || !(date instanceof Date)) throw signatureFault(`${this.path}.at`, args);
    if (!Number.isFinite(date.getTime())) throw serviceFault('Invalid argument: date');
    this.#clock.at = date.toISOString();
    return this;
  }
  create(): Trigger {
    const { everyDays, everyHours, atHour, nearMinute, at } = this.#clock;
    if (at !== undefined) {
      if (everyDays !== undefined || everyHours !== undefined || atHour !== undefined || nearMinute !== undefined)
        throw serviceFault('A clock trigger that runs once has no frequency: after() and at() stand alone.');
      return made(this.#making, { event: 'CLOCK', clock: { ...this.#clock } });
    }
    if (everyDays === undefined && everyHours === undefined) {
      throw serviceFault(
        'A clock trigger needs a frequency: everyDays() or everyHours(), or after() or at() to run once.',
      );
    }
    if (everyDays !== undefined && everyHours !== undefined) {
      throw serviceFault('A clock trigger has one frequency: everyDays() or everyHours().');
    }
    if (everyHours !== undefined && (atHour !== undefined || nearMinute !== undefined)) {
      throw notImplemented(`${this.path}.everyHours with atHour or nearMinute`);
    }
    return made(this.#making, { event: 'CLOCK', clock: { ...this.#clock } });
  }
}

function whole(args: readonly unknown[], path: string, least: number, most: number): number {
  const [value] = args;
  if (args.length !== 1 || typeof value !== 'number') throw signatureFault(path, args);
  if (!Number.isInteger(value) || value < least || value > most) throw serviceFault(`Invalid argument: ${value}`);
  return value;
}

class TriggerBuilder extends Face {
  readonly path = 'ScriptApp.TriggerBuilder';
  readonly #making: Making;
  constructor(making: Making) {
    super();
    this.#making = making;
  }
  /** (spreadsheet) · (id) */
  forSpreadsheet(...args: unknown[]): SpreadsheetTriggerBuilder {
    const [sheet] = args;
    const id = sheet instanceof Spreadsheet ? sheet.getId() : sheet;
    if (args.length !== 1 || typeof id !== 'string') throw signatureFault(`${this.path}.forSpreadsheet`, args);
    if (id !== this.#making.run.workbook.current.spreadsheetId) {
      throw notImplemented(`${this.path}.forSpreadsheet of another spreadsheet`);
    }
    return new SpreadsheetTriggerBuilder(this.#making);
  }
  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#making);
  }
}

export class ScriptApp extends Face {
  readonly path = 'ScriptApp';
  readonly #run: Execution;
  readonly #store: TriggerStore;
  constructor(run: Execution, store: TriggerStore) {
    super();
    this.#run = run;
    this.#store = store;
  }
  override constants(): Record<string, unknown> {
    return { AuthMode: AUTH_MODE, EventType: EVENT_TYPE, TriggerSource: TRIGGER_SOURCE };
  }
  newTrigger(...args: unknown[]): TriggerBuilder {
    const [handler] = args;
    if (args.length !== 1 || typeof handler !== 'string' || handler === '')
      throw signatureFault('ScriptApp.newTrigger', args);
    return new TriggerBuilder({ run: this.#run, store: this.#store, handler });
  }
  /** Those of the person in whose authority the script runs; other people's are not told. */
  getProjectTriggers(): Trigger[] {
    return this.#store.madeBy(this.#run.actor.user).map((one) => new Trigger(this.#run, one));
  }
  deleteTrigger(...args: unknown[]): void {
    const [trigger] = args;
    if (args.length !== 1 || !(trigger instanceof Trigger)) throw signatureFault('ScriptApp.deleteTrigger', args);
    if (!this.#store.delete(trigger.trigger.id)) throw serviceFault('The trigger is no longer there.');
  }
}
