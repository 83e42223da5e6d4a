import { act, as, bureauLedger } from '../support/closeOut';
import type { HostedLedger } from '../support/hostedLedger';

interface Verified {
  rows: number;
  intact: boolean;
  broken: number | null;
  seals: number;
  differs: { issue: number; cell: string; message: string }[];
}
interface Finding {
  code: string;
  message: string;
}

const verified = (ledger: HostedLedger) => ledger.ask<Verified>('verifyLog').value;
const codes = (ledger: HostedLedger) =>
  ledger.ask<{ findings: Finding[] }>('checkLedger').value.findings.map(({ code }) => code);

/** Writes a cell as somebody would who goes round the program: no trigger runs. */
function tamper(ledger: HostedLedger, title: string, header: string, row: number, text: string): void {
  const sheet = ledger.host.spreadsheet().sheets?.find(({ properties }) => properties?.title === title);
  const columnIndex = (sheet?.data?.[0]?.rowData?.[0]?.values ?? []).findIndex(
    (cell) => cell.userEnteredValue?.stringValue === header,
  );
  const start = { sheetId: sheet?.properties?.sheetId ?? 0, rowIndex: row - 1, columnIndex };
  const rows = [{ values: [{ userEnteredValue: { stringValue: text } }] }];
  ledger.host.apply([{ updateCells: { start, rows, fields: 'userEnteredValue' } }]);
}

function started(): HostedLedger {
  const ledger = bureauLedger(1, '整改办');
  act(ledger, '江一舟', '启动');
  return ledger;
}

test('a status written by hand is named with the log row it departs from, and 校验 puts it back', () => {
  const ledger = started();
  tamper(ledger, '问题台账', '状态', 2, '已销号');
  expect(verified(ledger)).toMatchObject({ intact: true, differs: [{ issue: 1, cell: 'L2' }] });
  expect(verified(ledger).differs[0]?.message).toMatch(/^问题1的状态为“已销号”，办理记录（第\d+行）为“整改中”$/);
  expect(codes(ledger)).toContain('state-differs');
  expect(ledger.rows('问题台账')[0]).toMatchObject({ 状态: '整改中' });
  expect(verified(ledger).differs).toEqual([]);
});

test('a changed log row is named, and puts nothing back', () => {
  const ledger = started();
  const last = ledger.rows('办理记录').length + 1;
  tamper(ledger, '办理记录', '新状态', last, '已销号');
  expect(verified(ledger)).toMatchObject({ intact: false, broken: last - 1 });
  expect(codes(ledger)).toContain('log-broken');
  expect(ledger.rows('问题台账')[0]).toMatchObject({ 状态: '整改中' });
});

test('a closed issue whose content was changed afterwards is told, with what was changed', () => {
  const ledger = started();
  act(ledger, '江一舟', '申请销号');
  act(ledger, '任佳', '同意');
  expect(codes(ledger)).not.toContain('closed-changed');
  tamper(ledger, '佐证材料', '名称', 2, '另一份清单');
  const { findings } = ledger.ask<{ findings: Finding[] }>('checkLedger').value;
  expect(findings.find(({ code }) => code === 'closed-changed')?.message).toContain(
    '2026-11-24销号之后，佐证材料 1-1-01（名称）有改动',
  );
});

test('a deadline changed without approval is told, and the sidebar refuses to', () => {
  const ledger = started();
  tamper(ledger, '问题台账', '整改时限', 2, '2027-06-30');
  expect(codes(ledger)).toContain('deadline-unapproved');
  const saved = as(ledger, '江一舟').ask('saveRecord', {
    tab: 'issues',
    key: '1',
    expected: {},
    values: { deadline: '2027-12-31' },
  });
  expect(saved.faults[0]).toMatchObject({ code: 'deadline-by-extension' });
});

test('回头看 draws the same sample from the same seed, and logs how', () => {
  const ledger = bureauLedger(20, '整改办');
  const issues = Array.from({ length: 20 }, (_, at) => at + 1);
  act(ledger, '江一舟', '启动', { issues });
  act(ledger, '江一舟', '申请销号', { issues });
  act(ledger, '任佳', '同意', { issues });
  const draw = (seed: string) =>
    ledger.ask<{ population: number; sample: { number: number }[]; overturned: object }>('drawRecheck', {
      share: 0.1,
      seed,
    }).value;
  const first = draw('20261124');
  expect(first).toMatchObject({ population: 20, overturned: { n: 0, d: 0 } });
  expect(first.sample).toHaveLength(2);
  expect(draw('20261124').sample).toEqual(first.sample);
  expect(ledger.rows('办理记录').at(-1)).toMatchObject({ 动作: '抽样' });
  const [drawn] = first.sample;
  const found = { issues: [drawn?.number], reasonClass: '反弹', reason: '档案又未归集' };
  act(ledger, '岑静', '回头看', found);
  expect(draw('20261125').overturned).toEqual({ n: 1, d: 1 });
  expect(ledger.ask('drawRecheck', { share: 0, seed: '1' }).faults[0]).toMatchObject({ code: 'bad-share' });
});

test('what waits for a signature is listed for whoever may sign it, and for nobody else', () => {
  const ledger = bureauLedger(2);
  act(ledger, '江一舟', '启动', { issues: [1, 2] });
  act(ledger, '江一舟', '申请销号', { issues: [2] });
  const waiting = (name: string) => as(ledger, name).ask<object[]>('waiting').value;
  expect(waiting('沐青')).toMatchObject([{ number: 2, target: '已销号', step: '部门负责人', by: '江一舟' }]);
  expect(waiting('卫兰')).toEqual([]);
  expect(waiting('路人')).toEqual([]);
});

test('the sidebar is told the course, and every action with all that keeps this person from it', () => {
  const ledger = bureauLedger();
  act(ledger, '江一舟', '启动');
  act(ledger, '江一舟', '申请销号');
  act(ledger, '沐青', '同意');
  interface View {
    course: { attempt: { steps: { role: string; by: string; may: string[] }[] }; doers: string[] };
    actions: { id: string; unmet: { code: string }[] }[];
  }
  const seen = (name: string) => as(ledger, name).ask<View>('viewIssue', { issue: 1 }).value;
  expect(seen('卫兰').course.attempt.steps.slice(0, 2)).toMatchObject([
    { role: '部门负责人', by: '沐青', may: [] },
    { role: '分管领导', by: '', may: ['卫兰'] },
  ]);
  expect(seen('卫兰').course.doers).toEqual(['江一舟']);
  const unmet = (name: string) =>
    Object.fromEntries(seen(name).actions.map(({ id, unmet: what }) => [id, what.map(({ code }) => code)]));
  expect(unmet('卫兰')).toEqual({ sign: [], return: [], withdraw: ['already-signed', 'not-applicant'] });
  expect(unmet('江一舟').sign).toEqual(['is-doer', 'not-your-step']);
});
