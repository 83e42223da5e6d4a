/** `new`: sets up an empty ledger. */
import { ok } from '../files/result';
import { type Command, DONE } from './command';
import { onLedger } from './ledgerCommand';

export const newCommand: Command = {
  name: 'new',
  usage: '',
  summary: '新建一个空台账',
  options: {},
  arguments: [],
  run: (given, voice, world) =>
    onLedger(given, voice, world, 'new', (session) => {
      const saved = session.save();
      if (!saved.ok) return saved;
      const tabs = (session.spreadsheet().sheets ?? []).map((sheet) => sheet.properties?.title ?? '');
      voice.result({ store: given.store, tabs }, [`已新建台账 ${given.store}`, `各表：${tabs.join('、')}`]);
      return ok(DONE);
    }),
};
