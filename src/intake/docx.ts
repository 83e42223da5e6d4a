/** A .docx → paragraphs, with the automatic numbers its file does not hold. */
import { type Fault, ok, type Result, refuse } from '../ledger/fault';
import { type Numbering, numberingOf } from './docxNumbering';
import { type DocxParagraph, readParagraphs } from './docxParagraphs';
import { readLists, readStyles } from './docxStyles';
import { decodeUtf8, decodeUtf16 } from './encoding';
import type { SourceParagraph } from './proposal';
import { FAULTS } from './wording';
import { scanXml } from './xml';
import { openZip, type ZipFault, type ZipReader } from './zip';

/** A stop on the way: the fault to give back. */
type Part = { ok: true; xml: string | undefined } | { ok: false; fault: Fault };

const ROOT = 'w:document';

/**
 * The paragraphs of the document's main part, then those of its text boxes, footnotes and endnotes (`aside`).
 * Headers and footers are left out. Faults: see `readSource`.
 */
export function readDocx(name: string, bytes: Uint8Array): Result<SourceParagraph[]> {
  const opened = openZip(bytes);
  if (!opened.ok) return refuse(zipFault(name, opened.fault));
  const zip = opened.value;
  const part = (path: string): Part => partOf(zip, name, path);

  const mainPath = mainPartOf(part('_rels/.rels'));
  if (!zip.has(mainPath)) return refuse(FAULTS.noDocument(name));
  const folder = mainPath.slice(0, mainPath.lastIndexOf('/') + 1);
  const paths = ['styles.xml', 'numbering.xml', 'footnotes.xml', 'endnotes.xml'].map((file) => folder + file);
  const parts = [mainPath, ...paths].map(part);
  const xml: (string | undefined)[] = [];
  for (const one of parts) {
    if (!one.ok) return refuse(one.fault);
    xml.push(one.xml);
  }
  const [mainXml, stylesXml, listsXml, ...notesXml] = xml;
  const broken = (path: string | undefined) => refuse(FAULTS.brokenXml(name, path ?? mainPath));

  const main = readParagraphs(mainXml ?? '');
  if (!main) return broken(mainPath);
  if (main.root !== ROOT) return refuse(FAULTS.noDocument(name));
  const styles = stylesXml === undefined ? { byId: new Map(), standard: undefined } : readStyles(stylesXml);
  if (!styles) return broken(paths[0]);
  const lists = listsXml === undefined ? { definitions: new Map(), uses: new Map() } : readLists(listsXml);
  if (!lists) return broken(paths[1]);
  const notes: DocxParagraph[] = [];
  for (const [i, noteXml] of notesXml.entries()) {
    const read = noteXml === undefined ? undefined : readParagraphs(noteXml);
    if (noteXml !== undefined && !read) return broken(paths[2 + i]);
    notes.push(...(read?.paragraphs ?? []));
  }
  const numbering = numberingOf(styles, lists);
  const source = [...main.paragraphs, ...notes].map((paragraph, i) => ({
    paragraph: sourceOf(paragraph, numbering),
    aside: paragraph.boxed || i >= main.paragraphs.length,
  }));
  return ok([
    ...source.filter(({ aside }) => !aside).map(({ paragraph }) => paragraph),
    ...source.filter(({ aside }) => aside).map(({ paragraph }) => ({ ...paragraph, aside: true as const })),
  ]);
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

/** Where the package says its main part is (ISO/IEC 29500-2, 6.5): some writers call it document2.xml. */
function mainPartOf(relationships: Part): string {
  let target = '/word/document.xml';
  scanXml(relationships.ok ? (relationships.xml ?? '') : '', {
    open(name, attributes) {
      const type = attributes.get('Type') ?? '';
      if (name === 'Relationship' && type.endsWith('/officeDocument')) target = attributes.get('Target') ?? target;
    },
    close() {},
  });
  return target.replace(/^\//, '');
}

function partOf(zip: ZipReader, name: string, path: string): Part {
  if (!zip.has(path)) return { ok: true, xml: undefined };
  const read = zip.read(path);
  if (!read.ok) return { ok: false, fault: zipFault(name, read.fault) };
  const utf16 = decodeUtf16(read.value);
  if (utf16 !== undefined) return { ok: true, xml: utf16 };
  const { text, errors } = decodeUtf8(read.value);
  return errors > 0 ? { ok: false, fault: FAULTS.brokenXml(name, path) } : { ok: true, xml: text };
}

function zipFault(name: string, fault: ZipFault): Fault {
  if (fault === 'encrypted') return FAULTS.encrypted(name);
  return fault === 'too-large' ? FAULTS.zipBomb(name) : FAULTS.brokenZip(name);
}
