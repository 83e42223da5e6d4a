/** The base text of a report: its lines as generated, kept in cells of 报告底稿. */
import type { ReportDocument } from '../document';
import { textOf } from '../text';

export interface BaseLine {
  /** 编号 of the issue the line belongs to; null for narrative, tables and all else. */
  about: number | null;
  text: string;
}

/** A line and the index of the block it stands in. */
export interface BlockLine extends BaseLine {
  block: number;
}

/** A cell holds 50,000 characters, one of Excel 32,767. */
const PART = 32_000;
const NONE = '-';
const GOES_ON = '+';

/**
 * The base text in parts of at most 32,000 characters, one cell each. One line a line of the report, `编号⇥text`, with
 * `-` for no 编号; a line longer than a part goes on in the next one after `+⇥`. No part begins or ends within a character.
 */
export function baseOf(document: ReportDocument): string[] {
  const parts: string[] = [];
  let part = '';
  for (const { about, text } of linesOfReport(document)) {
    let head = about === null ? NONE : String(about);
    let rest = text;
    do {
      const room = PART - head.length - 1;
      const high = rest.length > room && /[\ud800-\udbff]/.test(rest.charAt(room - 1));
      const piece = `${head}\t${rest.slice(0, high ? room - 1 : room)}`;
      rest = rest.slice(piece.length - head.length - 1);
      head = GOES_ON;
      if (part !== '' && part.length + 1 + piece.length > PART) {
        parts.push(part);
        part = '';
      }
      part += part === '' ? piece : `\n${piece}`;
    } while (rest !== '');
  }
  return part === '' ? parts : [...parts, part];
}

/** The lines of a base from its parts in order; a line that is not of its form is read as text of no issue. */
export function readBase(parts: readonly string[]): BaseLine[] {
  const lines: BaseLine[] = [];
  for (const line of parts.flatMap((part) => (part === '' ? [] : part.split('\n')))) {
    const [, head = '', text = line] = /^(\+|-|\d+)\t(.*)$/s.exec(line) ?? [];
    const last = lines[lines.length - 1];
    if (head === GOES_ON && last) last.text += text;
    else lines.push({ about: /\d/.test(head) ? Number(head) : null, text });
  }
  return lines;
}

/** The lines of a report, those of tables (cells joined by tabs) and attachments too; empty ones are none. */
export function linesOfReport(document: ReportDocument): BaseLine[] {
  return linesOfBlocks(document).map(({ about, text }) => ({ about, text }));
}

export function linesOfBlocks(document: ReportDocument): BlockLine[] {
  return document.blocks.flatMap((one, block) => {
    const about = ('about' in one ? one.about : undefined) ?? null;
    const lines = textOf({ ...document, blocks: [one] }).split('\n');
    return lines.flatMap((text) => (text === '' ? [] : [{ about, text, block }]));
  });
}
