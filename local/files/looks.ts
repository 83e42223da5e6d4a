/** Everything about a cell but its value — format, validation, note — kept once however many cells share it. */
import type { sheets_v4 } from '@googleapis/sheets';
import { canonicalJson } from './canonical';

export type Cell = sheets_v4.Schema$CellData;
/** A cell without `userEnteredValue`, `effectiveValue` and `formattedValue`. */
export type Look = Omit<Cell, 'userEnteredValue' | 'effectiveValue' | 'formattedValue'>;

const USUAL_PARTS: ReadonlySet<string> = new Set([
  'userEnteredValue',
  'effectiveValue',
  'formattedValue',
  'userEnteredFormat',
  'dataValidation',
]);

/** Numbers looks in order of first appearance; 0 is the empty look. */
export class LookTable {
  readonly looks: Look[] = [{}];
  readonly #byKey = new Map<string, number>([['', 0]]);
  /** Formats are shared between cells, so most are recognised without being written out. */
  readonly #tokens = new WeakMap<object, string>();
  readonly #texts = new Map<string, string>();

  /** Nearly every cell has at most a format and a validation, and shares both with its column. */
  readonly #byParts = new Map<object | undefined, Map<object | undefined, number>>();

  numberOf(cell: Cell): number {
    let usual = true;
    for (const name in cell) {
      if (!USUAL_PARTS.has(name)) usual = false;
    }
    if (!usual) return this.#numberOfAny(cell);
    const format = cell.userEnteredFormat;
    const validation = cell.dataValidation;
    let byValidation = this.#byParts.get(format);
    if (!byValidation) {
      byValidation = new Map();
      this.#byParts.set(format, byValidation);
    }
    const known = byValidation.get(validation);
    if (known !== undefined) return known;
    const number = this.#numberOfAny(cell);
    byValidation.set(validation, number);
    return number;
  }

  #numberOfAny(cell: Cell): number {
    const { userEnteredValue: _entered, effectiveValue: _effective, formattedValue: _formatted, ...look } = cell;
    let key = '';
    for (const [name, part] of Object.entries(look).sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (part !== undefined) key += `${name}:${this.#token(part)};`;
    }
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    this.looks.push(look);
    this.#byKey.set(key, this.looks.length - 1);
    return this.looks.length - 1;
  }

  #token(part: unknown): string {
    if (typeof part !== 'object' || part === null) return JSON.stringify(part);
    const seen = this.#tokens.get(part);
    if (seen !== undefined) return seen;
    const text = canonicalJson(part);
    const token = this.#texts.get(text) ?? `#${this.#texts.size}`;
    this.#texts.set(text, token);
    this.#tokens.set(part, token);
    return token;
  }
}
