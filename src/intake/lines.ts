/** The normalised document as lines, and the ledger of where each of its characters went. */
import { LINE_END, normaliseParagraph } from '../text/punctuation';
import { type Mark, markOf } from './marks';
import type { Piece, PieceRole, SourceParagraph } from './proposal';

/** From this offset of the line on, the text went to this role (and record). */
interface Span {
  at: number;
  role: PieceRole;
  key: string | undefined;
}

/** One line of the normalised document. */
export interface Line {
  text: string;
  mark: Mark | undefined;
  /** In a table, a text box or a note: apart from the running text. */
  apart: boolean;
  /** Goes on with the paragraph of the line before. */
  soft: boolean;
  spans: Span[];
}

/** A heading by style is believed only when it reads like one. */
const LONGEST_STYLED_HEADING = 60;

/**
 * The paragraphs as normalised lines: automatic number and text together, soft line breaks as line ends, empty lines
 * dropped (docs/normalisation.md).
 */
export function linesOf(paragraphs: readonly SourceParagraph[]): Line[] {
  const lines: Line[] = [];
  for (const paragraph of paragraphs) {
    const label = normaliseParagraph(paragraph.label ?? '');
    `${paragraph.label ?? ''}${paragraph.text}`.split(LINE_END).forEach((part, i) => {
      const text = normaliseParagraph(part);
      if (text === '') return;
      const mark = markOf(text, i === 0 ? label : '') ?? markByStyle(text, paragraph.level);
      lines.push({ text, mark, apart: paragraph.inTable === true || paragraph.aside === true, soft: i > 0, spans: [] });
    });
  }
  return lines;
}

/** The normalised document: what a proposal's pieces, joined, are equal to. */
export function documentOf(paragraphs: readonly SourceParagraph[]): string {
  return linesOf(paragraphs)
    .map((line) => line.text)
    .join('\n');
}

/** The line's number as printed; '' when it has none. */
export function numberOf({ text, mark }: Line): string {
  return text.slice(0, mark?.length ?? 0);
}

/** The line's text after its number. */
export function restOf({ text, mark }: Line): string {
  return text.slice(mark?.length ?? 0);
}

/** Says where the line's text went from offset `at` on, until the next place said. */
export function place(line: Line, at: number, role: PieceRole, key?: string): void {
  line.spans.push({ at, role, key });
}

/** Says where a numbered line went: its number, then the rest. */
export function placeNumbered(line: Line, role: PieceRole, key?: string): void {
  const length = line.mark?.length ?? 0;
  if (length > 0) place(line, 0, 'number', key);
  place(line, length, role, key);
}

/** All lines as pieces; what no one placed is `unplaced`. Every character stands in exactly one piece. */
export function piecesOf(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = [];
  lines.forEach((line, i) => {
    const text = i < lines.length - 1 ? `${line.text}\n` : line.text;
    const spans = line.spans.filter((span) => span.at < line.text.length).sort((a, b) => a.at - b.at);
    if (spans[0]?.at !== 0) spans.unshift({ at: 0, role: 'unplaced', key: undefined });
    spans.forEach((span, j) => {
      const piece: Piece = { role: span.role, text: text.slice(span.at, spans[j + 1]?.at) };
      if (span.key !== undefined) piece.key = span.key;
      if (piece.text !== '') pieces.push(piece);
    });
  });
  return pieces;
}

function markByStyle(text: string, level: number | undefined): Mark | undefined {
  if ((level !== 1 && level !== 2) || text.length > LONGEST_STYLED_HEADING || /[。；]./.test(text)) return undefined;
  return { level, number: undefined, length: 0, usual: true };
}
