/** XML text: escaping in one pass, and the small pieces every part is written with. */
import { OPEN_XML } from '../../intake/xml';

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const NAMESPACES =
  `xmlns:w="${OPEN_XML}wordprocessingml/2006/main" ` + `xmlns:r="${OPEN_XML}officeDocument/2006/relationships"`;

/** What may need escaping: markup, characters XML 1.0 cannot hold (2.2), and surrogates, which may stand alone. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is this expression's purpose
const SUSPECT = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is this expression's purpose
  /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The text as XML character data or attribute value; control characters go, a lone surrogate becomes U+FFFD. */
export function escapeXml(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.replace(
    UNSAFE,
    (character) => ENTITIES[character] ?? (/[\ud800-\udfff]/.test(character) ? '\ufffd' : ''),
  );
}

/** One family for all scripts, since Google Docs knows only one for a run; `hint` sets “”…— at full width. */
export function fonts(family: string): string {
  return `<w:rFonts w:ascii="${family}" w:hAnsi="${family}" w:eastAsia="${family}" w:cs="${family}" w:hint="eastAsia"/>`;
}

export function size(halfPoints: number): string {
  return `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}

/** Exact line pitch in twips, nothing before or after. `exact` is the schema's word, not `exactly`. */
export function pitch(twips: number): string {
  return `<w:spacing w:before="0" w:after="0" w:line="${twips}" w:lineRule="exact"/>`;
}

/** Takes back the first-line indent of Normal; `firstLineChars` would outweigh `firstLine`. */
export const NO_INDENT = 'w:firstLineChars="0" w:firstLine="0"';

/** A run; `properties` is the content of its rPr. */
export function run(text: string, properties: string): string {
  const rPr = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${rPr}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}
