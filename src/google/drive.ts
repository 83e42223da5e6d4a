/** What storing evidence and storing reports have in common. */
import type { StoredFile } from '../app/ports';
import { type Fault, ok, type Result, refuse } from '../ledger/fault';
import { serviceFault } from './faults';
import { driveService } from './services';

export type DriveFile = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const GOOGLE_TYPES = 'application/vnd.google-apps.';
export const GOOGLE_DOC = `${GOOGLE_TYPES}document`;
const FOLDER = `${GOOGLE_TYPES}folder`;
/** A property only this script sees: by it folders are found again, whatever people rename or move. */
export const FOLDER_OF = 'ledgerFolder';
export const STORED_FIELDS = 'id,name,webViewLink';
/** The most Drive gives on a page. */
export const PAGE = 1000;

export function ledgerId(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getId();
}

/** A search term (Drive API v3, "Search query terms and operators"). */
export function has(key: string, value: string): string {
  return `appProperties has { key='${key}' and value='${value}' }`;
}

/** Options would be the third argument, after content; without them the answer lacks the link. */
export function createFolder(name: string, key: string, parents: { parents?: string[] }): DriveFile {
  const made = driveService().create({ name, mimeType: FOLDER, ...parents, appProperties: { [FOLDER_OF]: key } });
  return { ...made, webViewLink: `https://drive.google.com/drive/folders/${made.id}` };
}

export function stored({ id = '', name = '', webViewLink = '' }: DriveFile): StoredFile {
  return { id, name, url: webViewLink };
}

/** The work's value, or what Drive threw as a fault. */
export function attempt<T>(work: () => T): Result<T> {
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

export function blobOf(docx: Uint8Array, name: string): GoogleAppsScript.Base.Blob {
  return Utilities.newBlob(signed(docx), DOCX, `${name}.docx`);
}

/** Apps Script's bytes are signed: -128 to 127. */
export function signed(bytes: Uint8Array): number[] {
  const numbers = new Array<number>(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    numbers[i] = byte > 127 ? byte - 256 : byte;
  }
  return numbers;
}
