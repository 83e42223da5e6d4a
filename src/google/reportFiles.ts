/** Reports in Drive: a .docx and a Google Doc from the same bytes beside each other, drafts replaced while nobody touched them. */
import type { Files, ReportPlace } from '../app/ports';
import { type Fault, ok, refuse } from '../ledger/fault';
import { isSameText, linesOfDocument } from './docs/lines';
import { repairRequests } from './docs/repair';
import { DOCUMENT_LOST, EXPORT_FAULTS, NOTES, WHY_NOT } from './docs/wording';
import {
  attempt,
  blobOf,
  createFolder,
  DOCX,
  type DriveFile,
  FOLDER_OF,
  GOOGLE_DOC,
  has,
  ledgerId,
  PAGE,
  STORED_FIELDS,
  stored,
} from './drive';
import { serviceFault } from './faults';
import { commentsService, documentsService, driveService, exported } from './services';

const FOLDER_NAME = '报告';
/** A property only this script sees: the ledger a report was made from. */
const REPORT_OF = 'ledgerReport';
const FIELDS = `${STORED_FIELDS},trashed,contentRestrictions`;
const FROZEN = [{ readOnly: true, reason: '定稿' }];

/** What Drive says (files.export), and what is told of it. */
const EXPORT_REFUSALS: readonly (readonly [RegExp, Fault])[] = [
  [/only supports Docs Editors|conversion is not supported/, EXPORT_FAULTS.otherKind],
  [/too large/, EXPORT_FAULTS.tooLarge],
  // under drive.file what the program did not make for this person is as good as not there
  [/not found|not granted|permission|forbidden/i, EXPORT_FAULTS.lost],
];

type Draft = NonNullable<ReportPlace['draft']>;

export function reportFiles(): Pick<Files, 'storeReport' | 'readDocument' | 'exportDocx'> {
  return {
    /**
     * At most 8 calls; 1 more for each of the two files that Drive does not make and lock in one.
     * A draft of which only the look was changed counts as untouched.
     */
    storeReport(name, bytes, place) {
      const { draft, frozen = false }: Partial<ReportPlace> = place ?? {};
      return attempt(() => {
        const files = search(draft !== undefined);
        const why = draft && leftBecause(draft, files);
        const old = why === '' ? draft : undefined;
        const made = write(name, bytes, frozen, old, files);
        const [docx, document] = made;
        const notes = [
          why ?? '',
          repaired(document.id ?? '') ? '' : NOTES.unrepaired,
          ...(frozen ? made.map(freeze) : []),
        ];
        return { docx: stored(docx), document: stored(document), replaced: old !== undefined, note: notes.join('') };
      });
    },

    /** 1 call. Suggestions nobody has accepted are not part of the text. */
    readDocument(id) {
      const read = attempt(() =>
        linesOfDocument(documentsService().get(id, { suggestionsViewMode: 'PREVIEW_WITHOUT_SUGGESTIONS' })),
      );
      const isLost =
        !read.ok && read.faults.some(({ code, message }) => code === 'no-right' || /not found/.test(message));
      return isLost ? refuse({ code: 'document-lost', message: DOCUMENT_LOST }) : read;
    },

    /** 1 call. */
    exportDocx(id) {
      try {
        return ok(new Uint8Array(exported(id, DOCX).getBytes()));
      } catch (error) {
        const detail = String(error);
        const [, known] = EXPORT_REFUSALS.find(([pattern]) => pattern.test(detail)) ?? [];
        return refuse(known ?? serviceFault(error));
      }
    },
  };
}

/** The folder of the ledger's reports and, where a draft may be replaced, the reports: 1 call. */
function search(withReports: boolean): DriveFile[] {
  const folder = has(FOLDER_OF, folderKey());
  return (
    driveService().list({
      q: withReports ? `${folder} or ${has(REPORT_OF, ledgerId())}` : folder,
      fields: `files(${FIELDS},appProperties)`,
      pageSize: PAGE,
    }).files ?? []
  );
}

function folderKey(): string {
  return `${ledgerId()}/${FOLDER_NAME}`;
}

/** Why the draft's files are left as they are; `''` while nobody has touched them: at most 2 calls. */
function leftBecause(draft: Draft, files: readonly DriveFile[]): string {
  const [document, docx] = [draft.document, draft.docx].map((id) => files.find((file) => file.id === id));
  if (docx === undefined || document === undefined) return NOTES.lost;
  const touched =
    docx.trashed || document.trashed ? ok(WHY_NOT.trashed) : attempt(() => touchedBy(draft, docx, document));
  const why = touched.ok ? touched.value : WHY_NOT.unread;
  return why && NOTES.left(document.name ?? '', why);
}

function touchedBy(draft: Draft, docx: DriveFile, document: DriveFile): string {
  if (isLocked(docx) || isLocked(document)) return WHY_NOT.locked;
  const now = documentsService().get(draft.document);
  // suggestions stand in the text until they are accepted or rejected
  const isSuggested = JSON.stringify(now).includes('"suggested');
  if (isSuggested || !isSameText(linesOfDocument(now), draft.text)) return WHY_NOT.edited;
  const { comments = [] } = commentsService().list(draft.document, { fields: 'comments(id)', pageSize: 1 });
  return comments.length > 0 ? WHY_NOT.commented : '';
}

function isLocked({ contentRestrictions = [] }: DriveFile): boolean {
  return contentRestrictions.some(({ readOnly }) => readOnly);
}

/** Both files, made or given new content: 2 calls, 1 more for a new folder. */
function write(
  name: string,
  bytes: Uint8Array,
  isFinal: boolean,
  old: { docx: string; document: string } | undefined,
  files: readonly DriveFile[],
): [docx: DriveFile, document: DriveFile] {
  const blob = blobOf(bytes, name);
  const options = { fields: FIELDS };
  if (old !== undefined) {
    const update = (resource: DriveFile, id: string) => driveService().update(resource, id, blob, options);
    // first what has to be converted: where that fails, nothing has changed
    const document = update({ name }, old.document);
    return [locking((more) => update({ name: `${name}.docx`, ...more }, old.docx), isFinal), document];
  }
  const folder =
    files.find((file) => !file.trashed && file.appProperties?.[FOLDER_OF] === folderKey()) ??
    createFolder(FOLDER_NAME, folderKey(), {});
  const place = { parents: [folder.id ?? ''], appProperties: { [REPORT_OF]: ledgerId() } };
  const create = (resource: DriveFile) => driveService().create({ ...resource, ...place }, blob, options);
  const docx = locking((more) => create({ name: `${name}.docx`, mimeType: DOCX, ...more }), isFinal);
  try {
    return [docx, create({ name, mimeType: GOOGLE_DOC })];
  } catch (error) {
    // a .docx alone is no report
    attempt(() => driveService().update({ trashed: true }, docx.id ?? ''));
    throw error;
  }
}

/** Asks Drive to store and to lock in one; where it won't, to store. */
function locking(work: (more: DriveFile) => DriveFile, isFinal: boolean): DriveFile {
  if (!isFinal) return work({});
  const locked = attempt(() => work({ contentRestrictions: FROZEN }));
  return locked.ok ? locked.value : work({});
}

/** What Drive's importer lost is set again: 1 call, 2 where it lost anything. False where that did not go. */
function repaired(id: string): boolean {
  return attempt(() => {
    const requests = repairRequests(documentsService().get(id));
    if (requests.length > 0) documentsService().batchUpdate({ requests }, id);
  }).ok;
}

/** Locks a file that is not yet locked: 1 call. What to tell where that did not go. */
function freeze(file: DriveFile): string {
  if (isLocked(file)) return '';
  const done = attempt(() => driveService().update({ contentRestrictions: FROZEN }, file.id ?? ''));
  return done.ok ? '' : NOTES.unfrozen(file.name ?? '');
}
