/** `check`: every rule over the ledger; the hints it writes into the rows are saved. */
import { ok } from '../files/result';
import { type Command, DONE, REFUSED } from './command';
import type { CheckAnswer } from './door/ledger';
import { onLedger, shortened } from './ledgerCommand';

const SEVERITIES = { error: '错误', warning: '警告', note: '提醒' } as const;

/** What the checks found, for people: the counts, then the findings, the gravest first. */
export function describeCheck({ errors, warnings, notes, findings }: CheckAnswer): string[] {
  const counts = `校验：${errors} 个错误、${warnings} 个警告、${notes} 个提醒`;
  const lines = (['error', 'warning', 'note'] as const).flatMap((severity) =>
    findings
      .filter((finding) => finding.severity === severity)
      .map((finding) => `  ${SEVERITIES[severity]}  ${finding.message}${finding.remedy}`),
  );
  return [counts, ...shortened(lines)];
}

export const checkCommand: Command = {
  name: 'check',
  usage: '',
  summary: '校验台账，有错误时退出码为 1',
  options: {},
  arguments: [],
  run: (given, voice, world) =>
    onLedger(given, voice, world, 'write', (session) => {
      const checked = session.call('checkLedger', {});
      if (!checked.ok) return checked;
      const saved = session.save();
      if (!saved.ok) return saved;
      voice.result(checked.value, describeCheck(checked.value));
      return ok(checked.value.errors > 0 ? REFUSED : DONE);
    }),
};
