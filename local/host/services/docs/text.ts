/** Places and plain text of a document's content. */
import type { docs_v1 } from '@googleapis/docs';

type Element = docs_v1.Schema$StructuralElement;

/** Length in UTF-16 code units, the API's unit; what is not text counts 1. */
const lengthOf = (element: docs_v1.Schema$ParagraphElement): number => element.textRun?.content?.length ?? 1;

/**
 * A copy of the content with start and end indexes set (Docs API v1, "Structural elements"): a table, its rows and its
 * cells take one place each before their content, and the table one after it. An index 0 is left out, as the API does.
 * @param from index of the first element
 */
export function placed(content: readonly Element[], from: number): Element[] {
  let at = from;
  return content.map((element): Element => {
    const start = at;
    if (element.paragraph) {
      const elements = (element.paragraph.elements ?? []).map((one): docs_v1.Schema$ParagraphElement => {
        const begun = at;
        at += lengthOf(one);
        return { ...range(begun, at), ...withoutRange(one) };
      });
      return { ...range(start, at), paragraph: { ...element.paragraph, elements } };
    }
    if (element.table) {
      at += 1;
      const tableRows = (element.table.tableRows ?? []).map((row): docs_v1.Schema$TableRow => {
        const rowStart = at;
        at += 1;
        const tableCells = (row.tableCells ?? []).map((cell): docs_v1.Schema$TableCell => {
          const cellStart = at;
          const within = placed(cell.content ?? [], at + 1);
          at = within[within.length - 1]?.endIndex ?? at + 1;
          return { ...cell, ...range(cellStart, at), content: within };
        });
        return { ...row, ...range(rowStart, at), tableCells };
      });
      at += 1;
      return { ...range(start, at), table: { ...element.table, tableRows } };
    }
    at += 1;
    return { ...withoutRange(element), ...range(start, at) };
  });
}

function range(startIndex: number, endIndex: number): { startIndex?: number; endIndex: number } {
  return startIndex === 0 ? { endIndex } : { startIndex, endIndex };
}

function withoutRange<T extends { startIndex?: number | null; endIndex?: number | null }>(element: T): T {
  const { startIndex: _start, endIndex: _end, ...rest } = element;
  // only the two optional fields are gone
  return rest as T;
}

/** Every paragraph of the content, those of tables included, in order. */
export function* paragraphsOf(content: readonly Element[]): Generator<Element> {
  for (const element of content) {
    if (element.paragraph) yield element;
    for (const row of element.table?.tableRows ?? [])
      for (const cell of row.tableCells ?? []) yield* paragraphsOf(cell.content ?? []);
  }
}

/** Text of a paragraph without its end. */
export function textOfParagraph(paragraph: docs_v1.Schema$Paragraph): string {
  return (paragraph.elements ?? [])
    .map((one) => one.textRun?.content ?? '')
    .join('')
    .replace(/\n$/, '');
}

/**
 * Standing in for the text/plain export of a Google Doc: one line a paragraph, a cell's paragraphs on lines of their own,
 * cells of a row apart by tabs, soft line breaks as line ends; no automatic numbers, headers, footers, notes.
 */
export function plainText(document: docs_v1.Schema$Document): string {
  const lines = (content: readonly Element[]): string[] =>
    content.flatMap((element) => {
      if (element.paragraph) return textOfParagraph(element.paragraph).replaceAll('\u000b', '\n');
      return (element.table?.tableRows ?? []).map((row) =>
        (row.tableCells ?? []).map((cell) => lines(cell.content ?? []).join('\n')).join('\t'),
      );
    });
  return lines(document.body?.content ?? []).join('\n');
}
