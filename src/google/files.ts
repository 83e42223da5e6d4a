/** Files in Drive: the report's .docx and the Google Doc converted from the same bytes (PLATFORM, Drive and Docs). */
import type { Files, StoredFile } from '../app/ports';
import { ok, refuse } from '../ledger/fault';
import { serviceFault } from './faults';
import { driveService } from './services';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const GOOGLE_DOC = 'application/vnd.google-apps.document';

export function driveFiles(): Files {
  return {
    storeReport(name, bytes) {
      const blob = Utilities.newBlob(signed(bytes), DOCX, `${name}.docx`);
      try {
        const docx = create({ name: `${name}.docx`, mimeType: DOCX }, blob);
        const document = create({ name, mimeType: GOOGLE_DOC }, blob);
        return ok({ docx, document });
      } catch (error) {
        return refuse(serviceFault(error));
      }
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

function create(resource: { name: string; mimeType: string }, blob: GoogleAppsScript.Base.Blob): StoredFile {
  const file = driveService().create(resource, blob, { fields: 'id,name,webViewLink' });
  return { id: file.id ?? '', name: file.name ?? resource.name, url: file.webViewLink ?? '' };
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
