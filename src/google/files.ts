/** Files in Drive: reports as .docx and Google Doc from the same bytes, and evidence in a folder for each issue (PLATFORM, Drive and Docs). */
import type { EvidenceFile, Files, StoredFile } from '../app/ports';
import { type Fault, ok, type Result, refuse } from '../ledger/fault';
import { serviceFault } from './faults';
import { driveService } from './services';

type DriveFile = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const GOOGLE_TYPES = 'application/vnd.google-apps.';
const GOOGLE_DOC = `${GOOGLE_TYPES}document`;
const FOLDER = `${GOOGLE_TYPES}folder`;
const EVIDENCE_ROOT = '佐证材料';
const STORED_FIELDS = 'id,name,webViewLink';
const EVIDENCE_FIELDS = `${STORED_FIELDS},trashed,sha256Checksum,md5Checksum`;
/** Properties only this script sees: by them it finds again what it made, whatever people rename or move. */
const FOLDER_OF = 'ledgerFolder';
const EVIDENCE_OF = 'ledgerEvidence';
/** The most Drive gives on a page. */
const PAGE = 1000;

export function driveFiles(): Files {
  return {
    storeReport(name, bytes) {
      const blob = Utilities.newBlob(signed(bytes), DOCX, `${name}.docx`);
      return attempt(() => {
        const docx = stored(create({ name: `${name}.docx`, mimeType: DOCX }, STORED_FIELDS, blob));
        const document = stored(create({ name, mimeType: GOOGLE_DOC }, STORED_FIELDS, blob));
        return { docx, document };
      });
    },

    issueFolder(issue, name) {
      return attempt(() => {
        const [own, root] = [`${ledgerId()}/${issue}`, `${ledgerId()}/`];
        const { files = [] } = driveService().list({
          q: `${has(FOLDER_OF, own)} or ${has(FOLDER_OF, root)}`,
          fields: `files(${STORED_FIELDS},trashed,appProperties)`,
          pageSize: PAGE,
        });
        const find = (key: string) => files.find((file) => !file.trashed && file.appProperties?.[FOLDER_OF] === key);
        const found = find(own);
        if (found !== undefined) return stored(found);
        const above = find(root) ?? createFolder(EVIDENCE_ROOT, root, {});
        return stored(createFolder(name, own, { parents: [above.id ?? ''] }));
      });
    },

    storeEvidence(folder, name, type, base64) {
      let bytes: GoogleAppsScript.Byte[];
      try {
        bytes = Utilities.base64Decode(base64);
      } catch {
        const message = `文件“${name}”没有完整传来，未作任何登记，请重新选择文件。`;
        return refuse({ code: 'unreadable-file', message });
      }
      // a type of Google's own would have the file converted, or made into a folder
      const mimeType = type === '' || type.startsWith(GOOGLE_TYPES) ? 'application/octet-stream' : type;
      const appProperties = { [EVIDENCE_OF]: ledgerId() };
      return attempt(() =>
        evidence(
          create(
            { name, mimeType, parents: [folder], appProperties },
            EVIDENCE_FIELDS,
            Utilities.newBlob(bytes, mimeType, name),
          ),
        ),
      );
    },

    discard(id) {
      // one file too many in the person's own folder, which verifyFiles names, is all a failure leaves
      attempt(() => driveService().update({ trashed: true }, id));
    },

    findEvidence(id) {
      const found = attempt(() => driveService().get(id, { fields: `${EVIDENCE_FIELDS},appProperties` }));
      return found.ok && found.value.appProperties?.[EVIDENCE_OF] === ledgerId() ? evidence(found.value) : undefined;
    },

    allEvidence() {
      return attempt(() => {
        const found: EvidenceFile[] = [];
        let pageToken: string | undefined;
        do {
          const page = driveService().list({
            q: has(EVIDENCE_OF, ledgerId()),
            fields: `nextPageToken,files(${EVIDENCE_FIELDS})`,
            pageSize: PAGE,
            ...(pageToken === undefined ? {} : { pageToken }),
          });
          for (const file of page.files ?? []) found.push(evidence(file));
          pageToken = page.nextPageToken;
        } while (pageToken !== undefined);
        return found;
      });
    },

    fromBase64(text) {
      try {
        return new Uint8Array(Utilities.base64Decode(text));
      } catch {
        return undefined;
      }
    },

    decodeGb18030: (bytes) => Utilities.newBlob(signed(bytes)).getDataAsString('GB18030'),
  };
}

function ledgerId(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getId();
}

/** A search term (Drive API v3, "Search query terms and operators"). */
function has(key: string, value: string): string {
  return `appProperties has { key='${key}' and value='${value}' }`;
}

function create(resource: DriveFile, fields: string, blob: GoogleAppsScript.Base.Blob): DriveFile {
  return driveService().create(resource, blob, { fields });
}

/** Options would be the third argument, after content; without them the answer lacks the link. */
function createFolder(name: string, key: string, parents: { parents?: string[] }): DriveFile {
  const made = driveService().create({ name, mimeType: FOLDER, ...parents, appProperties: { [FOLDER_OF]: key } });
  return { ...made, webViewLink: `https://drive.google.com/drive/folders/${made.id}` };
}

function stored({ id = '', name = '', webViewLink = '' }: DriveFile): StoredFile {
  return { id, name, url: webViewLink };
}

function evidence(file: DriveFile): EvidenceFile {
  const { sha256Checksum, md5Checksum, trashed = false } = file;
  const checksums = [
    ...(sha256Checksum === undefined ? [] : [`sha256:${sha256Checksum}`]),
    ...(md5Checksum === undefined ? [] : [`md5:${md5Checksum}`]),
  ];
  return { ...stored(file), checksums, trashed };
}

function attempt<T>(work: () => T): Result<T> {
  try {
    return ok(work());
  } catch (error) {
    return refuse(driveFault(error));
  }
}

function driveFault(error: unknown): Fault {
  const detail = error instanceof Error ? error.message : String(error);
  if (!/storage/i.test(detail)) return serviceFault(error);
  const message = '您的 Google 云端硬盘空间不足，文件没有保存，台账未作任何改动，请清理空间后重试。';
  return { code: 'drive-full', message };
}

/** Apps Script's bytes are signed: -128 to 127. */
function signed(bytes: Uint8Array): number[] {
  const numbers = new Array<number>(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    numbers[i] = byte > 127 ? byte - 256 : byte;
  }
  return numbers;
}
