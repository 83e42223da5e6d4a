import { describe, expect, test } from '@jest/globals';
import { type HostedLedger, OWNER } from '../../support/hostedLedger';
import { APPROVER, filled, REVIEWER, type Reported } from './filled';

interface Hit {
  key: string;
  rule: string;
  text: string;
  masked: string | null;
  role: string | null;
  keepable: boolean;
  decision: { choice: string; by: string; reason: string } | null;
}
interface Preview {
  title: string;
  html: string;
  usesStarter: boolean;
  gate: {
    faults: { code: string }[];
    hits: Hit[];
    differences: { about: number | null; publicity: string; internal: string; public: string }[];
    waivers: { title: string; reason: string }[];
    people: { mail: string; name: string }[];
  };
}

const RELEASED = { reviewer: REVIEWER, approver: APPROVER };
const MOBILE = '13800001234';

function withMobile(): HostedLedger {
  const ledger = filled();
  ledger.merge('整改措施', [{ 措施编号: '1-1', 落实情况: `补录2025年巡查记录46份，群众可拨打${MOBILE}查询。` }]);
  return ledger;
}

const final = (ledger: HostedLedger, more: object = RELEASED) =>
  ledger.ask<Reported>('generateReport', { kind: 'public', final: true, ...more }).value;
const codes = ({ refused }: Reported) => refused.map(({ code }) => code);

describe('the gate before a final report', () => {
  test('wants two people of 名单 who are not whoever generates it', () => {
    const ledger = filled();
    expect(codes(final(ledger, {}))).toEqual(['no-releaser', 'no-releaser']);
    expect(codes(final(ledger, { reviewer: OWNER, approver: APPROVER }))).toEqual(['same-as-maker']);
    expect(codes(final(ledger, { reviewer: REVIEWER, approver: 'nobody@example.invalid' }))).toEqual(['not-listed']);
    expect(ledger.host.drive()).toEqual([]);
    expect(final(ledger).refused).toEqual([]);
    expect(ledger.rows('报告登记')[0]).toMatchObject({ 状态: '定稿', 保密审查人: '钟慎', 批准人: '许青' });
  });

  test('says all at once: the error, the undecided hit and the missing person', () => {
    const ledger = withMobile();
    ledger.merge('设置', [{ 项: '反馈问题总数', 值: 2 }]);
    expect(codes(final(ledger, { approver: APPROVER }))).toEqual(['fed-back-count', 'privacy-hit', 'no-releaser']);
  });

  test('wants the narrative of its kind written, not the starter text', () => {
    const ledger = filled();
    const asked = { kind: 'committee' };
    expect(ledger.ask<Preview>('previewReport', asked).value).toMatchObject({ usesStarter: true });
    expect(codes(ledger.ask<Reported>('generateReport', { ...asked, final: true, ...RELEASED }).value)).toEqual([
      'starter-text',
    ]);
    const { added } = ledger.ask<{ added: number }>('addStarters', asked).value;
    expect(added).toBeGreaterThan(0);
    expect(ledger.ask('addStarters', asked).value).toEqual({ added: 0 });
    expect(ledger.rows('报告素材').filter((row) => row.种类 === '整改情况报告')).toHaveLength(added);
    expect(ledger.ask<Preview>('previewReport', asked).value.usesStarter).toBe(false);
    expect(codes(ledger.ask<Reported>('generateReport', { ...asked, final: true, ...RELEASED }).value)).toContain(
      'gap-left',
    );
  });

  test('a form has no starter text', () => {
    expect(filled().ask('addStarters', { kind: 'approval' })).toMatchObject({
      ok: false,
      faults: [{ code: 'no-starter' }],
    });
  });
});

describe('脱敏检查', () => {
  test('a hit is decided once, printed so, and the log knows who but not what', () => {
    const ledger = withMobile();
    const { gate } = ledger.ask<Preview>('previewReport', { kind: 'public' }).value;
    expect(gate.hits).toMatchObject([{ text: MOBILE, masked: '138****1234', decision: null }]);
    const [hit] = gate.hits;
    const decide = (choice: string, reason = '') =>
      ledger.ask<{ hits: Hit[] }>('decideHit', { kind: 'public', key: hit?.key ?? '', choice, reason });
    expect(decide('改用职务')).toMatchObject({ ok: false, faults: [{ code: 'not-offered' }] });
    expect(decide('保留', '对外')).toMatchObject({ ok: false, faults: [{ code: 'no-reason' }] });
    expect(decide('遮盖').value.hits).toMatchObject([{ decision: { choice: '遮盖', by: OWNER } }]);
    const made = final(ledger);
    expect(made.refused).toEqual([]);
    expect(made.text).toContain('拨打138****1234查询');
    expect(made.text).not.toContain(MOBILE);
    const [row] = ledger.rows('办理记录').filter(({ 动作 }) => 动作 === '审查');
    expect(row).toMatchObject({ 办理人: OWNER, 事由类别: '遮盖', 内容指纹: hit?.key });
    expect(JSON.stringify(row)).not.toContain('1234查询');
    expect(JSON.stringify(row)).not.toContain(MOBILE);
    expect(ledger.ask('verifyLog').value).toMatchObject({ intact: true, differs: [] });
  });

  test('a decision lapses when its sentence changes', () => {
    const ledger = withMobile();
    const hits = () => ledger.ask<{ hits: Hit[] }>('scanPrivacy', { kind: 'public' }).value.hits;
    ledger.ask('decideHit', { kind: 'public', key: hits()[0]?.key ?? '', choice: '遮盖', reason: '' });
    expect(hits()[0]?.decision).toMatchObject({ choice: '遮盖' });
    ledger.merge('整改措施', [{ 措施编号: '1-1', 落实情况: `补录巡查记录52份，群众可拨打${MOBILE}查询。` }]);
    expect(hits()[0]?.decision).toBeNull();
    expect(ledger.ask('decideHit', { kind: 'public', key: 'gone', choice: '遮盖', reason: '' })).toMatchObject({
      ok: false,
      faults: [{ code: 'hit-gone' }],
    });
  });

  test('an internal report is not scanned', () => {
    const { gate } = withMobile().ask<Preview>('previewReport', { kind: 'internal' }).value;
    expect(gate).toMatchObject({ hits: [], differences: [] });
  });
});

describe('公开方式', () => {
  test('what is not made public is counted and left out, and whoever publishes sees the difference', () => {
    const ledger = filled();
    const shared = { 方面: '履行职能责任方面', 整改类型: '长期坚持', 整改时限: '2026-12-31', 责任部门: '河湖股' };
    ledger.merge('问题台账', [
      { 编号: 2, 问题: '涉密岗位管理不严', ...shared, 公开方式: '不公开' },
      {
        编号: 3,
        问题: '李某某亲属违规承揽工程',
        ...shared,
        公开方式: '概括公开',
        公开表述: '工程承揽监管不到位\n已完善管理办法。',
      },
    ]);
    const { text } = ledger.ask<Reported>('generateReport', { kind: 'public' }).value;
    expect(text).toContain('另有1个问题按规定不予公开。');
    expect(text).toContain('工程承揽监管不到位');
    expect(text).not.toContain('涉密岗位');
    expect(text).not.toContain('亲属');
    const { differences } = ledger.ask<Preview>('previewReport', { kind: 'public' }).value.gate;
    expect(differences).toMatchObject([
      { about: 2, publicity: '不公开', internal: expect.stringContaining('涉密岗位管理不严'), public: '' },
      { about: 3, publicity: '概括公开', public: expect.stringContaining('工程承揽监管不到位') },
    ]);
  });

  test('names of 名单 are printed as posts, unless 设置 says otherwise', () => {
    const ledger = filled();
    ledger.merge('整改措施', [{ 措施编号: '1-2', 落实情况: '由许青同志主持，修订印发河道巡查办法。' }]);
    const text = () => ledger.ask<Reported>('generateReport', { kind: 'public' }).value.text ?? '';
    expect(text()).toContain('由党组书记、局长主持');
    ledger.merge('设置', [{ 项: '姓名写法', 值: '姓名' }]);
    expect(text()).toContain('由许青同志主持');
  });
});
