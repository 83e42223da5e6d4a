/** Every character of the report is in the .docx, and every one of the .docx in the PDF, in order. */
import type { Rendered } from '../context';

/** Gives how many characters were found. */
export function checkCharacters({ alignment, word, text, tally }: Rendered): number {
  const said = visible(text);
  const written = visible(word.paragraphs.map((paragraph) => paragraph.text).join(''));
  const differs = Math.max(
    0,
    said.split('').findIndex((unit, i) => unit !== written[i]),
  );
  tally.check(
    'says what the text beside it says',
    said === written,
    () => `“${said.slice(differs, differs + 12)}” is written as “${written.slice(differs, differs + 12)}”`,
  );
  for (const { page, message } of alignment.faults)
    tally.check('every character', false, () => message, { page: page + 1 });
  word.paragraphs.forEach((paragraph, index) => {
    const lost = Array.from(paragraph.text).filter(
      (character, k) => /\S/u.test(character) && !alignment.marks[index]?.[k],
    );
    tally.check(
      'every character',
      lost.length === 0,
      () => `“${lost.join('').slice(0, 40)}” of “${paragraph.text.slice(0, 20)}” is not in the PDF`,
    );
  });
  return alignment.matched;
}

function visible(text: string): string {
  return text.replace(/\s+/gu, '');
}
