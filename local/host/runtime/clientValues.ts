/** google.script.run's rules on what crosses between a page and the script (HTML Service, "Parameters and return values"). */
import { ScriptFault } from '../errors';

/**
 * @param what names the value in the refusal, e.g. `argument 1 of save`
 * @throws ScriptFault naming the first part that may not cross
 */
export function checkClientValue(value: unknown, what: string): void {
  const problem = value === undefined ? undefined : problemOf(value, what, []);
  if (problem !== undefined) throw new ScriptFault('TypeError', `${problem} may not cross google.script.run`);
}

function problemOf(value: unknown, what: string, above: readonly unknown[]): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${what}: ${value}`;
  if (value === undefined) return `${what}: undefined`;
  if (typeof value !== 'object') return `${what}: a ${typeof value}`;
  if (above.includes(value)) return `${what}: a circular reference`;
  const path = [...above, value];
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const problem = problemOf(value[i], `${what}[${i}]`, path);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag !== 'Object') return `${what}: a ${tag}`;
  // a plain object's prototype is the root of its realm, whichever realm that is
  const proto: object | null = Object.getPrototypeOf(value);
  if (proto !== null && Object.getPrototypeOf(proto) !== null) return `${what}: an instance of a class`;
  for (const [key, item] of Object.entries(value)) {
    const problem = problemOf(item, `${what}.${key}`, path);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
