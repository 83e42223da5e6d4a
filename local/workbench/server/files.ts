/**
 * The program's Drive, kept beside the ledger so that it outlives the server: each file as its bytes and a description,
 * which is what the page lists and what the next host is given.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isObject, ok, type Result } from '../../files/result';
import { fileErrorCode, writeWhole } from '../../files/store';
import type { DriveFile } from '../../host';
import type { FileView } from '../protocol';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const GOOGLE_DOC = 'application/vnd.google-apps.document';
const FOLDER = 'application/vnd.google-apps.folder';
/** What a Google Doc was made from. */
const SOURCE = 'source';
const ID = /^[\w-]{1,80}$/;

export interface StoredFile {
  name: string;
  mimeType: string;
  bytes: Uint8Array;
}

type Kept = FileView & { drive: Omit<DriveFile, 'bytes' | 'text'> };

const isFileView = (value: unknown): value is FileView & { drive?: unknown } =>
  isObject(value) &&
  typeof value.id === 'string' &&
  ID.test(value.id) &&
  typeof value.name === 'string' &&
  (value.kind === 'docx' || value.kind === 'document' || value.kind === 'other') &&
  typeof value.size === 'number' &&
  typeof value.at === 'string';

const isDrive = (value: unknown): value is Kept['drive'] =>
  isObject(value) &&
  ['id', 'name', 'mimeType', 'webViewLink', 'createdTime', 'modifiedTime', 'owner'].every(
    (name) => typeof value[name] === 'string',
  ) &&
  Array.isArray(value.parents) &&
  value.parents.every((one) => typeof one === 'string') &&
  typeof value.trashed === 'boolean' &&
  typeof value.byScript === 'boolean';

export class ProgramFiles {
  readonly #folder: string;
  readonly #owner: string;
  #kept: Kept[];

  /** @param owner whose Drive it is */
  constructor(folder: string, owner: string) {
    this.#folder = folder;
    this.#owner = owner;
    this.#kept = this.#read();
  }

  /** The newest first, without folders and what lies in the bin. */
  list(): FileView[] {
    return this.#kept
      .filter(({ drive }) => !drive.trashed && drive.mimeType !== FOLDER)
      .map(({ drive: _drive, ...view }) => view);
  }

  /** All of it, for a host. Bytes that cannot be read any more leave their file out. */
  drive(): DriveFile[] {
    return this.#kept.flatMap(({ kind, drive }): DriveFile[] => {
      const bytes = this.#bytes(drive.id);
      if (!bytes) return [];
      if (kind !== 'document') return [{ ...drive, bytes }];
      return [{ ...drive, bytes: this.#bytes(drive.id, SOURCE) ?? new Uint8Array(), text: bytes.toString() }];
    });
  }

  /**
   * Writes what is new or has changed, and takes away what is gone; the description comes last, so that a file half
   * written is not listed.
   * @param files the whole Drive
   */
  keep(files: readonly DriveFile[]): Result<undefined> {
    for (const { bytes, text, ...drive } of files) {
      if (!ID.test(drive.id)) continue;
      const kind = drive.mimeType === DOCX ? 'docx' : drive.mimeType === GOOGLE_DOC ? 'document' : 'other';
      // a Google Doc has no bytes of its own to give; its text has, and what it was made from stands beside it
      const content = kind === 'document' ? Buffer.from(text ?? '') : bytes;
      const kept: Kept = {
        ...{ id: drive.id, name: drive.name, kind, size: content.length, at: drive.createdTime },
        drive,
      };
      const description = JSON.stringify(kept);
      if (this.#kept.some((one) => one.id === drive.id && JSON.stringify(one) === description)) continue;
      const written = writeWhole(this.#file(drive.id, 'bin'), content);
      if (!written.ok) return written;
      const source = kind === 'document' ? writeWhole(this.#file(drive.id, SOURCE), bytes) : ok(undefined);
      if (!source.ok) return source;
      const described = writeWhole(this.#file(drive.id, 'json'), Buffer.from(description));
      if (!described.ok) return described;
      this.#kept = [kept, ...this.#kept.filter(({ id }) => id !== drive.id)].sort(byAge);
    }
    for (const { id } of this.#kept) {
      if (files.some((file) => file.id === id)) continue;
      rmSync(this.#file(id, 'json'), { force: true });
      for (const ending of ['bin', SOURCE]) rmSync(this.#file(id, ending), { force: true });
      this.#kept = this.#kept.filter((one) => one.id !== id);
    }
    return ok(undefined);
  }

  read(id: string): StoredFile | undefined {
    const view = this.list().find((one) => one.id === id);
    const bytes = view && this.#bytes(view.id);
    if (!bytes) return undefined;
    if (view.kind === 'docx') return { name: withEnding(view.name, '.docx'), mimeType: DOCX, bytes };
    if (view.kind === 'document')
      return { name: withEnding(view.name, '.txt'), mimeType: 'text/plain; charset=utf-8', bytes };
    return { name: view.name, mimeType: 'application/octet-stream', bytes };
  }

  /** Puts the files of the ledger that is left aside under another name. @throws the file system's error */
  archive(folder: string): void {
    try {
      renameSync(this.#folder, folder);
    } catch (thrown) {
      if (fileErrorCode(thrown) !== 'ENOENT') throw thrown;
    }
    this.#kept = [];
  }

  #file(id: string, ending: string): string {
    return path.join(this.#folder, `${id}.${ending}`);
  }

  #bytes(id: string, ending = 'bin'): Buffer | undefined {
    try {
      return readFileSync(this.#file(id, ending));
    } catch {
      return undefined;
    }
  }

  #read(): Kept[] {
    mkdirSync(this.#folder, { recursive: true });
    const kept = readdirSync(this.#folder).flatMap((name): Kept[] => {
      if (!name.endsWith('.json')) return [];
      try {
        const view: unknown = JSON.parse(readFileSync(path.join(this.#folder, name), 'utf8'));
        if (!isFileView(view)) return [];
        return [{ ...view, drive: isDrive(view.drive) ? view.drive : this.#drive(view) }];
      } catch {
        return [];
      }
    });
    return kept.sort(byAge);
  }

  /** What an older description does not say. */
  #drive({ id, name, kind, at }: FileView): Kept['drive'] {
    const place = kind === 'document' ? 'docs.google.com/document' : 'drive.google.com/file';
    return {
      ...{ id, name, createdTime: at, modifiedTime: at, owner: this.#owner, parents: ['root'] },
      mimeType: kind === 'docx' ? DOCX : kind === 'document' ? GOOGLE_DOC : 'application/octet-stream',
      webViewLink: `https://${place}/d/${id}/view?usp=drivesdk`,
      ...{ trashed: false, byScript: true },
    };
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
