/** A chosen file as it crosses to the script: base64, as the bridge takes neither files nor bytes. */

import type { Takes } from '../app/contract';
import type { Chosen } from './drafts';

export const LARGEST_BYTES = 10 * 1024 * 1024;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const digit = (shift: number) => ALPHABET.charAt((group >> shift) & 63);
    parts.push(digit(18) + digit(12) + (left > 1 ? digit(6) : '=') + (left > 2 ? digit(0) : '='));
  }
  return parts.join('');
}

/** Whether the ledger can read a file of this name. */
export function isReadable(name: string): boolean {
  return /\.(txt|docx)$/i.test(name);
}

type Upload = NonNullable<Takes<'addEvidence'>['file']>;

/** A chosen file as `addEvidence` takes it; null when the browser cannot read it (any more). */
export async function uploadOf(file: Chosen): Promise<Upload | null> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { name: file.name, type: file.type || 'application/octet-stream', base64: base64Of(bytes) };
  } catch {
    return null;
  }
}
