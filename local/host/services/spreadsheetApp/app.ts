/** SpreadsheetApp, bound to the one file of the host. */
import { Face } from '../../runtime/face';
import type { Book } from './book';
import { Range } from './range';
import { Sheet } from './sheet';
import { activeSheetId, Spreadsheet } from './spreadsheet';
import { Ui } from './ui';
import type { UiRecord } from './uiRecord';

export class SpreadsheetApp extends Face {
  readonly path = 'SpreadsheetApp';
  readonly #book: Book;
  readonly #record: UiRecord;
  readonly #ui: Ui;
  constructor(book: Book, record: UiRecord) {
    super();
    this.#book = book;
    this.#record = record;
    this.#ui = new Ui(record);
  }
  getActiveSpreadsheet(): Spreadsheet {
    return new Spreadsheet(this.#book, this.#record);
  }
  getActive(): Spreadsheet {
    return this.getActiveSpreadsheet();
  }
  getActiveSheet(): Sheet {
    return new Sheet(this.#book, activeSheetId(this.#book));
  }
  getActiveRange(): Range {
    return new Range(this.#book, activeSheetId(this.#book), this.#book.selection.box);
  }
  getUi(): Ui {
    return this.#ui;
  }
  /** Every write of the host is done at once; there is nothing to flush. */
  flush(): void {}
}
