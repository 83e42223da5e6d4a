/**
 * What runs inside the script's context before the script: the door to the host's services, an Error of the script's own
 * realm for every fault, the fixed clock, and the removal of what Apps Script does not have.
 */

/** Evaluates to `(door) => tools`. Kept as text because it must be compiled in the script's realm. */
export const BOOTSTRAP = String.raw`(function (door) {
  'use strict';
  const ids = new WeakMap();
  // not Object.prototype itself: a service object is no plain object to google.script.run's rules
  const faceProto = Object.create(Object.prototype);

  function raise(fault) {
    const error = new Error(fault.message);
    Object.defineProperty(error, 'name', { value: fault.name, configurable: true, writable: true });
    if (fault.details !== undefined) error.details = JSON.parse(fault.details);
    throw error;
  }
  function answer(result) {
    if (result.fault) raise(result.fault);
    return result.value;
  }
  function missing(path) {
    raise({ name: 'Error', message: path + ' is not implemented by the local host' });
  }

  // an argument of a REST service: JSON text in a box, unless it is a scalar or a face
  function sent(value) {
    return typeof value === 'object' && value !== null && !ids.has(value) ? { json: JSON.stringify(value) } : value;
  }

  // members: a list of method names; constants: values and nested faces by name
  function wrap(id, path, methods, constants, byJson) {
    const known = new Set(methods);
    const made = new Map();
    const proxy = new Proxy(Object.create(null), {
      get(_target, key) {
        if (typeof key === 'symbol') return undefined;
        if (Object.prototype.hasOwnProperty.call(constants, key)) return constants[key];
        if (known.has(key)) {
          let method = made.get(key);
          if (!method) {
            method = byJson
              ? function () { return answer(door.invokeJson(id, key, Array.from(arguments, sent))); }
              : function () { return answer(door.invoke(id, key, Array.from(arguments))); };
            made.set(key, method);
          }
          return method;
        }
        if (key === 'toString') return () => path;
        if (key === 'toJSON' || key === 'then' || key === 'constructor' || key === 'valueOf') return undefined;
        return missing(path + '.' + key);
      },
      set(_target, key) { return missing('setting ' + path + '.' + String(key)); },
      has(_target, key) { return known.has(key) || Object.prototype.hasOwnProperty.call(constants, key); },
      ownKeys() { return []; },
      getPrototypeOf() { return faceProto; },
    });
    ids.set(proxy, id);
    return proxy;
  }

  const RealDate = Date;
  const proto = RealDate.prototype;
  const offset = (ms) => door.offset(ms);
  const toLocal = (ms) => ms + offset(ms);
  const fromLocal = (ms) => door.instant(ms);
  const utc = {};
  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    utc[part] = { get: proto['getUTC' + part], set: proto['setUTC' + part] };
    const get = utc[part].get, set = utc[part].set;
    proto['get' + part] = function () {
      const ms = this.getTime();
      return ms !== ms ? NaN : get.call(new RealDate(toLocal(ms)));
    };
    if (set) {
      proto['set' + part] = function () {
        const ms = this.getTime();
        const local = new RealDate(ms !== ms ? NaN : toLocal(ms));
        set.apply(local, arguments);
        return this.setTime(fromLocal(local.getTime()));
      };
    }
  }
  proto.getTimezoneOffset = function () { return -offset(this.getTime()) / 60000; };
  const two = (n) => String(n).padStart(2, '0');
  proto.toDateString = function () {
    const s = new RealDate(toLocal(this.getTime())).toUTCString().split(' ');
    return s[0].slice(0, 3) + ' ' + s[2] + ' ' + s[1] + ' ' + s[3];
  };
  proto.toTimeString = function () {
    const off = offset(this.getTime()) / 60000, abs = Math.abs(off);
    return two(this.getHours()) + ':' + two(this.getMinutes()) + ':' + two(this.getSeconds()) +
      ' GMT' + (off < 0 ? '-' : '+') + two(Math.floor(abs / 60)) + two(abs % 60);
  };
  proto.toString = function () {
    const ms = this.getTime();
    return ms !== ms ? 'Invalid Date' : this.toDateString() + ' ' + this.toTimeString();
  };
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const real = proto[name];
    proto[name] = function (locale, options) {
      return real.call(this, locale, Object.assign({ timeZone: door.zone }, options));
    };
  }
  function parse(text) {
    const s = String(text);
    if (/^[+-]?\d{4,6}(-\d\d(-\d\d)?)?$/.test(s) || /(?:Z|GMT|UTC|[+-]\d\d:?\d\d)\s*(\(.*\))?$/i.test(s)) return RealDate.parse(s);
    const local = RealDate.parse(/^\d{4}-\d\d-\d\dT/.test(s) ? s + 'Z' : s + ' UTC');
    return local !== local ? NaN : fromLocal(local);
  }
  const FakeDate = new Proxy(RealDate, {
    construct(_target, args, newTarget) {
      let ms;
      if (args.length === 0) ms = door.now();
      else if (args.length === 1) {
        const one = args[0] instanceof RealDate ? args[0].getTime() : args[0];
        const plain = typeof one === 'object' && one !== null ? (one[Symbol.toPrimitive] ? one[Symbol.toPrimitive]('default') : one.valueOf()) : one;
        ms = typeof plain === 'string' ? parse(plain) : plain;
      } else {
        const local = RealDate.UTC.apply(RealDate, args);
        ms = local !== local ? NaN : fromLocal(local);
      }
      return Reflect.construct(RealDate, [ms], newTarget === FakeDate ? RealDate : newTarget);
    },
    apply() { return new RealDate(door.now()).toString(); },
    get(target, key) {
      if (key === 'now') return () => door.now();
      if (key === 'parse') return parse;
      return target[key];
    },
  });
  Object.defineProperty(proto, 'constructor', { value: FakeDate, configurable: true, writable: true });
  Object.defineProperty(globalThis, 'Date', { value: FakeDate, configurable: true, writable: true });

  for (const name of door.removedGlobals) delete globalThis[name];
  for (const [owner, name] of door.removedMembers) {
    const holder = owner.split('.').reduce((at, key) => (at === undefined ? undefined : at[key]), globalThis);
    if (holder) delete holder[name];
  }

  return {
    wrap,
    idOf: (value) => (typeof value === 'object' && value !== null ? ids.get(value) : undefined),
    date: (ms) => new RealDate(ms),
    isDate: (value) => value instanceof RealDate,
    json: (text) => JSON.parse(text),
    array: (length) => new Array(length),
    object: () => ({}),
    stub: (path) => new Proxy(function () {}, {
      get(_target, key) { return typeof key === 'symbol' ? undefined : missing(path + '.' + key); },
      apply() { return missing(path); },
      construct() { return missing('new ' + path); },
    }),
    define: (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true, enumerable: false }),
    functionNamed: (name) => (Object.prototype.hasOwnProperty.call(globalThis, name) && typeof globalThis[name] === 'function' ? globalThis[name] : undefined),
    names: () => Object.keys(globalThis).filter((name) => typeof globalThis[name] === 'function'),
  };
})`;

/** Globals a V8 context has and Apps Script has not (or that no script of ours may lean on). */
export const REMOVED_GLOBALS = [
  'WebAssembly',
  'SharedArrayBuffer',
  'Atomics',
  'console',
  'Iterator',
  'FinalizationRegistry',
  'WeakRef',
];

/** Library functions newer than ES2020, which code built for es2020 must not call. */
export const REMOVED_MEMBERS: readonly (readonly [string, string])[] = [
  ['Array.prototype', 'at'],
  ['Array.prototype', 'findLast'],
  ['Array.prototype', 'findLastIndex'],
  ['Array.prototype', 'toReversed'],
  ['Array.prototype', 'toSorted'],
  ['Array.prototype', 'toSpliced'],
  ['Array.prototype', 'with'],
  ['Array', 'fromAsync'],
  ['String.prototype', 'at'],
  ['String.prototype', 'replaceAll'],
  ['String.prototype', 'isWellFormed'],
  ['String.prototype', 'toWellFormed'],
  ['Object', 'hasOwn'],
  ['Object', 'groupBy'],
  ['Map', 'groupBy'],
  ['Promise', 'any'],
  ['Promise', 'withResolvers'],
];

/**
 * Builtins again as lexical names of the script scope. A vm context answers every lookup of a global through an
 * interceptor, some ten times slower than a lexical name; without this, times measured in the host would mean nothing.
 */
export const FAST_BUILTINS = `let { ${[
  'Array',
  'ArrayBuffer',
  'BigInt',
  'Boolean',
  'DataView',
  'Date',
  'Error',
  'Float32Array',
  'Float64Array',
  'Int16Array',
  'Int32Array',
  'Int8Array',
  'Intl',
  'JSON',
  'Map',
  'Math',
  'Number',
  'Object',
  'Promise',
  'Proxy',
  'RangeError',
  'Reflect',
  'RegExp',
  'Set',
  'String',
  'Symbol',
  'SyntaxError',
  'TypeError',
  'Uint16Array',
  'Uint32Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'WeakMap',
  'WeakSet',
  'decodeURIComponent',
  'encodeURIComponent',
  'isFinite',
  'isNaN',
  'parseFloat',
  'parseInt',
].join(', ')} } = globalThis;`;
