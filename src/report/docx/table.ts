/** The attachment's table: fixed widths in dxa and borders on every cell, as Drive's importer needs them. */
import type { Table } from '../document';
import { FONTS } from './page';
import { CELL_STYLE } from './styles';
import { escapeXml, fonts } from './xml';

const EDGES = ['top', 'left', 'bottom', 'right'] as const;
const edges = (names: readonly string[]): string =>
  names.map((name) => `<w:${name} w:val="single" w:sz="4"/>`).join('');
const CELL_BORDERS = `<w:tcBorders>${edges(EDGES)}</w:tcBorders><w:vAlign w:val="center"/>`;
export const HEAD = fonts(FONTS.level1);

/**
 * `<w:tbl>` of the given width in twips, in pieces to be joined with the rest of the page: a large table's XML is long.
 * The header row repeats on every page.
 */
export function tableXml(table: Table, width: number): string[] {
  const widths = wholeWidths(
    table.columns.map(({ share }) => share),
    width,
  );
  const cells = table.columns.map(({ align }, i) => cellFrame(widths[i] ?? 0, align, ''));
  const xml = frameOpen(widths, width);
  xml.push('<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>');
  table.columns.forEach(({ header }, i) => {
    pushCell(xml, header, cellFrame(widths[i] ?? 0, 'center', HEAD));
  });
  xml.push('</w:tr>');
  // a row may break across pages: one that cannot and is longer than a page loses its end in some readers
  for (const row of table.rows) {
    xml.push('<w:tr>');
    cells.forEach((frame, i) => {
      pushCell(xml, row[i] ?? '', frame);
    });
    xml.push('</w:tr>');
  }
  xml.push('</w:tbl>');
  return xml;
}

/** The table up to its first row, in pieces. */
export function frameOpen(widths: readonly number[], width: number): string[] {
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/>`,
    `<w:tblBorders>${edges([...EDGES, 'insideH', 'insideV'])}</w:tblBorders><w:tblLayout w:type="fixed"/>`,
    '<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    `<w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>`,
  ];
}

/** Whole twips in the proportion of the shares, which add up to the width. */
export function wholeWidths(shares: readonly number[], width: number): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0) || 1;
  let taken = 0;
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    const end = Math.round((width * sum) / total);
    const own = end - taken;
    taken = end;
    return own;
  });
}

/** What stands around a column's texts, the same in every row. */
export interface CellFrame {
  open: string;
  /** Before a line's text; a line without one is a paragraph without a run. */
  line: string;
  empty: string;
  /** Before the text of a cell of one line. */
  single: string;
}

const LINE_END = '</w:t></w:r></w:p>';
const CELL_END = '</w:tc>';

export function cellFrame(width: number, align: 'left' | 'center', properties: string, span = 1): CellFrame {
  const spanned = span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`;
  const aligned = align === 'left' ? '' : '<w:jc w:val="center"/>';
  const open = `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spanned}${CELL_BORDERS}</w:tcPr>`;
  const paragraph = `<w:p><w:pPr><w:pStyle w:val="${CELL_STYLE}"/>${aligned}</w:pPr>`;
  const line = `${paragraph}<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">`;
  return { open, line, empty: `${paragraph}</w:p>`, single: open + line };
}

/** A cell; each line of its text is a paragraph. Few and long pieces, since most come again. */
export function pushCell(xml: string[], text: string, { open, line, empty, single }: CellFrame): void {
  if (text !== '' && !text.includes('\n')) {
    xml.push(single, escapeXml(text), LINE_END + CELL_END);
    return;
  }
  xml.push(open);
  for (const one of text.split('\n')) {
    if (one === '') xml.push(empty);
    else xml.push(line, escapeXml(one), LINE_END);
  }
  xml.push(CELL_END);
}
