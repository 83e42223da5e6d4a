/** The advanced Docs service (REST v1): documents read, and changed by the requests the program sends. */
import { ApiFault, notImplemented, signatureFault } from '../../errors';
import { Face } from '../../runtime/face';
import { JsonAnswer } from '../../runtime/realm';
import { parseMask, selectObject } from '../../workbook/fieldMask';
import { checkMessage } from '../../workbook/schemaCheck';
import { api, isSeen, known, optionsOf } from '../driveAccess';
import { type DriveFile, type DriveStore, documentOf, GOOGLE_DOC, isReadOnly } from '../driveStore';
import type { Execution } from '../execution';
import { docsMessages } from './messages';
import { applyDocumentRequests } from './requests';

/** Nobody can suggest anything in the host: every view is the same. */
const VIEWS = new Set([
  'DEFAULT_FOR_CURRENT_ACCESS',
  'SUGGESTIONS_INLINE',
  'PREVIEW_SUGGESTIONS_ACCEPTED',
  'PREVIEW_WITHOUT_SUGGESTIONS',
]);
const FIELDS = new Set([
  'documentId',
  'title',
  'suggestionsViewMode',
  'body',
  'documentStyle',
  'namedStyles',
  'footers',
  'inlineObjects',
]);

class Documents extends Face {
  readonly path = 'Docs.Documents';
  override readonly byJson = true;
  readonly #run: Execution;
  readonly #store: DriveStore;
  constructor(run: Execution, store: DriveStore) {
    super();
    this.#run = run;
    this.#store = store;
  }

  /** (documentId[, options]) */
  get(...args: unknown[]): JsonAnswer {
    const path = `${this.path}.get`;
    if (args.length < 1 || args.length > 2) throw signatureFault(path, args);
    return api('docs.documents.get', () => {
      const options = optionsOf(args[1], ['suggestionsViewMode', 'fields'], path);
      const view = options.get('suggestionsViewMode') ?? 'DEFAULT_FOR_CURRENT_ACCESS';
      if (!VIEWS.has(view)) throw new ApiFault(`Invalid value at 'suggestions_view_mode' (TYPE_ENUM), "${view}"`);
      const file = this.#file(args[0]);
      const suggestionsViewMode = view === 'DEFAULT_FOR_CURRENT_ACCESS' ? 'SUGGESTIONS_INLINE' : view;
      const whole = { documentId: file.id, title: file.name, suggestionsViewMode, ...documentOf(file) };
      const fields = options.get('fields');
      if (fields === undefined) return new JsonAnswer(whole);
      return new JsonAnswer(selectObject(whole, known(parseMask(fields), FIELDS, 'Docs document field')));
    });
  }

  /** (resource, documentId) */
  batchUpdate(...args: unknown[]): JsonAnswer {
    const path = `${this.path}.batchUpdate`;
    const [given, id] = args;
    if (args.length !== 2 || typeof given !== 'object' || given === null) throw signatureFault(path, args);
    return api('docs.documents.batchUpdate', () => {
      const file = this.#file(id);
      const requests: unknown = Reflect.get(given, 'requests') ?? [];
      if (!Array.isArray(requests)) throw new ApiFault("Invalid value at 'requests'");
      if (Reflect.get(given, 'writeControl')) throw notImplemented(`"writeControl" of ${path}`);
      checkMessage({ ...given, requests: [] }, 'BatchUpdateDocumentRequest', '', docsMessages);
      if (requests.length === 0) throw new ApiFault('Must specify at least one request.');
      if (isReadOnly(file)) throw new ApiFault('The caller does not have permission', 403);
      this.#store.putDocument(file, applyDocumentRequests(documentOf(file), requests), this.#run.now());
      return new JsonAnswer({ documentId: file.id, replies: requests.map(() => ({})) });
    });
  }

  #file(id: unknown): DriveFile {
    const file = this.#store.files.get(String(id));
    if (!file || !isSeen(file, this.#run)) throw new ApiFault('Requested entity was not found.', 404);
    if (file.mimeType !== GOOGLE_DOC) throw new ApiFault('This operation is not supported for this document');
    return file;
  }
}

export class DocsService extends Face {
  readonly path = 'Docs';
  readonly #documents: Documents;
  constructor(run: Execution, store: DriveStore) {
    super();
    this.#documents = new Documents(run, store);
  }
  override constants(): Record<string, unknown> {
    return { Documents: this.#documents };
  }
}
