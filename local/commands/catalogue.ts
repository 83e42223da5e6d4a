/** `catalogue`: 档案目录 of one issue or of all, as .docx and text. */
import { ok, refuse } from '../files/result';
import { type Command, DONE, issueNumber, textOption } from './command';
import { onLedger } from './ledgerCommand';
import { writeReport } from './reportFiles';

export const catalogueCommand: Command = {
  name: 'catalogue',
  usage: '[--issue N] [--out DIR]',
  summary: '生成档案目录（.docx 和 .txt）：一问题一档案；不写 --issue 时为全部问题',
  options: { issue: { type: 'string' }, out: { type: 'string' } },
  arguments: [],
  async run(given, voice, world) {
    const named = textOption(given, 'issue');
    const issue = named === undefined ? undefined : issueNumber(named);
    if (typeof issue === 'string') return voice.misuse(issue);
    const folder = textOption(given, 'out') ?? 'out';
    return onLedger(given, voice, world, 'write', (session) => {
      const made = session.call('fileCatalogue', issue === undefined ? {} : { issue });
      if (!made.ok) return made;
      const files = writeReport(session, made.value, folder);
      if (!files.ok) return files;
      const { docx, text } = files.value;
      if (docx === null || text === null) {
        return refuse({ code: 'file-lost', message: '档案目录没有取到，台账没有改动；请重新运行一次。' });
      }
      const saved = session.save();
      if (!saved.ok) return saved;
      const { rows } = made.value;
      voice.result({ rows, docx, text }, [`已生成档案目录，共 ${rows} 件：`, `  ${docx}`, `  ${text}`]);
      return ok(DONE);
    });
  },
};
