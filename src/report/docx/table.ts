/** The attachment's table: fixed widths in dxa and borders on every cell, as Drive's importer needs them. */
import type { Table } from '../document';
import { FONTS, SIZE } from './page';
import { fonts, NO_INDENT, pitch, run, size } from './xml';

const EDGES = ['top', 'left', 'bottom', 'right'] as const;
const edges = (names: readonly string[]): string =>
  names.map((name) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('');
const CELL_BORDERS = `<w:tcBorders>${edges(EDGES)}</w:tcBorders><w:vAlign w:val="center"/>`;
/** 小4号 on 16 pt. */
const CELL_PITCH = pitch(320);
const PLAIN = `<w:spacing w:val="0"/>${size(SIZE.table)}`;
const HEAD = fonts(FONTS.level1) + PLAIN;

/** `<w:tbl>` of the given width in twips; the header row repeats on every page. */
export function tableXml(table: Table, width: number): string {
  const widths = columnWidths(table, width);
  const xml: string[] = [
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/>`,
    `<w:tblBorders>${edges([...EDGES, 'insideH', 'insideV'])}</w:tblBorders><w:tblLayout w:type="fixed"/>`,
    '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    `<w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>`,
    '<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>',
    ...table.columns.map(({ header }, i) => cellXml(header, widths[i] ?? 0, 'center', HEAD)),
    '</w:tr>',
  ];
  // a row may break across pages: one that cannot and is longer than a page loses its end in some readers
  for (const row of table.rows) {
    xml.push('<w:tr>');
    table.columns.forEach(({ align }, i) => {
      xml.push(cellXml(row[i] ?? '', widths[i] ?? 0, align, PLAIN));
    });
    xml.push('</w:tr>');
  }
  xml.push('</w:tbl>');
  return xml.join('');
}

/** Whole twips that add up to the width. */
function columnWidths({ columns }: Table, width: number): number[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0) || 1;
  let taken = 0;
  let sum = 0;
  return columns.map(({ share }) => {
    sum += share;
    const end = Math.round((width * sum) / total);
    const own = end - taken;
    taken = end;
    return own;
  });
}

function cellXml(text: string, width: number, align: 'left' | 'center', properties: string): string {
  const paragraph = `<w:p><w:pPr>${CELL_PITCH}<w:ind ${NO_INDENT}/><w:jc w:val="${align}"/></w:pPr>`;
  const lines = text.split('\n').map((line) => `${paragraph}${line === '' ? '' : run(line, properties)}</w:p>`);
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${CELL_BORDERS}</w:tcPr>${lines.join('')}</w:tc>`;
}
