import { keptCells, summaryIn } from '../../src/app/rollUp/kept';
import { figuresOf } from '../../src/progress/rollUp';
import { CountedFiles, RollUpFile, tabOf, type UnitIssue, unitFile, workbookOf } from '../support/rollUpFile';

const SHARED = ['公务接待未执行公函制度', '干部学习笔记存在补记现象', '工程变更未经集体研究决定'];
const PLACES = ['河道', '林场', '粮库', '学校', '药房', '桥梁', '渡口', '茶园', '泵站', '苗圃'];

/** Issues of a fictitious unit: the first is shared with others, `closed` of them are 已销号. */
function issuesOf(unit: number, count: number, closed: number): UnitIssue[] {
  return Array.from({ length: count }, (_, at) => ({
    title:
      at === 0
        ? (SHARED[unit % SHARED.length] ?? '')
        : `${PLACES[(unit + at) % 10]}第${unit}批${PLACES[at % 10]}第${at}号验收记录缺${unit * 31 + at}份`,
    state: at < closed ? '已销号' : '整改中',
  }));
}

function county(units: number, issues: number, closed = issues - 1) {
  const files = new CountedFiles();
  const lines = Array.from({ length: units }, (_, at): [string, string] => [`云溪第${at + 1}单位`, `ledger-${at + 1}`]);
  lines.forEach(([name, id], at) => {
    files.set(id, unitFile(name, issuesOf(at, issues, closed)));
  });
  return { files, lines };
}

const column = (file: RollUpFile, at: number) =>
  file
    .cells('下属单位')
    .slice(1)
    .map((cells) => cells[at] ?? '')
    .filter((text) => text !== '');

describe('500 ledgers of 50 issues, 60 reads a minute and 6 minutes an execution', () => {
  const { files, lines } = county(500, 50);
  const file = new RollUpFile(files, lines);
  const runs = file.rollUp();

  test('are all read, each once, in several executions none of which fails', () => {
    expect(file.host.failures()).toEqual([]);
    expect(new Set(column(file, 2))).toEqual(new Set(['已读取']));
    expect(lines.map(([, id]) => files.readsOf(id)).filter((reads) => reads !== 1)).toEqual([]);
    expect(runs).toBeGreaterThan(1);
    expect(runs).toBeLessThan(6);
    expect(file.host.triggers()).toEqual([]);
  });

  test('give the notice, the table with its sums, and what the units have in common', () => {
    const whole = file.cells('汇总').map((cells) => cells.join(' ').trim());
    expect(whole[2]).toBe('500个单位反馈25000个，完成24500个、正在整改500个，完成率98%。');
    expect(whole).toContain('下属单位（已读取） 500 100%（500/500）');
    expect(whole).toContain('已完成措施 24500 98%（24500/25000）');
    expect(whole[whole.length - 1]).toBe('合计 25000 24500 0 500 0 0 0 98%（24500/25000）');
    const common = file.cells('共性问题').slice(4);
    expect(common.map(([title, units]) => [title, units])).toEqual(
      expect.arrayContaining([
        [SHARED[0], '167'],
        [SHARED[1], '167'],
        [SHARED[2], '166'],
      ]),
    );
  });

  test('are read anew when everything was read, also with a quota others use too', () => {
    const again = new RollUpFile(files, lines.slice(0, 30), { msPerCall: 300, readsPerMinute: 20 });
    again.rollUp();
    again.rollUp();
    expect(again.host.failures()).toEqual([]);
    expect(column(again, 2)).toHaveLength(30);
    expect(files.readsOf('ledger-3')).toBe(3);
  });
});

describe('a run that is killed', () => {
  const { files, lines } = county(23, 3);
  const undisturbed = new RollUpFile(files, lines);
  undisturbed.rollUp();
  const calls = undisturbed.host.calls().flatMap(({ service, method }) => (service === 'Sheets' ? [method] : []));
  const expected = undisturbed.cells('汇总').slice(2);

  test('costs one read a unit, a read and a write for every 20, and two reads and a write besides', () => {
    const count = (name: string) => calls.filter((method) => method.endsWith(name)).length;
    expect(count('atchGet')).toBe(23 + 2 + 2);
    expect(count('atchUpdate')).toBe(2 + 1);
    expect(calls).toHaveLength(27 + 3);
  });

  test('before or after any of its calls goes on where it was', () => {
    // every third call is enough to meet each kind of call on either side
    for (let call = 1, isKilled = true; isKilled; call += 3) {
      files.reads.clear();
      const file = new RollUpFile(files, lines);
      file.host.stopAt({ call, when: call % 2 === 0 ? 'before' : 'after', function: 'menuRollUp' });
      try {
        file.host.call('menuRollUp', [], 'menu');
        isKilled = false;
      } catch {
        isKilled = true;
      }
      const written = column(file, 2).length;
      const before = new Map(lines.map(([, id]) => [id, files.readsOf(id)]));
      // killed before it had made its trigger, it has done nothing yet
      if (written === 0 && file.host.triggers().length === 0) file.rollUp();
      else file.goOn();
      expect(file.cells('汇总').slice(2)).toEqual(expected);
      expect(file.host.triggers()).toEqual([]);
      expect(file.host.failures()).toEqual([]);
      const again = lines.filter(([, id]) => files.readsOf(id) > (before.get(id) ?? 0));
      expect(again).toHaveLength(isKilled ? lines.length - written : 0);
    }
  });

  test('again and again, in the executions that go on too, comes to the same end', () => {
    const file = new RollUpFile(files, lines);
    file.host.stopAt({ call: 40, when: 'before', function: 'menuRollUp' });
    expect(() => file.host.call('menuRollUp', [], 'menu')).toThrow();
    for (const call of [1, 25, 2, 30]) {
      file.host.stopAt({ call, when: 'after', function: 'continueRollUp' });
      file.host.advance(500_000);
      file.host.fireTimeTriggers('continueRollUp');
    }
    file.goOn();
    expect(file.host.failures()).toHaveLength(4);
    expect(file.cells('汇总').slice(2)).toEqual(expected);
    expect(file.host.triggers()).toEqual([]);
  });

  test('by the time limit goes on by the trigger made before it began', () => {
    files.reads.clear();
    const file = new RollUpFile(files, lines, { msPerCall: 300, executionMs: 37_000 });
    expect(() => file.host.call('menuRollUp', [], 'menu')).toThrow('Exceeded maximum execution time');
    expect(file.host.triggers()).toHaveLength(2);
    expect(column(file, 2)).toHaveLength(20);
    expect(file.goOn()).toBe(1);
    expect(file.cells('汇总').slice(2)).toEqual(expected);
    expect(lines.slice(0, 20).map(([, id]) => files.readsOf(id))).toEqual(lines.slice(0, 20).map(() => 1));
  });
});

describe('what stands in the way of a unit is told in its line and stops nothing', () => {
  const { files } = county(2, 4);
  const good = files.get('ledger-1');
  const all: [string, string, string][] = [
    ['云溪镇', 'https://docs.google.com/spreadsheets/d/ledger-1/edit#gid=0', '已读取'],
    ['未共享镇', 'closed', '没有权限：请该单位把表格共享给汇总人（可查看）'],
    ['无此表镇', 'nothing', '找不到表格：请核对表格编号或链接'],
    ['普通表镇', 'plain', '不是整改台账，或没有建立：请核对编号，或请该单位“建立/升级台账”'],
    ['旧版镇', 'old', '台账是旧版（第1版），缺少“问题台账·状态”列：请该单位运行“建立/升级台账”'],
    ['缺列镇', 'cut', '缺少“整改措施”表：请该单位运行“建立/升级台账”'],
    ['停机镇', 'down', 'Google 服务没有读成，请稍后再汇总（'],
    ['移列镇', 'moved', '已读取'],
    ['错字镇', 'wrong', '已读取，有1处不能识别，请该单位校验台账'],
    ['未填镇', '', '没有读：请填写表格编号，或表格的链接'],
    ['发布镇', 'https://docs.google.com/spreadsheets/d/e/2PACX-1v/pubhtml', '没有读：请填写表格编号，或表格的链接'],
    ['重复镇', 'ledger-1', '没有读：上面已列有同一表格'],
    ['', 'ledger-2', '已读取'],
  ];
  const issue = { 编号: 1, 问题: '护林员巡山记录补记', 状态: '整改中', 整改时限: 46_000 };
  const settings = tabOf('settings', []);
  files.set('closed', { ...(good ?? unitFile('', [])), readers: ['other@example.invalid'] });
  files.set('plain', { spreadsheet: workbookOf([{ properties: { sheetId: 0, title: '工作表1' } }], null) });
  files.set('old', {
    spreadsheet: workbookOf([tabOf('issues', [], ['编号', '问题', '整改时限']), tabOf('measures', []), settings], 1),
  });
  files.set('cut', { spreadsheet: workbookOf([tabOf('issues', [issue]), settings]) });
  files.set('down', { ...(good ?? unitFile('', [])), fault: { code: 503, message: 'The service is unavailable.' } });
  files.set('moved', {
    spreadsheet: workbookOf([
      tabOf('issues', [issue], ['备注', '整改时限', '状态', '编号', '问题']),
      tabOf('measures', []),
      settings,
    ]),
  });
  files.set('wrong', {
    spreadsheet: workbookOf([tabOf('issues', [{ ...issue, 整改时限: '年底前' }]), tabOf('measures', []), settings]),
  });
  const file = new RollUpFile(
    files,
    all.map(([name, link]) => [name, link]),
  );
  const runs = file.rollUp();

  test('each by its own sentence', () => {
    expect(runs).toBe(1);
    const results = file
      .cells('下属单位')
      .slice(1)
      .map((cells) => cells[2] ?? '');
    all.forEach(([, , result], at) => {
      expect(results[at]).toMatch(new RegExp(`^${result.replace(/[（）()]/g, '.')}`));
    });
  });

  test('and named below the table; a line without a name takes the one in the ledger', () => {
    const whole = file.cells('汇总');
    expect(whole[2]?.[0]).toBe('4个单位反馈10个，完成6个、正在整改4个，完成率60%，逾期1个。');
    const from = whole.findIndex(([head]) => head === '未能汇总的单位');
    expect(whole.slice(from + 1).map(([unit]) => unit)).toEqual([
      ...['未共享镇', '无此表镇', '普通表镇', '旧版镇', '缺列镇', '停机镇', '未填镇', '发布镇', '重复镇'],
    ]);
    expect(whole.map((cells) => cells[1])).toEqual(
      expect.arrayContaining(['云溪镇', '移列镇', '错字镇', '云溪第2单位']),
    );
    expect(file.said()).toContain('下属单位13个，已读取4个，未能读取9个。');
  });

  test('a line whose 结果 is emptied is read again, alone, on the same day', () => {
    files.set('nothing', unitFile('无此表镇', [{ title: '会议记录不全', state: '已销号' }], 3));
    const before = files.readsOf('ledger-2');
    file.write('下属单位', 3, 2, [['']]);
    file.rollUp();
    expect(file.cells('下属单位')[3]?.[2]).toBe('已读取');
    expect(file.cells('汇总')[2]?.[0]).toContain('5个单位反馈13个，完成7个');
    expect(files.readsOf('ledger-2')).toBe(before);
    file.host.advance(24 * 3_600_000);
    file.write('下属单位', 3, 2, [['']]);
    file.rollUp();
    expect(files.readsOf('ledger-2')).toBe(before + 1);
  });
});

describe('下属单位', () => {
  const { files, lines } = county(6, 2);

  test('may be sorted, and its columns moved, while it is read: no result stands beside another unit', () => {
    const file = new RollUpFile(files, lines);
    const sheetId = file.sheetId('下属单位');
    file.host.apply([
      {
        moveDimension: {
          source: { sheetId, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 },
          destinationIndex: 0,
        },
      },
    ]);
    const range = { sheetId, startRowIndex: 1, endRowIndex: 7, startColumnIndex: 0, endColumnIndex: 9 };
    file.host.meanwhile({ call: 20, when: 'after', function: 'menuRollUp' }, () => {
      file.host.apply([{ sortRange: { range, sortSpecs: [{ dimensionIndex: 2, sortOrder: 'DESCENDING' }] } }]);
    });
    file.rollUp();
    const rows = file.cells('下属单位').slice(1, 7);
    expect(rows.map(([result, , link, , readId]) => [result, readId === link])).toEqual(
      rows.map(() => ['已读取', true]),
    );
    expect(rows[0]?.[2]).toBe('ledger-6');
    expect(file.cells('汇总')[2]?.[0]).toContain('6个单位反馈12个，完成6个');
  });

  test('is made once; without it, or without lines, nothing is done and nothing is left behind', () => {
    const file = new RollUpFile(files, []);
    const before = file.host.spreadsheet();
    file.host.call('menuSetUpRollUp', [], 'menu');
    expect(file.host.spreadsheet()).toBe(before);
    file.rollUp();
    expect(file.said()).toContain('没有填写单位');
    file.host.apply([{ deleteSheet: { sheetId: file.sheetId('下属单位') } }]);
    file.rollUp();
    expect(file.said()).toContain('缺少“下属单位”表，请先选择“汇总 ▸ 建立汇总表”');
    expect(file.host.triggers()).toEqual([]);
  });

  test('a tab of the name 汇总 that is not the program’s is not overwritten', () => {
    const file = new RollUpFile(files, lines);
    file.host.apply([{ addSheet: { properties: { sheetId: 7, title: '汇总' } } }]);
    file.write('汇总', 0, 0, [['本局自己的汇总']]);
    file.rollUp();
    expect(file.said()).toContain('已有的“汇总”表不是程序建立的');
    expect(file.cells('汇总')).toEqual([['本局自己的汇总']]);
  });

  test('one execution at a time; the progress is told meanwhile', () => {
    const file = new RollUpFile(files, lines);
    let said = '';
    file.host.meanwhile({ call: 22, when: 'after', function: 'menuRollUp' }, () => {
      file.host.call('menuRollUp', [], 'menu');
      said = file.said();
      file.host.call('menuRollUpProgress', [], 'menu');
      said += file.said();
    });
    file.rollUp();
    expect(said).toContain('正在汇总');
    expect(said).toContain('下属单位6个，已读取0个，未能读取0个，还有6个。');
  });

  test('with all 20 triggers taken it says so and reads nothing', () => {
    const triggers = Array.from({ length: 20 }, (_, at) => ({
      id: `4${at}`,
      maker: 'zhengban@example.invalid',
      handler: 'dailyVerify',
      event: 'CLOCK' as const,
      clock: { everyDays: 1 },
    }));
    const file = new RollUpFile(files, lines, undefined, { triggers });
    file.host.call('menuRollUp', [], 'menu');
    expect(file.said()).toContain('不能安排自动继续');
    expect(column(file, 2)).toEqual([]);
  });
});

test('what is kept of a unit comes back from its cells, however long, and holds no half characters', () => {
  const counts = { total: 3_000, closed: 0, ongoing: 0, inProgress: 0, notStarted: 3_000, terminated: 0, overdue: 0 };
  const statistics = figuresOf({
    fedBack: 0,
    // only the counts named are taken over
    issues: counts as never,
    measures: { done: 1, inForce: 2 } as never,
  });
  const issues = Array.from({ length: 3_000 }, (_, at) => ({ number: at + 1, title: `${'𬭎"\n'.repeat(9)}第${at}号` }));
  const cells = keptCells({ unit: '云溪县', statistics, issues });
  expect(cells.every((text) => text.length <= 50_000 && !/[\ud800-\udfff]/.test(text))).toBe(true);
  const back = summaryIn(cells.join(''));
  expect(back?.statistics.fedBack).toBe(3_000);
  expect(back?.issues.length).toBeGreaterThan(500);
  expect(back?.issues[0]).toEqual(issues[0]);
  expect(summaryIn(`${cells[0]}x`)).toBeUndefined();
});
