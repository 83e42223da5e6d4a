/** JSON with the keys of every object in order, so that equal values have equal texts whoever built them. */
import { isObject } from './result';

function ordered(_key: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The text of a JSON value; equal for equal values. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, ordered);
}
