/** PropertiesService with its quotas (Apps Script, "Quotas for Google Services": 9 KB a value, 500 KB a store). */
import { serviceFault, signatureFault } from '../errors';
import { Face } from '../runtime/face';

const VALUE_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;

export type PropertyStore = Map<string, string>;

class Properties extends Face {
  readonly path = 'PropertiesService.Properties';
  readonly #store: PropertyStore;
  constructor(store: PropertyStore) {
    super();
    this.#store = store;
  }
  getProperty(...args: unknown[]): string | null {
    return this.#store.get(String(args[0])) ?? null;
  }
  getProperties(): Record<string, string> {
    return Object.fromEntries(this.#store);
  }
  getKeys(): string[] {
    return [...this.#store.keys()];
  }
  setProperty(...args: unknown[]): Properties {
    if (args.length !== 2) throw signatureFault(`${this.path}.setProperty`, args);
    this.#put([[String(args[0]), String(args[1])]], false);
    return this;
  }
  setProperties(...args: unknown[]): Properties {
    const [values, deleteOthers] = args;
    if (typeof values !== 'object' || values === null || args.length > 2)
      throw signatureFault(`${this.path}.setProperties`, args);
    this.#put(
      Object.entries(values).map(([key, value]) => [key, String(value)]),
      deleteOthers === true,
    );
    return this;
  }
  deleteProperty(...args: unknown[]): Properties {
    this.#store.delete(String(args[0]));
    return this;
  }
  deleteAllProperties(): Properties {
    this.#store.clear();
    return this;
  }

  #put(entries: [string, string][], deleteOthers: boolean): void {
    const next = new Map([...(deleteOthers ? [] : this.#store), ...entries]);
    let total = 0;
    for (const [key, value] of next) {
      const size = Buffer.byteLength(value);
      if (size > VALUE_BYTES) throw serviceFault('Argument too large: value');
      total += size + Buffer.byteLength(key);
    }
    if (total > STORE_BYTES)
      throw serviceFault('You have exceeded the property storage quota. Please remove some properties and try again.');
    this.#store.clear();
    for (const [key, value] of next) this.#store.set(key, value);
  }
}

export class PropertiesService extends Face {
  readonly path = 'PropertiesService';
  readonly #stores: Record<'script' | 'document' | 'user', PropertyStore>;
  constructor(stores: Record<'script' | 'document' | 'user', PropertyStore>) {
    super();
    this.#stores = stores;
  }
  getScriptProperties(): Properties {
    return new Properties(this.#stores.script);
  }
  getDocumentProperties(): Properties {
    return new Properties(this.#stores.document);
  }
  getUserProperties(): Properties {
    return new Properties(this.#stores.user);
  }
}
