/** The host's Drive: files and folders in memory, with Google-like ids. */
import { randomBytes } from 'node:crypto';

export interface DriveFile {
  id: string;
  name: string;
  mimeType: string;
  parents: string[];
  bytes: Uint8Array;
  /** plain text of a converted Google Doc */
  text?: string;
  webViewLink: string;
  description?: string;
  trashed: boolean;
  createdTime: string;
  modifiedTime: string;
  properties?: Record<string, string>;
  appProperties?: Record<string, string>;
}

export const GOOGLE_DOC = 'application/vnd.google-apps.document';
export const FOLDER = 'application/vnd.google-apps.folder';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const ROOT_ID = 'root';

export class DriveStore {
  readonly files = new Map<string, DriveFile>();

  newId(): string {
    return `1${randomBytes(24).toString('base64url')}`;
  }

  linkOf(id: string, mimeType: string): string {
    if (mimeType === GOOGLE_DOC) return `https://docs.google.com/document/d/${id}/edit?usp=drivesdk`;
    if (mimeType === FOLDER) return `https://drive.google.com/drive/folders/${id}`;
    return `https://drive.google.com/file/d/${id}/view?usp=drivesdk`;
  }

  all(): DriveFile[] {
    return [...this.files.values()].map((file) => ({ ...file, parents: [...file.parents], bytes: file.bytes.slice() }));
  }
}
