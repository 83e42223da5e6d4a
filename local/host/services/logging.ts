/** console and Logger: lines kept for the host's `logs()`. */
import { Face } from '../runtime/face';

const text = (value: unknown): string =>
  typeof value === 'string' ? value : value instanceof Error ? String(value) : show(value);

function show(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value !== 'object' || value === null) return String(value);
  return value instanceof Face ? value.path : JSON.stringify(value);
}

/** `%s`, `%d` and `%j` take the next argument; what is left over follows, apart by spaces. */
function line(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  if (typeof first !== 'string') return args.map(text).join(' ');
  const filled = first.replace(/%[sdijo%]/g, (mark) =>
    mark === '%%' ? '%' : rest.length > 0 ? text(rest.shift()) : mark,
  );
  return [filled, ...rest.map(text)].join(' ');
}

export class Console extends Face {
  readonly path = 'console';
  readonly #lines: string[];
  constructor(lines: string[]) {
    super();
    this.#lines = lines;
  }
  log(...args: unknown[]): void {
    this.#lines.push(line(args));
  }
  info(...args: unknown[]): void {
    this.#lines.push(line(args));
  }
  warn(...args: unknown[]): void {
    this.#lines.push(`WARNING ${line(args)}`);
  }
  error(...args: unknown[]): void {
    this.#lines.push(`ERROR ${line(args)}`);
  }
}

export class Logger extends Face {
  readonly path = 'Logger';
  readonly #lines: string[];
  constructor(lines: string[]) {
    super();
    this.#lines = lines;
  }
  log(...args: unknown[]): Logger {
    this.#lines.push(line(args));
    return this;
  }
  getLog(): string {
    return this.#lines.join('\n');
  }
  clear(): void {
    this.#lines.length = 0;
  }
}
