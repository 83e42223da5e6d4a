/** The template's package: its parts as bytes, and which of them bear tags. */
import { decodeUtf8 } from '../../intake/encoding';
import { scanXml } from '../../intake/xml';
import { openZip } from '../../intake/zip';
import { ok, type Result, refuse } from '../../ledger/fault';
import { WORD } from '../docx';
import { PACKAGE_FAULTS as FAULTS, PLACES } from './wording';

export interface Package {
  /** Every part by its path, in the package's order. */
  parts: Map<string, Uint8Array>;
  /** Path of the main part, usually `word/document.xml`. */
  main: string;
  /** Headers, footers and notes, each with what it is called. */
  margins: (readonly [path: string, place: string])[];
  /** Path of the styles; `''` where there are none, which no word processor leaves out. */
  styles: string;
}

const MOST_BYTES = 10 * 1024 * 1024;
const MOST_BYTES_INFLATED = 64 * 1024 * 1024;
const MOST_BYTES_OF_XML = 8 * 1024 * 1024;
const CONTENT_TYPES = '[Content_Types].xml';
const USUAL_MAIN = 'word/document.xml';
/** The first bytes of an OLE compound file: .doc, .wps, or a .docx behind a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const END_OF_DIRECTORY = 0x06054b50;

/** Opens a template. Refused, with what to do: another format, a broken or encrypted package, one too large. */
export function openPackage(bytes: Uint8Array): Result<Package> {
  if (bytes.length === 0) return refuse(FAULTS.empty());
  if (OLE.every((byte, i) => bytes[i] === byte)) return refuse(FAULTS.old());
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return refuse(FAULTS.other());
  if (bytes.length > MOST_BYTES) return refuse(FAULTS['too-large']());
  const opened = openZip(bytes);
  if (!opened.ok) return refuse(FAULTS[opened.fault]());
  const { names, size } = directoryOf(bytes);
  if (size > MOST_BYTES_INFLATED) return refuse(FAULTS['too-large']());
  const parts = new Map<string, Uint8Array>();
  for (const name of names) {
    if (name.endsWith('/')) continue;
    const part = opened.value.read(name);
    if (!part.ok) return refuse(FAULTS[part.fault]());
    if (name.endsWith('.xml') && part.value.length > MOST_BYTES_OF_XML) return refuse(FAULTS['too-large']());
    parts.set(name, part.value);
  }
  return contentsOf(parts);
}

/** The text of an XML part and the name of its root; undefined when it is not well-formed UTF-8. */
export function xmlOf(bytes: Uint8Array | undefined): { text: string; root: string } | undefined {
  if (bytes === undefined) return undefined;
  const { text, errors } = decodeUtf8(bytes);
  let root = '';
  const sound = scanXml(text, {
    open(name) {
      root ||= name;
    },
    close() {},
  });
  return errors === 0 && sound ? { text, root } : undefined;
}

/** What the content types say of the parts (ISO/IEC 29500-2, 7.2.3). */
function contentsOf(parts: Map<string, Uint8Array>): Result<Package> {
  const types = xmlOf(parts.get(CONTENT_TYPES));
  if (types === undefined) return refuse(parts.has(CONTENT_TYPES) ? FAULTS.broken() : FAULTS.other());
  const overrides: (readonly [path: string, type: string])[] = [];
  scanXml(types.text, {
    open(_, attributes) {
      const type = attributes.get('ContentType') ?? '';
      if (attributes.has('PartName')) overrides.push([attributes.get('PartName')?.replace(/^\//, '') ?? '', type]);
    },
    close() {},
  });
  const of = (kind: string): string[] =>
    overrides.flatMap(([path, type]) => (type === `${WORD + kind}+xml` && parts.has(path) ? [path] : []));
  const [main = USUAL_MAIN] = of('document.main');
  const margins = Object.entries(PLACES.margins).flatMap(([kind, place]) =>
    of(kind).map((path) => [path, place] as const),
  );
  if (of('template.main').length > 0) return refuse(FAULTS.dotx());
  if (overrides.some(([, type]) => /ms-word\.\w+\.macroEnabled/.test(type))) return refuse(FAULTS.macros());
  if (!parts.has(main)) return refuse(FAULTS.other());
  return ok({ parts, main, margins, styles: of('styles')[0] ?? '' });
}

/** Names of the entries, and their size in all, of a package `openZip` has accepted (PKZIP APPNOTE 4.3.12, 4.3.16). */
function directoryOf(bytes: Uint8Array): { names: string[]; size: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  let at = view.getUint32(end + 16, true);
  let size = 0;
  const names = Array.from({ length: view.getUint16(end + 10, true) }, () => {
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const name = String.fromCharCode(...bytes.subarray(at + 46, nameEnd)).replace(/\\/g, '/');
    size += view.getUint32(at + 24, true);
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return name;
  });
  return { names, size };
}
