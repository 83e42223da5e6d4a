import fc from 'fast-check';
import { ACTION_IDS, ACTIONS } from '../../src/workflow/actions';
import { newCourse } from '../../src/workflow/course';
import { offered, readOperation } from '../../src/workflow/operation';

const CHAIN = '部门负责人→整改办';

describe('what is typed into 操作', () => {
  test.each([
    ['启动', { action: 'start', reason: '', date: null, reasonClass: '' }],
    ['同意', { action: 'sign' }],
    ['退回：佐证不足', { action: 'return', reason: '佐证不足' }],
    ['退回 佐证不足，缺签收页', { action: 'return', reason: '佐证不足，缺签收页' }],
    [
      '申请延期：2026-12-31 客观条件 汛期无法施工',
      { action: 'extend', date: '2026-12-31', reasonClass: '客观条件', reason: '汛期无法施工' },
    ],
    [
      '申请延期（2026年12月31日，资金程序，等待批复）',
      { action: 'extend', date: '2026-12-31', reasonClass: '资金程序', reason: '等待批复' },
    ],
    [
      '申请延期 客观条件汛期无法施工2026.12.31',
      { action: 'extend', date: '2026-12-31', reasonClass: '客观条件', reason: '汛期无法施工' },
    ],
    ['批准延期', { action: 'grantExtension' }],
    [
      '重新整改：群众反映 2026-12-31 路面再次破损',
      { action: 'reopen', reasonClass: '群众反映', date: '2026-12-31', reason: '路面再次破损' },
    ],
  ])('%s', (text, read) => expect(readOperation(text)).toMatchObject(read));

  test.each(['开始', '退回材料已收', '', '2026-12-31'])('“%s” is no action', (text) => {
    expect(readOperation(text)).toBeUndefined();
  });

  test('every action is known by its title, whatever follows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACTION_IDS), fc.string(), (id, more) => {
        expect(readOperation(`${ACTIONS[id].title}：${more}`)?.action).toBe(id);
      }),
    );
  });
});

describe('what a row offers', () => {
  test('is what its state allows', () => {
    expect(offered(newCourse(), CHAIN)).toEqual(['start']);
    expect(offered({ ...newCourse(), state: '已销号' }, CHAIN)).toEqual(['recheck', 'reopen']);
    expect(offered({ ...newCourse(), state: '已终止' }, CHAIN)).toEqual([]);
  });

  test('has 自查完成 only where nobody independent could sign', () => {
    const open = { ...newCourse(), state: '整改中' as const };
    expect(offered(open, CHAIN)).toEqual(['progress', 'apply', 'applyOngoing', 'extend', 'terminate']);
    expect(offered(open, '自查')).toEqual(['progress', 'selfCheck', 'extend', 'terminate']);
  });

  test('has a decision on an extension only where one is asked for, and asks once', () => {
    const extension = { by: '', at: '', reasonClass: '', reason: '', to: '2026-12-31' };
    const asked = offered({ ...newCourse(), state: '整改中', extension }, CHAIN);
    expect(asked).toContain('grantExtension');
    expect(asked).not.toContain('extend');
  });
});
