import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { edit, fillLedger } from './ledgers';
import { Terminal } from './terminal';

describe('rollup', () => {
  const terminal = new Terminal();
  const folder = path.join(terminal.folder, '各单位');
  afterAll(() => terminal.remove());
  beforeAll(async () => {
    mkdirSync(folder);
    await fillLedger(terminal, { started: true });
    const first = readFileSync(terminal.store);
    await edit(terminal, '设置', { 项: '单位名称', 值: '青禾县林业局' });
    renameSync(terminal.store, path.join(folder, '青禾林业.json'));
    writeFileSync(path.join(folder, '云溪林业.json'), first);
    writeFileSync(path.join(folder, '残缺.json'), first.subarray(0, 400));
    writeFileSync(path.join(folder, '说明.txt'), '不是台账');
  });

  test('gives the round of all ledgers in a folder; one that can’t be read is named and stops nothing', async () => {
    const before = readFileSync(path.join(folder, '云溪林业.json'));
    const { code, value } = await terminal.json('rollup', '--stores', folder);
    expect(code).toBe(0);
    expect(value).toMatchObject({
      units: 3,
      read: 2,
      failed: [{ unit: '残缺.json', message: expect.stringContaining('残缺.json') }],
      total: { units: 2, fedBack: 4, inProgress: 4, measuresDone: 4, completion: { n: 0, d: 4 } },
      league: [
        { rank: 1, unit: '云溪县林业局' },
        { rank: 1, unit: '青禾县林业局' },
      ],
      notice: '2个单位反馈4个，完成0个、正在整改4个，完成率0%。',
    });
    expect((value as { common: { title: string; units: string[] }[] }).common).toMatchObject([
      { title: '护林员巡山记录补记代签', units: ['云溪县林业局', '青禾县林业局'] },
      { title: '造林补助资金滞留', units: ['云溪县林业局', '青禾县林业局'] },
    ]);
    expect(readFileSync(path.join(folder, '云溪林业.json'))).toEqual(before);
  });

  test('tells people the notice, the league and what the units have in common', async () => {
    const { code, out } = await terminal.run('rollup', '--stores', folder);
    expect(code).toBe(0);
    expect(out).toContain('2个单位反馈4个，完成0个、正在整改4个，完成率0%。');
    expect(out).toContain('   1    0.00%  云溪县林业局  反馈2、完成0、逾期0');
    expect(out).toContain('2个单位  造林补助资金滞留（云溪县林业局、青禾县林业局）');
    expect(out).toContain('未能汇总 1 个：');
  });

  test('without a folder, or with an empty one, it says what to do', async () => {
    expect((await terminal.run('rollup')).err).toContain('--stores DIR');
    expect(await terminal.run('rollup', '--stores', path.join(folder, '没有'))).toMatchObject({ code: 2 });
    mkdirSync(path.join(folder, '空'));
    expect(await terminal.run('rollup', '--stores', path.join(folder, '空'))).toMatchObject({ code: 1 });
  });
});
