/** `open --xlsx FILE`: an edited .xlsx back into the ledger, every refused cell named. */
import path from 'node:path';
import type { Fault } from '../files/result';
import { ok } from '../files/result';
import { readXlsx } from '../files/xlsx';
import { type Command, DONE, exitCodeOf, REFUSED, textOption } from './command';
import { onLedger, readBytes, shortened } from './ledgerCommand';
import type { Session } from './session';

/** A tab of the user's own that the ledger has too was not edited here: worth a remark, not a refusal. */
function isOwnTab(fault: Fault, session: Session): boolean {
  const titles = session.spreadsheet().sheets?.map((sheet) => sheet.properties?.title) ?? [];
  return fault.code === 'unknown-tab' && titles.includes(fault.tab);
}

export const openCommand: Command = {
  name: 'open',
  usage: '--xlsx FILE',
  summary: '读回编辑过的 .xlsx；不能接收的单元格逐一列出，其余照收；台账不存在时以它建立',
  options: { xlsx: { type: 'string' } },
  arguments: [],
  async run(given, voice, world) {
    const file = textOption(given, 'xlsx');
    if (!file) return voice.misuse('请用 --xlsx FILE 写明要读入哪个文件。');
    const bytes = readBytes(file);
    if (!bytes.ok) return voice.refused(bytes.faults, exitCodeOf(bytes.faults));
    const contents = await readXlsx(bytes.value, path.basename(file));
    if (!contents.ok) return voice.refused(contents.faults);
    return onLedger(given, voice, world, 'create', (session) => {
      const { tabs, refused: unread, notices } = contents.value;
      const merged = session.call('mergeEdits', { tabs, whole: true, ...(session.isNew ? { adopt: true } : {}) });
      if (!merged.ok) return merged;
      const saved = session.save();
      if (!saved.ok) return saved;
      const { changed, added } = merged.value;
      const own = merged.value.refused.filter((fault) => isOwnTab(fault, session));
      const refused = [...unread, ...merged.value.refused.filter((fault) => !own.includes(fault))];
      for (const notice of notices) voice.remark(`提示：${notice}`);
      for (const fault of own) voice.remark(`提示：${fault.tab}是自建的表，文件中的改动没有读入。`);
      voice.result({ changed, added, refused }, [
        `已读入 ${file}：改动 ${changed} 格，新增 ${added} 条${refused.length > 0 ? `，未接收 ${refused.length} 处：` : ''}`,
        ...shortened(refused.map((fault) => `  ${fault.message}`)),
      ]);
      return ok(refused.length > 0 ? REFUSED : DONE);
    });
  },
};
