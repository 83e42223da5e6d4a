/** What Drive's importer may lose of a report's look, set again by one batchUpdate (Docs API v1, documents.batchUpdate). */
import { textOf } from './lines';
import { differs, familyOf, HEI, isOurs, type Look, lookup, spacingOf, TWO_CHARACTERS } from './looks';
import type { DocsRequest, Document, Element, Paragraph, Range, TableRow } from './shapes';

/** What a stretch of the document is to have; undefined: it is to stay as it is. */
interface Wish<T> {
  start: number;
  end: number;
  want: T | undefined;
  /** It has something else. */
  wrong: boolean;
}

interface Wishes {
  line: Wish<number>[];
  indent: Wish<number>[];
  family: Wish<string>[];
  /** Start indexes of tables whose first row is to be repeated. */
  tables: number[];
}

type Place = 'text' | 'cell' | 'head';

/**
 * The requests that bring an imported report to the look of its .docx as far as Google Docs has it; none when nothing
 * differs. Only styles are changed, so that the indexes hold from the first request to the last. Whole stretches of the
 * same look are one request each. Kept as they are: typefaces of the report's own, paragraphs without an indent of their
 * own saying, and paragraphs without text.
 */
export function repairRequests(document: Document): DocsRequest[] {
  const wishes: Wishes = { line: [], indent: [], family: [], tables: [] };
  collect(document.body?.content ?? [], 'text', lookup(document), wishes);
  return [
    ...wishes.tables.map((index) => ({
      pinTableHeaderRows: { tableStartLocation: { index }, pinnedHeaderRowsCount: 1 },
    })),
    ...stretches(wishes.line, (range, lineSpacing) => ({
      updateParagraphStyle: { range, paragraphStyle: { lineSpacing }, fields: 'lineSpacing' },
    })),
    ...stretches(wishes.indent, (range, magnitude) => ({
      updateParagraphStyle: {
        range,
        paragraphStyle: { indentFirstLine: { magnitude, unit: 'PT' } },
        fields: 'indentFirstLine',
      },
    })),
    ...stretches(wishes.family, (range, fontFamily) => ({
      updateTextStyle: { range, textStyle: { weightedFontFamily: { fontFamily } }, fields: 'weightedFontFamily' },
    })),
  ];
}

function collect(content: readonly Element[], place: Place, look: (one: Paragraph) => Look, wishes: Wishes): void {
  for (const { paragraph, table, startIndex, endIndex } of content) {
    const rows = table?.tableRows ?? [];
    const [head] = rows;
    const isHeaded = head !== undefined && rows.length > 1 && isHead(head, table?.columns ?? 0, look);
    if (isHeaded && !head.tableRowStyle?.tableHeader) wishes.tables.push(startIndex ?? 0);
    for (const row of rows)
      for (const cell of row.tableCells ?? [])
        collect(cell.content ?? [], isHeaded && row === head ? 'head' : 'cell', look, wishes);
    // without the line end: no range may take in the document's last
    if (paragraph) wish(paragraph, startIndex ?? 0, (endIndex ?? 0) - 1, place, look(paragraph), wishes);
  }
}

/** A form's first row has fields beside its labels; all cells of a header row are centred words. */
function isHead({ tableCells }: TableRow, columns: number, look: (one: Paragraph) => Look): boolean {
  const cells = tableCells ?? [];
  return (
    cells.length === columns &&
    cells.every(({ content, tableCellStyle }) => {
      const paragraph = content?.[0]?.paragraph;
      if (!paragraph || (tableCellStyle?.columnSpan ?? 1) > 1) return false;
      return textOf(paragraph).trim() !== '' && look(paragraph).alignment === 'CENTER';
    })
  );
}

function wish(paragraph: Paragraph, start: number, end: number, place: Place, look: Look, wishes: Wishes): void {
  const runs = (paragraph.elements ?? []).filter(({ textRun }) => textRun?.content?.trim());
  const [first] = runs;
  if (first === undefined) {
    // a picture stands in no pitch; an empty line may have any
    if ((paragraph.elements ?? []).length > 1) {
      const asItIs = { start, end, want: undefined, wrong: false };
      wishes.line.push(asItIs);
      wishes.indent.push(asItIs);
    }
    return;
  }
  const { type, own } = look;
  const line = spacingOf(look.size(first.textRun?.textStyle));
  wishes.line.push({ start, end, want: line, wrong: line !== undefined && differs(look.line, line) });
  const isFlush = place !== 'text' || type === 'TITLE' || look.alignment === 'CENTER' || look.alignment === 'END';
  // where the .docx says so: labels, further names of attachments
  const isMeant = own.indentFirstLine && (look.indent === 0 || (own.indentStart?.magnitude ?? 0) > 0);
  const indent = isFlush ? 0 : isMeant ? undefined : TWO_CHARACTERS;
  wishes.indent.push({ start, end, want: indent, wrong: indent !== undefined && differs(look.indent, indent) });
  for (const { textRun, startIndex, endIndex } of runs) {
    const family = look.family(textRun?.textStyle);
    const wrong = !isOurs(family);
    const want = wrong ? (place === 'head' ? HEI : familyOf(type)) : family;
    wishes.family.push({ start: startIndex ?? 0, end: Math.min(endIndex ?? 0, end), want, wrong });
  }
}

/** A request for neighbours of one wish together; those of which no part is wrong need none. */
function stretches<T>(wishes: readonly Wish<T>[], request: (range: Range, want: T) => DocsRequest): DocsRequest[] {
  const found: Wish<T>[] = [];
  for (const wish of wishes) {
    const last = found[found.length - 1];
    if (last?.want === wish.want && last !== undefined) {
      last.end = wish.end;
      last.wrong ||= wish.wrong;
    } else found.push({ ...wish });
  }
  return found.flatMap(({ start, end, want, wrong }) =>
    wrong && want !== undefined ? request({ startIndex: start, endIndex: end }, want) : [],
  );
}
