/** `pack`: the paper for the party body's meeting, of a period, as .docx and text. */
import { ok, refuse } from '../files/result';
import { type Command, DONE, isDay, textOption } from './command';
import { onLedger } from './ledgerCommand';
import { writeReport } from './reportFiles';

export const packCommand: Command = {
  name: 'pack',
  usage: '[--from YYYY-MM-DD] [--to YYYY-MM-DD] [--out DIR]',
  summary: '生成党组会材料（.docx 和 .txt）；不写 --from 时从上一次接着算，没有上一次的为近 30 天',
  options: { from: { type: 'string' }, to: { type: 'string' }, out: { type: 'string' } },
  arguments: [],
  async run(given, voice, world) {
    const period: { from?: string; to?: string } = {};
    for (const name of ['from', 'to'] as const) {
      const day = textOption(given, name);
      if (day === undefined) continue;
      if (!isDay(day)) return voice.misuse(`--${name} 应为存在的日期，如 2026-06-30，不能是“${day}”。`);
      period[name] = day;
    }
    const folder = textOption(given, 'out') ?? 'out';
    return onLedger(given, voice, world, 'write', (session) => {
      const made = session.call('progressPack', period);
      if (!made.ok) return made;
      const files = writeReport(session, made.value, folder);
      if (!files.ok) return files;
      const { docx, text } = files.value;
      if (docx === null || text === null) {
        return refuse({ code: 'file-lost', message: '党组会材料没有取到，台账没有改动；请重新运行一次。' });
      }
      const saved = session.save();
      if (!saved.ok) return saved;
      const { from, to, closed, overdue, asked } = made.value;
      const counts = `销号 ${closed} 个，逾期 ${overdue} 个，提请研究 ${asked} 项`;
      voice.result({ from, to, closed, overdue, asked, docx, text }, [
        `已生成党组会材料（${from} 至 ${to}）：${counts}。`,
        ...[docx, text].map((file) => `  ${file}`),
      ]);
      return ok(DONE);
    });
  },
};
