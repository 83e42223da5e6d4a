import fc from 'fast-check';
import { type PlannedCell, planWrites, readsOtherwise } from '../../src/google/editPlan';

const cell = (over: Partial<PlannedCell> = {}): PlannedCell => ({
  present: '旧',
  locked: null,
  plainText: false,
  ...over,
});
const changed = (write: string) => cell({ write });
const fixed = cell({ present: '搞定了', locked: 'fixed' });

test('a block without an obstacle goes back in one call', () => {
  expect(planWrites([[cell(), changed('已完成')]], 1)).toEqual([
    { place: { row: 0, column: 0, rows: 1, columns: 2 }, plainText: false, calls: 1, values: [['旧', '已完成']] },
  ]);
});

test('and with two calls only its changed part, so that formats within the rest are not touched', () => {
  expect(planWrites([[cell(), changed('已完成')]], 2)).toMatchObject([{ place: { column: 1, columns: 1 }, calls: 2 }]);
});

test('what may not be written back is left out, and the changes beside it are written', () => {
  const plan = planWrites([[fixed, changed('甲'), changed('乙')]], 3);
  expect(plan.map(({ values }) => values)).toEqual([[['甲', '乙']]]);
});

test('the ranges that change most come first, as many as the calls allow', () => {
  const lines = [
    [changed('甲'), fixed],
    [fixed, changed('乙')],
    [fixed, changed('丙')],
  ];
  expect(planWrites(lines, 2).map(({ values }) => values)).toEqual([[['乙'], ['丙']]]);
  expect(planWrites(lines, 4)).toHaveLength(2);
  expect(planWrites(lines, 1)).toEqual([]);
});

test('text that would turn into a date is made plain text first', () => {
  const lines = [[cell({ write: '3-2', plainText: true })], [cell({ present: '3-1', locked: 'text' })], [fixed]];
  expect(planWrites(lines, 3)).toMatchObject([{ plainText: true, values: [['3-2']], calls: 3 }]);
  expect(planWrites(lines, 2)).toEqual([]);
});

test.each(['3-2', '2026', '12%', '9:30', '=A1', '+1', "'x", 'TRUE', '2026年9月15日', '9月15日', '1.', '（1）'])(
  '%s might be read as something else',
  (text) => expect(readsOtherwise(text)).toBe(true),
);

test.each(['整改中', '方禾、许青', '', 'https://a.example.invalid/1', 'fang@example.invalid', '共3项'])(
  '%s stays text',
  (text) => expect(readsOtherwise(text)).toBe(false),
);

test('no plan ever covers a fixed cell, writes over budget, or changes a cell that stays', () => {
  const any = fc.oneof(
    fc.constant(fixed),
    fc.constant(cell()),
    fc.constant(cell({ present: '3-1', locked: 'text' })),
    fc.constant(changed('新')),
    fc.constant(cell({ write: '3-2', plainText: true })),
  );
  const grid = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(any, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(grid, fc.integer({ min: 0, max: 9 }), (cells, budget) => {
      const plan = planWrites(cells, budget);
      expect(plan.reduce((sum, { calls }) => sum + calls, 0)).toBeLessThanOrEqual(budget);
      for (const { place, values, plainText } of plan) {
        values.forEach((line, r) => {
          line.forEach((value, c) => {
            const planned = cells[place.row + r]?.[place.column + c];
            expect(planned?.write ?? planned?.present).toBe(value);
            if (planned?.write === undefined)
              expect(planned?.locked === null || (plainText && planned?.locked === 'text')).toBe(true);
            else if (planned.plainText) expect(plainText).toBe(true);
          });
        });
      }
    }),
    { numRuns: 1000 },
  );
});
