import { verifyLog } from '../../src/workflow/chain';
import { coursesOf } from '../../src/workflow/course';
import { verify } from '../../src/workflow/verify';
import { Bureau, mail, READY } from './bureau';

const applied = (settings = {}) => {
  const bureau = new Bureau(settings);
  bureau.act('start', '江一舟');
  expect(bureau.act('apply', '江一舟').outcome).toBe('done');
  return bureau;
};

describe('closing out', () => {
  test('goes from 未启动 through the whole chain to 已销号, each step by its own person', () => {
    const bureau = new Bureau();
    expect(bureau.act('start', '江一舟').message).toBe('问题1已启动：“未启动”→“整改中”，时限2026-09-30。');
    expect(bureau.act('apply', '江一舟').message).toBe(
      '问题1已申请销号：“整改中”→“待审核”，待部门负责人（沐青）签批。',
    );
    bureau.today = '2026-06-28';
    expect(bureau.act('sign', '沐青').message).toBe('问题1已签批：状态仍为“待审核”，待分管领导（卫兰）签批。');
    expect(bureau.issue.state).toBe('待审核');
    bureau.act('sign', '卫兰');
    bureau.act('sign', '任佳');
    expect(bureau.act('sign', '严格').message).toBe('问题1已签批、销号：“待审核”→“已销号”。');
    expect(bureau.issue).toMatchObject({ state: '已销号', doneOn: '2026-06-25', closedOn: '2026-06-28', round: 1 });
    expect(bureau.log.map(({ action }) => action)).toEqual([
      '启动',
      '申请销号',
      '签批',
      '签批',
      '签批',
      '签批',
      '销号',
    ]);
    expect(verifyLog(bureau.log).intact).toBe(true);
    expect(verify(bureau.ledger).differs).toEqual([]);
  });

  test('names everything that is missing at once, each with a remedy', () => {
    const bureau = new Bureau(
      {},
      {
        issues: [{ ...READY.issues[0], effect: '', leader: '' }],
        measures: [{ id: '1-1', issue: 1, state: '进行中', person: '江一舟' }],
      },
    );
    expect(bureau.refusals('start', '江一舟')).toEqual(['no-leader']);
    bureau.ledger.issues.records = [{ ...bureau.issue, leader: '卫兰' }];
    bureau.act('start', '江一舟');
    const { unmet, message } = bureau.act('apply', '江一舟');
    expect(unmet.map(({ code }) => code)).toEqual(['measure-open', 'no-evidence', 'no-effect']);
    expect(unmet.every(({ remedy }) => remedy.length > 5)).toBe(true);
    expect(message).toContain('措施1-1尚未完成；措施1-1没有佐证材料；没有填写整改成效');
  });

  test('lets nobody sign who did the work, whatever the owner cell says now', () => {
    const bureau = new Bureau({ chain: '整改办' }, { ...READY, issues: [{ ...READY.issues[0], person: '任佳' }] });
    bureau.act('start', '江一舟');
    bureau.ledger.issues.records = [{ ...bureau.issue, person: '江一舟' }];
    expect(bureau.refusals('apply', '江一舟')).toEqual(['no-approver']);
  });

  test('lets the applicant sign no step, and nobody two', () => {
    const bureau = new Bureau({ chain: '整改办→整改办' });
    bureau.act('start', '江一舟');
    expect(bureau.refusals('apply', '江一舟')).toEqual(['no-approver']);
    const alone = applied({ chain: '整改办' });
    expect(alone.refusals('sign', '江一舟')).toEqual(['is-doer', 'not-your-step']);
    expect(alone.act('sign', '任佳').course.state).toBe('已销号');
  });

  test('keeps the order of the chain and the department', () => {
    const bureau = applied();
    expect(bureau.refusals('sign', '严格')).toEqual(['not-your-step']);
    expect(bureau.refusals('sign', '丁远')).toEqual(['not-your-step']);
    bureau.act('sign', '沐青');
    expect(bureau.refusals('sign', '陆衡')).toEqual(['not-your-step']);
    expect(bureau.act('sign', '卫兰').outcome).toBe('done');
  });

  test('tells who is unknown, and takes no typed name instead', () => {
    const bureau = applied();
    expect(bureau.refusals('sign', '', { by: '' })).toEqual(['no-identity']);
    expect(bureau.refusals('sign', '路人')).toEqual(['not-listed']);
    expect(bureau.act('sign', '', { by: mail('沐青').toUpperCase() }).outcome).toBe('done');
  });

  test('refuses a chain nobody can read, and a step nobody holds', () => {
    const unreadable = new Bureau({ chain: '局长→书记' });
    unreadable.act('start', '江一舟');
    expect(unreadable.refusals('apply', '江一舟')).toEqual(['no-chain']);
    const vacant = new Bureau(
      { chain: '部门负责人、整改办' },
      { ...READY, issues: [{ ...READY.issues[0], department: '人事股' }] },
    );
    vacant.act('start', '江一舟');
    expect(vacant.act('apply', '江一舟').message).toContain('名单中没有“部门负责人”（人事股）');
  });

  test('keeps the chain as it was when applied for', () => {
    const bureau = applied();
    bureau.ledger.settings.chain = '部门负责人';
    bureau.act('sign', '沐青');
    expect(bureau.issue.state).toBe('待审核');
  });
});

describe('a unit of one person', () => {
  test('can only mark that it checked itself', () => {
    const bureau = new Bureau({ chain: '自查' });
    bureau.act('start', '江一舟');
    expect(bureau.refusals('apply', '江一舟')).toEqual(['self-check-only']);
    expect(bureau.act('selfCheck', '江一舟').course.state).toBe('自查完成');
    expect(bureau.issue.closedOn).toBeNull();
    expect(new Bureau().refusals('selfCheck', '江一舟')).toEqual(['wrong-state']);
    expect(applied().refusals('selfCheck', '江一舟')).toEqual(['wrong-state']);
  });
});

describe('an edit after the application', () => {
  test('voids it, tells what was changed, and starts the signatures anew', () => {
    const bureau = applied();
    bureau.act('sign', '沐青');
    const [measure] = bureau.ledger.measures.records;
    if (measure === undefined) throw new Error('no measure');
    bureau.ledger.measures.records = [{ ...measure, result: '实际只补齐9个项目。' }];
    const decision = bureau.act('sign', '卫兰');
    expect(decision.outcome).toBe('void');
    expect(decision.message).toBe(
      '问题1：申请后改动了整改措施 1-1（落实情况），原申请和签批作废，已退回“整改中”，请责任人核对后重新申请。',
    );
    expect(bureau.issue.state).toBe('整改中');
    bureau.act('apply', '江一舟');
    expect(bureau.refusals('sign', '卫兰')).toEqual(['not-your-step']);
  });

  test('names records that came or went', () => {
    const bureau = applied();
    const [entry] = bureau.ledger.evidence.records;
    if (entry === undefined) throw new Error('no evidence');
    bureau.ledger.evidence.records = [{ ...entry, id: '1-1-02' }];
    expect(bureau.act('sign', '沐青').message).toContain('佐证材料 1-1-02（新增）、佐证材料 1-1-01（已删除）');
  });

  test('does not come from the order of rows, system columns or 操作', () => {
    const bureau = applied();
    bureau.ledger.issues.records = [{ ...bureau.issue, hints: '还有3天到期', operation: '同意', evidenceCount: 7 }];
    expect(bureau.act('sign', '沐青').outcome).toBe('done');
  });

  test('refuses a signature under another content than the one shown', () => {
    expect(applied().refusals('sign', '沐青', { seal: 'ab'.repeat(32) })).toEqual(['seal-differs']);
  });
});

describe('coming back', () => {
  test('退回 wants a reason, may say what is wanted of each measure, and asks for a new application', () => {
    const bureau = applied();
    expect(bureau.refusals('return', '沐青')).toEqual(['no-reason']);
    bureau.act('return', '沐青', { reason: '佐证不足以证明', measures: [{ id: '1-1', reason: '缺移交签收页' }] });
    expect(bureau.issue.state).toBe('整改中');
    expect(coursesOf(bureau.log).get(1)?.returned).toBe('佐证不足以证明；措施1-1：缺移交签收页');
    expect(bureau.refusals('sign', '沐青')).toEqual(['wrong-state']);
  });

  test('撤回 is the applicant’s alone, and before the first signature', () => {
    expect(applied().refusals('withdraw', '任佳')).toEqual(['not-applicant']);
    const bureau = applied();
    expect(bureau.act('withdraw', '江一舟').course.state).toBe('整改中');
    const signed = applied();
    signed.act('sign', '沐青');
    expect(signed.refusals('withdraw', '江一舟')).toEqual(['already-signed']);
  });
});

describe('延期', () => {
  const asked = (date: string) => {
    const bureau = new Bureau();
    bureau.act('start', '江一舟');
    bureau.act('extend', '江一舟', { reason: '汛期无法施工', reasonClass: '客观条件', date });
    return bureau;
  };

  test('is decided by the role of 设置, and the first deadline stays', () => {
    const bureau = asked('2026-11-30');
    expect(bureau.refusals('grantExtension', '江一舟')).toEqual(['is-doer', 'not-your-step']);
    expect(bureau.refusals('apply', '江一舟')).toEqual(['extension-pending']);
    expect(bureau.act('grantExtension', '卫兰').message).toContain('时限2026-11-30');
    expect(bureau.issue).toMatchObject({ deadline: '2026-11-30', firstDeadline: '2026-09-30', state: '整改中' });
  });

  test('goes one level up beyond the cap', () => {
    const bureau = asked('2027-03-31');
    expect(bureau.refusals('grantExtension', '卫兰')).toEqual(['not-your-step']);
    expect(bureau.act('grantExtension', '严格').outcome).toBe('done');
  });

  test('can be declined with a reason, and wants class, reason and a later date', () => {
    const bureau = asked('2026-11-30');
    expect(bureau.refusals('refuseExtension', '卫兰')).toEqual(['no-reason']);
    bureau.act('refuseExtension', '卫兰', { reason: '可以调配力量按期完成' });
    expect(bureau.issue.deadline).toBe('2026-09-30');
    expect(bureau.refusals('grantExtension', '卫兰')).toContain('no-extension');
    expect(bureau.refusals('extend', '江一舟', { date: '2026-09-30' })).toEqual([
      'no-class',
      'no-reason',
      'date-not-later',
    ]);
  });
});

describe('重新整改', () => {
  test('begins the next round, keeps the old one readable and its dates', () => {
    const bureau = applied();
    bureau.signAll();
    bureau.today = '2026-10-08';
    expect(bureau.refusals('reopen', '岑静')).toEqual(['no-class', 'no-reason', 'no-date']);
    bureau.act('recheck', '岑静', { reasonClass: '反弹', reason: '新项目档案又未归集' });
    expect(bureau.issue.state).toBe('已销号');
    bureau.act('reopen', '岑静', { reasonClass: '回头看', reason: '新项目档案又未归集', date: '2026-12-31' });
    expect(bureau.issue).toMatchObject({
      state: '重新整改',
      round: 2,
      deadline: '2026-12-31',
      firstDeadline: '2026-09-30',
      closedOn: '2026-06-25',
    });
    const [past] = coursesOf(bureau.log).get(1)?.past ?? [];
    expect(past).toMatchObject({
      round: 1,
      closedAs: '已销号',
      closedOn: '2026-06-25',
      reopened: '回头看：新项目档案又未归集',
    });
    expect(past?.signatures.map(({ role }) => role)).toEqual(['部门负责人', '分管领导', '整改办', '主要负责人']);
    bureau.act('apply', '江一舟');
    bureau.act('return', '沐青', { reason: '尚未见新项目档案' });
    expect(bureau.issue.state).toBe('重新整改');
    bureau.act('apply', '江一舟');
    bureau.signAll();
    expect(bureau.issue).toMatchObject({ state: '已销号', round: 2, closedOn: '2026-10-08' });
  });

  test('is not for those who did the work', () => {
    const bureau = applied({ chain: '整改办' });
    bureau.act('sign', '任佳');
    expect(
      bureau.refusals('reopen', '江一舟', { reasonClass: '审计', reason: '审计发现缺卷', date: '2026-12-31' }),
    ).toEqual(['not-your-role']);
  });
});

describe('长期坚持', () => {
  const monthly = {
    id: '1-2',
    issue: 1,
    content: '每月清点一次。',
    person: '江一舟',
    period: '每月' as const,
    state: '进行中' as const,
    startOn: '2026-04-01',
  };
  const shown = (period: string) => ({ ...READY.evidence[0], id: `1-2-${period}`, measure: '1-2', period });

  test('wants a periodic measure that is up to date', () => {
    const without = new Bureau();
    without.act('start', '江一舟');
    expect(without.refusals('applyOngoing', '江一舟')).toEqual(['no-periodic']);
    const late = new Bureau(
      {},
      { ...READY, measures: [...READY.measures, monthly], evidence: [...READY.evidence, shown('2026-04')] },
    );
    late.act('start', '江一舟');
    expect(late.act('applyOngoing', '江一舟').message).toContain('周期性措施1-2缺2026-05的佐证');
    expect(late.refusals('apply', '江一舟')).toEqual(['measure-open', 'period-missed']);
    const kept = new Bureau(
      { chain: '整改办' },
      {
        ...READY,
        measures: [...READY.measures, monthly],
        evidence: [...READY.evidence, shown('2026-04'), shown('2026-05')],
      },
    );
    kept.act('start', '江一舟');
    kept.act('applyOngoing', '江一舟');
    expect(kept.act('sign', '任佳').message).toContain('转长期坚持');
    expect(kept.issue.state).toBe('长期坚持');
  });
});

describe('代签', () => {
  test('needs a recorded delegation in force, and is written as such', () => {
    const bureau = applied({ chain: '分管领导' });
    expect(bureau.refusals('sign', '陆衡')).toEqual(['not-your-step']);
    bureau.delegations = [{ principal: '卫兰', delegate: '陆衡', from: '2026-06-01', until: '2026-06-24' }];
    expect(bureau.refusals('sign', '陆衡')).toEqual(['not-your-step']);
    bureau.delegations = [{ principal: '卫兰', delegate: '陆衡', from: '2026-06-01', until: '2026-06-25' }];
    expect(bureau.act('sign', '陆衡').outcome).toBe('done');
    expect(bureau.log.find(({ action }) => action === '签批')).toMatchObject({
      actor: mail('陆衡'),
      actingFor: mail('卫兰'),
    });
  });

  test('does not make a doer independent', () => {
    const bureau = applied({ chain: '分管领导' });
    bureau.delegations = [{ principal: '卫兰', delegate: '江一舟', from: '2026-06-01', until: '2026-12-31' }];
    expect(bureau.refusals('sign', '江一舟')).toEqual(['is-doer']);
  });
});

describe('终止', () => {
  test('is decided by the role of 设置, with a class and a reason', () => {
    const bureau = new Bureau();
    bureau.act('start', '江一舟');
    const why = { reasonClass: '机构撤并', reason: '职能划转县交通局' };
    expect(bureau.refusals('terminate', '卫兰', why)).toEqual(['not-your-step']);
    expect(bureau.act('terminate', '严格', why).course.state).toBe('已终止');
  });
});

describe('the log and the cells', () => {
  test('a status changed by hand is named with the row it departs from', () => {
    const bureau = applied();
    bureau.ledger.issues.records = [{ ...bureau.issue, state: '已销号' }];
    expect(verify(bureau.ledger).differs).toEqual([
      { at: 0, column: 'state', stated: '已销号', logged: '待审核', row: 2 },
    ]);
  });

  test('a sealed head that is gone shows, even when the log was written anew', () => {
    const bureau = applied();
    bureau.ledger.seals.records = [{ date: '2026-06-24', sequence: 1, chain: 'cd'.repeat(32), verdict: '完整' }];
    expect(verify(bureau.ledger)).toMatchObject({ intact: false, broken: 1, seals: 1 });
  });
});
