import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { fillLedger, PEOPLE } from './ledgers';
import { Terminal } from './terminal';

const terminal = new Terminal();
beforeAll(async () => {
  await fillLedger(terminal);
  await terminal.run('act', 'apply', '--issue', '1', '--issue', '2', '--as', PEOPLE.handler);
  await terminal.run('act', 'sign', '--issue', '1', '--issue', '2', '--as', PEOPLE.leader);
  await terminal.run('act', 'sign', '--issue', '1', '--issue', '2', '--as', PEOPLE.office);
});
afterAll(() => terminal.remove());

describe('log', () => {
  test('lists what was done, by name, an issue’s own when asked', async () => {
    const all = (await terminal.run('log')).out.trim().split('\n');
    const own = (await terminal.run('log', '--issue', '2')).out.trim().split('\n');
    expect(own.length).toBeLessThan(all.length);
    expect(own.filter((line) => !line.includes('问题台账 2'))).toEqual([]);
    expect(own.slice(-2)).toEqual([
      expect.stringMatching(/^\d+ {2}2026-11-24 09:00 {2}严知舟 {2}签批 {2}问题台账 2 {2}整改办$/),
      expect.stringMatching(/^\d+ {2}2026-11-24 09:00 {2}严知舟 {2}销号 {2}问题台账 2 {2}待审核→已销号$/),
    ]);
    const { value } = await terminal.json('log', '--issue', '2');
    expect(value).toHaveLength(own.length);
    expect((await terminal.run('log', '--issue', '7')).out).toBe('（没有记录）\n');
  });

  test('verifies: rows and intact, nothing more', async () => {
    const { code, value } = await terminal.json('log', '--verify');
    expect({ code, value }).toEqual({ code: 0, value: { rows: expect.any(Number), intact: true } });
    expect((await terminal.run('log', '--verify')).out).toContain('各问题的状态都与办理记录相符');
    expect(await terminal.run('log', '--verify', '--issue', '1')).toMatchObject({ code: 2 });
  });

  test('names the first row that was tampered with, and exits with 1', async () => {
    const store = terminal.put(
      '改过.json',
      readFileSync(terminal.store, 'utf8').replaceAll(PEOPLE.leader, PEOPLE.chief),
    );
    const { code, out } = await terminal.bare('log', '--verify', '--json', '--store', store);
    const verdict: unknown = JSON.parse(out);
    expect({ code, verdict }).toMatchObject({ code: 1, verdict: { intact: false, broken: expect.any(Number) } });
    const said = (await terminal.bare('log', '--verify', '--store', store)).out;
    expect(said).toMatch(/第 \d+ 条与前文不符/);
  });
});

describe('recheck', () => {
  test('draws the same issues for the same seed, with the population and the rate so far', async () => {
    const first = await terminal.json('recheck', '--share', '0.5', '--seed', '县巡办2026');
    expect(first).toMatchObject({
      code: 0,
      value: { seed: '县巡办2026', share: 0.5, population: 2, overturned: { n: 0, d: 0 } },
    });
    const again = await terminal.json('recheck', '--share', '50%', '--seed', '县巡办2026');
    expect(again.value).toEqual(first.value);
    const given = ['--class', '部分反弹', '--reason', '个别护林员仍有补记。', '--as', PEOPLE.chief];
    await terminal.run('act', '回头看', '--issue', '1', ...given);
    expect((await terminal.json('recheck', '--share', '1', '--seed', 'k')).value).toMatchObject({
      sample: [{ number: 1 }, { number: 2 }],
      overturned: { n: 1, d: 1 },
    });
    expect((await terminal.run('recheck', '--share', '1', '--seed', 'k')).out).toContain('反弹 1 个（100.0%）');
  });

  test.each([
    ['no share', ['--seed', 'k'], '--share'],
    ['a share above the whole', ['--share', '1.5', '--seed', 'k'], '不能是“1.5”'],
    ['no seed', ['--share', '0.1'], '--seed K'],
    ['strata there are none of', ['--share', '0.1', '--seed', 'k', '--by', '月份'], '方面、责任部门'],
  ])('%s is misuse', async (_what, args, sentence) => {
    const { code, err } = await terminal.run('recheck', ...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});

describe('documents and catalogue', () => {
  test('收文登记: what is still to be settled stands first', async () => {
    const { code, value } = await terminal.json('documents');
    expect({ code, value }).toMatchObject({
      code: 0,
      value: [
        { id: '2026-009', settledOn: null, dueOn: '2026-11-20', daysLeft: -4, issues: [2] },
        { id: '2026-004', settledOn: '2026-06-02' },
      ],
    });
    expect((await terminal.run('documents')).out).toContain('2026-009  逾期4天（应于2026-11-20办结）');
  });

  test('档案目录 of one issue or of all, as .docx and text', async () => {
    const out = terminal.file('档案');
    const { code, value } = await terminal.json('catalogue', '--issue', '1', '--out', out);
    expect({ code, value }).toMatchObject({ code: 0, value: { rows: 1 } });
    const docx = readdirSync(out).find((name) => name.endsWith('.docx')) ?? '';
    const parts = unzipSync(readFileSync(`${out}/${docx}`));
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('巡山轨迹核对表');
    expect((await terminal.json('catalogue', '--out', out)).value).toMatchObject({ rows: 2 });
  });

  test('an issue that is not there has no catalogue, and no folder is made', async () => {
    const out = terminal.file('没有');
    expect((await terminal.run('catalogue', '--issue', '99', '--out', out)).code).toBe(1);
    expect(existsSync(out)).toBe(false);
  });
});

describe('pack', () => {
  test('党组会材料 of a period, as .docx with its charts and text, with the counts', async () => {
    const out = terminal.file('党组会');
    const { code, value } = await terminal.json('pack', '--from', '2026-11-01', '--out', out);
    expect({ code, value }).toMatchObject({
      code: 0,
      value: { from: '2026-11-01', to: '2026-11-24', closed: 2, overdue: 0, asked: 0 },
    });
    const names = readdirSync(out).sort();
    expect(names.map((name) => name.replace(/.*\./, ''))).toEqual(['docx', 'txt']);
    expect(readFileSync(`${out}/${names[1]}`, 'utf8')).toContain('分管领导宋清和、整改办严知舟');
    expect(unzipSync(readFileSync(`${out}/${names[0]}`))['word/charts/chart1.xml']).toBeDefined();
    expect((await terminal.run('pack', '--out', out)).out).toContain('（2026-11-24 至 2026-11-24）：销号 0 个');
  });

  test('a day there is none of is misuse; a period that cannot be is refused', async () => {
    expect(await terminal.run('pack', '--from', '2026-02-30')).toMatchObject({ code: 2 });
    const { code, err } = await terminal.run('pack', '--from', '2026-11-30', '--out', terminal.file('没有'));
    expect(code).toBe(1);
    expect(err).toContain('起始日2026年11月30日晚于截止日2026年11月24日');
    expect(existsSync(terminal.file('没有'))).toBe(false);
  });
});
