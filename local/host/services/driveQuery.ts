/** The part of Drive's search grammar the host knows (Drive API v3, "Search query terms and operators"). */
import { ApiFault, notImplemented } from '../errors';
import type { DriveFile } from './driveStore';

/** `trashed` as Drive tells it: by itself or by a folder above it. */
type Test = (file: DriveFile) => boolean;

const STRING = String.raw`'((?:[^'\\]|\\.)*)'`;
const TERMS: readonly (readonly [RegExp, (match: RegExpExecArray) => Test])[] = [
  [
    new RegExp(`^(name|mimeType)\\s*(=|!=)\\s*${STRING}`),
    ([, field, operator, text = '']) => {
      const value = unescaped(text);
      return (file) => ((field === 'name' ? file.name : file.mimeType) === value) === (operator === '=');
    },
  ],
  [
    new RegExp(`^${STRING}\\s+in\\s+parents`),
    ([, id = '']) =>
      (file) =>
        file.parents.includes(unescaped(id)),
  ],
  [
    // with every value in quotes, the braces of a value cannot be taken for the term's
    new RegExp(
      String.raw`^(appProperties|properties)\s+has\s*\{\s*key\s*=\s*${STRING}\s+and\s+value\s*=\s*${STRING}\s*\}`,
    ),
    ([, field, key = '', value = '']) => {
      const name = field === 'properties' ? 'properties' : 'appProperties';
      return (file) => file[name]?.[unescaped(key)] === unescaped(value);
    },
  ],
  [
    /^trashed\s*=\s*(true|false)/,
    ([, value]) =>
      (file) =>
        file.trashed === (value === 'true'),
  ],
];

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');

/**
 * Terms joined by `and` alone or by `or` alone: which of the two binds closer is not documented.
 * @throws a "not implemented" fault for terms outside the host's part of the grammar
 */
export function parseQuery(query: string): Test {
  const tests: Test[] = [];
  const joints = new Set<string>();
  let rest = query.trim();
  while (rest !== '') {
    const found = TERMS.map(([pattern, make]) => ({ match: pattern.exec(rest), make })).find(({ match }) => match);
    if (!found?.match) throw notImplemented(`Drive.Files.list q term "${rest}"`);
    tests.push(found.make(found.match));
    rest = rest.slice(found.match[0].length).trim();
    if (rest === '') break;
    const joint = /^(and|or)\s+/.exec(rest);
    if (!joint) {
      if (/^not\b/.test(rest)) throw notImplemented(`Drive.Files.list q term "${rest}"`);
      throw new ApiFault('Invalid Value');
    }
    joints.add(joint[1] ?? '');
    if (joints.size > 1) throw notImplemented(`Drive.Files.list q with both "and" and "or"`);
    rest = rest.slice(joint[0].length);
  }
  if (joints.has('or')) return (file) => tests.some((test) => test(file));
  return (file) => tests.every((test) => test(file));
}
