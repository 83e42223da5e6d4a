/** Holds a JSON value against the published message types: an unknown field or a wrong type is an error with its path. */
import { ApiFault, notImplemented } from '../errors';
import { type FieldType, isScalar, type Messages, messageFields } from './schema';

/** What is wrong, and where; the path is put together on the way out, so that a sound value costs no text. */
interface Problem {
  path: string;
  fault: (path: string) => Error;
}

/**
 * Checks `value` against the message `name`.
 * @param path where the value stands, e.g. `requests[0].updateCells`
 * @param messages whose types are meant; the Sheets API's when left out
 * @throws ApiFault in Google's wording for a field the API does not have or a value of another type;
 *   a "not implemented" fault for a part of the API the host does not emulate
 */
export function checkMessage(value: unknown, name: string, path: string, messages = messageFields): void {
  const problem = messageProblem(value, name, messages);
  if (problem) throw problem.fault((path + problem.path).replace(/^\./, ''));
}

const snake = (path: string): string => path.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function messageProblem(value: unknown, name: string, messages: Messages): Problem | undefined {
  if (value === undefined || value === null) return undefined;
  const fields = messages(name);
  if (!fields) return { path: '', fault: (path) => notImplemented(`${path} (${name})`) };
  if (!isRecord(value)) return wrongType(name, value);
  // for-in, not Object.keys: no list is made for each of half a million cells
  for (const field in value) {
    const type = fields.get(field);
    if (!type) {
      return {
        path: '',
        fault: (path) =>
          new ApiFault(
            `Invalid JSON payload received. Unknown name "${field}" at '${snake(path)}': Cannot find field.`,
          ),
      };
    }
    const problem = fieldProblem(value[field], type, messages);
    if (problem) return { path: `.${field}${problem.path}`, fault: problem.fault };
  }
  return undefined;
}

function fieldProblem(item: unknown, type: FieldType, messages: Messages): Problem | undefined {
  if (item === null || item === undefined) return undefined;
  if (type.repeated) {
    if (!Array.isArray(item)) return wrongType(`${type.type}[]`, item);
    for (let i = 0; i < item.length; i++) {
      const problem = isScalar(type.type)
        ? scalarProblem(item[i], type.type)
        : messageProblem(item[i], type.type, messages);
      if (problem) return { path: `[${i}]${problem.path}`, fault: problem.fault };
    }
    return undefined;
  }
  if (type.map) {
    for (const [key, one] of Object.entries(item)) {
      const problem = messageProblem(one, type.type, messages);
      if (problem) return { path: `["${key}"]${problem.path}`, fault: problem.fault };
    }
    return undefined;
  }
  return isScalar(type.type) ? scalarProblem(item, type.type) : messageProblem(item, type.type, messages);
}

function scalarProblem(value: unknown, type: string): Problem | undefined {
  const fits =
    type === 'any' ||
    (type === 's' && typeof value === 'string') ||
    (type === 'n' && typeof value === 'number' && Number.isFinite(value)) ||
    (type === 'b' && typeof value === 'boolean');
  return fits ? undefined : wrongType(type === 's' ? 'TYPE_STRING' : type === 'n' ? 'TYPE_DOUBLE' : 'TYPE_BOOL', value);
}

function wrongType(type: string, value: unknown): Problem {
  return {
    path: '',
    fault: (path) => new ApiFault(`Invalid value at '${snake(path)}' (${type}), ${JSON.stringify(value)}`),
  };
}
