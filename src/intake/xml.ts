/** A small strict XML scanner: events for a reader, or the news that the text is not well-formed. */

/** Attributes by name, WordprocessingML ones as `w:val` whatever prefix the file uses. */
export type Attributes = ReadonlyMap<string, string>;

export interface XmlReader {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(data: string): void;
}

/** Namespaces a .docx is read by, transitional and strict (ISO/IEC 29500-1 and -4), under one prefix each. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
]);
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const NAME = /[A-Za-z_\u00c0-\ufffd][\w.\-\u00b7-\ufffd]*(?::[A-Za-z_\u00c0-\ufffd][\w.\-\u00b7-\ufffd]*)?/y;
const BLANK = /[ \t\r\n]*/y;
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
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const data = text.slice(at, next < 0 ? undefined : next);
    if (open.length === 0 && data.trim().replace(/^\ufeff/, '') !== '') throw new Malformed();
    if (open.length > 0 && data !== '') reader.text?.(resolve(data));
    if (next < 0) break;
    if (text.startsWith('<!--', next)) {
      at = after(text, '-->', next + 4);
    } else if (text.startsWith('<![CDATA[', next) && open.length > 0) {
      at = after(text, ']]>', next + 9);
      reader.text?.(text.slice(next + 9, at - 3));
    } else if (text.startsWith('<?', next)) {
      at = after(text, '?>', next + 2);
    } else if (text.startsWith('</', next)) {
      const raw = match(text, NAME, next + 2);
      const end = skipBlank(text, next + 2 + raw.length);
      const element = open.pop();
      if (!element || element.raw !== raw || text.charAt(end) !== '>') throw new Malformed();
      reader.close(element.name);
      scope = element.outer;
      at = end + 1;
    } else {
      const tag = readTag(text, next + 1);
      if (open.length === 0) roots += 1;
      if (roots > 1 || open.length > DEEPEST) throw new Malformed();
      const outer = scope;
      scope = scopeOf(tag.attributes, outer);
      const name = qualify(tag.raw, scope, true);
      reader.open(name, attributesOf(tag.attributes, scope));
      if (tag.closed) {
        reader.close(name);
        scope = outer;
      } else {
        open.push({ raw: tag.raw, name, outer });
      }
      at = tag.end;
    }
  }
  if (open.length > 0 || roots !== 1) throw new Malformed();
}

function readTag(text: string, from: number) {
  const raw = match(text, NAME, from);
  const attributes = new Map<string, string>();
  let at = from + raw.length;
  for (;;) {
    const start = skipBlank(text, at);
    const character = text.charAt(start);
    if (character === '>') return { raw, attributes, closed: false, end: start + 1 };
    if (character === '/' && text.charAt(start + 1) === '>') return { raw, attributes, closed: true, end: start + 2 };
    if (start === at) throw new Malformed();
    const name = match(text, NAME, start);
    const equals = skipBlank(text, start + name.length);
    const quoteAt = skipBlank(text, equals + 1);
    const quote = text.charAt(quoteAt);
    if (text.charAt(equals) !== '=' || (quote !== '"' && quote !== "'")) throw new Malformed();
    const end = text.indexOf(quote, quoteAt + 1);
    const value = text.slice(quoteAt + 1, end);
    if (end < 0 || value.includes('<') || attributes.has(name)) throw new Malformed();
    attributes.set(name, resolve(value));
    at = end + 1;
  }
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

function match(text: string, pattern: RegExp, at: number): string {
  pattern.lastIndex = at;
  const hit = pattern.exec(text);
  if (!hit) throw new Malformed();
  return hit[0];
}

function skipBlank(text: string, at: number): number {
  BLANK.lastIndex = at;
  return at + (BLANK.exec(text)?.[0].length ?? 0);
}

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  if (at < 0) throw new Malformed();
  return at + end.length;
}
