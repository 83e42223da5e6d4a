/** The files the program made (reports), kept beside the ledger so that they outlive the server. */
import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { isObject, ok, type Result } from '../../files/result';
import { fileErrorCode, writeWhole } from '../../files/store';
import type { DriveFile } from '../../host';
import type { FileView } from '../protocol';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const GOOGLE_DOC = 'application/vnd.google-apps.document';
const ID = /^[\w-]{1,80}$/;

export interface StoredFile {
  name: string;
  mimeType: string;
  bytes: Uint8Array;
}

const isFileView = (value: unknown): value is FileView =>
  isObject(value) &&
  typeof value.id === 'string' &&
  ID.test(value.id) &&
  typeof value.name === 'string' &&
  (value.kind === 'docx' || value.kind === 'document' || value.kind === 'other') &&
  typeof value.size === 'number' &&
  typeof value.at === 'string';

export class ProgramFiles {
  readonly #folder: string;
  #views: FileView[];

  constructor(folder: string) {
    this.#folder = folder;
    this.#views = this.#read();
  }

  /** The newest first. */
  list(): FileView[] {
    return this.#views;
  }

  /** Writes those not yet there; the description comes last, so that a file half written is not listed. */
  keep(files: readonly DriveFile[]): Result<undefined> {
    for (const file of files) {
      if (file.trashed || !ID.test(file.id) || this.#views.some(({ id }) => id === file.id)) continue;
      const kind = file.mimeType === DOCX ? 'docx' : file.mimeType === GOOGLE_DOC ? 'document' : 'other';
      // a Google Doc has no bytes of its own to give; its text has
      const bytes = kind === 'document' ? Buffer.from(file.text ?? '') : file.bytes;
      const view: FileView = { id: file.id, name: file.name, kind, size: bytes.length, at: file.createdTime };
      const written = writeWhole(path.join(this.#folder, `${file.id}.bin`), bytes);
      if (!written.ok) return written;
      const described = writeWhole(path.join(this.#folder, `${file.id}.json`), Buffer.from(JSON.stringify(view)));
      if (!described.ok) return described;
      this.#views = [view, ...this.#views].sort(byAge);
    }
    return ok(undefined);
  }

  read(id: string): StoredFile | undefined {
    const view = this.#views.find((one) => one.id === id);
    if (!view) return undefined;
    try {
      const bytes = readFileSync(path.join(this.#folder, `${view.id}.bin`));
      if (view.kind === 'docx') return { name: withEnding(view.name, '.docx'), mimeType: DOCX, bytes };
      if (view.kind === 'document')
        return { name: withEnding(view.name, '.txt'), mimeType: 'text/plain; charset=utf-8', bytes };
      return { name: view.name, mimeType: 'application/octet-stream', bytes };
    } catch {
      return undefined;
    }
  }

  /** Puts the files of the ledger that is left aside under another name. @throws the file system's error */
  archive(folder: string): void {
    try {
      renameSync(this.#folder, folder);
    } catch (thrown) {
      if (fileErrorCode(thrown) !== 'ENOENT') throw thrown;
    }
    this.#views = [];
  }

  #read(): FileView[] {
    mkdirSync(this.#folder, { recursive: true });
    const views = readdirSync(this.#folder).flatMap((name): FileView[] => {
      if (!name.endsWith('.json')) return [];
      try {
        const view: unknown = JSON.parse(readFileSync(path.join(this.#folder, name), 'utf8'));
        return isFileView(view) ? [view] : [];
      } catch {
        return [];
      }
    });
    return views.sort(byAge);
  }
}

/** The newest first; what was made at the same moment by name, so that the order is always the same. */
function byAge(a: FileView, b: FileView): number {
  const before = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
  return before(b.at, a.at) || before(a.name, b.name) || before(a.id, b.id);
}

function withEnding(name: string, ending: string): string {
  return name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`;
}
