/** A .docx → paragraphs, with the automatic numbers its file does not hold. */
import { type Fault, ok, type Result, refuse } from '../ledger/fault';
import { type Numbering, numberingOf } from './docxNumbering';
import { type DocxParagraph, readParagraphs } from './docxParagraphs';
import { readLists, readStyles } from './docxStyles';
import { decodeUtf8, decodeUtf16 } from './encoding';
import type { SourceParagraph } from './proposal';
import { FAULTS } from './wording';
import { scanXml } from './xml';
import { openZip, type ZipFault } from './zip';

const ROOT = 'w:document';
const ZIP_FAULTS: Readonly<Record<ZipFault, (name: string) => Fault>> = {
  broken: FAULTS.brokenZip,
  encrypted: FAULTS.encrypted,
  'too-large': FAULTS.zipBomb,
};

/**
 * The paragraphs of the document's main part, then those of its text boxes, footnotes and endnotes (`aside`).
 * Headers and footers are left out. Faults: see `readSource`.
 */
export function readDocx(name: string, bytes: Uint8Array): Result<SourceParagraph[]> {
  const opened = openZip(bytes);
  if (!opened.ok) return refuse(ZIP_FAULTS[opened.fault](name));
  const zip = opened.value;
  const faults: Fault[] = [];
  /** What a part tells; `none` when the package lacks it. */
  const part = <T>(path: string, read: (xml: string) => T | undefined, none: T): T => {
    if (!zip.has(path)) return none;
    const packed = zip.read(path);
    const xml = packed.ok ? xmlOf(packed.value) : undefined;
    const value = xml === undefined ? undefined : read(xml);
    if (value !== undefined) return value;
    faults.push(packed.ok ? FAULTS.brokenXml(name, path) : ZIP_FAULTS[packed.fault](name));
    return none;
  };

  const mainPath = part('_rels/.rels', mainPartOf, MAIN_PART);
  // a package whose relationships cannot be read is tried at the usual place
  faults.length = 0;
  if (!zip.has(mainPath)) return refuse(FAULTS.noDocument(name));
  const folder = mainPath.slice(0, mainPath.lastIndexOf('/') + 1);
  const nothing = { paragraphs: [], root: '' };
  const main = part(mainPath, readParagraphs, nothing);
  if (faults.length === 0 && main.root !== ROOT) return refuse(FAULTS.noDocument(name));
  const styles = part(`${folder}styles.xml`, readStyles, { byId: new Map(), standard: undefined });
  const lists = part(`${folder}numbering.xml`, readLists, { definitions: new Map(), uses: new Map() });
  const notes = ['footnotes.xml', 'endnotes.xml'].flatMap(
    (file) => part(folder + file, readParagraphs, nothing).paragraphs,
  );
  const [fault] = faults;
  if (fault) return refuse(fault);

  const numbering = numberingOf(styles, lists);
  const running: SourceParagraph[] = [];
  const aside: SourceParagraph[] = [];
  for (const paragraph of main.paragraphs) {
    const source = sourceOf(paragraph, numbering);
    if (paragraph.boxed) aside.push({ ...source, aside: true });
    else running.push(source);
  }
  for (const paragraph of notes) aside.push({ ...sourceOf(paragraph, numbering), aside: true });
  return ok([...running, ...aside]);
}

function sourceOf(paragraph: DocxParagraph, numbering: Numbering): SourceParagraph {
  const { text, outline, style, inTable } = paragraph;
  // counted even when empty: the word processor counts it too, but a number alone is no text
  const label = numbering.labelOf(paragraph);
  const level = outline === undefined ? numbering.outlineOf(style) : outline < 9 ? outline + 1 : undefined;
  return {
    text,
    ...(label !== '' && text.trim() !== '' && { label }),
    ...(level !== undefined && { level }),
    ...(inTable && { inTable }),
  };
}

const MAIN_PART = 'word/document.xml';

/** Where the package says its main part is (ISO/IEC 29500-2, 6.5): some writers call it document2.xml. */
function mainPartOf(relationships: string): string {
  let target = MAIN_PART;
  scanXml(relationships, {
    open(name, attributes) {
      const type = attributes.get('Type') ?? '';
      if (name === 'Relationship' && type.endsWith('/officeDocument')) target = attributes.get('Target') ?? target;
    },
    close() {},
  });
  return target.replace(/^\//, '');
}

function xmlOf(bytes: Uint8Array): string | undefined {
  const utf16 = decodeUtf16(bytes);
  if (utf16 !== undefined) return utf16;
  const { text, errors } = decodeUtf8(bytes);
  return errors > 0 ? undefined : text;
}
