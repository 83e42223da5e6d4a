/** Small .docx files for the tests of intake, from the XML of their parts. */
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

export const DOCUMENT = 'word/document.xml';

/** The body's XML as a whole part. */
export const documentXml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${W} ${MC}><w:body>${body}</w:body></w:document>`;

/** A paragraph of one run, with the XML of its properties. */
export const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** w:numPr. */
export const num = (numId: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;

/** One level of a list. */
export const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

/** numbering.xml of list definitions (their levels) and of their uses (definition and overrides). */
export const numberingXml = (definitions: string[], uses: [definition: number, more?: string][]): string => {
  const abstracts = definitions.map((levels, i) => `<w:abstractNum w:abstractNumId="${i}">${levels}</w:abstractNum>`);
  const nums = uses.map(
    ([definition, more = ''], i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`,
  );
  return `<w:numbering ${W}>${abstracts.join('')}${nums.join('')}</w:numbering>`;
};

export const stylesXml = (styles: string): string => `<w:styles ${W}>${styles}</w:styles>`;
export const notesXml = (notes: string): string => `<w:footnotes ${W}>${notes}</w:footnotes>`;

/** The package's bytes. `parts` are named below word/, or with `/` from the root. */
export function docxOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const all: Record<string, Uint8Array> = { [DOCUMENT]: strToU8(documentXml(body)) };
  for (const [name, xml] of Object.entries(parts)) {
    all[name.startsWith('/') ? name.slice(1) : `word/${name}`] = strToU8(xml);
  }
  return zipSync(all);
}
