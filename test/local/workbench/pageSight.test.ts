import fc from 'fast-check';
import { type Axis, distanceOf, lineAt, mostFor, scrollFor } from '../../../local/workbench/page/grid/sight';

const endsOf = (sizes: number[]): number[] => {
  let end = 0;
  return sizes.map((size) => {
    end += size;
    return end;
  });
};

const axes = fc.record({
  ends: fc.array(fc.integer({ min: 20, max: 240 }), { minLength: 6, maxLength: 20 }).map(endsOf),
  frozen: fc.nat(2),
  scrolled: fc.nat(800),
  room: fc.integer({ min: 760, max: 1500 }),
});

/** What of the window a column takes when the sheet is scrolled so far. */
function placeOf({ ends, frozen, room }: Axis, at: number, scrolled: number) {
  const start = (ends[at - 1] ?? 0) - scrolled;
  const end = (ends[at] ?? 0) - scrolled;
  return { isSeen: start >= (ends[frozen - 1] ?? 0) && end <= room };
}

test('whatever the widths, a cell that is not frozen is seen whole afterwards', () => {
  fc.assert(
    fc.property(axes, fc.nat(19), fc.option(fc.double({ min: 0, max: 1, noNaN: true })), (axis, at, lead) => {
      fc.pre(at >= axis.frozen && at < axis.ends.length);
      const distance = scrollFor(axis, at, lead ?? undefined);
      if (distance === undefined) return expect(placeOf(axis, at, axis.scrolled).isSeen).toBe(true);
      const { line, offset } = lineAt(axis, distance, mostFor(axis, at));
      const reached = distanceOf(axis, line, offset);
      expect(placeOf(axis, at, reached).isSeen).toBe(true);
    }),
  );
});

test('a frozen column and one in sight leave the sheet where it is', () => {
  const axis = { ends: endsOf([60, 140, 300, 100, 100]), frozen: 2, scrolled: 0, room: 720 };
  expect(scrollFor(axis, 1)).toBeUndefined();
  expect(scrollFor(axis, 3)).toBeUndefined();
});

test('a column behind the frozen ones comes out from under them', () => {
  const axis = { ends: endsOf([60, 140, 300, 100, 100]), frozen: 2, scrolled: 250, room: 500 };
  expect(scrollFor(axis, 2)).toBe(0);
});

test('a column wider than the room shows its beginning, and stays there', () => {
  const axis = { ends: endsOf([60, 900, 100]), frozen: 1, scrolled: 200, room: 500 };
  expect(scrollFor(axis, 1)).toBe(0);
  expect(scrollFor({ ...axis, scrolled: 0 }, 1)).toBeUndefined();
});
