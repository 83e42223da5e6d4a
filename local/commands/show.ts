/** `show TAB`: a tab's rows as JSON objects by column name. */
import { ok } from '../files/result';
import { type Command, DONE } from './command';
import { onLedger } from './ledgerCommand';

export const showCommand: Command = {
  name: 'show',
  usage: 'TAB',
  summary: '列出一张表的各行（每行一个 JSON 对象）',
  options: {},
  arguments: ['TAB'],
  run: (given, voice, world) =>
    onLedger(given, voice, world, 'read', (session) => {
      const tab = session.call('readTab', { tab: given.positionals[0] ?? '' });
      if (!tab.ok) return tab;
      const { rows } = tab.value;
      voice.result(rows, rows.length > 0 ? rows.map((row) => JSON.stringify(row)) : ['（没有内容）']);
      return ok(DONE);
    }),
};
