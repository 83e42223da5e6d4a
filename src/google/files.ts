/** Files in Drive: evidence in a folder for each issue, and what else commands need of files (PLATFORM, Drive and Docs). */
import type { EvidenceFile, Files } from '../app/ports';
import { refuse } from '../ledger/fault';
import {
  attempt,
  createFolder,
  type DriveFile,
  FOLDER_OF,
  GOOGLE_TYPES,
  has,
  ledgerId,
  PAGE,
  STORED_FIELDS,
  signed,
  stored,
} from './drive';
import { reportFiles } from './reportFiles';
import { driveService } from './services';

const EVIDENCE_ROOT = '佐证材料';
const EVIDENCE_FIELDS = `${STORED_FIELDS},trashed,sha256Checksum,md5Checksum`;
/** A property only this script sees: by it evidence is found again, whatever people rename or move. */
const EVIDENCE_OF = 'ledgerEvidence';

export function driveFiles(): Files {
  return {
    ...reportFiles(),

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
          driveService().create(
            { name, mimeType, parents: [folder], appProperties },
            Utilities.newBlob(bytes, mimeType, name),
            { fields: EVIDENCE_FIELDS },
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

function evidence(file: DriveFile): EvidenceFile {
  const { sha256Checksum, md5Checksum, trashed = false } = file;
  const checksums = [
    ...(sha256Checksum === undefined ? [] : [`sha256:${sha256Checksum}`]),
    ...(md5Checksum === undefined ? [] : [`md5:${md5Checksum}`]),
  ];
  return { ...stored(file), checksums, trashed };
}
