import type { Gives } from '../../src/app/contract';
import { freshLedger, type HostedLedger } from '../support/hostedLedger';

const SHARED = { 方面: '履行职能责任方面', 整改类型: '限期整改', 牵头领导: '许青', 责任部门: '河湖股', 责任人: '方禾' };

function filled(): HostedLedger {
  const ledger = freshLedger();
  ledger.merge('名单', [
    { 邮箱: 'zhengban@example.invalid', 姓名: '许青', 部门: '办公室', 职务: '副局长', 角色: '分管领导' },
    { 邮箱: 'jb@example.invalid', 姓名: '方禾', 部门: '河湖股', 职务: '科员', 角色: '经办人' },
  ]);
  ledger.merge('设置', [{ 项: '单位名称', 值: '青禾县水务局' }]);
  ledger.merge('问题台账', [
    { 编号: 1, 问题: '河道巡查记录不全', 整改时限: '2026-11-20', ...SHARED },
    { 编号: 2, 问题: '水库隐患排查不细', 整改时限: '2026-12-20', ...SHARED },
  ]);
  ledger.merge('整改措施', [
    { 措施编号: '1-1', 问题编号: 1, 措施内容: '补录巡查记录46份。', 状态: '进行中' },
    { 措施编号: '2-1', 问题编号: 2, 措施内容: '逐库建立隐患清单。', 状态: '未开始' },
  ]);
  return ledger;
}

describe('the sidebar of an issue', () => {
  const ledger = filled();

  test('shows its state, deadline, people, measures, history and findings', () => {
    const view = ledger.ask<Gives<'viewIssue'>>('viewIssue', { issue: 1 }).value;
    expect(view).toMatchObject({
      number: 1,
      state: '未启动',
      due: '逾期',
      daysLeft: -4,
      leader: '许青',
      previous: null,
      next: 2,
    });
    expect(view.measures).toMatchObject([{ id: '1-1', state: '进行中', evidence: 0, cell: 'C2' }]);
    expect(view.history).toMatchObject([{ action: '建立', to: '未启动' }]);
    expect(view.findings.map(({ code }) => code)).toContain('overdue');
    const person = view.fields.find(({ id }) => id === 'person');
    expect(person).toMatchObject({ header: '责任人', required: true, options: ['许青', '方禾'] });
  });

  test('follows the cursor on issues and measures', () => {
    ledger.host.select('问题台账!D3');
    expect(ledger.ask('selection').value).toMatchObject({ tab: '问题台账', row: 3, issue: 2 });
    ledger.host.select('整改措施!C2');
    expect(ledger.ask('selection').value).toMatchObject({ issue: 1, measure: '1-1' });
    expect(ledger.serviceCalls()).toEqual([]);
    ledger.host.select('设置!B2');
    expect(ledger.ask('selection').value).toMatchObject({ issue: null });
  });

  test('finds issues by number, and by words in the issue or its measures', () => {
    const find = (query: string) =>
      ledger.ask<Gives<'searchIssues'>>('searchIssues', { query }).value.map(({ number }) => number);
    expect(find('2')).toEqual([2]);
    expect(find('水库')).toEqual([2]);
    expect(find('补录 记录')).toEqual([1]);
    expect(find('')).toEqual([1, 2]);
    expect(find('没有这个词')).toEqual([]);
  });

  test('stands the person on a cell, and refuses one that is not there', () => {
    expect(ledger.ask('jumpTo', { tab: '整改措施', cell: 'C2' }).ok).toBe(true);
    expect(ledger.ask('jumpTo', { tab: '没有这表', cell: 'C2' })).toMatchObject({
      ok: false,
      faults: [{ code: 'no-such-cell' }],
    });
    expect(ledger.ask('jumpTo', { tab: '整改措施', cell: '=A1' })).toMatchObject({ ok: false });
  });

  test('knows who the person is', () => {
    expect(ledger.ask('whoAmI').value).toEqual({
      mail: 'zhengban@example.invalid',
      name: '许青',
      role: '分管领导',
      unit: '青禾县水务局',
    });
  });
});

describe('saving a record', () => {
  const ledger = filled();
  const save = (expected: object, values: object) =>
    ledger.ask('saveRecord', { tab: 'measures', key: '1-1', expected, values });

  test('takes dates in any usual form, writes what differs, and logs which fields', () => {
    expect(
      save({ state: '进行中' }, { state: '已完成', doneOn: '2026年11月2日', result: ' 补录46份。 ' }),
    ).toMatchObject({ ok: true, value: { changed: 3 } });
    expect(ledger.rows('整改措施')[0]).toMatchObject({
      状态: '已完成',
      完成日期: '2026-11-02',
      落实情况: '补录46份。',
    });
    expect(ledger.rows('办理记录').pop()).toMatchObject({
      动作: '修改',
      对象: '整改措施 1-1',
      事由: '修改状态、完成日期、落实情况',
    });
  });

  test('is refused when somebody else changed the field meanwhile, and says what stands there now', () => {
    const answer = save({ state: '进行中' }, { state: '已取消' });
    expect(answer).toMatchObject({ ok: false, faults: [{ code: 'changed-meanwhile', key: 'state', cell: 'I2' }] });
    expect(answer.faults[0]?.message).toContain('现为“已完成”');
    expect(ledger.rows('整改措施')[0]?.状态).toBe('已完成');
  });

  test('names every value that cannot be taken and writes nothing', () => {
    const answer = save({}, { doneOn: '2月30日', state: '差不多了' });
    expect(answer.faults.map(({ code }) => code)).toEqual(['unreadable-date', 'unknown-choice']);
    expect(
      ledger.ask('saveRecord', { tab: 'issues', key: '1', expected: {}, values: { state: '已销号' } }),
    ).toMatchObject({
      ok: false,
      faults: [{ code: 'system-column' }],
    });
  });

  test('keeps HTML and formulas as the text they are', () => {
    save({}, { result: '<img src=x onerror=alert(1)> =IMPORTXML("http://x","//a")' });
    expect(ledger.rows('整改措施')[0]?.落实情况).toBe('<img src=x onerror=alert(1)> =IMPORTXML("http://x","//a")');
  });

  test('costs the same calls whatever the size', () => {
    save({}, { result: '另一说法。' });
    expect(ledger.serviceCalls()).toHaveLength(4);
  });
});

describe('adding records', () => {
  const ledger = filled();

  test('an issue gets a number that was never used, also after one was deleted', () => {
    expect(ledger.ask('addIssue', { values: { title: '台账更新不及时', aspect: '履行职能责任方面' } }).value).toEqual({
      key: '3',
    });
    const sheet = ledger.host.spreadsheet().sheets?.find(({ properties }) => properties?.title === '问题台账');
    ledger.host.apply([
      {
        deleteDimension: {
          range: { sheetId: sheet?.properties?.sheetId ?? 0, dimension: 'ROWS', startIndex: 3, endIndex: 4 },
        },
      },
    ]);
    expect(ledger.ask('addIssue', { values: { title: '取水许可档案缺失' } }).value).toEqual({ key: '4' });
    expect(ledger.rows('问题台账').map((row) => [row.编号, row.状态, row.轮次])).toContainEqual([4, '未启动', 1]);
  });

  test('a measure and its evidence get the next numbers', () => {
    expect(ledger.ask('addMeasure', { issue: 2, values: { content: '整改隐患7处。' } }).value).toEqual({ key: '2-2' });
    const evidence = { type: '台账资料', name: '隐患清单', date: '2026.10.8', location: '档2026-51' };
    expect(ledger.ask('addEvidence', { issue: 2, measure: '2-2', values: evidence }).value).toEqual({ key: '2-2-01' });
    expect(ledger.ask('addEvidence', { issue: 2, measure: '2-2', values: evidence }).value).toEqual({ key: '2-2-02' });
    expect(ledger.rows('佐证材料')[0]).toMatchObject({
      材料编号: '2-2-01',
      日期: '2026-10-08',
      登记人: 'zhengban@example.invalid',
    });
    expect(ledger.ask('addMeasure', { issue: 99, values: {} })).toMatchObject({
      ok: false,
      faults: [{ code: 'no-such-issue' }],
    });
  });

  test('a blank form has no system fields and no keys', () => {
    const fields = ledger.ask<Gives<'blankRecord'>>('blankRecord', { tab: 'measures' }).value.map(({ id }) => id);
    expect(fields).toContain('content');
    expect(fields).not.toContain('id');
    expect(fields).not.toContain('issue');
  });
});

describe('waiving a finding', () => {
  const ledger = filled();
  ledger.merge('设置', [{ 项: '反馈问题总数', 值: 3 }]);
  const check = () => ledger.ask<Gives<'checkLedger'>>('checkLedger').value;
  const overdue = () => check().findings.find(({ code }) => code === 'overdue');

  test('takes a reason, which is logged and shown; the finding no longer counts', () => {
    const before = check();
    const finding = overdue();
    if (!finding) throw new Error('issue 1 is overdue');
    const { code, tab, key, cell } = finding;
    expect(ledger.ask('waiveFinding', { code, tab, key, cell, reason: ' ' })).toMatchObject({
      ok: false,
      faults: [{ code: 'no-reason' }],
    });
    const after = ledger.ask<Gives<'checkLedger'>>('waiveFinding', {
      code,
      tab,
      key,
      cell,
      reason: '县委巡察办已同意顺延',
    }).value;
    expect(after.waived).toBe(1);
    expect(after.warnings).toBe(before.warnings - 1);
    expect(overdue()?.waiver).toMatchObject({ by: 'zhengban@example.invalid', reason: '县委巡察办已同意顺延' });
    expect(ledger.rows('办理记录').pop()).toMatchObject({
      动作: '豁免',
      对象: '问题台账 1',
      事由: '县委巡察办已同意顺延',
    });
  });

  test('lapses when what was found is different', () => {
    ledger.merge('问题台账', [{ 编号: 1, 整改时限: '2026-11-10' }]);
    expect(overdue()?.waiver).toBeNull();
  });

  test('is not possible where the public would be misled', () => {
    const finding = check().findings.find(({ code }) => code === 'fed-back-count');
    expect(finding?.waivable).toBe(false);
    const { code = '', tab = '', key = '', cell = '' } = finding ?? {};
    expect(ledger.ask('waiveFinding', { code, tab, key, cell, reason: '领导说可以' })).toMatchObject({
      ok: false,
      faults: [{ code: 'not-waivable' }],
    });
  });
});

describe('an import looked at before it is written', () => {
  const ledger = freshLedger();
  const text = '一、整改落实情况\n（一）职责方面\n1.关于“巡查记录不全”的问题。\n一是补录记录。二是修订办法。';
  const draft = ledger.ask<Gives<'previewImport'>>('previewImport', { name: '', text }).value;

  test('shows what was recognised and writes nothing', () => {
    expect(draft.issues).toMatchObject([
      { title: '巡查记录不全', aspect: '职责方面', measures: ['补录记录。', '修订办法。'] },
    ]);
    expect(ledger.rows('问题台账')).toEqual([]);
  });

  test('is written as it was corrected', () => {
    const [issue] = draft.issues;
    const corrected = { ...draft, issues: [{ ...issue, title: '河道巡查记录不全', measures: ['补录记录。'] }] };
    expect(ledger.ask('confirmImport', { source: '通报.docx', proposal: corrected }).value).toMatchObject({
      issues: 1,
      measures: 1,
    });
    expect(ledger.rows('问题台账')[0]?.问题).toBe('河道巡查记录不全');
    expect(ledger.rows('办理记录')[0]?.事由).toBe('导入自通报.docx');
  });

  test('is refused when its shape is not the contract’s', () => {
    expect(ledger.ask('confirmImport', { source: '', proposal: { ...draft, kind: 'other' } })).toMatchObject({
      ok: false,
      faults: [{ code: 'wrong-argument' }],
    });
  });
});

test('a preview is a page in which everything of the ledger is text', () => {
  const ledger = filled();
  ledger.merge('问题台账', [{ 编号: 1, 问题: '<script>alert(1)</script>' }]);
  const { html } = ledger.ask<Gives<'previewReport'>>('previewReport', { kind: 'public' }).value;
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html).not.toContain('<script');
  expect(ledger.host.drive()).toEqual([]);
});
