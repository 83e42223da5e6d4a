/** What a tag's name means where it stands: the innermost item's values first, then those around it. */
import type { Fault } from '../../ledger/fault';
import { LISTED_TAGS } from './list';
import type { Tag } from './tree';
import { TAG_FAULTS } from './wording';

/** What a template is filled with; a list's items bear values of their own. */
export interface TemplateValues {
  [tag: string]: string | number | boolean | TemplateValues | TemplateValues[] | string[];
}

export type Value = TemplateValues[string] | undefined;

const { hasOwnProperty: owns } = Object.prototype;

/** Up to so many names are suggested for a misspelt one. */
const SUGGESTIONS = 3;
/** The least share of characters in common. */
const ALIKE = 0.6;

/** An item, and around it those of the loops it stands in, the template's values last. */
export interface Scope {
  item: Value;
  outer: Scope | undefined;
}

/** The value of a name, `.` being the innermost item itself; undefined where no scope has it. */
export function resolve(name: string, innermost: Scope): Value {
  if (name === '.') return innermost.item;
  for (let scope: Scope | undefined = innermost; scope; scope = scope.outer) {
    const value = ownValue(scope.item, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The items a loop goes through: those of a list, or once for what is there at all. */
export function itemsOf(value: Value): Value[] {
  if (Array.isArray(value)) return value;
  return value ? [value] : [];
}

/** The items with all their texts changed at once, in the order they stand in. */
export function withTexts(
  items: readonly TemplateValues[],
  change: (texts: readonly string[]) => readonly string[],
): TemplateValues[] {
  const texts: string[] = [];
  walked(items, (text) => {
    texts.push(text);
    return text;
  });
  const changed = change(texts);
  let at = 0;
  return walked(items, () => changed[at++] ?? '');
}

function walked(items: readonly TemplateValues[], of: (text: string) => string): TemplateValues[] {
  const value = (one: TemplateValues[string]): TemplateValues[string] => {
    if (typeof one === 'string') return of(one);
    if (!Array.isArray(one)) return typeof one === 'object' ? record(one) : one;
    const [first] = one;
    // a list is of texts or of records, as its first item is
    return typeof first === 'string'
      ? one.map((each) => of(String(each)))
      : one.flatMap((each) => (typeof each === 'string' ? [] : [record(each)]));
  };
  const record = (one: TemplateValues): TemplateValues =>
    Object.fromEntries(Object.entries(one).map(([name, each]) => [name, value(each)]));
  return items.map(record);
}

/** Every name known anywhere, by which near ones are suggested. */
export function namesIn(values: TemplateValues): Set<string> {
  const names = new Set<string>();
  const add = (scope: Value): void => {
    if (Array.isArray(scope)) for (const item of scope) add(item);
    else if (typeof scope === 'object') {
      for (const [name, value] of Object.entries(scope)) {
        names.add(name);
        add(value);
      }
    }
  };
  add(values);
  // a list may be empty, and its items' names are known all the same
  for (const { tag, in: list } of LISTED_TAGS) if (list !== undefined && names.has(list)) names.add(tag);
  return names;
}

/** Tells what is wrong with a tag's name: unknown, an item's outside its list, a list in place of a text. */
export function nameCheck(
  values: TemplateValues,
  names: ReadonlySet<string>,
): (tag: Tag, loops: readonly Tag[]) => Fault[] {
  return ({ kind, name, place }, loops) => {
    if (kind === '@') return [];
    if (name === '.') return loops.length > 0 ? [] : [TAG_FAULTS.item(place)];
    // every item of each loop around it, since the first may lack what another has
    let levels: Value[][] = [[values]];
    for (const loop of loops) {
      const items = loop.kind === '#' ? found(loop.name, levels).flatMap(itemsOf) : [];
      levels = [items, ...levels];
    }
    const [some] = found(name, levels, true);
    const listed = LISTED_TAGS.filter(({ tag }) => tag === name);
    const here = listed.find((entry) => loops.some((loop) => loop.kind === '#' && loop.name === entry.in));
    const [elsewhere] = listed;
    if (some === undefined && !here) {
      if (elsewhere?.in !== undefined) return [TAG_FAULTS.outside(place, name, elsewhere.in)];
      return [TAG_FAULTS.unknown(place, name, near(name, names))];
    }
    const isList = some === undefined ? here?.list === true : typeof some === 'object';
    return isList && kind === '' ? [TAG_FAULTS.list(place, name)] : [];
  };
}

/** The values of a name at the innermost level that has it, or the first of them. */
function found(name: string, levels: readonly (readonly Value[])[], first = false): Value[] {
  for (const level of levels) {
    const has = (item: Value): boolean => ownValue(item, name) !== undefined;
    const own = first ? [level.find(has)].filter(has) : level.filter(has);
    if (own.length > 0) return own.map((item) => ownValue(item, name));
  }
  return [];
}

function ownValue(scope: Value, name: string): Value {
  const isScope = typeof scope === 'object' && !Array.isArray(scope);
  return isScope && owns.call(scope, name) ? scope[name] : undefined;
}

/** The names that have the most characters in common with a misspelt one. */
function near(name: string, names: ReadonlySet<string>): string[] {
  const alike = (other: string): number => {
    const common = Array.from(new Set(other)).filter((character) => name.includes(character)).length;
    return (2 * common) / (name.length + other.length);
  };
  return Array.from(names, (other) => [other, alike(other)] as const)
    .filter(([, share]) => share >= ALIKE)
    .sort(([, a], [, b]) => b - a)
    .slice(0, SUGGESTIONS)
    .map(([other]) => other);
}
