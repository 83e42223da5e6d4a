/** `sample`: a large, plausible, reproducible ledger, for trials of size. */
import { ok, refuse } from '../files/result';
import { sampleTabs } from '../sample/sample';
import { type Command, DONE, type Given, textOption } from './command';
import { onLedger } from './ledgerCommand';

function wholeOption(given: Given, name: string, otherwise: number, most: number): number | string {
  const text = textOption(given, name);
  if (text === undefined) return otherwise;
  const value = Number(text);
  return /^\d+$/.test(text) && value <= most ? value : `--${name} 应为 0 至 ${most} 的整数，不能是“${text}”。`;
}

export const sampleCommand: Command = {
  name: 'sample',
  usage: '--issues N --measures M --seed K',
  summary: '生成一个大而逼真、可重现的台账，供试用（单位和内容均为虚构）',
  options: { issues: { type: 'string' }, measures: { type: 'string' }, seed: { type: 'string' } },
  arguments: [],
  async run(given, voice, world) {
    const issues = wholeOption(given, 'issues', 100, 100_000);
    const measures = wholeOption(given, 'measures', 4, 20);
    const seed = wholeOption(given, 'seed', 1, 4_294_967_295);
    if (typeof issues === 'string') return voice.misuse(issues);
    if (typeof measures === 'string') return voice.misuse(measures);
    if (typeof seed === 'string') return voice.misuse(seed);
    return onLedger(given, voice, world, 'new', (session) => {
      const merged = session.call('mergeEdits', { tabs: sampleTabs({ issues, measures, seed }), adopt: true });
      if (!merged.ok) return merged;
      if (merged.value.refused.length > 0) return refuse(...merged.value.refused);
      const saved = session.save();
      if (!saved.ok) return saved;
      voice.result({ store: given.store, issues, measures: issues * measures, seed }, [
        `已生成台账 ${given.store}：${issues} 个问题、${issues * measures} 项措施（种子 ${seed}）`,
      ]);
      return ok(DONE);
    });
  },
};
