/** A face: an object of the host that a script may hold; its class's own methods are what the script may call. */

/** Base of every service and service object. Helpers stay module functions or #private, so that no script sees them. */
export abstract class Face {
  /** The name shown in refusals and by toString, e.g. `SpreadsheetApp.Range`. */
  abstract readonly path: string;
  /** REST services get their arguments as the JSON a client would send: undefined dropped, dates as text. */
  readonly byJson: boolean = false;
  /** Enumerations and nested services, by name. */
  constants(): Record<string, unknown> {
    return {};
  }
}

const HIDDEN = new Set(['constructor', 'constants']);
const methods = new Map<object, readonly string[]>();

/** The names a script may call on the face. */
export function methodsOf(face: Face): readonly string[] {
  const proto: object = Object.getPrototypeOf(face);
  const known = methods.get(proto);
  if (known) return known;
  const names = new Set<string>();
  for (let at: object | null = proto; at && at !== Face.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) if (!HIDDEN.has(name)) names.add(name);
  }
  const list = [...names];
  methods.set(proto, list);
  return list;
}

/** Calls a method by its name. */
export function callFace(face: Face, method: string, args: readonly unknown[]): unknown {
  const found: unknown = Reflect.get(face, method);
  if (typeof found !== 'function') throw new TypeError(`${face.path}.${method} is not a function`);
  return Reflect.apply(found, face, args);
}
