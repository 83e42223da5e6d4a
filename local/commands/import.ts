/** `import FILE`: a feedback document or a published report into the ledger. */
import path from 'node:path';
import { ok } from '../files/result';
import { type Command, DONE, exitCodeOf } from './command';
import { onLedger, readBytes, shortened } from './ledgerCommand';

export const importCommand: Command = {
  name: 'import',
  usage: 'FILE [--append]',
  summary: '导入反馈意见或已公开的整改通报（.docx、.txt）；台账不存在时先建立',
  options: { append: { type: 'boolean' } },
  arguments: ['FILE'],
  async run(given, voice, world) {
    const file = given.positionals[0] ?? '';
    const bytes = readBytes(file);
    if (!bytes.ok) return voice.refused(bytes.faults, exitCodeOf(bytes.faults));
    const document = { name: path.basename(file), base64: Buffer.from(bytes.value).toString('base64') };
    return onLedger(given, voice, world, 'create', (session) => {
      const append = given.values.append === true ? { append: true } : {};
      const imported = session.call('importDocument', { ...document, ...append });
      if (!imported.ok) return imported;
      const saved = session.save();
      if (!saved.ok) return saved;
      const { aspects, groups, issues, measures, unplaced, warnings } = imported.value;
      const parts = [
        `${aspects} 个方面`,
        ...(groups > 0 ? [`${groups} 类`] : []),
        `${issues} 个问题`,
        `${measures} 项措施`,
      ];
      voice.result({ aspects, groups, issues, measures, unplaced, warnings }, [
        `已导入 ${file}：${parts.join('、')}`,
        ...(unplaced.length > 0
          ? [`未能归位 ${unplaced.length} 段（已存入“报告素材”的“未归位”）：`, ...shortened(unplaced, 5)]
          : []),
        ...warnings.map((warning) => `提示：${warning}`),
        `台账：${given.store}`,
      ]);
      return ok(DONE);
    });
  },
};
