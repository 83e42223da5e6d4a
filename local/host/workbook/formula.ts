/**
 * The small part of the formula language conditions of filters are written in: references to cells of the sheet,
 * literals, comparison, arithmetic, `&`, and a few functions. Everything else throws by name.
 */
import { notImplemented } from '../errors';
import { calendarOf, serialOf } from './serial';

export type Value = number | string | boolean | undefined;

export interface Scope {
  /** The cell's value, the row and column counted from 0; undefined when it is empty. */
  cell(row: number, column: number): Value;
  /** Rows below the one the formula was written for: relative references move with it. */
  down: number;
  /** Serial of the day. */
  today: number;
}

const TOKEN =
  /\s*(?:("(?:[^"]|"")*")|(\d+(?:\.\d+)?)|(\$?[A-Za-z]{1,3}\$?\d+)(?![\w(])|([A-Za-z][\w.]*)|(<>|<=|>=|[=<>&+\-*/(),;]))/y;

interface Token {
  kind: 'text' | 'number' | 'cell' | 'name' | 'mark';
  text: string;
}

const KINDS = ['text', 'number', 'cell', 'name', 'mark'] as const;

function tokens(formula: string): Token[] {
  const out: Token[] = [];
  TOKEN.lastIndex = 1;
  while (TOKEN.lastIndex < formula.trimEnd().length) {
    const match = TOKEN.exec(formula);
    const at = match ? match.slice(1).findIndex((part) => part !== undefined) : -1;
    const kind = KINDS[at];
    if (!match || !kind) throw notImplemented(`the formula ${formula}`);
    out.push({ kind, text: match[at + 1] ?? '' });
  }
  return out;
}

type Node = (scope: Scope) => Value;

const number = (value: Value): number => {
  if (typeof value === 'string') throw new TypeError(value);
  return Number(value ?? 0);
};
/** REGEXMATCH takes text alone: a number is #VALUE! there. */
const string = (value: Value): string => {
  if (typeof value === 'number' || typeof value === 'boolean') throw new TypeError(String(value));
  return value ?? '';
};
const truth = (value: Value): boolean => number(value) !== 0;
const text = (value: Value): string =>
  typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : value === undefined ? '' : String(value);

/** Numbers before text before booleans, text without regard to case; an empty cell is 0, "" or FALSE. */
function order(a: Value, b: Value): number {
  const rank = (value: Value): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
  const like = (value: Value, other: Value): Value =>
    value !== undefined ? value : typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
  const x = like(a, b);
  const y = like(b, x);
  if (rank(x) !== rank(y)) return rank(x) - rank(y);
  if (typeof x === 'string') {
    const [s, t] = [x.toLowerCase(), text(y).toLowerCase()];
    return s < t ? -1 : s > t ? 1 : 0;
  }
  return number(x) - number(y);
}

const monthEnd = (serial: number, months: number): number => {
  const day = calendarOf(Math.floor(serial));
  const next = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + Math.trunc(months) + 1, 1));
  return (serialOf(next.getUTCFullYear(), next.getUTCMonth() + 1, 1) ?? 0) - 1;
};

const FUNCTIONS: Record<string, readonly [least: number, most: number, work: (args: Node[], scope: Scope) => Value]> = {
  AND: [1, 99, (args, scope) => args.every((arg) => truth(arg(scope)))],
  OR: [1, 99, (args, scope) => args.some((arg) => truth(arg(scope)))],
  NOT: [1, 1, (args, scope) => !truth(args[0]?.(scope))],
  IF: [2, 3, (args, scope) => (truth(args[0]?.(scope)) ? args[1]?.(scope) : args[2] ? args[2](scope) : false)],
  TRUE: [0, 0, () => true],
  FALSE: [0, 0, () => false],
  TODAY: [0, 0, (_args, scope) => scope.today],
  EOMONTH: [2, 2, (args, scope) => monthEnd(number(args[0]?.(scope)), number(args[1]?.(scope)))],
  YEAR: [1, 1, (args, scope) => calendarOf(number(args[0]?.(scope))).getUTCFullYear()],
  MONTH: [1, 1, (args, scope) => calendarOf(number(args[0]?.(scope))).getUTCMonth() + 1],
  DAY: [1, 1, (args, scope) => calendarOf(number(args[0]?.(scope))).getUTCDate()],
  ISBLANK: [1, 1, (args, scope) => args[0]?.(scope) === undefined],
  ISNUMBER: [1, 1, (args, scope) => typeof args[0]?.(scope) === 'number'],
  // RE2 in Sheets: a pattern both kinds read alike is the script's to keep to
  REGEXMATCH: [2, 2, (args, scope) => new RegExp(text(args[1]?.(scope)), 'u').test(string(args[0]?.(scope)))],
  LEN: [1, 1, (args, scope) => text(args[0]?.(scope)).length],
};

const COMPARISONS: Record<string, (order: number) => boolean> = {
  '=': (n) => n === 0,
  '<>': (n) => n !== 0,
  '<': (n) => n < 0,
  '<=': (n) => n <= 0,
  '>': (n) => n > 0,
  '>=': (n) => n >= 0,
};

class Parser {
  readonly #tokens: Token[];
  readonly #formula: string;
  #at = 0;
  constructor(formula: string) {
    this.#formula = formula;
    this.#tokens = tokens(formula);
  }

  whole(): Node {
    const node = this.#comparison();
    if (this.#at < this.#tokens.length) this.#fail();
    return node;
  }

  #fail(): never {
    throw notImplemented(`the formula ${this.#formula}`);
  }
  #mark(...marks: string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'mark' || !marks.includes(token.text)) return undefined;
    this.#at += 1;
    return token.text;
  }

  #comparison(): Node {
    let left = this.#joined();
    for (;;) {
      const compare = COMPARISONS[this.#mark(...Object.keys(COMPARISONS)) ?? ''];
      if (!compare) return left;
      const [a, b] = [left, this.#joined()];
      left = (scope) => compare(order(a(scope), b(scope)));
    }
  }
  #joined(): Node {
    let left = this.#sum();
    while (this.#mark('&')) {
      const [a, b] = [left, this.#sum()];
      left = (scope) => text(a(scope)) + text(b(scope));
    }
    return left;
  }
  #sum(): Node {
    let left = this.#product();
    for (;;) {
      const mark = this.#mark('+', '-');
      if (!mark) return left;
      const [a, b, sign] = [left, this.#product(), mark === '+' ? 1 : -1];
      left = (scope) => number(a(scope)) + sign * number(b(scope));
    }
  }
  #product(): Node {
    let left = this.#unary();
    for (;;) {
      const mark = this.#mark('*', '/');
      if (!mark) return left;
      const [a, b] = [left, this.#unary()];
      left = (scope) => (mark === '*' ? number(a(scope)) * number(b(scope)) : number(a(scope)) / number(b(scope)));
    }
  }
  #unary(): Node {
    const mark = this.#mark('+', '-');
    if (!mark) return this.#primary();
    const node = this.#unary();
    return mark === '+' ? node : (scope) => -number(node(scope));
  }
  #primary(): Node {
    if (this.#mark('(')) {
      const node = this.#comparison();
      if (!this.#mark(')')) this.#fail();
      return node;
    }
    const token = this.#tokens[this.#at];
    if (!token || token.kind === 'mark') this.#fail();
    this.#at += 1;
    if (token.kind === 'text') return () => token.text.slice(1, -1).replaceAll('""', '"');
    if (token.kind === 'number') return () => Number(token.text);
    return token.kind === 'cell' ? reference(token.text) : this.#call(token.text.toUpperCase());
  }
  #call(name: string): Node {
    const known = FUNCTIONS[name];
    if (!known) throw notImplemented(`the formula function ${name}`);
    if (!this.#mark('(')) {
      if (name === 'TRUE' || name === 'FALSE') return () => name === 'TRUE';
      this.#fail();
    }
    const args: Node[] = [];
    if (!this.#mark(')')) {
      do args.push(this.#comparison());
      while (this.#mark(',', ';'));
      if (!this.#mark(')')) this.#fail();
    }
    const [least, most, work] = known;
    if (args.length < least || args.length > most) this.#fail();
    return (scope) => work(args, scope);
  }
}

function reference(a1: string): Node {
  const [, letters = '', fixed, row = ''] = /^\$?([A-Za-z]+)(\$?)(\d+)$/.exec(a1) ?? [];
  const column = [...letters.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return (scope) => scope.cell(Number(row) - 1 + (fixed ? 0 : scope.down), column);
}

/**
 * @param formula begins with `=`
 * @returns what it gives in a row; an error such as #VALUE! is undefined
 * @throws ScriptFault "… is not implemented" for what the host does not know
 */
export function compile(formula: string): (scope: Scope) => Value {
  const node = new Parser(formula).whole();
  return (scope) => {
    try {
      return node(scope);
    } catch (thrown) {
      if (thrown instanceof TypeError) return undefined;
      throw thrown;
    }
  };
}
