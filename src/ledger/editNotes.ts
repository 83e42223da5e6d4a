/** The notes edit-time validation leaves on cells: known again by their mark, beside what a person noted there. */

/** Our notes begin with it and end with their first full stop. */
export const NOTE_MARK = '【校验】';
const OURS = /【校验】[^。\n]*。/g;

/** The note with ours replaced by `sentence` (null: without ours); what a person wrote stays as it is. */
export function mergeNote(note: string, sentence: string | null): string {
  const own = note.replace(OURS, '').replace(/^\n+|\n+$/g, '');
  if (!note.includes(NOTE_MARK) && sentence === null) return note;
  const ours = sentence === null ? [] : [`${NOTE_MARK}${oneSentence(sentence)}`];
  return [...(own === '' ? [] : [own]), ...ours].join('\n');
}

/** Title of the tab our note on a cell was made in; undefined when the note holds none of ours. */
export function tabOfNote(note: string): string | undefined {
  return /【校验】([^“”\n。]+)“/.exec(note)?.[1];
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
