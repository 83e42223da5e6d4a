/** XML parts of a package as trees: elements with their attributes, and text; no DTD, no CDATA, no processing of spaces. */
import { ApiFault } from '../../errors';

export interface XmlElement {
  /** with its prefix, as Word writes it: `w:p` */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlElement[];
  /** all character data directly in it */
  text: string;
}

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The root element. @throws ApiFault when the text is not well formed */
export function parseXml(text: string): XmlElement {
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index !== at) throw malformed();
    at += match[0].length;
    const top = open[open.length - 1];
    if (!top) throw malformed();
    const [token, close, name, attributes = '', empty] = match;
    if (name === undefined) {
      if (!token.startsWith('<')) top.text += unescapeXml(token);
    } else if (close) {
      open.pop();
      if (top === root || top.name !== name) throw malformed();
    } else {
      const element: Open = { name, attributes: attributesOf(attributes), children: [], text: '' };
      top.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [element] = root.children;
  if (at !== text.length || open.length !== 1 || !element || root.children.length !== 1) throw malformed();
  return element;
}

/** The first child of the name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}

/** The attribute `w:val` of the first child of the name; `''` when the child has none. */
export function val(element: XmlElement | undefined, name: string): string | undefined {
  const found = child(element, name);
  return found && (found.attributes['w:val'] ?? '');
}

/** A number attribute; undefined when it is missing or none. */
export function numberOf(element: XmlElement | undefined, attribute: string): number | undefined {
  const value = Number.parseFloat(element?.attributes[attribute] ?? '');
  return Number.isFinite(value) ? value : undefined;
}

/** Whether a switch such as `w:b` is there and not off; undefined when it is not there (ECMA-376, 17.17.4). */
export function switched(element: XmlElement | undefined, name: string): boolean | undefined {
  const value = val(element, name);
  return value === undefined ? undefined : !['0', 'false', 'off'].includes(value);
}

function malformed(): ApiFault {
  return new ApiFault('The file could not be converted: it is not a valid Word document.');
}

function attributesOf(text: string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) all[name] = unescapeXml(double ?? single ?? '');
  return all;
}

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (all, hex, decimal, name) => {
    if (hex || decimal) return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
    return ENTITIES[name] ?? all;
  });
}
