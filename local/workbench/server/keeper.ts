/**
 * Keeps the ledger on disk. A change is in the journal, flushed, before it is answered for; the whole store is written
 * when nobody has typed for a while, when the journal grows, and at the end. A process killed at any moment leaves a store
 * and a journal from which every answered change comes back (local/files/journal.ts; the terminal reads it too).
 */
import { changeBetween, Journal, type WholeContents } from '../../files/journal';
import { messageOf, ok, type Result, refuse } from '../../files/result';
import { type Store, writeStore } from '../../files/store';

/** Longer than people pause between two cells: writing the store would make them wait. */
const QUIET_MS = 3_000;
const JOURNAL_BYTES = 4 * 1024 * 1024;
/** Of so many rows the journal is no longer quicker than the store. */
const JOURNAL_ROWS = 1_500;

export class Keeper {
  readonly #file: string;
  readonly #rest: Pick<Store, 'owner' | 'extra'>;
  #last: WholeContents;
  #journal: Journal | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #failed: (message: string) => void;

  /**
   * @param text the file's text when the store stands there as it is; undefined when it must be written
   * @param failed hears when writing in the background failed; everything is in the journal still
   */
  constructor(file: string, store: Store, text: string | undefined, failed: (message: string) => void) {
    this.#file = file;
    this.#rest = { owner: store.owner, extra: store.extra };
    const { spreadsheet, properties, documentProperties = {}, triggers = [] } = store;
    this.#last = { spreadsheet, properties, documentProperties, triggers };
    this.#journal = text ? new Journal(file, text) : undefined;
    this.#failed = failed;
  }

  get last(): WholeContents {
    return this.#last;
  }

  /** Returns when the contents are safe on disk. Fault: `file-not-written`; what is on disk is then as before. */
  save(contents: WholeContents): Result<undefined> {
    const change = changeBetween(this.#last, contents);
    const rows = change.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
    if (!this.#journal || rows > JOURNAL_ROWS || this.#journal.size > JOURNAL_BYTES) return this.#write(contents);
    try {
      this.#journal.append(change);
    } catch (thrown) {
      // the store whole, or nothing: after a line broken off nothing more may be appended
      const written = this.#write(contents);
      return written.ok ? written : refuse({ code: 'file-not-written', message: messageOf(thrown) });
    }
    this.#last = contents;
    this.#later();
    return ok(undefined);
  }

  /** Writes the store whole, if the journal holds something. */
  settle(): Result<undefined> {
    clearTimeout(this.#timer);
    return this.#journal?.size === 0 ? ok(undefined) : this.#write(this.#last);
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const settled = this.settle();
      if (!settled.ok) this.#failed(settled.faults.map(({ message }) => message).join(' '));
    }, QUIET_MS);
    this.#timer.unref();
  }

  #write(contents: WholeContents): Result<undefined> {
    clearTimeout(this.#timer);
    const written = writeStore(this.#file, { ...contents, ...this.#rest });
    if (!written.ok) return written;
    // Until here the old journal went with the old store; now it is over, whether or not it can be removed.
    this.#journal?.discard();
    this.#journal = new Journal(this.#file, written.value.text);
    this.#last = contents;
    return ok(undefined);
  }
}
