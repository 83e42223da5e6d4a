/**
 * Rows of cells as short JSON and back. What can be derived is left out: a value that is worth what was entered and
 * shows it plainly, the column's usual look, a row like the one above.
 *
 * A cell is written as
 * - its value, where it has its column's usual look (`null`: no value);
 * - `[look, value]` or `[look, value, shown]`, where the look or what a number shows is not the usual;
 * - `{"look", "cell"}`, where value, worth and shown text differ in any other way.
 * A row is a list of cells; a number n stands for n more rows like the one before; `{"row"}` is any other row.
 */
import type { sheets_v4 } from '@googleapis/sheets';
import { canonicalJson } from './canonical';
import type { Cell, Look, LookTable } from './looks';
import { isObject } from './result';

type Row = sheets_v4.Schema$RowData;
type Plain = string | number | boolean;

/** What a plain value shows in a cell without a number format. */
function plainlyShown(value: Plain): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(Number(value.toPrecision(15)));
}

const DERIVED = ['userEnteredValue', 'effectiveValue', 'formattedValue'] as const;

/** The one plain value a cell holds, entered and in effect; undefined where it is not that simple. */
function plainValue(cell: Cell): Plain | undefined {
  const entered = cell.userEnteredValue;
  const effective = cell.effectiveValue;
  if (!entered || !effective || typeof cell.formattedValue !== 'string') return undefined;
  const keys = Object.keys(entered);
  const key = keys[0];
  if (keys.length !== 1 || (key !== 'stringValue' && key !== 'numberValue' && key !== 'boolValue')) return undefined;
  const value = entered[key];
  if (value === null || value === undefined) return undefined;
  if (effective !== entered && (Object.keys(effective).length !== 1 || effective[key] !== value)) return undefined;
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
  return value;
}

function cellText(cell: Cell, look: number, usual: number): string {
  const value = plainValue(cell);
  if (value !== undefined) {
    const shown = cell.formattedValue;
    if (shown === plainlyShown(value))
      return look === usual ? JSON.stringify(value) : `[${look},${JSON.stringify(value)}]`;
    if (typeof value === 'number') return `[${look},${value},${JSON.stringify(shown)}]`;
  } else if (DERIVED.every((name) => cell[name] === undefined)) {
    return look === usual ? 'null' : `[${look},null]`;
  }
  const parts = Object.fromEntries(DERIVED.map((name) => [name, cell[name]]));
  return `{"look":${look},"cell":${canonicalJson(parts)}}`;
}

/** The most frequent look of each column; of equals, the one met first. */
function usualLooks(rows: readonly (readonly number[] | undefined)[]): number[] {
  const counts: Map<number, number>[] = [];
  for (const row of rows) {
    row?.forEach((look, column) => {
      counts[column] ??= new Map();
      counts[column].set(look, (counts[column].get(look) ?? 0) + 1);
    });
  }
  return counts.map((column) => {
    let best = 0;
    let most = 0;
    for (const [look, count] of column) {
      if (count > most) {
        best = look;
        most = count;
      }
    }
    return best;
  });
}

/** The JSON text of the rows, one row a line: `{"usual":[…],"rows":[…]}`. */
export function rowsText(rows: readonly Row[], table: LookTable): string {
  const looks = rows.map((row) => row.values?.map((cell) => table.numberOf(cell ?? {})));
  const usual = usualLooks(looks);
  const lines: string[] = [];
  let before: string | undefined;
  let repeats = 0;
  const flush = (): void => {
    if (repeats > 0) lines.push(String(repeats));
    repeats = 0;
  };
  rows.forEach((row, at) => {
    const numbers = looks[at];
    const simple = numbers && Object.keys(row).every((name) => name === 'values');
    const text = simple
      ? `[${numbers.map((look, column) => cellText(row.values?.[column] ?? {}, look, usual[column] ?? 0)).join(',')}]`
      : `{"row":${canonicalJson(row)}}`;
    if (text === before) {
      repeats += 1;
      return;
    }
    flush();
    lines.push(text);
    before = text;
  });
  flush();
  return `{"usual":${JSON.stringify(usual)},"rows":[\n${lines.join(',\n')}\n]}`;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Cells of one shape are cheap, and there are hundreds of thousands: a spread for each costs more than the rest. */
function cellOf(value: Plain | null, shown: unknown, look: Look): Cell {
  // Nobody changes a cell in place, so all empty ones of a look are one.
  if (value === null) return look;
  const userEnteredValue =
    typeof value === 'string'
      ? { stringValue: value }
      : typeof value === 'number'
        ? { numberValue: value }
        : { boolValue: value };
  const effectiveValue = userEnteredValue;
  const formattedValue = typeof shown === 'string' ? shown : plainlyShown(value);
  const { userEnteredFormat, dataValidation } = look;
  const parts = Object.keys(look).length;
  if (parts === 0) return { userEnteredValue, effectiveValue, formattedValue };
  if (parts === 1 && userEnteredFormat) return { userEnteredValue, effectiveValue, formattedValue, userEnteredFormat };
  if (parts === 2 && userEnteredFormat && dataValidation) {
    return { userEnteredValue, effectiveValue, formattedValue, userEnteredFormat, dataValidation };
  }
  return { ...look, userEnteredValue, effectiveValue, formattedValue };
}

/** @throws RangeError naming the line, when it is not as `rowsText` writes it */
export function rowsOf(stored: unknown, looks: readonly Look[]): Row[] {
  if (!isObject(stored) || !Array.isArray(stored.usual) || !Array.isArray(stored.rows)) throw new RangeError('cells');
  const { usual, rows } = stored;
  const lookAt = (number: unknown, line: number): Look => {
    const look = typeof number === 'number' ? looks[number] : undefined;
    if (!look) throw new RangeError(`row ${line + 1}: look ${String(number)}`);
    return look;
  };
  const readCell = (cell: unknown, column: number, line: number): Cell => {
    if (cell === null || isPlain(cell)) return cellOf(cell, undefined, lookAt(usual[column] ?? 0, line));
    if (Array.isArray(cell)) {
      const [look, value, shown] = cell;
      if (value === null || isPlain(value)) return cellOf(value, shown, lookAt(look, line));
    } else if (isObject(cell) && isObject(cell.cell)) {
      return { ...lookAt(cell.look, line), ...cell.cell };
    }
    throw new RangeError(`row ${line + 1}, column ${column + 1}`);
  };
  const out: Row[] = [];
  rows.forEach((row: unknown, line) => {
    if (typeof row === 'number') {
      const before = out[out.length - 1];
      // Each row its own object: a holder may give one of them other cells.
      for (let n = 0; n < row && before; n += 1) out.push({ ...before });
    } else if (Array.isArray(row)) {
      out.push({ values: row.map((cell, column) => readCell(cell, column, line)) });
    } else if (isObject(row) && isObject(row.row)) {
      out.push(row.row);
    } else {
      throw new RangeError(`row ${line + 1}`);
    }
  });
  return out;
}
