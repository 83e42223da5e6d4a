/** Values of an answer told apart: what comes back through the door is unknown until it was looked at. */
import { type Fault, isObject } from '../../files/result';

export const isNumber = (value: unknown): value is number => typeof value === 'number';
export const isText = (value: unknown): value is string => typeof value === 'string';
export const isDayOrNone = (value: unknown): value is string | null => value === null || isText(value);
export const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** The faults of an answer. */
export function faultsOf(value: unknown): Fault[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (fault): fault is Fault => isObject(fault) && typeof fault.code === 'string' && typeof fault.message === 'string',
  );
}

/** The id of a stored file; null where there is none. */
export function idOf(file: unknown): string | null {
  return isObject(file) && typeof file.id === 'string' ? file.id : null;
}
