/** The documented normalisation of spaces and of half-width punctuation next to Chinese (docs/normalisation.md). */

const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—·]|[\ud840-\ud8ff][\udc00-\udfff]/;
const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};
/** Opening brackets and the closing ones they pair with, half-width and full-width alike. */
const OPENING = '(（';
const CLOSING = ')）';
/** Control characters (tab and line ends apart), zero-width and direction marks, which come along when text is copied. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is this expression's purpose
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const BLANKS = /[\s\u0085\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;

/** Ends of lines in a text, with those a word processor's soft line breaks and page breaks become. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: vertical tab and form feed are what it looks for
export const LINE_END = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/;

/** True when the character belongs to Chinese text: an ideograph, a full-width form or Chinese punctuation. */
export function isChinese(character: string): boolean {
  return character !== '' && CHINESE.test(character);
}

/** The text without what XML and cells cannot hold: unprintable characters go, a lone surrogate becomes U+FFFD. */
export function removeUnprintable(text: string): string {
  return text.replace(UNPRINTABLE, '').replace(LONE_SURROGATE, '\ufffd');
}

/**
 * One paragraph, normalised: unprintable characters removed; white space is one blank, and none at the ends nor
 * beside a Chinese character (`联 系 人` → `联系人`, `1. 关于` → `1.关于`); `,;:!?()` full-width wherever a neighbour
 * is Chinese (GB/T 15834-2011, 5.1), so never between digits or Latin letters; and a bracket whose partner is
 * full-width is so too (`(1)关于` → `（1）关于`).
 */
export function normaliseParagraph(text: string): string {
  const plain = removeUnprintable(text).replace(BLANKS, ' ').replace(/^ | $/g, '');
  // most paragraphs have nothing to widen or draw in
  if (!/[ ,;:!?()]/.test(plain)) return plain;
  const characters = Array.from(plain);
  const partners = partnersOf(characters);
  const before = characters.map((_, i) => i - 1);
  const after = characters.map((_, i) => i + 1);
  // a character that is Chinese draws in the blank beside it and widens the mark beside it, which is Chinese then
  const waiting: number[] = [];
  const widen = (at: number | undefined): void => {
    const wide = at === undefined ? undefined : FULL_WIDTH[characters[at] ?? ''];
    if (at === undefined || wide === undefined) return;
    characters[at] = wide;
    waiting.push(at);
  };
  const drop = (at: number): void => {
    const [left = -1, right = characters.length] = [before[at], after[at]];
    characters[at] = '';
    if (left >= 0) after[left] = right;
    if (right < characters.length) before[right] = left;
  };
  characters.forEach((character, i) => {
    if (isChinese(character)) waiting.push(i);
  });
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const neighbours of [before, after]) {
      const neighbour = neighbours[at];
      if (neighbour !== undefined && characters[neighbour] === ' ') drop(neighbour);
      widen(neighbours[at]);
    }
    widen(partners.get(at));
  }
  return characters.join('');
}

/** A document, normalised paragraph by paragraph: lines split at any line end, empty ones dropped, joined by `\n`. */
export function normaliseDocument(text: string): string {
  return text
    .split(LINE_END)
    .map(normaliseParagraph)
    .filter((line) => line !== '')
    .join('\n');
}

/** Each bracket's partner, by position. */
function partnersOf(characters: readonly string[]): Map<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  characters.forEach((character, i) => {
    if (OPENING.includes(character)) open.push(i);
    if (!CLOSING.includes(character)) return;
    const partner = open.pop();
    if (partner !== undefined) partners.set(i, partner).set(partner, i);
  });
  return partners;
}
