/** word/document.xml: the report's blocks as paragraphs, and a landscape section for each attachment. */
import { OPEN_XML } from '../../intake/xml';
import type { Block, ReportDocument, Run } from '../document';
import { attachmentNote } from '../text';
import { width as charactersIn } from '../title';
import { drawing } from './chart';
import { formXml } from './form';
import { CHARACTER, FONTS, footerDistance, PAGE, TEXT_WIDTH, TWO_CHARACTERS, WIDE_TEXT_WIDTH } from './page';
import { CELL_STYLE, HEADING_FONTS } from './styles';
import { tableXml } from './table';
import { DECLARATION, escapeXml, fonts, NAMESPACES, NO_INDENT, pitch, run } from './xml';

/** Names of the footers' relationships, by their order in the package. */
export const FOOTERS = { odd: 'rId4', even: 'rId5' } as const;

/** An exact pitch would cut a picture off at the height of a line of text. */
const AS_HIGH_AS_IT_IS = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>';

/** What is in the body: a paragraph keeps its properties apart, so that a section may end in it. */
type Piece = { properties: string; content: string } | readonly string[];

/** The page the blocks stand on: widths of its type area, upright and across, in twips, and the `w:sectPr` of each. */
export interface Frame {
  width: number;
  wideWidth: number;
  section(wide: boolean): string;
  /** Whether more stands after the blocks, so that an attachment's section ends with them. */
  followed?: boolean;
}

/** The part in pieces to be joined: most of the markup comes again and again, which whoever encodes it can use. */
export function documentPart(document: ReportDocument): string[] {
  const { xml, wide } = blocksXml(document, { width: TEXT_WIDTH, wideWidth: WIDE_TEXT_WIDTH, section });
  xml.unshift(`${DECLARATION}<w:document ${NAMESPACES}><w:body>`);
  xml.push(section(wide), '</w:body></w:document>');
  return xml;
}

/** The blocks in pieces to be joined, up to the last section's properties; `wide`: that section is an attachment's. */
export function blocksXml(document: ReportDocument, frame: Frame): { xml: string[]; wide: boolean } {
  const pieces: Piece[] = [];
  let wide = false;
  let charts = 0;
  for (const block of document.blocks) {
    if (block.kind === 'attachment') {
      endSection(pieces, frame.section(wide));
      wide = true;
    }
    if (block.kind === 'chart') {
      charts += 1;
      const content = drawing(block.chart, charts, frame.width);
      pieces.push(
        { properties: `<w:keepNext/>${AS_HIGH_AS_IT_IS}<w:ind ${NO_INDENT}/><w:jc w:val="center"/>`, content },
        styled(CELL_STYLE, run(block.chart.alt, '')),
      );
    } else pieces.push(...piecesOf(block, frame));
  }
  if (wide && frame.followed) endSection(pieces, frame.section(wide));
  // a table is never last: Word wants a paragraph after it, here one of a twentieth of a line
  if (isTable(pieces[pieces.length - 1])) pieces.push(speck());
  const xml: string[] = [];
  for (const piece of pieces) {
    if (isTable(piece)) for (const part of piece) xml.push(part);
    else xml.push(paragraphXml(piece));
  }
  return { xml, wide };
}

function piecesOf(block: Exclude<Block, { kind: 'chart' }>, { width, wideWidth }: Frame): Piece[] {
  switch (block.kind) {
    case 'mark':
      return [flush(block.text)];
    case 'title':
      return [
        styled('Title', block.lines.map((line, i) => (i > 0 ? '<w:r><w:br/></w:r>' : '') + run(line, '')).join('')),
      ];
    case 'heading':
      return [styled(`Heading${block.level}`, runsXml(block.runs))];
    case 'paragraph':
      return [{ properties: block.flush ? `<w:ind ${NO_INDENT}/>` : '', content: runsXml(block.runs) }];
    case 'blank':
      return [{ properties: '', content: '' }];
    case 'signature':
      return signaturePieces(block.unit, block.date, width);
    case 'attachments':
      return attachmentNote(block.names).map((line, i) =>
        // further names stand under the first, after 附件： and two characters
        i === 0 ? { properties: '', content: run(line, '') } : indented(TWO_CHARACTERS + 3 * CHARACTER, line),
      );
    case 'attachment':
      return [
        flush(block.label),
        { properties: '<w:keepNext/>', content: '' },
        styled('Title', run(block.title, '')),
        { properties: '<w:keepNext/>', content: '' },
        tableXml(block.table, wideWidth),
      ];
    case 'table':
      return [tableXml(block.table, width)];
    case 'form':
      return [formXml(block.form, width)];
  }
}

/**
 * No seal (GB/T 9704-2012, 7.3.5.2): the unit two characters from the right; the date's first character two characters
 * right of the unit's first — and where the date would then pass the edge, the date two from the right, the unit moved.
 */
function signaturePieces(unit: string | undefined, date: string, width: number): Piece[] {
  const toRight = (text: string, right: number, keep: boolean): Piece => ({
    properties: `${keep ? '<w:keepNext/>' : ''}<w:ind w:right="${right}" ${NO_INDENT}/><w:jc w:val="right"/>`,
    content: run(text, ''),
  });
  if (unit === undefined) return [toRight(date, TWO_CHARACTERS, false)];
  const widest = width - TWO_CHARACTERS;
  const unitWidth = Math.min(widthOf(unit), widest);
  const dateWidth = widthOf(date);
  const shift = 2 * CHARACTER;
  if (unitWidth >= shift + dateWidth) {
    // from the left, so that a reader that sets figures wider does not move its beginning
    return [toRight(unit, TWO_CHARACTERS, true), indented(width - TWO_CHARACTERS - unitWidth + shift, date)];
  }
  return [toRight(unit, TWO_CHARACTERS + dateWidth + shift - unitWidth, true), toRight(date, TWO_CHARACTERS, false)];
}

/** Width in twips of body text. */
function widthOf(text: string): number {
  return Math.round(charactersIn(text) * CHARACTER);
}

function isTable(piece: Piece | undefined): piece is readonly string[] {
  return Array.isArray(piece);
}

function flush(text: string): Piece {
  return { properties: `<w:keepNext/><w:ind ${NO_INDENT}/>`, content: run(text, fonts(FONTS.level1)) };
}

function styled(style: string, content: string): Piece {
  return { properties: `<w:pStyle w:val="${style}"/>`, content };
}

function indented(left: number, text: string): Piece {
  return { properties: `<w:ind w:left="${left}" ${NO_INDENT}/>`, content: run(text, '') };
}

/** A paragraph that takes no room to speak of. */
function speck(): Piece {
  return { properties: pitch(20), content: '' };
}

function runsXml(runs: readonly Run[]): string {
  return runs
    .map(({ text, strong, level }) => {
      const family = level === undefined || HEADING_FONTS[level] === FONTS.body ? '' : fonts(HEADING_FONTS[level]);
      return run(text, family + (strong ? '<w:b/><w:bCs/>' : ''));
    })
    .join('');
}

function paragraphXml({ properties, content }: { properties: string; content: string }): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

/** Ends a section in its last paragraph, so that no empty line runs over to a page of its own. */
function endSection(pieces: Piece[], section: string): void {
  const last = pieces[pieces.length - 1];
  if (last === undefined || isTable(last)) pieces.push({ properties: pitch(20) + section, content: '' });
  else pieces[pieces.length - 1] = { ...last, properties: last.properties + section };
}

/** A section's page: upright, or turned with the binding edge up; page numbers run on. */
function section(wide: boolean): string {
  const { top, right, bottom, left } = PAGE;
  const page = wide
    ? `<w:pgSz w:w="${PAGE.height}" w:h="${PAGE.width}" w:orient="landscape"/>`
    : `<w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/>`;
  const margins = wide ? [left, top, right, bottom] : [top, right, bottom, left];
  const [above = 0, after = 0, below = 0, before = 0] = margins;
  return [
    `<w:sectPr><w:footerReference w:type="default" r:id="${FOOTERS.odd}"/>`,
    `<w:footerReference w:type="even" r:id="${FOOTERS.even}"/><w:type w:val="nextPage"/>${page}`,
    `<w:pgMar w:top="${above}" w:right="${after}" w:bottom="${below}" w:left="${before}" `,
    `w:header="850" w:footer="${footerDistance(below)}" w:gutter="0"/></w:sectPr>`,
  ].join('');
}

/** docProps/core.xml: the report's own date, never the clock's. */
export function corePart({ title, author, date }: ReportDocument): string {
  return [
    `${DECLARATION}<cp:coreProperties xmlns:cp="${OPEN_XML}package/2006/metadata/core-properties" `,
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${escapeXml(date)}T00:00:00Z</dcterms:created></cp:coreProperties>`,
  ].join('');
}
