/** What a request may look like; anything else is refused by name of the part. */
import { isObject } from '../../files/result';

/** The value, or where it is wrong. */
export type Read<T> = { value: T } | { wrong: string };
export type Shape<T> = (value: unknown, where: string) => Read<T>;

export const text: Shape<string> = (value, where) => (typeof value === 'string' ? { value } : { wrong: where });
export const flag: Shape<boolean> = (value, where) => (typeof value === 'boolean' ? { value } : { wrong: where });
/** A row, a column, a revision: 0 and up. */
export const index: Shape<number> = (value, where) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? { value } : { wrong: where };
export const anything: Shape<unknown> = (value) => ({ value });
export const plainValue: Shape<string | number | boolean | null> = (value, where) =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? { value }
    : { wrong: where };

export function oneOf<const T extends string>(...allowed: readonly T[]): Shape<T> {
  return (value, where) => {
    const found = allowed.find((one) => one === value);
    return found === undefined ? { wrong: where } : { value: found };
  };
}

export function list<T>(shape: Shape<T>): Shape<T[]> {
  return (value, where) => {
    if (!Array.isArray(value)) return { wrong: where };
    const out: T[] = [];
    for (const [at, one] of value.entries()) {
      const read = shape(one, `${where}[${at}]`);
      if ('wrong' in read) return read;
      out.push(read.value);
    }
    return { value: out };
  };
}

export function maybe<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, where) => (value === undefined ? { value } : shape(value, where));
}

export function maybeNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value, where) => (value === null ? { value } : shape(value, where));
}

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type ValueOf<S> = S extends Shape<infer T> ? T : never;

/** Exactly these fields; unknown ones are not passed on. */
export function fields<S extends Shapes>(shapes: S): Shape<{ [K in keyof S]: ValueOf<S[K]> }> {
  return (value, where) => {
    if (!isObject(value)) return { wrong: where };
    const out: Record<string, unknown> = {};
    for (const [name, shape] of Object.entries(shapes)) {
      const read = shape(
        Object.hasOwn(value, name) ? value[name] : undefined,
        where === '' ? name : `${where}.${name}`,
      );
      if ('wrong' in read) return read;
      out[name] = read.value;
    }
    // each field was read by its own shape; the compiler does not follow that through Object.entries
    return { value: out as { [K in keyof S]: ValueOf<S[K]> } };
  };
}
