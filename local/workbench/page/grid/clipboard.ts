/** The text of a paste as it stood in the clipboard: Univer would make numbers of dates on the way. */
import type { Typed } from './edits';

/** Rows of tab-separated cells; a quoted cell may hold line breaks and doubled quotes, as spreadsheets write them. */
export function cellsOfText(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  while (at <= source.length) {
    const quoted = source[at] === '"' ? match(/"((?:[^"]|"")*)"(?=[\t\n]|$)/y) : null;
    const raw = (quoted ?? match(/[^\t\n]*/y))?.[0] ?? '';
    row.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : raw);
    at += raw.length;
    if (source[at] !== '\t') {
      rows.push(row);
      row = [];
    }
    at += 1;
  }
  return rows;
}

/**
 * Puts the clipboard's texts over what Univer made of them. A block pasted into a larger selection is repeated. Where the
 * shapes do not agree (a part of it was not pasted), nothing is changed.
 */
export function putClipboardTexts(typed: Typed, text: string): void {
  const source = cellsOfText(text);
  const width = source[0]?.length ?? 0;
  if (width === 0 || source.some((row) => row.length !== width) || typed.size % source.length !== 0) return;
  const lines = [...typed.keys()].sort((a, b) => a - b).map((row) => typed.get(row) ?? new Map<number, string>());
  if (lines.some((line) => line.size % width !== 0)) return;
  lines.forEach((line, r) => {
    [...line.keys()]
      .sort((a, b) => a - b)
      .forEach((column, c) => {
        line.set(column, source[r % source.length]?.[c % width] ?? '');
      });
  });
}
