/** Field masks of the Sheets API: parsing, selecting what a reader asked for, and merging what a writer sent. */
import { ApiFault } from '../errors';
import { isScalar, messageFields } from './schema';

/** A mask as a tree; an empty map is a leaf: everything below it. */
export interface Mask extends Map<string, Mask> {}

type Json = Record<string, unknown>;

const WILDCARD = '*';

/**
 * Parses `a,b.c,d(e,f/g)`; `.` and `/` mean the same. `*` stands for every field.
 * @throws ApiFault when the text is not a mask
 */
export function parseMask(text: string): Mask {
  let at = 0;
  const root: Mask = new Map();
  const fail = (): never => {
    throw new ApiFault(`Request contains an invalid argument. Invalid field mask: ${text}`);
  };
  const list = (into: Mask, depth: number): void => {
    for (;;) {
      while (text[at] === ' ') at++;
      let node = into;
      for (;;) {
        const name = /^(?:\*|[A-Za-z][A-Za-z0-9_]*)/.exec(text.slice(at))?.[0] ?? fail();
        at += name.length;
        const known: Mask = node.get(name) ?? new Map();
        node.set(name, known);
        node = known;
        if (text[at] !== '.' && text[at] !== '/') break;
        at++;
      }
      if (text[at] === '(') {
        at++;
        list(node, depth + 1);
        if (text[at] !== ')') fail();
        at++;
      }
      while (text[at] === ' ') at++;
      if (text[at] !== ',') break;
      at++;
    }
    if (depth === 0 && at < text.length) fail();
  };
  if (text.trim() === '') fail();
  list(root, 0);
  return root;
}

/** @throws ApiFault when the mask names a field the message does not have */
export function checkMask(mask: Mask, message: string, path = ''): void {
  const fields = messageFields(message);
  if (!fields) return;
  for (const [name, below] of mask) {
    if (name === WILDCARD) continue;
    const type = fields.get(name);
    if (!type) throw new ApiFault(`Invalid field: ${path}${name}`);
    if (below.size === 0) continue;
    if (isScalar(type.type)) throw new ApiFault(`Invalid field: ${path}${name}.${[...below.keys()][0]}`);
    if (!type.map) checkMask(below, type.type, `${path}${name}.`);
  }
}

/** The mask of an update request: mandatory, and held against the message it is a mask of. */
export function requiredMask(fields: string | null | undefined, message: string): Mask {
  if (!fields) throw new ApiFault("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const mask = parseMask(fields);
  checkMask(mask, message);
  return mask;
}

const below = (mask: Mask, name: string): Mask | undefined => mask.get(name) ?? mask.get(WILDCARD);

/** Whether a reader of `mask` (undefined: everything) sees the field; the answer is the mask for what is below it. */
export function selects(mask: Mask | undefined, name: string): Mask | true | undefined {
  if (!mask || mask.size === 0) return true;
  const inner = below(mask, name);
  return inner && (inner.size === 0 ? true : inner);
}

/** A copy of `value` with only the fields the mask names; lists are selected item by item. */
export function select(value: unknown, mask: Mask): unknown {
  if (mask.size === 0 || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => select(item, mask));
  const out: Json = {};
  for (const [name, item] of Object.entries(value)) {
    const inner = below(mask, name);
    if (inner) out[name] = select(item, inner);
  }
  return out;
}

/** `select` of a message. */
export function selectObject(value: object, mask: Mask): object {
  const out = select(value, mask);
  return isObject(out) ? out : {};
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsOf = (value: object | undefined): Json => ({ ...value });

/**
 * What `target` becomes when the masked fields of `source` are written over it. A field named by the mask and absent
 * from `source` is cleared (Sheets API v4, "Field masks").
 * @param keep fields that no mask can change (ids)
 */
export function merge<T extends object>(target: T, source: T | undefined, mask: Mask, keep: readonly string[] = []): T {
  const all = mask.has(WILDCARD);
  const out: Json = all ? {} : fieldsOf(target);
  const from = fieldsOf(source);
  const old = fieldsOf(target);
  if (all) {
    for (const [name, item] of Object.entries(from)) if (item !== null && item !== undefined) out[name] = item;
  }
  for (const [name, inner] of mask) {
    if (name === WILDCARD) continue;
    const item = from[name];
    if (inner.size > 0 && !inner.has(WILDCARD)) {
      const was = old[name];
      const next = merge(isObject(was) ? was : {}, isObject(item) ? item : {}, inner);
      if (Object.keys(next).length > 0) out[name] = next;
      else delete out[name];
    } else if (item === undefined || item === null) delete out[name];
    else out[name] = item;
  }
  for (const name of keep) {
    if (old[name] === undefined) delete out[name];
    else out[name] = old[name];
  }
  // the mask was held against the message, so only T's own fields were touched
  return out as T;
}
