/**
 * The mails the program sent, never sent anywhere: kept in the folder `mail/`, each as a text for people and whole for the
 * next start.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { writeMails } from '../../commands/mailFiles';
import { isObject, ok, type Result } from '../../files/result';
import { fileErrorCode, writeWhole } from '../../files/store';
import type { SentMail } from '../../host';
import type { MailView } from '../protocol';

const FILE = /^\d{6}\.json$/;
/** A page lists the latest; all stand in the folder. */
const LISTED = 200;

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const isMail = (value: unknown): value is SentMail =>
  isObject(value) &&
  isTexts(value.to) &&
  (value.cc === undefined || isTexts(value.cc)) &&
  (value.bcc === undefined || isTexts(value.bcc)) &&
  [value.subject, value.body, value.by, value.at].every((one) => typeof one === 'string');

export class Mailbox {
  readonly #folder: string;
  #mails: SentMail[];
  /** At which revision each came; those of former runs at 0. */
  #revisions: number[];

  constructor(folder: string) {
    this.#folder = folder;
    this.#mails = this.#read();
    this.#revisions = this.#mails.map(() => 0);
  }

  /** In the order they were sent. */
  get all(): readonly SentMail[] {
    return this.#mails;
  }

  /** Those that came after a revision, the earliest first; of all the latest only. */
  since(revision: number): MailView[] {
    return this.#mails
      .flatMap((mail, at) => ((this.#revisions[at] ?? 0) > revision ? [viewOf(mail, at)] : []))
      .slice(-LISTED);
  }

  list(): MailView[] {
    return this.#mails.map(viewOf).slice(-LISTED);
  }

  /** Writes those not yet there. @returns how many they were */
  keep(mails: readonly SentMail[], revision: number): Result<number> {
    const known = this.#mails.length;
    for (const mail of mails.slice(known)) {
      const file = path.join(this.#folder, `${String(this.#mails.length + 1).padStart(6, '0')}.json`);
      const written = writeWhole(file, Buffer.from(`${JSON.stringify(mail, null, 2)}\n`));
      if (!written.ok) return written;
      const readable = writeMails([mail], this.#folder);
      if (!readable.ok) return readable;
      this.#mails.push(mail);
      this.#revisions.push(revision);
    }
    return ok(this.#mails.length - known);
  }

  /** Puts the mails of the ledger that is left aside under another name. @throws the file system's error */
  archive(folder: string): void {
    try {
      renameSync(this.#folder, folder);
    } catch (thrown) {
      if (fileErrorCode(thrown) !== 'ENOENT') throw thrown;
    }
    this.#mails = [];
    this.#revisions = [];
  }

  #read(): SentMail[] {
    mkdirSync(this.#folder, { recursive: true });
    const names = readdirSync(this.#folder).filter((name) => FILE.test(name));
    return names.sort().flatMap((name): SentMail[] => {
      try {
        const mail: unknown = JSON.parse(readFileSync(path.join(this.#folder, name), 'utf8'));
        return isMail(mail) ? [mail] : [];
      } catch {
        return [];
      }
    });
  }
}

function viewOf({ to, cc = [], bcc = [], subject, body, at }: SentMail, index: number): MailView {
  return { id: index + 1, to: [...to, ...cc, ...bcc], subject, body, at };
}
