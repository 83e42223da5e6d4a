/** Shapes of what crosses the remote door, so that neither side trusts the other. */

/** Checks an unknown value: the typed value, or where it departs from the shape. */
export type Shape<T> = (value: unknown, path: string) => { value: T } | { wrong: string };

export type Typed<S> = S extends Shape<infer T> ? T : never;
type OptionalKeys<F> = { [K in keyof F]: undefined extends Typed<F[K]> ? K : never }[keyof F];
type ObjectOf<F> = { [K in Exclude<keyof F, OptionalKeys<F>>]: Typed<F[K]> } & {
  [K in OptionalKeys<F>]?: Exclude<Typed<F[K]>, undefined>;
};

export const text: Shape<string> = (value, path) =>
  typeof value === 'string' ? { value } : { wrong: `${path}应为文字` };

export const whole: Shape<number> = (value, path) =>
  typeof value === 'number' && Number.isInteger(value) ? { value } : { wrong: `${path}应为整数` };

export const number: Shape<number> = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? { value } : { wrong: `${path}应为数字` };

export const flag: Shape<boolean> = (value, path) =>
  typeof value === 'boolean' ? { value } : { wrong: `${path}应为是或否` };

export const cell: Shape<string | number | boolean | null> = (value, path) =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
    ? // the four tests above leave exactly these types
      { value: value as string | number | boolean | null }
    : { wrong: `${path}应为文字、数字、是否或空` };

export function oneOf<const V extends string>(...values: V[]): Shape<V> {
  return (value, path) => {
    const found = values.find((candidate) => candidate === value);
    return found === undefined ? { wrong: `${path}应为${values.join('、')}之一` } : { value: found };
  };
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, path) => (value === undefined ? { value } : shape(value, path));
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, path) => (value === null ? { value } : shape(value, path));
}

export function list<T>(shape: Shape<T>): Shape<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) return { wrong: `${path}应为列表` };
    const items: T[] = [];
    for (let i = 0; i < value.length; i += 1) {
      const item = shape(value[i], `${path}[${i}]`);
      if ('wrong' in item) return item;
      items.push(item.value);
    }
    return { value: items };
  };
}

export function dictionary<T>(shape: Shape<T>): Shape<Record<string, T>> {
  return (value, path) => {
    if (!isObject(value)) return { wrong: `${path}应为对象` };
    const entries: [string, T][] = [];
    for (const [key, inner] of Object.entries(value)) {
      const item = shape(inner, `${path}.${key}`);
      if ('wrong' in item) return item;
      entries.push([key, item.value]);
    }
    return { value: Object.fromEntries(entries) };
  };
}

/** An object with exactly these fields; a field it does not know is refused. */
export function object<F extends Record<string, Shape<unknown>>>(fields: F): Shape<ObjectOf<F>> {
  return (value, path) => {
    if (!isObject(value)) return { wrong: `${path}应为对象` };
    const stranger = Object.keys(value).find((key) => !(key in fields));
    if (stranger !== undefined) return { wrong: `${path}含有不认识的项“${stranger}”` };
    const entries: [string, unknown][] = [];
    for (const [key, shape] of Object.entries(fields)) {
      const item = shape(value[key], `${path}.${key}`);
      if ('wrong' in item) return item;
      if (item.value !== undefined) entries.push([key, item.value]);
    }
    // every field was checked by the shape its type is inferred from
    return { value: Object.fromEntries(entries) as ObjectOf<F> };
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
