/**
 * The plain text of a .docx, standing in for Drive's text/plain export of the converted document: one line a paragraph,
 * a cell's paragraphs on lines of their own, cells of a row apart by tabs, one line a row. Automatic numbers, headers,
 * footers and notes are left out.
 */
import { strFromU8, unzipSync } from 'fflate';
import { ApiFault } from '../errors';

const REFUSED = 'The file could not be converted: it is not a valid Word document.';
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** @throws ApiFault when the bytes are no zip or no word/document.xml is in it */
export function docxText(bytes: Uint8Array): string {
  let xml: Uint8Array | undefined;
  try {
    xml = unzipSync(bytes, { filter: (file) => file.name === 'word/document.xml' })['word/document.xml'];
  } catch {
    throw new ApiFault(REFUSED);
  }
  if (!xml) throw new ApiFault(REFUSED);
  const text = strFromU8(xml);
  if (!/<w:document[\s>]/.test(text) || !/<\/w:document>\s*$/.test(text)) throw new ApiFault(REFUSED);
  return bodyText(text);
}

function bodyText(xml: string): string {
  const lines: string[] = [];
  // cells of the row being read, innermost table last
  const rows: { cells: string[] }[] = [];
  const cells: { lines: string[] }[] = [];
  let paragraph = '';
  const put = (line: string): void => void (cells[cells.length - 1]?.lines ?? lines).push(line);
  for (const match of xml.matchAll(
    /<(\/?)w:(p|tr|tc|tab|br|cr|noBreakHyphen|t|instrText|delText)(?=[\s/>])([^>]*?)(\/?)>([^<]*)/g,
  )) {
    const [, close, name, attributes = '', empty, after = ''] = match;
    if (name === 'p') {
      if (close || empty) {
        put(paragraph);
        paragraph = '';
      }
    } else if (name === 'tr') {
      if (!close) rows.push({ cells: [] });
      else put(rows.pop()?.cells.join('\t') ?? '');
    } else if (name === 'tc') {
      if (!close) cells.push({ lines: [] });
      else rows[rows.length - 1]?.cells.push(cells.pop()?.lines.join('\n') ?? '');
    } else if (close) {
    } else if (name === 't') paragraph += unescapeXml(after);
    else if (name === 'tab' && !/w:(?:val|pos)=/.test(attributes)) paragraph += '\t';
    else if (name === 'br' && !/w:type="(?:page|column)"/.test(attributes)) paragraph += '\n';
    else if (name === 'cr') paragraph += '\n';
    else if (name === 'noBreakHyphen') paragraph += '-';
  }
  return lines.join('\n');
}

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (all, hex, decimal, name) => {
    if (hex || decimal) return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
    return ENTITIES[name] ?? all;
  });
}
