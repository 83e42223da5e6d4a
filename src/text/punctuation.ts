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
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is this expression's purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\ufffe\uffff\u200b-\u200d\u2060\u00ad]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** True when the character belongs to Chinese text: an ideograph, a full-width form or Chinese punctuation. */
export function isChinese(character: string): boolean {
  return character !== '' && CHINESE.test(character);
}

/** The text without what XML and cells cannot hold: control and zero-width characters go, a lone surrogate becomes U+FFFD. */
export function removeUnprintable(text: string): string {
  return text.replace(CONTROL, '').replace(LONE_SURROGATE, '\ufffd');
}

/**
 * One paragraph, normalised: unprintable characters removed; white space is one blank, and none at the ends nor
 * beside a Chinese character (`联 系 人` → `联系人`, `1. 关于` → `1.关于`); and `,;:!?()` full-width wherever a
 * neighbour is Chinese and they do not stand between two digits or Latin letters (GB/T 15834-2011, 5.1).
 */
export function normaliseParagraph(text: string): string {
  let current = removeUnprintable(text);
  for (;;) {
    // a widened mark is Chinese itself and may draw in a blank or a mark beside it
    const next = widenPunctuation(tidySpaces(current));
    if (next === current) return next;
    current = next;
  }
}

/** A document, normalised paragraph by paragraph: lines split at any line end, empty ones dropped, joined by `\n`. */
export function normaliseDocument(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029\u0085]/)
    .map(normaliseParagraph)
    .filter((line) => line !== '')
    .join('\n');
}

function tidySpaces(text: string): string {
  const single = text.replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, ' ').replace(/^ | $/g, '');
  return single.replace(/ /g, (blank, at: number) =>
    isChinese(characterBefore(single, at)) || isChinese(characterAfter(single, at)) ? '' : blank,
  );
}

function widenPunctuation(text: string): string {
  const characters = Array.from(text);
  for (let i = 0; i < characters.length; i += 1) {
    const wide = FULL_WIDTH[characters[i] ?? ''];
    if (wide === undefined) continue;
    const before = characters[i - 1] ?? '';
    const after = characters[i + 1] ?? '';
    const betweenLatin = /[0-9A-Za-z]/.test(before) && /[0-9A-Za-z]/.test(after);
    if (!betweenLatin && (isChinese(before) || isChinese(after))) characters[i] = wide;
  }
  return characters.join('');
}

function characterBefore(text: string, at: number): string {
  const unit = text.charAt(at - 1);
  return /[\udc00-\udfff]/.test(unit) ? text.slice(Math.max(0, at - 2), at) : unit;
}

function characterAfter(text: string, at: number): string {
  const unit = text.charAt(at + 1);
  return /[\ud800-\udbff]/.test(unit) ? text.slice(at + 1, at + 3) : unit;
}
