/** The file a person chose, or the text they pasted → paragraphs; what cannot be read is refused with a reason. */
import { type Fault, ok, type Result, refuse } from '../ledger/fault';
import { LINE_END, normaliseParagraph } from '../text/punctuation';
import { readDocx } from './docx';
import { decodeText } from './encoding';
import type { SourceParagraph } from './proposal';
import { FAULTS } from './wording';

/** Reads bytes as GB18030; invalid ones come back as U+FFFD. */
export type DecodeGb18030 = (bytes: Uint8Array) => string;

const MEGABYTE = 1024 * 1024;
const MOST_MEGABYTES = 10;

/** Kinds of files by their first bytes (their names may lie). */
const MAGICS: readonly { bytes: readonly number[]; fault: (name: string, bytes: Uint8Array) => Fault }[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    fault: (name, bytes) => (holdsEncryptedPackage(bytes) ? FAULTS.encrypted(name) : FAULTS.oldWord(name)),
  },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], fault: FAULTS.pdf },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], fault: FAULTS.rtf },
];
const ZIP_MAGIC = [0x50, 0x4b];

/**
 * The paragraphs of a .docx or a text file (UTF-8 with or without BOM, UTF-16 by its BOM, else GB18030). What kind of
 * file it is, its bytes say. Faults: empty-file, no-text, file-too-large, binary-file, wrong-encoding, old-word-file,
 * encrypted-file, pdf-file, rtf-file, broken-docx, docx-too-large-inside, not-a-docx, broken-docx-xml.
 */
export function readSource(
  file: { name: string; bytes: Uint8Array },
  decodeGb18030: DecodeGb18030,
): Result<SourceParagraph[]> {
  const { name, bytes } = file;
  if (bytes.length === 0) return refuse(FAULTS.empty(name));
  const overlarge = tooLarge(name, bytes.length);
  if (overlarge !== undefined) return refuse(overlarge);
  const known = MAGICS.find((magic) => startsWith(bytes, magic.bytes));
  if (known) return refuse(known.fault(name, bytes));
  const read = startsWith(bytes, ZIP_MAGIC) ? readDocx(name, bytes) : readText(name, bytes, decodeGb18030);
  if (!read.ok) return read;
  return read.value.some(({ text }) => normaliseParagraph(text) !== '') ? read : refuse(FAULTS.noText(name));
}

/** The fault of a file of so many bytes, when they are too many; asked before a large upload is decoded. */
export function tooLarge(name: string, bytes: number): Fault | undefined {
  return bytes > MOST_MEGABYTES * MEGABYTE ? FAULTS.tooLarge(name, MOST_MEGABYTES) : undefined;
}

/** Pasted or plain text as paragraphs, split at any line end. */
export function sourceOfText(text: string): SourceParagraph[] {
  return text.split(LINE_END).map((line) => ({ text: line }));
}

function readText(name: string, bytes: Uint8Array, decodeGb18030: DecodeGb18030): Result<SourceParagraph[]> {
  const decoded = decodeText(bytes, decodeGb18030);
  if (decoded.ok) return ok(sourceOfText(decoded.text));
  return refuse(decoded.reason === 'binary' ? FAULTS.binary(name) : FAULTS.wrongEncoding(name));
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

/** A .docx with a password is an OLE file with a stream named EncryptedPackage (MS-OFFCRYPTO, 1.3.2), in UTF-16. */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  const name = Array.from('EncryptedPackage', (c) => c.charCodeAt(0));
  const [first] = name;
  for (let at = bytes.indexOf(first ?? 0); at >= 0; at = bytes.indexOf(first ?? 0, at + 1)) {
    if (name.every((code, i) => bytes[at + 2 * i] === code && bytes[at + 2 * i + 1] === 0)) return true;
  }
  return false;
}
