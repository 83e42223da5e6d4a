/** The part of Drive's search grammar the host knows (Drive API v3, "Search query terms and operators"). */
import { ApiFault, notImplemented } from '../errors';
import type { DriveFile } from './driveStore';

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
    /^trashed\s*=\s*(true|false)/,
    ([, value]) =>
      (file) =>
        file.trashed === (value === 'true'),
  ],
];

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');

/** @throws a "not implemented" fault for terms outside the host's part of the grammar */
export function parseQuery(query: string): Test {
  const tests: Test[] = [];
  let rest = query.trim();
  while (rest !== '') {
    const found = TERMS.map(([pattern, make]) => ({ match: pattern.exec(rest), make })).find(({ match }) => match);
    if (!found?.match) throw notImplemented(`Drive.Files.list q term "${rest}"`);
    tests.push(found.make(found.match));
    rest = rest.slice(found.match[0].length).trim();
    if (rest === '') break;
    const and = /^and\s+/.exec(rest);
    if (!and) {
      if (/^(or|not)\b/.test(rest)) throw notImplemented(`Drive.Files.list q term "${rest}"`);
      throw new ApiFault('Invalid Value');
    }
    rest = rest.slice(and[0].length);
  }
  return (file) => tests.every((test) => test(file));
}
