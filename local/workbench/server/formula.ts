/**
 * The few formulas conditional formats are made of: AND, OR, NOT, N, ISNUMBER, ISBLANK, SEARCH, TODAY, comparisons, sums
 * and cells of the formatted row. Anything else is not understood, and the rule is left out.
 */

export type Value = string | number | boolean | null;
/** A formula's error, such as #VALUE!. */
const ERROR = Symbol('error');
type Outcome = Value | typeof ERROR;

export interface RowContext {
  /** Value of the row's cell in a column, 0-based. */
  cell(column: number): Value;
  /** Serial of today. */
  today: number;
}

type Node = (row: RowContext) => Outcome;

const TOKEN =
  /\s*(?:("(?:[^"]|"")*")|(\d+(?:\.\d+)?)|(\$?[A-Z]{1,3}\$?\d+)(?![A-Za-z0-9(])|([A-Z]+)(?=\()|(<>|<=|>=|[=<>+\-(),]))/y;

interface Token {
  kind: 'text' | 'number' | 'cell' | 'name' | 'sign';
  text: string;
}

/** Undefined where a character belongs to no token. */
function tokens(formula: string): Token[] | undefined {
  const out: Token[] = [];
  const body = formula.replace(/^=/, '').trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < body.length) {
    const found = TOKEN.exec(body);
    if (!found) return undefined;
    const kinds = ['text', 'number', 'cell', 'name', 'sign'] as const;
    const kind = kinds.find((_kind, at) => found[at + 1] !== undefined);
    if (kind === undefined) return undefined;
    out.push({ kind, text: found[kinds.indexOf(kind) + 1] ?? '' });
  }
  return out;
}

/**
 * The formula as a test of one row; undefined when it is not understood.
 * @param top row the formula is written for (1-based), the first of the range
 */
export function compileFormula(formula: string, top: number): ((row: RowContext) => boolean) | undefined {
  const list = tokens(formula);
  if (!list) return undefined;
  try {
    const parser = new Parser(list, top);
    const node = parser.whole();
    return (row) => truth(node(row)) === true;
  } catch (thrown) {
    if (thrown instanceof NotUnderstood) return undefined;
    throw thrown;
  }
}

/** A → 0, Z → 25, AA → 26. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

class NotUnderstood extends Error {}

class Parser {
  #at = 0;
  constructor(
    readonly list: readonly Token[],
    readonly top: number,
  ) {}

  whole(): Node {
    const node = this.#comparison();
    if (this.#at < this.list.length) throw new NotUnderstood();
    return node;
  }

  #sign(...signs: string[]): string | undefined {
    const token = this.list[this.#at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined;
    this.#at += 1;
    return token.text;
  }

  #expect(sign: string): void {
    if (this.#sign(sign) === undefined) throw new NotUnderstood();
  }

  #comparison(): Node {
    let left = this.#sum();
    for (let sign = this.#compareSign(); sign !== undefined; sign = this.#compareSign()) {
      const [a, b, how] = [left, this.#sum(), sign];
      left = (row) => compared(a(row), b(row), how);
    }
    return left;
  }

  #compareSign(): string | undefined {
    return this.#sign('=', '<>', '<', '<=', '>', '>=');
  }

  #sum(): Node {
    let left = this.#primary();
    for (let sign = this.#sign('+', '-'); sign !== undefined; sign = this.#sign('+', '-')) {
      const [a, b, factor] = [left, this.#primary(), sign === '+' ? 1 : -1];
      left = (row) => {
        const x = numeric(a(row));
        const y = numeric(b(row));
        return x === ERROR || y === ERROR ? ERROR : x + factor * y;
      };
    }
    return left;
  }

  #primary(): Node {
    if (this.#sign('(') !== undefined) {
      const inner = this.#comparison();
      this.#expect(')');
      return inner;
    }
    const token = this.list[this.#at];
    this.#at += 1;
    if (token?.kind === 'text') {
      const text = token.text.slice(1, -1).replaceAll('""', '"');
      return () => text;
    }
    if (token?.kind === 'number') {
      const number = Number(token.text);
      return () => number;
    }
    if (token?.kind === 'cell') return this.#cell(token.text);
    if (token?.kind === 'name') return this.#call(token.text);
    throw new NotUnderstood();
  }

  /** Only a cell of the formatted row itself, its column fixed: what the row's look may hang on. */
  #cell(text: string): Node {
    const found = /^\$([A-Z]+)(\d+)$/.exec(text);
    if (!found || Number(found[2]) !== this.top) throw new NotUnderstood();
    const column = columnOf(found[1] ?? '');
    return (row) => row.cell(column);
  }

  #call(name: string): Node {
    this.#expect('(');
    const given: Node[] = [];
    if (this.#sign(')') === undefined) {
      do given.push(this.#comparison());
      while (this.#sign(',') !== undefined);
      this.#expect(')');
    }
    return functionOf(name, given);
  }
}

function functionOf(name: string, given: readonly Node[]): Node {
  const [first, second] = given;
  const all = (row: RowContext): (boolean | typeof ERROR)[] => given.map((node) => truth(node(row)));
  if (name === 'TODAY' && given.length === 0) return (row) => row.today;
  if (name === 'AND' && first) {
    return (row) => {
      const parts = all(row);
      return parts.includes(ERROR) ? ERROR : !parts.includes(false);
    };
  }
  if (name === 'OR' && first) {
    return (row) => {
      const parts = all(row);
      return parts.includes(ERROR) ? ERROR : parts.includes(true);
    };
  }
  if (name === 'SEARCH' && first && second && given.length === 2) {
    return (row) => {
      const sought = first(row);
      const text = second(row);
      if (sought === ERROR || text === ERROR) return ERROR;
      const at = shown(text).toLowerCase().indexOf(shown(sought).toLowerCase());
      return at < 0 ? ERROR : at + 1;
    };
  }
  if (!first || given.length !== 1) throw new NotUnderstood();
  switch (name) {
    case 'NOT':
      return (row) => {
        const one = truth(first(row));
        return one === ERROR ? ERROR : !one;
      };
    case 'N':
      return (row) => {
        const one = first(row);
        if (one === ERROR || typeof one === 'number') return one;
        return one === true ? 1 : 0;
      };
    case 'ISNUMBER':
      return (row) => typeof first(row) === 'number';
    case 'ISBLANK':
      return (row) => first(row) === null;
    default:
      throw new NotUnderstood();
  }
}

function shown(value: Value): string {
  return value === null ? '' : String(value);
}

function truth(value: Outcome): boolean | typeof ERROR {
  if (value === ERROR || typeof value === 'string') return ERROR;
  return value !== null && value !== false && value !== 0;
}

function numeric(value: Outcome): number | typeof ERROR {
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' ? value : ERROR;
}

/** Numbers before texts before booleans; texts without regard to case; an empty cell is like what it is held against. */
function compared(a: Outcome, b: Outcome, sign: string): Outcome {
  if (a === ERROR || b === ERROR) return ERROR;
  const order = orderOf(filled(a, b), filled(b, a));
  switch (sign) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

function filled(value: Value, beside: Value): string | number | boolean {
  if (value !== null) return value;
  if (typeof beside === 'string') return '';
  return typeof beside === 'boolean' ? false : 0;
}

function orderOf(a: string | number | boolean, b: string | number | boolean): number {
  const rank = (value: unknown): number => ['number', 'string', 'boolean'].indexOf(typeof value);
  if (typeof a !== typeof b) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(a) - Number(b);
}
