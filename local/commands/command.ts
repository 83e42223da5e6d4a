/** What a command is, what it is given, and how it speaks. */
import type { ParseArgsConfig } from 'node:util';
import type { Fault } from '../files/result';

export type OptionsConfig = NonNullable<ParseArgsConfig['options']>;

/** Exit codes: done; refused, or findings of severity error; misuse. */
export const DONE = 0;
export const REFUSED = 1;
export const MISUSE = 2;
export type ExitCode = typeof DONE | typeof REFUSED | typeof MISUSE;

/** Where a command writes to and which project it belongs to. */
export interface World {
  /** The project's folder, where it was found. */
  root: string | undefined;
  stdout(text: string): void;
  stderr(text: string): void;
}

export interface Given {
  values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  positionals: readonly string[];
  /** `--store`, or the default. */
  store: string;
  today: string | undefined;
  as: string | undefined;
}

export interface Command {
  name: string;
  /** Arguments as they stand in the help, without name and common options. */
  usage: string;
  summary: string;
  options: OptionsConfig;
  /** Names of the arguments that must be given, as the help writes them. */
  arguments: readonly string[];
  run(given: Given, voice: Voice, world: World): Promise<ExitCode>;
}

/** Speaks to people, or with `--json` gives one value on stdout and everything else on stderr. */
export class Voice {
  readonly #world: World;
  readonly json: boolean;

  constructor(world: World, json: boolean) {
    this.#world = world;
    this.json = json;
  }

  /** The result: `value` for machines, `lines` for people. */
  result(value: unknown, lines: readonly string[]): void {
    if (this.json) this.#world.stdout(`${JSON.stringify(value)}\n`);
    else if (lines.length > 0) this.#world.stdout(`${lines.join('\n')}\n`);
  }

  /** What a reader should know besides the result. */
  remark(line: string): void {
    this.#world.stderr(`${line}\n`);
  }

  /** Nothing was done: the sentences, and for machines the faults as the one value. */
  refused(faults: readonly Fault[], code: ExitCode = REFUSED): ExitCode {
    for (const fault of faults) this.remark(fault.message);
    if (this.json) this.result({ refused: faults }, []);
    return code;
  }

  misuse(message: string): ExitCode {
    return this.refused([{ code: 'misuse', message }], MISUSE);
  }
}

/** A missing file is a slip in the command line, not a refusal by the ledger. */
export function exitCodeOf(faults: readonly Fault[]): ExitCode {
  return faults.some((fault) => fault.code === 'store-missing' || fault.code === 'file-missing') ? MISUSE : REFUSED;
}

/** Whether the text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** The values of an option that may be given several times. */
export function textOptions(given: Given, name: string): readonly string[] {
  const value = given.values[name];
  return typeof value === 'object' ? value : [];
}

/** The number of an issue somebody typed; a sentence of misuse where it is none. */
export function issueNumber(text: string): number | string {
  const number = Number(text);
  return /^\d+$/.test(text) && number > 0 ? number : `--issue 应为问题编号（正整数），不能是“${text}”。`;
}

/** The value of a text option. */
export function textOption(given: Given, name: string): string | undefined {
  const value = given.values[name];
  return typeof value === 'string' ? value : undefined;
}
