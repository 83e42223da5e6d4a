/** The advanced Drive service (REST v3): files and folders, and the conversion of a .docx to a Google Doc. */
import { createHash } from 'node:crypto';
import type { drive_v3 } from '@googleapis/drive';
import { ApiFault, notImplemented, signatureFault } from '../errors';
import { Face } from '../runtime/face';
import { JsonAnswer } from '../runtime/realm';
import { type Mask, parseMask, selectObject, selects } from '../workbook/fieldMask';
import { Blob } from './blob';
import { importDocx, importText } from './docs/importDocx';
import { plainText } from './docs/text';
import { api, isSeen, known, optionsOf, seenFile } from './driveAccess';
import { Comments } from './driveComments';
import { parseQuery } from './driveQuery';
import {
  type ContentRestriction,
  DOCX,
  type DriveFile,
  type DriveStore,
  FOLDER,
  GOOGLE_DOC,
  isGoogleType,
  isReadOnly,
  ROOT_ID,
} from './driveStore';
import type { Execution } from './execution';

type Metadata = drive_v3.Schema$File;

const WRITABLE = new Set([
  'id',
  'name',
  'mimeType',
  'parents',
  'description',
  'trashed',
  'properties',
  'appProperties',
  'contentRestrictions',
]);
/** Told of files with binary content only (Drive API v3, files). */
const CHECKSUMS = { md5Checksum: 'md5', sha1Checksum: 'sha1', sha256Checksum: 'sha256' } as const;
const FIELDS = new Set([
  ...WRITABLE,
  ...Object.keys(CHECKSUMS),
  'webViewLink',
  'size',
  'createdTime',
  'modifiedTime',
  'kind',
]);
const LIST_FIELDS = new Set(['kind', 'incompleteSearch', 'nextPageToken', 'files']);
/** What Drive v3 answers without a `fields` parameter. */
const DEFAULT_FIELDS = 'kind,id,name,mimeType';

function metadataOf(value: unknown, path: string): Metadata {
  if (typeof value !== 'object' || value === null) throw signatureFault(path, [value]);
  const metadata: Metadata = value;
  for (const key of Object.keys(metadata))
    if (!WRITABLE.has(key)) throw notImplemented(`resource field "${key}" of ${path}`);
  return metadata;
}

/** The file as Drive tells it, cut to the mask; a checksum is computed only when it is asked for. */
function resource(file: DriveFile, mask: Mask): object {
  const {
    bytes,
    text: _text,
    document: _document,
    comments: _comments,
    owner: _owner,
    byScript: _byScript,
    ...rest
  } = file;
  const told: Record<string, unknown> = { kind: 'drive#file', ...rest };
  if (!isGoogleType(file.mimeType)) {
    told.size = String(bytes.length);
    for (const [field, algorithm] of Object.entries(CHECKSUMS))
      if (selects(mask, field)) told[field] = createHash(algorithm).update(bytes).digest('hex');
  }
  return selectObject(told, mask);
}

/** The .docx a Google Doc was made from, while it reads as then. @throws a "not implemented" fault for one that was edited */
function unedited({ id, bytes, text }: DriveFile): Uint8Array {
  const isDocx = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isDocx || plainText(importDocx(bytes)) !== text)
    throw notImplemented(`exporting a Google Doc that was edited or not made from a .docx (${id})`);
  return bytes.slice();
}

const fileMask = (fields: string | undefined): Mask =>
  known(parseMask(fields ?? DEFAULT_FIELDS), FIELDS, 'Drive file field');

/** Entries with null values are cleared (Drive API v3, files). */
function written(old: Record<string, string> = {}, given: Record<string, string | null>): Record<string, string> {
  const all = Object.entries<string | null>({ ...old, ...given });
  return Object.fromEntries(all.flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])));
}

/** Where the next page begins; it goes with one query. */
const pageToken = (query: string, at: number): string => Buffer.from(JSON.stringify([query, at])).toString('base64url');

function pageStart(token: string | undefined, query: string): number {
  if (token === undefined) return 0;
  const [, at] = /,(\d+)\]$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (at === undefined || pageToken(query, Number(at)) !== token) throw new ApiFault('Invalid Value');
  return Number(at);
}

class Files extends Face {
  readonly path = 'Drive.Files';
  override readonly byJson = true;
  readonly #run: Execution;
  readonly #store: DriveStore;
  constructor(run: Execution, store: DriveStore) {
    super();
    this.#run = run;
    this.#store = store;
  }

  create(...args: unknown[]): JsonAnswer {
    const path = `${this.path}.create`;
    const [given, media, given2] = args;
    if (args.length < 1 || args.length > 3) throw signatureFault(path, args);
    return api('drive.files.create', () => {
      const metadata = metadataOf(given, path);
      const options = optionsOf(given2, ['fields', 'supportsAllDrives'], path);
      const mask = fileMask(options.get('fields'));
      const blob = this.#media(media, path);
      const id = this.#store.newId();
      const mimeType = metadata.mimeType ?? blob?.contentType ?? 'application/octet-stream';
      const parents = metadata.parents ?? [ROOT_ID];
      for (const parent of parents) this.#folder(parent);
      const time = this.#run.now().toISOString();
      const file: DriveFile = {
        id,
        name: metadata.name ?? blob?.name ?? 'Untitled',
        mimeType,
        parents,
        bytes: new Uint8Array(),
        webViewLink: this.#store.linkOf(id, mimeType),
        trashed: false,
        createdTime: time,
        modifiedTime: time,
        owner: this.#run.actor.user,
        byScript: true,
      };
      this.#apply(file, metadata, blob);
      this.#restrict(file, metadata);
      this.#store.files.set(id, file);
      return this.#answer(file, mask);
    });
  }

  get(...args: unknown[]): JsonAnswer {
    return api('drive.files.get', () => {
      const options = optionsOf(args[1], ['fields', 'supportsAllDrives'], `${this.path}.get`);
      const mask = fileMask(options.get('fields'));
      return this.#answer(this.#file(args[0]), mask);
    });
  }

  /** (resource, fileId[, blob[, options]]) */
  update(...args: unknown[]): JsonAnswer {
    const path = `${this.path}.update`;
    if (args.length < 2 || args.length > 4) throw signatureFault(path, args);
    return api('drive.files.update', () => {
      const metadata = metadataOf(args[0], path);
      const options = optionsOf(args[3], ['fields', 'supportsAllDrives', 'addParents', 'removeParents'], path);
      const mask = fileMask(options.get('fields'));
      const old = this.#file(args[1]);
      if (metadata.parents)
        throw new ApiFault(
          'The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.',
          403,
        );
      // no title, no content (Drive API, "Make files read-only with Drive content restrictions"); the bin stays open
      if (isReadOnly(old) && (metadata.name || args[2]) && metadata.contentRestrictions?.[0]?.readOnly !== false)
        throw new ApiFault('This file is read-only: its content is restricted and cannot be modified.', 403);
      const file: DriveFile = { ...old, modifiedTime: this.#run.now().toISOString() };
      if (metadata.name) file.name = metadata.name;
      const added = options.get('addParents')?.split(',') ?? [];
      const removed = options.get('removeParents')?.split(',') ?? [];
      for (const parent of added) this.#folder(parent);
      file.parents = [...old.parents.filter((parent) => !removed.includes(parent)), ...added];
      this.#apply(file, metadata, this.#media(args[2], path));
      this.#restrict(file, metadata);
      this.#store.files.set(file.id, file);
      return this.#answer(file, mask);
    });
  }

  /** (fileId, mimeType, options); as live, not without the option the reference does not name. */
  export(...args: unknown[]): Blob {
    const path = `${this.path}.export`;
    if (args.length < 2 || args.length > 3) throw signatureFault(path, args);
    return api('drive.files.export', () => {
      const alt = optionsOf(args[2], ['alt'], path).get('alt');
      if (alt === undefined) throw new ApiFault('Export requires alt=media to download the exported content.');
      if (alt !== 'media') throw notImplemented(`alt=${alt} of ${path}`);
      const file = this.#file(args[0]);
      if (!isGoogleType(file.mimeType) || file.mimeType === FOLDER)
        throw new ApiFault('Export only supports Docs Editors files.', 403);
      if (file.mimeType !== GOOGLE_DOC || args[1] !== DOCX)
        throw notImplemented(`exporting ${file.mimeType} as ${String(args[1])}`);
      return new Blob(unedited(file), DOCX, `${file.name}.docx`);
    });
  }

  list(...args: unknown[]): JsonAnswer {
    return api('drive.files.list', () => {
      const taken = ['q', 'fields', 'pageSize', 'pageToken', 'spaces', 'orderBy'];
      const options = optionsOf(args[0], taken, `${this.path}.list`);
      if (options.has('orderBy')) throw notImplemented(`option "orderBy" of ${this.path}.list`);
      const size = Number(options.get('pageSize') ?? 100);
      if (!Number.isInteger(size) || size < 1 || size > 1000)
        throw new ApiFault(`Invalid value '${options.get('pageSize')}'. Values must be within the range: [1, 1000]`);
      const query = options.get('q') ?? '';
      const test = parseQuery(query);
      const fields = options.get('fields') ?? `kind,incompleteSearch,nextPageToken,files(${DEFAULT_FIELDS})`;
      const mask = known(parseMask(fields), LIST_FIELDS, 'Drive file list field');
      const each = known(mask.get('files') ?? new Map(), FIELDS, 'Drive file field');
      const found = [...this.#store.files.values()]
        .filter((file) => isSeen(file, this.#run))
        .map((file) => ({ ...file, trashed: this.#store.isTrashed(file) }))
        .filter(test);
      const start = pageStart(options.get('pageToken'), query);
      const end = start + size;
      const whole = {
        kind: 'drive#fileList',
        incompleteSearch: false,
        ...(end < found.length ? { nextPageToken: pageToken(query, end) } : {}),
        files: found.slice(start, end).map((file) => resource(file, each)),
      };
      return new JsonAnswer(selectObject(whole, mask));
    });
  }

  #answer(file: DriveFile, mask: Mask): JsonAnswer {
    return new JsonAnswer(resource({ ...file, trashed: this.#store.isTrashed(file) }, mask));
  }

  #media(value: unknown, path: string): Blob | undefined {
    if (value === undefined || value === null) return undefined;
    if (!(value instanceof Blob)) throw signatureFault(path, [value]);
    return value;
  }

  #file(id: unknown): DriveFile {
    return seenFile(this.#store, id, this.#run);
  }

  #folder(id: string): void {
    if (id !== ROOT_ID && this.#file(id).mimeType !== FOLDER)
      throw new ApiFault('The specified parent is not a folder.', 403);
  }

  #apply(file: DriveFile, metadata: Metadata, blob: Blob | undefined): void {
    if (metadata.description) file.description = metadata.description;
    if (typeof metadata.trashed === 'boolean') file.trashed = metadata.trashed;
    if (metadata.properties) file.properties = written(file.properties, metadata.properties);
    if (metadata.appProperties) file.appProperties = written(file.appProperties, metadata.appProperties);
    if (!blob) return;
    file.bytes = blob.bytes.slice();
    if (!isGoogleType(file.mimeType)) {
      if (blob.contentType && !metadata.mimeType) file.mimeType = blob.contentType;
      return;
    }
    if (file.mimeType !== GOOGLE_DOC) throw notImplemented(`converting to ${file.mimeType}`);
    if (blob.contentType === DOCX) file.document = importDocx(file.bytes);
    else if (blob.contentType === 'text/plain') file.document = importText(blob.getDataAsString());
    else throw notImplemented(`converting ${blob.contentType ?? 'a blob without content type'} to a Google Doc`);
    file.text = plainText(file.document);
  }

  /** What is given takes the place of what stood; it holds from the next request on. */
  #restrict(file: DriveFile, { contentRestrictions }: Metadata): void {
    if (!contentRestrictions) return;
    if (file.mimeType === FOLDER) throw new ApiFault('Content restrictions cannot be set on this item.', 403);
    file.contentRestrictions = contentRestrictions.flatMap((given): ContentRestriction[] => {
      for (const key of Object.keys(given))
        if (key !== 'readOnly' && key !== 'reason') throw notImplemented(`contentRestrictions field "${key}"`);
      if (typeof given.readOnly !== 'boolean')
        throw new ApiFault('The readOnly field of a content restriction is required.');
      if (!given.readOnly) return [];
      const restrictionTime = this.#run.now().toISOString();
      return [{ readOnly: true, ...(given.reason ? { reason: given.reason } : {}), restrictionTime }];
    });
    if (file.contentRestrictions.length === 0) delete file.contentRestrictions;
  }
}

export class DriveService extends Face {
  readonly path = 'Drive';
  readonly #files: Files;
  readonly #comments: Comments;
  constructor(run: Execution, store: DriveStore) {
    super();
    this.#files = new Files(run, store);
    this.#comments = new Comments(run, store);
  }
  override constants(): Record<string, unknown> {
    return { Files: this.#files, Comments: this.#comments };
  }
}
