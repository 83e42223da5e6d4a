/** What the commands on a ledger share: the program, the session and the way a refusal is told. */
import { readFileSync } from 'node:fs';
import { messageOf, ok, type Result, refuse } from '../files/result';
import { fileErrorCode } from '../files/store';
import { type ExitCode, exitCodeOf, type Given, type Voice, type World } from './command';
import { readProgram } from './project';
import { type Session, type SessionOptions, withLedger } from './session';

/** Runs `work` on the ledger the command line names; `work` tells its own result and gives the exit code. */
export async function onLedger(
  given: Given,
  voice: Voice,
  world: World,
  mode: SessionOptions['mode'],
  work: (session: Session) => Result<ExitCode> | Promise<Result<ExitCode>>,
): Promise<ExitCode> {
  const program = readProgram(world.root);
  const { store, today, as } = given;
  const outcome = program.ok ? await withLedger({ store, program: program.value, today, as, mode }, work) : program;
  return outcome.ok ? outcome.value : voice.refused(outcome.faults, exitCodeOf(outcome.faults));
}

/** The bytes of a file somebody named. Faults: `file-missing`, `file-unreadable`. */
export function readBytes(file: string): Result<Uint8Array> {
  try {
    return ok(new Uint8Array(readFileSync(file)));
  } catch (thrown) {
    return fileErrorCode(thrown) === 'ENOENT'
      ? refuse({ code: 'file-missing', message: `找不到文件“${file}”，请核对文件名和所在目录。` })
      : refuse({ code: 'file-unreadable', message: `文件“${file}”读不了（${messageOf(thrown)}），请检查权限。` });
  }
}

const FINDINGS_SHOWN = 40;

/** At most some lines of a long list, and how many more there are. */
export function shortened(lines: readonly string[], shown = FINDINGS_SHOWN): string[] {
  if (lines.length <= shown) return [...lines];
  return [...lines.slice(0, shown), `……另有 ${lines.length - shown} 条，用 --json 查看全部。`];
}
