import { readFileSync } from 'node:fs';
import { readStore } from '../../../local/files/store';
import { fillLedger, PEOPLE } from './ledgers';
import { Terminal } from './terminal';

jest.setTimeout(30_000);

const terminal = new Terminal();
beforeAll(async () => {
  await fillLedger(terminal);
  await terminal.run('act', 'apply', '--issue', '1', '--as', PEOPLE.handler);
  await terminal.run('act', 'sign', '--issue', '1', '--as', PEOPLE.leader);
});
afterAll(() => terminal.remove());

const viewsIn = (store: string) => {
  const read = readStore(store);
  const sheets = read.ok ? (read.value.store.spreadsheet.sheets ?? []) : [];
  return sheets.flatMap(({ filterViews = [] }) => filterViews.map(({ title }) => title));
};

describe('stats', () => {
  test('gives all numbers, every rate as n of d, and leaves the store as it is', async () => {
    const before = readFileSync(terminal.store, 'utf8');
    const { code, value } = await terminal.json('stats');
    expect({ code, value }).toMatchObject({
      code: 0,
      value: {
        asOf: '2026-11-24',
        fedBack: 2,
        issues: { total: 2, inProgress: 2, byState: { 待审核: 1, 整改中: 1 }, completion: { n: 0, d: 2 } },
        departments: [{ name: '资源股', total: 2, completion: { n: 0, d: 2 } }],
        measures: { completion: { n: 2, d: 2 } },
        acceptance: { reported: { waiting: 1, measuresDone: 1, total: 2 }, signed: { n: 0, d: 0 } },
        evidenced: { n: 2, d: 2 },
        nextDue: [{ number: 1, daysLeft: 26 }, { number: 2 }],
      },
    });
    expect(readFileSync(terminal.store, 'utf8')).toBe(before);
  });

  test('tells people the chief ones', async () => {
    const { out } = await terminal.run('stats');
    expect(out).toContain('截至 2026-11-24：反馈问题 2 个，台账问题 2 个');
    expect(out).toContain('问题完成率 0/2，措施完成率 2/2');
  });
});

describe('views', () => {
  test('lists title, tab and count, and makes nothing unasked', async () => {
    const { code, value } = await terminal.json('views');
    expect(code).toBe(0);
    expect(value).toEqual({
      views: [
        { title: '我的·梁鹏', tab: '问题台账', count: 2 },
        { title: '已逾期', tab: '问题台账', count: 0 },
        { title: '本月到期', tab: '问题台账', count: 0 },
        { title: '待我审核·严知舟', tab: '问题台账', count: 1 },
        { title: '部门·资源股', tab: '问题台账', count: 2 },
        { title: '牵头领导·宋清和', tab: '问题台账', count: 2 },
        ...['长期坚持', '无佐证', '被退回', '重新整改', '已销号'].map((title) => ({
          ...{ title, tab: '问题台账', count: 0 },
        })),
      ],
    });
    expect(viewsIn(terminal.store)).toEqual([]);
  });

  test('makes them when asked, once', async () => {
    expect(await terminal.run('views', '--update')).toMatchObject({
      code: 0,
      err: expect.stringContaining('新建 11 个'),
    });
    expect(viewsIn(terminal.store)).toHaveLength(11);
    const before = readFileSync(terminal.store, 'utf8');
    const again = await terminal.run('views', '--update');
    expect(again.err).toContain('新建 0 个，更新 0 个，删除 0 个');
    expect(again.out).toContain('问题台账  待我审核·严知舟  1\n');
    expect(readFileSync(terminal.store, 'utf8')).toBe(before);
  });
});
