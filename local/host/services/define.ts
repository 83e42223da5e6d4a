/** Puts the services of one execution into its context, and stubs for the services the host does not emulate. */
import type { Realm } from '../runtime/realm';
import { DocsService } from './docs/service';
import { DriveService } from './drive';
import type { DriveStore } from './driveStore';
import type { Execution } from './execution';
import { HtmlService } from './html';
import { LockService, type LockState } from './lock';
import { Console, Logger } from './logging';
import { MailApp, type Outbox } from './mail';
import { PropertiesService, type PropertyStore } from './properties';
import { ScriptApp } from './scriptApp';
import { Session } from './session';
import { SheetsService } from './sheets';
import { SpreadsheetApp } from './spreadsheetApp/app';
import type { Selection } from './spreadsheetApp/book';
import { bookOf } from './spreadsheetApp/sheet';
import type { UiRecord } from './spreadsheetApp/uiRecord';
import type { TriggerStore } from './triggers';
import { Utilities } from './utilities';

/** What outlives an execution beside the workbook. */
export interface Shared {
  drive: DriveStore;
  ui: UiRecord;
  lock: LockState;
  selection: Selection;
  triggers: TriggerStore;
  outbox: Outbox;
  stores: { script: PropertyStore; document: PropertyStore; users: Map<string, PropertyStore> };
}

/** Built-in services of Apps Script the host knows by name only: any use throws. */
const MISSING = [
  'CacheService',
  'CalendarApp',
  'CardService',
  'Charts',
  'ContactsApp',
  'ContentService',
  'DocumentApp',
  'DriveApp',
  'FormApp',
  'GmailApp',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'Maps',
  'SitesApp',
  'SlidesApp',
  'UrlFetchApp',
  'XmlService',
  'Browser',
];

/** Advanced services the host emulates, by id and version. */
const ADVANCED = {
  'sheets v4': (execution: Execution) => new SheetsService(execution),
  'drive v3': (execution: Execution, shared: Shared) => new DriveService(execution, shared.drive),
  'docs v1': (execution: Execution, shared: Shared) => new DocsService(execution, shared.drive),
} as const;

const isAdvanced = (service: string): service is keyof typeof ADVANCED => Object.hasOwn(ADVANCED, service);

export function defineServices(realm: Realm, execution: Execution, shared: Shared, logs: string[]): void {
  const { user } = execution.actor;
  const userStore = shared.stores.users.get(user) ?? new Map<string, string>();
  shared.stores.users.set(user, userStore);
  realm.define('SpreadsheetApp', new SpreadsheetApp(bookOf(execution, shared.selection), shared.ui));
  realm.define('HtmlService', new HtmlService(execution));
  realm.define('LockService', new LockService(shared.lock, execution));
  realm.define('ScriptApp', new ScriptApp(execution, shared.triggers));
  realm.define('MailApp', new MailApp(execution, shared.outbox));
  realm.define('Session', new Session(execution));
  realm.define('Utilities', new Utilities(execution.clock));
  realm.define(
    'PropertiesService',
    new PropertiesService({ script: shared.stores.script, document: shared.stores.document, user: userStore }),
  );
  realm.define('console', new Console(logs));
  realm.define('Logger', new Logger(logs));
  for (const name of MISSING) realm.defineMissing(name);
  for (const [symbol, service] of execution.manifest.advanced) {
    if (isAdvanced(service)) realm.define(symbol, ADVANCED[service](execution, shared));
    else realm.defineMissing(symbol);
  }
}
