/** The kinds of column a ledger tab may have; a tab's record type is inferred from its columns. */
import type { LedgerDate } from '../text/dates';

/** An instant as ISO 8601 with offset: `2026-03-20T09:15:00+08:00`. */
export type Instant = string;

/** Where a drop-down takes its values from, when they are the unit's own. */
export type ListSource =
  | { from: 'people' }
  /** A list column of the tab 设置, by its header. */
  | { from: 'settings'; list: SettingsList };

export type SettingsList = '方面' | '类' | '责任部门';

interface Common {
  header: string;
  /** Width in pixels. */
  width: number;
  /** Shown as a note on the header cell: what belongs here. */
  note: string;
  /** Written by the program only; grey and protected with a warning. */
  system: boolean;
  /** A record without it is incomplete (rule `missing-field`). */
  required: boolean;
  /** Seen by staff only: never printed in a public report. */
  internal: boolean;
}

export interface TextColumn extends Common {
  kind: 'text';
  /** Long text wraps; short text does not. */
  long: boolean;
  list?: ListSource;
}
export interface ChoiceColumn<V extends string> extends Common {
  kind: 'choice';
  values: readonly V[];
}
export interface IntegerColumn extends Common {
  kind: 'integer';
  min: number;
  max: number;
}
export interface AmountColumn extends Common {
  kind: 'amount';
}
export interface DateColumn extends Common {
  kind: 'date';
}
export interface InstantColumn extends Common {
  kind: 'instant';
}
export interface CheckColumn extends Common {
  kind: 'check';
}

export type Column =
  | TextColumn
  | ChoiceColumn<string>
  | IntegerColumn
  | AmountColumn
  | DateColumn
  | InstantColumn
  | CheckColumn;

/** What a record holds for a column; blank cells are `''` for text and choices, `null` for the rest, `false` for a check. */
export type ValueOf<C> =
  C extends ChoiceColumn<infer V>
    ? V | ''
    : C extends TextColumn | InstantColumn
      ? string
      : C extends IntegerColumn | AmountColumn
        ? number | null
        : C extends DateColumn
          ? LedgerDate | null
          : C extends CheckColumn
            ? boolean
            : never;

export type ColumnValue = string | number | boolean | null;

interface Options {
  width?: number;
  system?: true;
  required?: true;
  internal?: true;
}

function common(header: string, note: string, width: number, options: Options): Common {
  return {
    header,
    note,
    width: options.width ?? width,
    system: options.system ?? false,
    required: options.required ?? false,
    internal: options.internal ?? false,
  };
}

export function text(header: string, note: string, options: Options & { list?: ListSource } = {}): TextColumn {
  const column: TextColumn = { kind: 'text', long: false, ...common(header, note, 100, options) };
  return options.list ? { ...column, list: options.list } : column;
}

export function longText(header: string, note: string, options: Options = {}): TextColumn {
  return { kind: 'text', long: true, ...common(header, note, 280, options) };
}

export function choice<V extends string>(
  header: string,
  values: readonly V[],
  note: string,
  options: Options = {},
): ChoiceColumn<V> {
  return { kind: 'choice', values, ...common(header, note, 90, options) };
}

export function integer(
  header: string,
  note: string,
  options: Options & { min?: number; max?: number } = {},
): IntegerColumn {
  const { min = 0, max = 1_000_000 } = options;
  return { kind: 'integer', min, max, ...common(header, note, 60, options) };
}

export function amount(header: string, note: string, options: Options = {}): AmountColumn {
  return { kind: 'amount', ...common(header, note, 80, options) };
}

export function date(header: string, note: string, options: Options = {}): DateColumn {
  return { kind: 'date', ...common(header, note, 100, options) };
}

export function instant(header: string, note: string, options: Options = {}): InstantColumn {
  return { kind: 'instant', ...common(header, note, 150, options) };
}

export function check(header: string, note: string, options: Options = {}): CheckColumn {
  return { kind: 'check', ...common(header, note, 60, options) };
}
