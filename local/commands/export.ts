/** `export --xlsx FILE`: the ledger for Excel, WPS and LibreOffice. */
import { ok } from '../files/result';
import { writeWhole } from '../files/store';
import { exportXlsx } from '../files/xlsx';
import { type Command, DONE, textOption } from './command';
import { onLedger } from './ledgerCommand';

export const exportCommand: Command = {
  name: 'export',
  usage: '--xlsx FILE',
  summary: '导出为 .xlsx，可用 Excel、WPS、LibreOffice 打开',
  options: { xlsx: { type: 'string' } },
  arguments: [],
  async run(given, voice, world) {
    const file = textOption(given, 'xlsx');
    if (!file) return voice.misuse('请用 --xlsx FILE 写明导出到哪个文件。');
    return onLedger(given, voice, world, 'read', async (session) => {
      const spreadsheet = session.spreadsheet();
      const written = writeWhole(file, await exportXlsx(spreadsheet));
      if (!written.ok) return written;
      const tabs = (spreadsheet.sheets ?? []).map((sheet) => sheet.properties?.title ?? '');
      voice.result({ xlsx: file, tabs }, [`已导出 ${file}：${tabs.join('、')}`]);
      return ok(DONE);
    });
  },
};
