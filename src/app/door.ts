/** The remote door: the one allow-list of commands a client may call, each with the shape of its argument. */
import { type Result, refuse } from '../ledger/fault';
import { checkLedger } from './checkLedger';
import { generateReport } from './generateReport';
import { importDocument } from './importDocument';
import { mergeEdits } from './mergeEdits';
import type { Ports } from './ports';
import { readTab } from './readTab';
import { setUpLedger } from './setUpLedger';
import { cell, dictionary, flag, list, nullable, object, oneOf, optional, type Shape, text, whole } from './shape';

interface Command {
  run(ports: Ports, argument: unknown): Result<unknown>;
}

function command<A, R>(shape: Shape<A>, work: (ports: Ports, argument: A) => Result<R>): Command {
  return {
    run(ports, argument) {
      const checked = shape(argument, '参数');
      if ('wrong' in checked) {
        return refuse({ code: 'wrong-argument', message: `请求的${checked.wrong}，请刷新侧栏后重试。` });
      }
      return work(ports, checked.value);
    },
  };
}

const NOTHING = object({});

export const COMMANDS = {
  setUpLedger: command(NOTHING, setUpLedger),
  importDocument: command(
    object({ name: text, base64: optional(text), text: optional(text), append: optional(flag) }),
    importDocument,
  ),
  checkLedger: command(NOTHING, checkLedger),
  generateReport: command(
    object({
      kind: oneOf('public'),
      variant: optional(oneOf('four-part', 'two-part', 'statistics-first')),
      final: optional(flag),
    }),
    generateReport,
  ),
  readTab: command(object({ tab: text }), readTab),
  mergeEdits: command(
    object({
      tabs: list(object({ title: text, rows: list(object({ row: nullable(whole), values: dictionary(cell) })) })),
      adopt: optional(flag),
      whole: optional(flag),
    }),
    mergeEdits,
  ),
} as const;

/** Calls one command by name; an unknown name or a wrong argument is a fault, never an exception. */
export function callCommand(ports: Ports, name: string, argument: unknown): Result<unknown> {
  const found = Object.entries(COMMANDS).find(([known]) => known === name);
  if (!found) return refuse({ code: 'unknown-command', message: `没有名为“${name}”的操作，请刷新侧栏后重试。` });
  return found[1].run(ports, argument ?? {});
}
