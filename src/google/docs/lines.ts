/** The text of a Google Doc as lines, to be compared with what was generated. */
import type { Document, Element, Paragraph, TableRow } from './shapes';

/** Where a name, a link or a date was put in as a chip, the words it shows. */
const CHIPS = { person: 'name', richLink: 'title', dateElement: 'displayText' } as const;

/**
 * The paragraphs of the body, one a line, empty ones left out; a line broken within a paragraph is one line. Each row of
 * a table is a line, its cells joined by tabs. Automatic numbers, page numbers, headers and footers are no text.
 */
export function linesOfDocument(document: Document): string[] {
  return linesOf(document.body?.content ?? []);
}

function linesOf(content: readonly Element[]): string[] {
  return content.flatMap(({ paragraph, table }) => {
    if (paragraph) {
      const line = textOf(paragraph);
      return line.trim() === '' ? [] : [line];
    }
    return (table?.tableRows ?? []).map((row) => cellsOf(row, table?.columns ?? 0).join('\t'));
  });
}

/** A row may or may not list the cells that a cell over several columns covers; they hold nothing. */
function cellsOf({ tableCells }: TableRow, columns: number): string[] {
  const cells = tableCells ?? [];
  const isFull = cells.length >= columns;
  let covered = 0;
  return cells.flatMap(({ content, tableCellStyle }) => {
    covered -= 1;
    if (isFull && covered > 0) return [];
    covered = tableCellStyle?.columnSpan ?? 1;
    return linesOf(content ?? [])
      .join('')
      .replace(/\t/g, '');
  });
}

export function textOf({ elements }: Paragraph): string {
  return (elements ?? [])
    .map((element) => element.textRun?.content ?? chip(element))
    .join('')
    .replace(/[\n\v]/g, '');
}

function chip(element: object): string {
  for (const [kind, field] of Object.entries(CHIPS)) {
    const properties: unknown = Reflect.get(Object(Reflect.get(element, kind)), `${kind}Properties`);
    const text: unknown = Reflect.get(Object(properties), field);
    if (typeof text === 'string') return text;
  }
  return '';
}

/** Whether two texts say the same, blanks aside and what a .docx cannot hold. */
export function isSameText(some: readonly string[], others: readonly string[]): boolean {
  return plain(some) === plain(others);
}

function plain(lines: readonly string[]): string {
  return lines
    .map((line) => line.replace(/[\s\p{Cc}\p{Cs}\ufffd\ufffe\uffff]/gu, ''))
    .filter((line) => line !== '')
    .join('\n');
}
