/** `recheck`: draws the issues to be looked at again; the same seed draws the same ones. */
import { ok } from '../files/result';
import { type Command, DONE, textOption } from './command';
import { type RecheckAnswer, STRATA } from './door/course';
import { onLedger } from './ledgerCommand';

export const recheckCommand: Command = {
  name: 'recheck',
  usage: '--share 0.1 --seed K [--by 方面|责任部门]',
  summary: '“回头看”抽样：从已销号、长期坚持的问题中按比例抽取，同一种子抽到同样的问题',
  options: { share: { type: 'string' }, seed: { type: 'string' }, by: { type: 'string' } },
  arguments: [],
  async run(given, voice, world) {
    const named = textOption(given, 'share') ?? '';
    const share = named.endsWith('%') ? Number(named.slice(0, -1)) / 100 : Number(named);
    if (named === '' || !(share > 0 && share <= 1)) {
      return voice.misuse(`--share 应为大于 0、不大于 1 的比例，如 0.1，不能是“${named}”。`);
    }
    const seed = textOption(given, 'seed');
    if (seed === undefined) return voice.misuse('请用 --seed K 写明抽样的种子，以便他人照样重抽。');
    const stratum = textOption(given, 'by');
    const by = STRATA.find((one) => one === stratum);
    if (stratum !== undefined && by === undefined) {
      return voice.misuse(`不能按“${stratum}”分层，--by 可为 ${STRATA.join('、')}。`);
    }
    return onLedger(given, voice, world, 'write', (session) => {
      const drawn = session.call('drawRecheck', { share, seed, ...(by ? { by } : {}) });
      if (!drawn.ok) return drawn;
      const saved = session.save();
      if (!saved.ok) return saved;
      const { population, sample, overturned } = drawn.value;
      const value: RecheckAnswer = { seed: drawn.value.seed, share: drawn.value.share, population, sample, overturned };
      voice.result(value, describe(value));
      return ok(DONE);
    });
  },
};

function describe({ seed, share, population, sample, overturned: { n, d } }: RecheckAnswer): string[] {
  const rate =
    d === 0 ? '尚未作过“回头看”。' : `至今“回头看” ${d} 个，反弹 ${n} 个（${((n / d) * 100).toFixed(1)}%）。`;
  return [
    `可抽 ${population} 个，按 ${share * 100}% 抽取 ${sample.length} 个（种子 ${seed}）：`,
    ...sample.map(({ number, title, stratum }) => `  问题${number}  ${title}${stratum === '' ? '' : `（${stratum}）`}`),
    rate,
  ];
}
