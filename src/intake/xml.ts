/** A small strict XML scanner: events for a reader, or the news that the text is not well-formed. */

/** Attributes by name, WordprocessingML ones as `w:val` whatever prefix the file uses. */
export type Attributes = ReadonlyMap<string, string>;

export interface XmlReader {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(data: string): void;
}

/** Where the namespaces and relations of the transitional format begin (ISO/IEC 29500-4). */
export const OPEN_XML = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';
/** Namespaces a .docx is read by, transitional and strict (ISO/IEC 29500-1 and -4), under one prefix each. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${OPEN_XML}wordprocessingml/2006/main`, 'w'],
  [`${STRICT}wordprocessingml/main`, 'w'],
  [`${OPEN_XML}markup-compatibility/2006`, 'mc'],
  [`${OPEN_XML}officeDocument/2006/math`, 'm'],
  [`${STRICT}officeDocument/math`, 'm'],
  [`${OPEN_XML}package/2006/relationships`, ''],
]);
const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }),
);
const LOCAL_NAME = '[A-Za-z_\\u00c0-\\ufffd][\\w.\\-\\u00b7-\\ufffd]*';
const NAME = `${LOCAL_NAME}(?::${LOCAL_NAME})?`;
const BLANK = '[ \\t\\r\\n]';
const EQUALS = `${BLANK}*=${BLANK}*`;
const VALUE = `"[^"<]*"|'[^'<]*'`;
/** No element of the format has nearly as many; what an expression can repeat is not without bounds. */
const MOST_ATTRIBUTES = 1000;
const TAG = `(${NAME})((?:${BLANK}+${NAME}${EQUALS}(?:${VALUE})){0,${MOST_ATTRIBUTES}})${BLANK}*(/?)>`;
/** Text · CDATA · end tag · start tag with its attributes · comment · processing instruction. */
const TOKEN = new RegExp(
  `([^<]+)|<(?:!\\[CDATA\\[([^]*?)]]>|/(${NAME})${BLANK}*>|${TAG}|!--[^]*?-->|\\?[^]*?\\?>)`,
  'y',
);
const ATTRIBUTES = new RegExp(`(${NAME})${EQUALS}(${VALUE})`, 'g');
const DEEPEST = 1000;

/** Namespaces by prefix, as the innermost element that declares any sees them. */
interface Scope {
  declared: ReadonlyMap<string, string>;
  outer: Scope | undefined;
}

class Malformed extends Error {}

/**
 * Reads the whole text and tells the reader what it meets. False when it is not well-formed; a document type
 * declaration, which the format forbids (ISO/IEC 29500-2, 8.2.5), counts as that.
 */
export function scanXml(text: string, reader: XmlReader): boolean {
  try {
    scan(text, reader);
    return true;
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
}

function scan(text: string, reader: XmlReader): void {
  const open: { raw: string; name: string; outer: Scope | undefined }[] = [];
  let scope: Scope | undefined;
  let roots = 0;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text);
    if (!token) throw new Malformed();
    const [, data, literal, end, raw, attributes = '', closed] = token;
    if (end !== undefined) {
      const element = open.pop();
      if (element?.raw !== end) throw new Malformed();
      reader.close(element.name);
      scope = element.outer;
    } else if (raw !== undefined) {
      if (open.length === 0) roots += 1;
      if (roots > 1 || open.length > DEEPEST) throw new Malformed();
      const outer = scope;
      const own = attributesIn(attributes);
      scope = scopeOf(own, outer);
      const name = qualify(raw, scope, true);
      reader.open(name, attributesOf(own, scope));
      if (closed) {
        reader.close(name);
        scope = outer;
      } else {
        open.push({ raw, name, outer });
      }
    } else if (open.length > 0) {
      if (data !== undefined || literal !== undefined) reader.text?.(literal ?? resolve(data ?? ''));
    } else if (literal !== undefined || (data ?? '').trim() !== '') {
      throw new Malformed();
    }
  }
  if (open.length > 0 || roots !== 1) throw new Malformed();
}

function attributesIn(text: string): Attributes {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTES)) {
    if (attributes.has(name)) throw new Malformed();
    attributes.set(name, resolve(value.slice(1, -1)));
  }
  return attributes;
}

function scopeOf(attributes: Attributes, outer: Scope | undefined): Scope | undefined {
  const declared = Array.from(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  return { declared: new Map(declared.map(([name, uri]) => [name.slice(6), uri])), outer };
}

function namespaceOf(prefix: string, scope: Scope | undefined): string {
  for (let one = scope; one; one = one.outer) {
    const uri = one.declared.get(prefix);
    if (uri !== undefined) return uri;
  }
  return '';
}

function attributesOf(attributes: Attributes, scope: Scope | undefined): Attributes {
  return new Map(Array.from(attributes, ([name, value]) => [qualify(name, scope, false), value]));
}

/** The name under the prefix this program knows its namespace by; a name of another namespace stays as it is. */
function qualify(raw: string, scope: Scope | undefined, element: boolean): string {
  const colon = raw.indexOf(':');
  if (colon < 0 && !element) return raw;
  const prefix = colon < 0 ? '' : raw.slice(0, colon);
  const known = PREFIXES.get(namespaceOf(prefix, scope));
  if (known === undefined) return colon < 0 ? raw : `?${raw}`;
  const local = raw.slice(colon + 1);
  return known === '' ? local : `${known}:${local}`;
}

function resolve(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,12};?)/g, (_, body: string) => {
    const name = body.slice(0, -1);
    const number = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name);
    const code = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] === undefined ? 10 : 16) : -1;
    const value = code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ENTITIES.get(name);
    if (value === undefined || !body.endsWith(';')) throw new Malformed();
    return value;
  });
}
