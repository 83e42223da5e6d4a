/** SpreadsheetApp.Spreadsheet. */
import { serviceFault, signatureFault } from '../../errors';
import { Face } from '../../runtime/face';
import { resolveA1 } from '../../workbook/a1';
import { boxOf } from '../../workbook/box';
import { sheetIdOf, sizeOf, titleOf } from '../../workbook/store';
import { User } from '../session';
import { asServiceFault, type Book, sheetById, workbookOf, zoneOf } from './book';
import { Range } from './range';
import { Sheet } from './sheet';
import type { UiRecord } from './uiRecord';

export class Spreadsheet extends Face {
  readonly path = 'SpreadsheetApp.Spreadsheet';
  readonly #ui: UiRecord;
  constructor(
    readonly book: Book,
    ui: UiRecord,
  ) {
    super();
    this.#ui = ui;
  }

  getId(): string {
    return workbookOf(this.book).spreadsheetId ?? '';
  }
  getName(): string {
    return workbookOf(this.book).properties?.title ?? '';
  }
  getUrl(): string {
    return workbookOf(this.book).spreadsheetUrl ?? `https://docs.google.com/spreadsheets/d/${this.getId()}/edit`;
  }
  getSpreadsheetTimeZone(): string {
    return zoneOf(this.book);
  }
  getSpreadsheetLocale(): string {
    return workbookOf(this.book).properties?.locale ?? '';
  }
  /** The file's owner; a file in a shared drive, which has none, is not modelled. */
  getOwner(): User {
    return new User(this.book.run.actor.owner);
  }
  getSheets(): Sheet[] {
    return (workbookOf(this.book).sheets ?? []).map((one) => new Sheet(this.book, sheetIdOf(one)));
  }
  getSheetByName(...args: unknown[]): Sheet | null {
    const [name] = args;
    if (args.length !== 1 || typeof name !== 'string') throw signatureFault(`${this.path}.getSheetByName`, args);
    const found = (workbookOf(this.book).sheets ?? []).find((one) => titleOf(one) === name);
    return found ? new Sheet(this.book, sheetIdOf(found)) : null;
  }
  getActiveSheet(): Sheet {
    return new Sheet(this.book, activeSheetId(this.book));
  }
  setActiveSheet(...args: unknown[]): Sheet {
    const [sheet] = args;
    if (!(sheet instanceof Sheet)) throw signatureFault(`${this.path}.setActiveSheet`, args);
    return sheet.activate();
  }
  getActiveRange(): Range {
    return new Range(this.book, activeSheetId(this.book), this.book.selection.box);
  }
  setActiveRange(...args: unknown[]): Range {
    const [range] = args;
    if (!(range instanceof Range)) throw signatureFault(`${this.path}.setActiveRange`, args);
    return range.activate();
  }
  getRange(...args: unknown[]): Range {
    const [a1] = args;
    if (args.length !== 1 || typeof a1 !== 'string') throw signatureFault(`${this.path}.getRange`, args);
    const range = asServiceFault(() => resolveA1(a1, workbookOf(this.book)));
    const size = sizeOf(sheetById(this.book, range.sheetId ?? 0));
    const box = boxOf(range, size);
    if (box.bottom > size.rows || box.right > size.columns) throw serviceFault('Range not found');
    return new Range(this.book, range.sheetId ?? 0, box);
  }
  toast(...args: unknown[]): void {
    const [message, title, seconds] = args;
    if (args.length < 1 || args.length > 3) throw signatureFault(`${this.path}.toast`, args);
    this.#ui.add({
      kind: 'toast',
      message: String(message),
      ...(title === undefined || title === null ? {} : { title: String(title) }),
      ...(typeof seconds === 'number' ? { seconds } : {}),
    });
  }
}

/** The sheet the user stands on; the first one when nothing was chosen or the chosen one is gone. */
export function activeSheetId(book: Book): number {
  const sheets = workbookOf(book).sheets ?? [];
  const chosen = sheets.find((one) => sheetIdOf(one) === book.selection.sheetId) ?? sheets[0];
  return chosen ? sheetIdOf(chosen) : 0;
}
