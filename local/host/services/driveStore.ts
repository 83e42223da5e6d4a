/** The host's Drive: files and folders in memory, with Google-like ids. */
import { randomBytes } from 'node:crypto';
import type { docs_v1 } from '@googleapis/docs';
import { importText } from './docs/importDocx';
import { rewritten } from './docs/personEdit';
import { plainText } from './docs/text';

export interface DriveComment {
  id: string;
  content: string;
  /** mail */
  author: string;
  createdTime: string;
}

export interface ContentRestriction {
  readOnly: boolean;
  reason?: string;
  /** ISO instant; only where it is read-only */
  restrictionTime?: string;
}

export interface DriveFile {
  id: string;
  name: string;
  mimeType: string;
  parents: string[];
  bytes: Uint8Array;
  /** plain text of a Google Doc */
  text?: string;
  /** a Google Doc as the Docs API tells of it, without its id; never changed in place */
  document?: docs_v1.Schema$Document;
  comments?: readonly DriveComment[];
  contentRestrictions?: readonly ContentRestriction[];
  webViewLink: string;
  description?: string;
  /** put into the bin itself; a file in a folder that was is in the bin too, see `DriveStore.isTrashed` */
  trashed: boolean;
  createdTime: string;
  modifiedTime: string;
  properties?: Record<string, string>;
  appProperties?: Record<string, string>;
  /** mail of whose Drive it is in */
  owner: string;
  /** false for what a person put there */
  byScript: boolean;
}

export const GOOGLE_DOC = 'application/vnd.google-apps.document';
export const FOLDER = 'application/vnd.google-apps.folder';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const ROOT_ID = 'root';

export const isGoogleType = (mimeType: string): boolean => mimeType.startsWith('application/vnd.google-apps.');

/** A Google Doc of which only the text was kept is one of plain paragraphs. */
export const documentOf = (file: DriveFile): docs_v1.Schema$Document => file.document ?? importText(file.text ?? '');

export const isReadOnly = (file: DriveFile): boolean =>
  file.contentRestrictions?.some(({ readOnly }) => readOnly) ?? false;

export class DriveStore {
  readonly files: Map<string, DriveFile>;
  constructor(files: readonly DriveFile[] = []) {
    this.files = new Map(files.map((file) => [file.id, file]));
  }

  newId(): string {
    return `1${randomBytes(24).toString('base64url')}`;
  }

  linkOf(id: string, mimeType: string): string {
    if (mimeType === GOOGLE_DOC) return `https://docs.google.com/document/d/${id}/edit?usp=drivesdk`;
    if (mimeType === FOLDER) return `https://drive.google.com/drive/folders/${id}`;
    return `https://drive.google.com/file/d/${id}/view?usp=drivesdk`;
  }

  /** Whether it or a folder above it was put into the bin. */
  isTrashed(file: DriveFile): boolean {
    if (file.trashed) return true;
    return file.parents.some((id) => {
      const parent = this.files.get(id);
      return parent !== undefined && this.isTrashed(parent);
    });
  }

  /** A person's file. @returns its id */
  put(
    {
      name,
      bytes,
      mimeType,
      parents = [ROOT_ID],
      owner,
    }: Pick<DriveFile, 'name' | 'bytes' | 'mimeType' | 'owner'> & {
      parents?: string[];
    },
    now: Date,
  ): string {
    const id = this.newId();
    const time = now.toISOString();
    this.files.set(id, {
      id,
      name,
      mimeType,
      parents: [...parents],
      bytes: bytes.slice(),
      webViewLink: this.linkOf(id, mimeType),
      trashed: false,
      createdTime: time,
      modifiedTime: time,
      owner,
      byScript: false,
    });
    return id;
  }

  /** A person's doing on any file. @throws RangeError when there is none of that id */
  change(id: string, change: Partial<Pick<DriveFile, 'bytes' | 'trashed'>>, now: Date): void {
    const file = this.files.get(id);
    if (!file) throw new RangeError(`no file ${id}`);
    this.files.set(id, { ...file, ...change, modifiedTime: now.toISOString() });
  }

  /** A person writes a paragraph of a Google Doc anew. @throws RangeError when there is no such Doc or paragraph, or it is locked */
  writeParagraph(id: string, paragraph: number, text: string, now: Date): void {
    const file = this.#doc(id);
    if (isReadOnly(file)) throw new RangeError(`the Google Doc ${id} is locked`);
    this.putDocument(file, rewritten(documentOf(file), paragraph, text), now);
  }

  putDocument(file: DriveFile, document: docs_v1.Schema$Document, now: Date): void {
    this.files.set(file.id, { ...file, document, text: plainText(document), modifiedTime: now.toISOString() });
  }

  /** A person comments on a file. @throws RangeError when there is none of that id */
  comment(id: string, content: string, author: string, now: Date): void {
    const file = this.files.get(id);
    if (!file) throw new RangeError(`no file ${id}`);
    const comments = [
      ...(file.comments ?? []),
      { id: `AAAA${randomBytes(6).toString('base64url')}`, content, author, createdTime: now.toISOString() },
    ];
    this.files.set(id, { ...file, comments });
  }

  #doc(id: string): DriveFile {
    const file = this.files.get(id);
    if (file?.mimeType !== GOOGLE_DOC) throw new RangeError(`no Google Doc ${id}`);
    return file;
  }

  all(): DriveFile[] {
    return [...this.files.values()].map((file) => ({ ...file, parents: [...file.parents], bytes: file.bytes.slice() }));
  }
}
