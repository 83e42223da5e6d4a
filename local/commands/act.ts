/** `act ACTION --issue N`: 办理, one action on one issue or many, as the person named. */
import { ok } from '../files/result';
import {
  type Command,
  DONE,
  type ExitCode,
  type Given,
  isDay,
  issueNumber,
  REFUSED,
  textOption,
  textOptions,
  type Voice,
} from './command';
import type { ActRequest, ActResult, Unmet } from './door/course';
import { onLedger } from './ledgerCommand';

export const actCommand: Command = {
  name: 'act',
  usage:
    'ACTION --issue N [--issue M ……] [--reason TEXT] [--class CLASS] [--date YYYY-MM-DD] [--measure ID=TEXT ……] [--seal SEAL]',
  summary: '以 --as 的身份办理：申请销号、同意、退回、撤回、申请延期、回头看……；多个问题时逐个说明结果',
  options: {
    issue: { type: 'string', multiple: true },
    reason: { type: 'string' },
    class: { type: 'string' },
    date: { type: 'string' },
    measure: { type: 'string', multiple: true },
    seal: { type: 'string' },
  },
  arguments: ['ACTION'],
  async run(given, voice, world) {
    const request = requestOf(given);
    if (typeof request === 'string') return voice.misuse(request);
    return onLedger(given, voice, world, 'write', (session) => {
      const answer = session.call('act', request);
      if (!answer.ok) return ok(refusedAll(voice, request, answer.faults));
      // a refused signature may have voided an application: that is kept too
      const saved = session.save();
      if (!saved.ok) return saved;
      return ok(told(voice, request, answer.value));
    });
  },
};

/** The request of the command line, or the sentence that says what is wrong with it. */
function requestOf(given: Given): ActRequest | string {
  const issues: number[] = [];
  for (const text of textOptions(given, 'issue')) {
    const number = issueNumber(text);
    if (typeof number === 'string') return number;
    if (!issues.includes(number)) issues.push(number);
  }
  if (issues.length === 0) return '请用 --issue N 写明办理哪个问题。';
  const measures: { id: string; reason: string }[] = [];
  for (const text of textOptions(given, 'measure')) {
    const [, id, wanted] = /^([\d-]+)=(.+)$/s.exec(text) ?? [];
    if (id === undefined || wanted === undefined) return `--measure 应写作 措施编号=要求，不能是“${text}”。`;
    measures.push({ id, reason: wanted });
  }
  const [reason, reasonClass, date, seal] = ['reason', 'class', 'date', 'seal'].map((name) => textOption(given, name));
  if (date !== undefined && !isDay(date)) return `--date 应为存在的日期，如 2026-06-30，不能是“${date}”。`;
  return {
    action: given.positionals[0] ?? '',
    issues,
    ...(reason === undefined ? {} : { reason }),
    ...(reasonClass === undefined ? {} : { reasonClass }),
    ...(date === undefined ? {} : { date }),
    ...(seal === undefined ? {} : { seal }),
    ...(measures.length === 0 ? {} : { measures }),
  };
}

/** An action that is refused as a whole is refused in the same form as one on one issue. */
function refusedAll(voice: Voice, request: ActRequest, faults: readonly { code: string; message: string }[]): ExitCode {
  const unmet = faults.map(({ code, message }) => ({ code, message, remedy: '' }));
  const blank = { ok: false, from: '', to: '', round: 0, seal: '', message: '', unmet };
  return told(
    voice,
    request,
    request.issues.map((issue) => ({ issue, ...blank })),
  );
}

function told(voice: Voice, { action, issues }: ActRequest, results: readonly ActResult[]): ExitCode {
  const done = results.every((result) => result.ok);
  const lines = results.flatMap((result) => describe(action, result));
  const [only] = results;
  if (issues.length === 1 && only) voice.result(shown(only), lines);
  else voice.result({ ok: done, results: results.map((one) => ({ issue: one.issue, ...shown(one) })) }, lines);
  return done ? DONE : REFUSED;
}

function shown({ ok: done, from, to, round, seal, unmet }: ActResult): object {
  return done ? { ok: true, from, to, round, seal } : { ok: false, unmet };
}

/** What became of the action on one issue, for people: one sentence, or everything that stands in its way. */
export function describe(action: string, { issue, ok: done, from, to, message, unmet }: ActResult): string[] {
  if (done) return [message !== '' ? message : `问题${issue}：已办理“${action}”（${from}→${to}）。`];
  return [`问题${issue}：没有办理“${action}”：`, ...unmet.map((one) => `  ${sentenceOf(one)}`)];
}

/** What is missing and what to do about it, as one text. */
export function sentenceOf({ message, remedy }: Unmet): string {
  const joint = /[。；：！？]$/.test(message) || remedy === '' ? '' : '：';
  return `${message}${joint}${remedy}`;
}
