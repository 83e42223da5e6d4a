import { faultOf, otherLedgers } from '../../src/google/otherLedgers';
import { idIn } from '../../src/google/unitList';

type Options = { ranges: string[]; majorDimension: string };

/** The Sheets service, answering each range with what the test has for it. */
function serve(columns: Record<string, (string | number)[]>): Options[] {
  const asked: Options[] = [];
  const batchGet = (_id: string, options: Options) => {
    asked.push(options);
    return { valueRanges: options.ranges.map((range) => ({ values: columns[range] ? [columns[range]] : [] })) };
  };
  Object.assign(globalThis, { Sheets: { Spreadsheets: { Values: { batchGet } } } });
  return asked;
}
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Sheets');
});

test('one read asks for the columns that are counted and no others', () => {
  const asked = serve({
    "'问题台账'!A:A": ['编号', 1, 2],
    "'问题台账'!D:D": ['问题', '会议记录不全', '公函缺失'],
    "'问题台账'!G:G": ['整改时限', 46_000],
    "'问题台账'!L:L": ['状态', '已销号', '整改中'],
    "'整改措施'!A:A": ['措施编号', '1-1'],
    "'整改措施'!I:I": ['状态', '已完成'],
    "'设置'!A:A": ['项', '单位名称'],
    "'设置'!B:B": ['值', '青禾县茶叶局'],
  });
  const answer = otherLedgers().read('qinghe');
  expect(asked).toHaveLength(1);
  expect(asked[0]?.ranges).toHaveLength(8);
  expect(answer.ok && answer.value.grids.map(({ title, values }) => [title, values])).toEqual([
    [
      '问题台账',
      [
        ['编号', '问题', '整改时限', '状态'],
        [1, '会议记录不全', 46_000, '已销号'],
        [2, '公函缺失', null, '整改中'],
      ],
    ],
    [
      '整改措施',
      [
        ['措施编号', '状态'],
        ['1-1', '已完成'],
      ],
    ],
    [
      '设置',
      [
        ['项', '值'],
        ['单位名称', '青禾县茶叶局'],
      ],
    ],
  ]);
});

test.each([
  [429, 'quota'],
  [403, 'no-right'],
  [404, 'not-found'],
  [503, 'unavailable'],
  [400, 'service'],
])('an error %i of the service is the fault %s', (code, fault) => {
  expect(faultOf(Object.assign(new Error('refused'), { details: { code } })).code).toBe(fault);
});

test('without a code the message tells whether it passes; an error of our own is thrown on', () => {
  expect(faultOf(new Error('Authorization is required')).code).toBe('service');
  expect(faultOf(new Error('Service Spreadsheets timed out')).code).toBe('unavailable');
  expect(() => faultOf(new TypeError('x is not a function'))).toThrow('x is not a function');
});

test.each([
  ['https://docs.google.com/spreadsheets/d/1aB_c-9/edit?gid=0#gid=0', '1aB_c-9'],
  ['docs.google.com/a/yunxi.example/spreadsheets/u/0/d/1aB_c-9', '1aB_c-9'],
  ['1aB_c-9', '1aB_c-9'],
  ['https://docs.google.com/spreadsheets/d/e/2PACX-1v/pubhtml', ''],
  ['https://yunxi.example/1aB', ''],
  ['', ''],
])('the spreadsheet of “%s” is “%s”', (link, id) => {
  expect(idIn(link)).toBe(id);
});
