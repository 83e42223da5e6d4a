/** The advanced Drive service (REST v3): files and folders, and the conversion of a .docx to a Google Doc. */
import type { drive_v3 } from '@googleapis/drive';
import { ApiFault, notImplemented, ScriptFault, signatureFault } from '../errors';
import { Face } from '../runtime/face';
import { JsonAnswer } from '../runtime/realm';
import { parseMask, selectObject } from '../workbook/fieldMask';
import { Blob } from './blob';
import { docxText } from './docxText';
import { parseQuery } from './driveQuery';
import { DOCX, type DriveFile, type DriveStore, FOLDER, GOOGLE_DOC, ROOT_ID } from './driveStore';
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
]);
const FIELDS = new Set([...WRITABLE, 'webViewLink', 'size', 'createdTime', 'modifiedTime', 'kind']);
/** What Drive v3 answers without a `fields` parameter. */
const DEFAULT_FIELDS = 'kind,id,name,mimeType';

function api<T>(method: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    throw new ScriptFault('GoogleJsonResponseException', `API call to ${method} failed with error: ${error.message}`, {
      code: error.code,
      message: error.message,
    });
  }
}

function metadataOf(value: unknown, path: string): Metadata {
  if (typeof value !== 'object' || value === null) throw signatureFault(path, [value]);
  const metadata: Metadata = value;
  for (const key of Object.keys(metadata))
    if (!WRITABLE.has(key)) throw notImplemented(`resource field "${key}" of ${path}`);
  return metadata;
}

function optionsOf(value: unknown, allowed: readonly string[], path: string): Map<string, string> {
  const options = new Map<string, string>();
  if (value === undefined || value === null) return options;
  if (typeof value !== 'object') throw signatureFault(path, [value]);
  for (const [key, item] of Object.entries(value)) {
    if (!allowed.includes(key)) throw notImplemented(`option "${key}" of ${path}`);
    options.set(key, String(item));
  }
  return options;
}

function resource(file: DriveFile): Record<string, unknown> {
  const { bytes, text: _text, ...rest } = file;
  const google = file.mimeType.startsWith('application/vnd.google-apps.');
  return { kind: 'drive#file', ...rest, ...(google ? {} : { size: String(bytes.length) }) };
}

function answer(file: DriveFile, fields: string | undefined): JsonAnswer {
  const mask = parseMask(fields ?? DEFAULT_FIELDS);
  for (const name of mask.keys())
    if (name !== '*' && !FIELDS.has(name)) throw notImplemented(`Drive file field "${name}"`);
  return new JsonAnswer(selectObject(resource(file), mask));
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
      };
      this.#apply(file, metadata, blob);
      this.#store.files.set(id, file);
      return answer(file, options.get('fields'));
    });
  }

  get(...args: unknown[]): JsonAnswer {
    return api('drive.files.get', () => {
      const options = optionsOf(args[1], ['fields', 'supportsAllDrives'], `${this.path}.get`);
      return answer(this.#file(args[0]), options.get('fields'));
    });
  }

  /** (resource, fileId[, blob[, options]]) */
  update(...args: unknown[]): JsonAnswer {
    const path = `${this.path}.update`;
    if (args.length < 2 || args.length > 4) throw signatureFault(path, args);
    return api('drive.files.update', () => {
      const metadata = metadataOf(args[0], path);
      const options = optionsOf(args[3], ['fields', 'supportsAllDrives', 'addParents', 'removeParents'], path);
      const old = this.#file(args[1]);
      if (metadata.parents)
        throw new ApiFault(
          'The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.',
          403,
        );
      const file: DriveFile = { ...old, modifiedTime: this.#run.now().toISOString() };
      if (metadata.name) file.name = metadata.name;
      const added = options.get('addParents')?.split(',') ?? [];
      const removed = options.get('removeParents')?.split(',') ?? [];
      for (const parent of added) this.#folder(parent);
      file.parents = [...old.parents.filter((parent) => !removed.includes(parent)), ...added];
      this.#apply(file, metadata, this.#media(args[2], path));
      this.#store.files.set(file.id, file);
      return answer(file, options.get('fields'));
    });
  }

  list(...args: unknown[]): JsonAnswer {
    return api('drive.files.list', () => {
      const options = optionsOf(args[0], ['q', 'fields', 'pageSize', 'spaces', 'orderBy'], `${this.path}.list`);
      if (options.has('orderBy')) throw notImplemented(`option "orderBy" of ${this.path}.list`);
      const size = Number(options.get('pageSize') ?? 100);
      if (!Number.isInteger(size) || size < 1 || size > 1000)
        throw new ApiFault(`Invalid value '${options.get('pageSize')}'. Values must be within the range: [1, 1000]`);
      const test = parseQuery(options.get('q') ?? '');
      const found = [...this.#store.files.values()].filter(test);
      if (found.length > size) throw notImplemented(`${this.path}.list of more than one page`);
      const mask = parseMask(options.get('fields') ?? `kind,incompleteSearch,files(${DEFAULT_FIELDS})`);
      const whole = { kind: 'drive#fileList', incompleteSearch: false, files: found.map(resource) };
      return new JsonAnswer(selectObject(whole, mask));
    });
  }

  #media(value: unknown, path: string): Blob | undefined {
    if (value === undefined || value === null) return undefined;
    if (!(value instanceof Blob)) throw signatureFault(path, [value]);
    return value;
  }

  #file(id: unknown): DriveFile {
    const file = this.#store.files.get(String(id));
    if (!file) throw new ApiFault(`File not found: ${String(id)}.`, 404);
    return file;
  }

  #folder(id: string): void {
    if (id !== ROOT_ID && this.#file(id).mimeType !== FOLDER)
      throw new ApiFault('The specified parent is not a folder.', 403);
  }

  #apply(file: DriveFile, metadata: Metadata, blob: Blob | undefined): void {
    if (metadata.description) file.description = metadata.description;
    if (typeof metadata.trashed === 'boolean') file.trashed = metadata.trashed;
    if (metadata.properties) file.properties = { ...file.properties, ...metadata.properties };
    if (metadata.appProperties) file.appProperties = { ...file.appProperties, ...metadata.appProperties };
    if (!blob) return;
    file.bytes = blob.bytes.slice();
    if (!file.mimeType.startsWith('application/vnd.google-apps.')) {
      if (blob.contentType && !metadata.mimeType) file.mimeType = blob.contentType;
      return;
    }
    if (file.mimeType !== GOOGLE_DOC) throw notImplemented(`converting to ${file.mimeType}`);
    if (blob.contentType === DOCX) file.text = docxText(file.bytes);
    else if (blob.contentType === 'text/plain') file.text = blob.getDataAsString();
    else throw notImplemented(`converting ${blob.contentType ?? 'a blob without content type'} to a Google Doc`);
  }
}

export class DriveService extends Face {
  readonly path = 'Drive';
  readonly #files: Files;
  constructor(run: Execution, store: DriveStore) {
    super();
    this.#files = new Files(run, store);
  }
  override constants(): Record<string, unknown> {
    return { Files: this.#files };
  }
}
