/** The notes edit-time validation leaves on cells: known again by their form, beside whatever else stands in the note. */
import type { CellValue } from './grid';
import { TAB_ORDER, TABS, type TabId } from './schema';

/** Our part of a note begins with it, names tab and column, and ends with its first full stop. */
export const NOTE_MARK = '【校验】';
const OURS = new RegExp(
  `${NOTE_MARK}(${TAB_ORDER.map((tab) => TABS[tab].title).join('|')})“([^“”\n。]*)”：[^。\n]*。`,
  'g',
);

/**
 * The note with our part replaced by `sentence` (null: without our part). Everything else stays to the letter and in its
 * place: what a person wrote, what another command of the program noted.
 */
export function mergeNote(note: string, sentence: string | null): string {
  const [first, ...others] = [...note.matchAll(OURS)];
  const ours = sentence === null ? '' : `${NOTE_MARK}${oneSentence(sentence)}`;
  if (first === undefined) return ours === '' ? note : note === '' ? ours : `${note}\n${ours}`;
  // from the back, so that the places found before stay right
  const rest = others.reverse().reduce((text, match) => without(text, match), note);
  if (ours === '') return without(rest, first);
  return rest.slice(0, first.index) + ours + rest.slice(first.index + first[0].length);
}

/** The text without our part, and without the line end that set it apart. */
function without(text: string, match: RegExpMatchArray): string {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (before.endsWith('\n') && (after === '' || after.startsWith('\n'))) return before.slice(0, -1) + after;
  return before === '' && after.startsWith('\n') ? after.slice(1) : before + after;
}

/** The tab and the header of the column our part of a note was made in; undefined when the note holds none of ours. */
export function placeOfNote(note: string): { tab: TabId; header: string } | undefined {
  const [, title, header = ''] = [...note.matchAll(OURS)][0] ?? [];
  const tab = TAB_ORDER.find((known) => TABS[known].title === title);
  return tab === undefined ? undefined : { tab, header };
}

/** What our part says of a value that is clear but could not be written. */
export function suggestion(tab: TabId, header: string, write: CellValue): string {
  const remedy = write === '' || write === null ? '此格应为空，请清空' : `应写作${quote(write, 60)}，请改正`;
  return `${TABS[tab].title}“${header}”：程序这次未能改写，${remedy}`;
}

/** A cell's value as a sentence quotes it: one line, no full stop, at most `most` characters. */
export function quote(value: unknown, most = 20): string {
  const line = Array.from(
    String(value)
      .replace(/[\s。【】“”]+/g, ' ')
      .trim(),
  );
  return `“${line.length > most ? `${line.slice(0, most).join('')}…` : line.join('')}”`;
}

/** One line with one full stop, at its end: this is how our notes are told from what stands beside them. */
function oneSentence(sentence: string): string {
  return `${sentence.replace(/。+$/, '').replace(/[。\n]+/g, '；')}。`;
}
