/** `report`: the report as .docx and text. */
import { ok } from '../files/result';
import { type Command, DONE, REFUSED, textOption } from './command';
import { VARIANTS } from './door';
import { onLedger, shortened } from './ledgerCommand';
import { writeReport } from './reportFiles';

export const reportCommand: Command = {
  name: 'report',
  usage: '--kind public [--variant four-part|two-part|statistics-first] [--final] [--out DIR]',
  summary: '生成整改情况通报（.docx 和 .txt）；--final 为定稿，有错误时不予生成',
  options: {
    kind: { type: 'string' },
    variant: { type: 'string' },
    final: { type: 'boolean' },
    out: { type: 'string' },
  },
  arguments: [],
  async run(given, voice, world) {
    const kind = textOption(given, 'kind') ?? 'public';
    if (kind !== 'public') return voice.misuse(`没有“${kind}”这种报告，--kind 目前只有 public。`);
    const named = textOption(given, 'variant');
    const variant = VARIANTS.find((one) => one === named);
    if (named !== undefined && variant === undefined) {
      return voice.misuse(`没有“${named}”这种体例，--variant 可为 ${VARIANTS.join('、')}。`);
    }
    const folder = textOption(given, 'out') ?? 'out';
    return onLedger(given, voice, world, 'write', (session) => {
      const answer = session.call('generateReport', {
        kind,
        ...(variant ? { variant } : {}),
        ...(given.values.final === true ? { final: true } : {}),
      });
      if (!answer.ok) return answer;
      const { status, refused } = answer.value;
      const files = writeReport(session, answer.value, folder);
      if (!files.ok) return files;
      const saved = session.save();
      if (!saved.ok) return saved;
      const made = files.value.docx !== null;
      voice.result({ ...files.value, status, refused }, [
        ...(made
          ? [`已生成${status === 'final' ? '定稿' : '草稿'}：`, `  ${files.value.docx}`, `  ${files.value.text}`]
          : []),
        ...(refused.length > 0 ? [`没有生成${status === 'final' ? '定稿' : '报告'}，原因：`] : []),
        ...shortened(refused.map((fault) => `  ${fault.message}`)),
      ]);
      return ok(made && refused.length === 0 ? DONE : REFUSED);
    });
  },
};
