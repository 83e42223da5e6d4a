/** The event objects triggers get (Apps Script guide, "Event objects"). */

import type { Place } from './place';
import { memberOf } from './services/enumeration';
import type { Execution } from './services/execution';
import { AUTH_MODE } from './services/scriptApp';
import { User } from './services/session';
import type { Selection } from './services/spreadsheetApp/book';
import { EditedRange } from './services/spreadsheetApp/editedRange';
import { bookOf } from './services/spreadsheetApp/sheet';
import { Spreadsheet } from './services/spreadsheetApp/spreadsheet';
import type { UiRecord } from './services/spreadsheetApp/uiRecord';

type CellValue = string | number | boolean | undefined;

/** What onEdit gets: `range` is A1 with the sheet's name; value and oldValue only for an edit of one cell. */
export class EditEvent {
  constructor(
    readonly range: string,
    readonly value?: CellValue,
    readonly oldValue?: CellValue,
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

interface Editing {
  run: Execution;
  place: Place;
  selection: Selection;
  ui: UiRecord;
}

function editFields(event: EditEvent, { run, place, selection, ui }: Editing): object {
  const book = bookOf(run, selection);
  return {
    source: new Spreadsheet(book, ui),
    range: new EditedRange(book, place.sheetId, place.box),
    ...(event.value === undefined ? {} : { value: event.value }),
    ...(event.oldValue === undefined ? {} : { oldValue: event.oldValue }),
  };
}

export function simpleEdit(event: EditEvent, editing: Editing): object {
  return { authMode: memberOf(AUTH_MODE, 'LIMITED'), ...editFields(event, editing) };
}

/** @param editor mail of the person who edited; told to those of the same domain only */
export function installedEdit(event: EditEvent, editing: Editing, triggerUid: string, editor: string): object {
  return {
    authMode: memberOf(AUTH_MODE, 'FULL'),
    ...editFields(event, editing),
    triggerUid,
    user: new User(isToldTo(editing.run.actor.user, editor) ? editor : ''),
  };
}

/** Consumer accounts are no domain of one organisation. */
const CONSUMER_DOMAINS = new Set(['gmail.com', 'googlemail.com']);

/** Whether a script that runs for `maker` may know the address (class Session, getActiveUser: oneself, one's Workspace domain). */
function isToldTo(maker: string, address: string): boolean {
  const [own, other] = [maker.toLowerCase(), address.toLowerCase()];
  if (own === other) return true;
  const domain = other.slice(other.lastIndexOf('@') + 1);
  return other.includes('@') && own.endsWith(`@${domain}`) && !CONSUMER_DOMAINS.has(domain);
}

const DAY = 86_400_000;

/** The event object of a clock trigger; its parts are those of the instant in UTC. */
export function clockTick(now: Date, triggerUid: string): object {
  // Monday is 1, Sunday 7
  const weekday = now.getUTCDay() || 7;
  const thursday = new Date(now.getTime() + (4 - weekday) * DAY);
  const dayOfYear = Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY);
  return {
    authMode: memberOf(AUTH_MODE, 'FULL'),
    triggerUid,
    year: now.getUTCFullYear(),
    month: now.getUTCMonth() + 1,
    'day-of-month': now.getUTCDate(),
    'day-of-week': weekday,
    'week-of-year': Math.floor(dayOfYear / 7) + 1,
    hour: now.getUTCHours(),
    minute: now.getUTCMinutes(),
    second: now.getUTCSeconds(),
    timezone: 'UTC',
  };
}
