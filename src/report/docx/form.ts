/** A form in the text: labels and fields of one or several columns, borders on every cell, rows as high as they must be. */
import type { Form, FormCell } from '../document';
import { LINE_PITCH } from './page';
import { type CellFrame, cellFrame, frameOpen, HEAD, pushCell, wholeWidths } from './table';

/** `<w:tbl>` of the given width in twips, in pieces to be joined with the rest of the page. */
export function formXml({ columns, rows }: Form, width: number): string[] {
  const widths = wholeWidths(columns, width);
  const xml = frameOpen(widths, width);
  for (const row of rows) {
    const lines = Math.max(0, ...row.map((cell) => cell.lines ?? 0));
    const height = lines === 0 ? '' : `<w:trHeight w:val="${lines * LINE_PITCH}" w:hRule="atLeast"/>`;
    xml.push(height === '' ? '<w:tr>' : `<w:tr><w:trPr>${height}</w:trPr>`);
    let at = 0;
    for (const cell of row) {
      const span = cell.span ?? 1;
      pushCell(xml, cell.text, frameOf(cell, widths, at, span));
      at += span;
    }
    xml.push('</w:tr>');
  }
  xml.push('</w:tbl>');
  return xml;
}

function frameOf({ label = false }: FormCell, widths: readonly number[], at: number, span: number): CellFrame {
  const width = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0);
  return cellFrame(width, label ? 'center' : 'left', label ? HEAD : '', span);
}
