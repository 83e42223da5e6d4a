import { type Finding, groupFindings, placeAndText, waivedFindings } from '../../src/sidebar/findings';

function finding(values: Partial<Finding>): Finding {
  return {
    code: 'missing-field',
    severity: 'warning',
    tab: '问题台账',
    key: '2',
    column: '责任人',
    cell: 'K3',
    message: '问题台账 K3（编号2）：没有填写“责任人”。',
    remedy: '补填责任人。',
    related: [],
    alike: false,
    title: '必填项缺失',
    waivable: true,
    waiver: null,
    ...values,
  };
}

const waiver = { by: 'he@yunxi.example', at: '2026-05-06T09:00:00+08:00', reason: '上级已批准延期' };

test('findings stand by severity, gravest first, and in it by rule in the order they came', () => {
  const groups = groupFindings([
    finding({ severity: 'note', code: 'half-width', title: '半角标点' }),
    finding({ cell: 'K3' }),
    finding({ code: 'overdue', title: '逾期未完成' }),
    finding({ cell: 'K9' }),
    finding({ severity: 'error', code: 'duplicate-key', title: '编号重复', waivable: false }),
  ]);
  expect(groups.map(({ severity, count }) => [severity, count])).toEqual([
    ['error', 1],
    ['warning', 3],
    ['note', 1],
  ]);
  expect(groups[1]?.rules.map(({ title, findings }) => [title, findings.map(({ cell }) => cell)])).toEqual([
    ['必填项缺失', ['K3', 'K9']],
    ['逾期未完成', ['K3']],
  ]);
});

test('waived findings are counted and shown apart', () => {
  const all = [finding({}), finding({ cell: 'K5', waiver })];
  expect(groupFindings(all).map(({ count }) => count)).toEqual([1]);
  expect(waivedFindings(all).map(({ cell }) => cell)).toEqual(['K5']);
  expect(groupFindings([finding({ waiver })])).toEqual([]);
});

test('a message is parted into its place and what is wrong there', () => {
  expect(placeAndText(finding({}))).toEqual({ place: '问题台账 K3（编号2）', text: '没有填写“责任人”。' });
  const whole = '“整改时限”写作“尽快：年内”，不是日期。';
  expect(placeAndText(finding({ message: whole }))).toEqual({ place: '问题台账 K3', text: whole });
});
