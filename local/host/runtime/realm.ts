/** One fresh script context, and the crossing of values between it and the host: copies only, in the right realm. */
import { createContext, Script } from 'node:vm';
import { ScriptFault } from '../errors';
import { instantOf, zoneOffset } from '../workbook/serial';
import { BOOTSTRAP, FAST_BUILTINS, REMOVED_GLOBALS, REMOVED_MEMBERS } from './bootstrap';
import { callFace, Face, methodsOf } from './face';

interface Tools {
  wrap(id: number, path: string, methods: readonly string[], constants: object, byJson: boolean): object;
  idOf(value: unknown): number | undefined;
  date(ms: number): object;
  isDate(value: unknown): boolean;
  json(text: string): unknown;
  array(length: number): unknown[];
  object(): Record<string, unknown>;
  stub(path: string): unknown;
  define(name: string, value: unknown): void;
  functionNamed(name: string): ((...args: unknown[]) => unknown) | undefined;
  names(): string[];
}

/** Seen by the realm before and after every call of a service. */
export interface Watch {
  before(face: Face, method: string): void;
  /** @param failed whether the service refused */
  after(face: Face, method: string, ms: number, failed: boolean): void;
}

const bootstrap = new Script(BOOTSTRAP, { filename: 'local-host-bootstrap.js' });
const fastBuiltins = new Script(FAST_BUILTINS, { filename: 'local-host-builtins.js' });

const isIterable = (value: object): value is Iterable<unknown> => Symbol.iterator in value;

/** JSON text that crosses as one parse in the script's realm: the cheap way for large answers of REST services. */
export class JsonAnswer {
  constructor(readonly value: object) {}
}

export class Realm {
  readonly #context = createContext(Object.create(null));
  readonly #tools: Tools;
  readonly #faces: Face[] = [];
  readonly #wrapped = new Map<Face, object>();
  readonly #watch: Watch;

  constructor(options: { now: () => Date; zone: string; watch: Watch }) {
    this.#watch = options.watch;
    const make = bootstrap.runInContext(this.#context) as (door: object) => Tools;
    this.#tools = make({
      invoke: (id: number, method: string, args: unknown[]) => this.#invoke(id, method, args),
      invokeJson: (id: number, method: string, args: unknown[]) =>
        this.#invoke(id, method, args, (arg) => this.#parsed(arg)),
      now: () => options.now().getTime(),
      offset: (ms: number) => zoneOffset(options.zone, ms),
      instant: (ms: number) => (Number.isFinite(ms) ? instantOf(options.zone, ms) : Number.NaN),
      zone: options.zone,
      removedGlobals: REMOVED_GLOBALS,
      removedMembers: REMOVED_MEMBERS,
    });
    fastBuiltins.runInContext(this.#context);
  }

  define(name: string, value: unknown): void {
    this.#tools.define(name, this.out(value));
  }

  /** A global of Apps Script the host does not emulate: any use throws by name. */
  defineMissing(name: string): void {
    this.#tools.define(name, this.#tools.stub(name));
  }

  run(script: Script): void {
    script.runInContext(this.#context);
  }

  functionNamed(name: string): ((...args: unknown[]) => unknown) | undefined {
    return this.#tools.functionNamed(name);
  }

  functionNames(): string[] {
    return this.#tools.names();
  }

  /** A host value as the script may hold it. */
  out(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof Face) return this.#wrap(value);
    if (value instanceof JsonAnswer) return this.#tools.json(JSON.stringify(value.value));
    if (value instanceof Date) return this.#tools.date(value.getTime());
    if (Array.isArray(value) || value instanceof Int8Array) {
      const out = this.#tools.array(value.length);
      for (let i = 0; i < value.length; i++) out[i] = this.out(value[i]);
      return out;
    }
    const out = this.#tools.object();
    for (const [key, item] of Object.entries(value)) out[key] = this.out(item);
    return out;
  }

  /** A script value as the host may hold it: a copy; faces and dates become the host's own. */
  in(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    const id = this.#tools.idOf(value);
    if (id !== undefined) return this.#faces[id];
    if (this.#tools.isDate(value)) return new Date(Number(value));
    if (Array.isArray(value)) {
      const out = new Array<unknown>(value.length);
      for (let i = 0; i < value.length; i++) out[i] = this.in(value[i]);
      return out;
    }
    if (ArrayBuffer.isView(value) && isIterable(value)) return Array.from(value);
    const out: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) out[key] = this.in(item);
    return out;
  }

  isDate(value: unknown): boolean {
    return this.#tools.isDate(value);
  }

  isFace(value: unknown): boolean {
    return this.#tools.idOf(value) !== undefined;
  }

  #parsed(arg: unknown): unknown {
    if (typeof arg !== 'object' || arg === null) return arg;
    // a face is strict: asking it for a name it lacks throws
    if (this.#tools.idOf(arg) !== undefined) return this.in(arg);
    const json: unknown = Reflect.get(arg, 'json');
    return typeof json === 'string' ? JSON.parse(json) : this.in(arg);
  }

  #wrap(face: Face): object {
    const known = this.#wrapped.get(face);
    if (known) return known;
    const id = this.#faces.push(face) - 1;
    const constants = this.#tools.object();
    for (const [name, value] of Object.entries(face.constants())) constants[name] = this.out(value);
    const wrapped = this.#tools.wrap(id, face.path, methodsOf(face), constants, face.byJson);
    this.#wrapped.set(face, wrapped);
    return wrapped;
  }

  #invoke(
    id: number,
    method: string,
    args: unknown[],
    read: (arg: unknown) => unknown = (arg) => this.in(arg),
  ): object {
    const face = this.#faces[id];
    if (!face) return { fault: { name: 'Error', message: 'No such object.' } };
    const start = performance.now();
    try {
      this.#watch.before(face, method);
      let failed = true;
      try {
        const value = this.out(callFace(face, method, args.map(read)));
        failed = false;
        return { value };
      } finally {
        // what the watch throws takes the place of the answer
        this.#watch.after(face, method, performance.now() - start, failed);
      }
    } catch (error) {
      if (error instanceof ScriptFault) {
        const details = error.details && JSON.stringify(error.details);
        return { fault: { name: error.name, message: error.message, details } };
      }
      // a fault of the host itself must not look like Google's
      return {
        fault: {
          name: 'LocalHostError',
          message: error instanceof Error ? (error.stack ?? error.message) : String(error),
        },
      };
    }
  }
}
