/** Comments of files (Drive API v3, comments): listed only; people make them. */
import { ApiFault, notImplemented, signatureFault } from '../errors';
import { Face } from '../runtime/face';
import { JsonAnswer } from '../runtime/realm';
import { parseMask, selectObject } from '../workbook/fieldMask';
import { api, known, optionsOf, seenFile } from './driveAccess';
import type { DriveStore } from './driveStore';
import type { Execution } from './execution';

const LIST_FIELDS = new Set(['kind', 'nextPageToken', 'comments']);
const FIELDS = new Set(['kind', 'id', 'content', 'createdTime', 'author', 'deleted', 'resolved']);

export class Comments extends Face {
  readonly path = 'Drive.Comments';
  override readonly byJson = true;
  readonly #run: Execution;
  readonly #store: DriveStore;
  constructor(run: Execution, store: DriveStore) {
    super();
    this.#run = run;
    this.#store = store;
  }

  /** (fileId, options), of which `fields` is mandatory. */
  list(...args: unknown[]): JsonAnswer {
    const path = `${this.path}.list`;
    if (args.length < 1 || args.length > 2) throw signatureFault(path, args);
    return api('drive.comments.list', () => {
      const options = optionsOf(args[1], ['fields', 'pageSize'], path);
      const fields = options.get('fields');
      if (fields === undefined) throw new ApiFault("The 'fields' parameter is required for this method.");
      const size = Number(options.get('pageSize') ?? 20);
      if (!Number.isInteger(size) || size < 1 || size > 100)
        throw new ApiFault(`Invalid value '${options.get('pageSize')}'. Values must be within the range: [1, 100]`);
      const mask = known(parseMask(fields), LIST_FIELDS, 'Drive comment list field');
      known(mask.get('comments') ?? new Map(), FIELDS, 'Drive comment field');
      const comments = seenFile(this.#store, args[0], this.#run).comments ?? [];
      if (comments.length > size && mask.has('nextPageToken')) throw notImplemented(`a second page of ${path}`);
      const told = comments.slice(0, size).map(({ author, ...comment }) => ({
        kind: 'drive#comment',
        ...comment,
        author: { kind: 'drive#user', displayName: author },
        ...{ deleted: false, resolved: false },
      }));
      return new JsonAnswer(selectObject({ kind: 'drive#commentList', comments: told }, mask));
    });
  }
}
