/** What holds of 对账 whatever the report, the edits by hand and the changes of the ledger. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ReportDocument } from '../../../src/report/document';
import { keepHandEdits, linesOfReport, type Reconciliation, reconcile } from '../../../src/report/reconcile';
import { type Edit, report, withEdits } from './arbitrary';
import { textsOf } from './texts';

const edits = fc.infiniteStream(
  fc.constantFrom<Edit>('keep', 'keep', 'keep', 'edit', 'remove', 'add', 'addParagraph', 'keep'),
);
const published = (lines: readonly { text: string }[]): string[] => lines.map(({ text }) => text);
const next = (stream: IterableIterator<Edit> | fc.Stream<Edit>) => (): Edit => stream.next().value ?? 'keep';

describe('reconcile', () => {
  test('finds nothing in a text that is the same in all three, however odd', () => {
    const odd = fc.record({
      about: fc.option(fc.integer({ min: 1, max: 4 })),
      text: fc.string({
        unit: fc.constantFrom('1', '.', '一', '是', '、', '（', '）', '“', '”', '。', '\t', ' ', '水', '3', 'A', '第'),
      }),
    });
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 30 }), (lines) => {
        const { same, ...rest } = reconcile(lines, published(lines), lines);
        expect(rest).toEqual({ hand: 0, ledger: 0, both: 0, changes: [] });
        expect(reconcile([], published(lines), lines).changes).toEqual([]);
      }),
    );
  });

  test('calls edits by hand of an unchanged ledger so, each of them', () => {
    fc.assert(
      fc.property(report, edits, ({ document, reordered }, stream) => {
        const { lines, count } = withEdits(document, next(stream), '甲');
        const base = linesOfReport(document);
        const found = reconcile(base, published(lines), base);
        expect({ hand: found.hand, ledger: found.ledger, both: found.both }).toEqual({
          hand: count,
          ledger: 0,
          both: 0,
        });
        const numbersAside = ({ changes }: Reconciliation) => changes.map((one) => ({ ...one, ledger: '' }));
        const moved = reconcile(base, published(lines), linesOfReport(reordered));
        expect(numbersAside(moved)).toEqual(numbersAside(found));
      }),
    );
  });

  test('calls changes of the ledger under an untouched text so, each of them', () => {
    fc.assert(
      fc.property(report, edits, ({ document }, stream) => {
        const { lines, count } = withEdits(document, next(stream), '甲');
        const base = linesOfReport(document);
        const found = reconcile(base, published(base), lines);
        expect({ hand: found.hand, ledger: found.ledger, both: found.both }).toEqual({
          hand: 0,
          ledger: count,
          both: 0,
        });
      }),
    );
  });

  test('finds no conflict where hand and ledger changed different sentences', () => {
    fc.assert(
      fc.property(report, edits, fc.infiniteStream(fc.boolean()), ({ document }, stream, sides) => {
        const chosen: { edit: Edit; byHand: boolean }[] = [];
        const of =
          (byHand: boolean) =>
          (sentence: number): Edit => {
            chosen[sentence] ??= { edit: next(stream)(), byHand: sides.next().value ?? true };
            return chosen[sentence].byHand === byHand ? chosen[sentence].edit : 'keep';
          };
        const [hand, ledger] = [withEdits(document, of(true), '甲'), withEdits(document, of(false), '乙')];
        const found = reconcile(linesOfReport(document), published(hand.lines), ledger.lines);
        expect({ hand: found.hand, ledger: found.ledger, both: found.both }).toEqual({
          hand: hand.count,
          ledger: ledger.count,
          both: 0,
        });
      }),
    );
  });

  test('calls what both reworded a conflict, unless they did so alike', () => {
    fc.assert(
      fc.property(report, fc.infiniteStream(fc.boolean()), ({ document }, stream) => {
        const chosen: Edit[] = [];
        const choose = (sentence: number): Edit => {
          chosen[sentence] ??= stream.next().value ? 'edit' : 'keep';
          return chosen[sentence];
        };
        const [hand, ledger] = [withEdits(document, choose, '甲'), withEdits(document, choose, '乙')];
        const base = linesOfReport(document);
        const found = reconcile(base, published(hand.lines), ledger.lines);
        expect({ hand: found.hand, ledger: found.ledger, both: found.both }).toEqual({
          hand: 0,
          ledger: 0,
          both: hand.count,
        });
        expect(reconcile(base, published(hand.lines), hand.lines).changes).toEqual([]);
      }),
    );
  });
});

describe('keepHandEdits', () => {
  test('gives the published text again, word for word, where the ledger is as it was', () => {
    fc.assert(
      fc.property(report, edits, ({ document }, stream) => {
        const before = JSON.stringify(document);
        const { lines, count } = withEdits(document, next(stream), '甲');
        const result = keepHandEdits(document, linesOfReport(document), published(lines));
        expect(textsOf(result.document)).toEqual(published(lines));
        expect([result.kept.length, result.dropped.length]).toEqual([count, 0]);
        expect(linesOfReport(result.document).map(({ about }) => about)).toEqual(lines.map(({ about }) => about));
        expect(JSON.stringify(document)).toBe(before);
      }),
    );
  });

  test('keeps or drops each change by hand, and loses no text of the ledger it did not keep one for', () => {
    fc.assert(
      fc.property(report, report, edits, ({ document }, other, stream) => {
        const { lines } = withEdits(document, next(stream), '甲');
        const base = linesOfReport(document);
        for (const current of [document, mixed(document, other.document), other.document]) {
          const result = keepHandEdits(current, base, published(lines));
          const { hand, both } = reconcile(base, published(lines), linesOfReport(current));
          expect(result.kept.length + result.dropped.length).toBe(hand + both);
          if (result.kept.length === 0) expect(result.document).toEqual(current);
        }
      }),
    );
  });
});

/** Every other block of the one report, and all of the other. */
function mixed(one: ReportDocument, other: ReportDocument): ReportDocument {
  return { ...one, blocks: [...one.blocks.filter((_, i) => i % 2 === 0), ...other.blocks] };
}
