/** `views`: the filter views of 问题台账 and how many issues each shows now; `--update` makes them as they should be. */
import { ok } from '../files/result';
import { type Command, DONE } from './command';
import { onLedger } from './ledgerCommand';

export const viewsCommand: Command = {
  name: 'views',
  usage: '[--update]',
  summary: '列出筛选视图和各视图现有的问题数；--update 先更新视图',
  options: { update: { type: 'boolean' } },
  arguments: [],
  run(given, voice, world) {
    const update = given.values.update === true;
    return onLedger(given, voice, world, update ? 'write' : 'read', (session) => {
      if (update) {
        const kept = session.call('refreshViews', {});
        if (!kept.ok) return kept;
        const { made, changed, removed } = kept.value;
        voice.remark(`筛选视图：新建 ${made} 个，更新 ${changed} 个，删除 ${removed} 个。`);
        const saved = session.save();
        if (!saved.ok) return saved;
      }
      const listed = session.call('listViews', {});
      if (!listed.ok) return listed;
      const views = listed.value.map(({ title, tab, count }) => ({ title, tab, count }));
      voice.result(
        { views },
        views.map(({ title, tab, count }) => `${tab}  ${title}  ${count}`),
      );
      return ok(DONE);
    });
  },
};
