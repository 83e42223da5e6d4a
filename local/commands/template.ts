/** `template`: a letterhead to edit, for `report --template`. */
import { ok, refuse } from '../files/result';
import { writeWhole } from '../files/store';
import { type Command, DONE, textOption } from './command';
import { onLedger } from './ledgerCommand';

export const templateCommand: Command = {
  name: 'template',
  usage: '[--out FILE]',
  summary: '生成报告模板样张（.docx），改成本单位的版头后用 report --template 套用',
  options: { out: { type: 'string' } },
  arguments: [],
  async run(given, voice, world) {
    const file = textOption(given, 'out') ?? 'out/报告模板.docx';
    return onLedger(given, voice, world, 'read', (session) => {
      const answer = session.call('starterTemplate', {});
      if (!answer.ok) return answer;
      const { docx, tags } = answer.value;
      const stored = docx === null ? undefined : session.driveFile(docx);
      if (stored === undefined) {
        return refuse({ code: 'file-lost', message: '模板样张没有取到，请重新运行一次。' });
      }
      const written = writeWhole(file, stored.bytes);
      if (!written.ok) return written;
      voice.result({ file, tags }, [
        `已生成模板样张：${file}`,
        '可用的标签：',
        ...tags.map(({ tag, meaning }) => `  {${tag}}  ${meaning}`),
      ]);
      return ok(DONE);
    });
  },
};
