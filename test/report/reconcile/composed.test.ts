/** 对账 of composed reports, as they come back from their own .docx. */
import { describe, expect, test } from '@jest/globals';
import { readSource } from '../../../src/intake/source';
import type { Settings } from '../../../src/ledger/settings';
import type { ReportDocument } from '../../../src/report/document';
import { writeDocx } from '../../../src/report/docx';
import { baseOf, keepHandEdits, linesOfReport, readBase, reconcile } from '../../../src/report/reconcile';
import { composed, forestryBureau } from '../reports';

/** The paragraphs of the report's .docx; each cell of a table is one. */
function fileOf(document: ReportDocument): string[] {
  const read = readSource({ name: '报告.docx', bytes: writeDocx(document) }, () => '');
  if (!read.ok) throw new Error('unreadable');
  return read.value.map(({ text }) => text);
}

describe.each(['四部分', '两部分', '三部分', '统计在前'] as const)('a report of %s', (variant) => {
  const of = (settings: Partial<Settings> = {}, parts: Parameters<typeof forestryBureau>[0] = {}) =>
    composed(forestryBureau({ ...parts, settings: { attachment: '是', ...settings } }), { variant });

  test.each([
    {},
    { headlinePlace: '接排' as const },
    { measureForm: '（1）' as const, numbering: '分方面编号' as const },
  ])('that nobody touched has no changes (%j)', (settings) => {
    const document = of(settings);
    const base = readBase(baseOf(document));
    const { same, ...rest } = reconcile(base, fileOf(document), linesOfReport(document));
    expect(rest).toEqual({ changes: [], hand: 0, ledger: 0, both: 0 });
    expect(same).toBeGreaterThan(20);
    expect(reconcile([], fileOf(document), linesOfReport(document)).changes).toEqual([]);
    expect(keepHandEdits(document, base, fileOf(document))).toEqual({ document, kept: [], dropped: [] });
  });

  test('tells an edit by hand from a state the ledger changed', () => {
    const then = of();
    const { issues } = forestryBureau();
    const closed = issues.records.map((issue) => (issue.number === 2 ? { ...issue, state: '已销号' as const } : issue));
    const now = of({}, { issues: closed });
    const published = fileOf(then).map((text) => text.replace('1360件套', '1420件套'));
    const { changes, both } = reconcile(linesOfReport(then), published, linesOfReport(now));
    const byHand = changes.filter(({ kind }) => kind === 'hand');
    expect(byHand.some(({ about, published: text }) => about === 2 && text.includes('1420件套'))).toBe(true);
    const byLedger = changes.filter(({ kind }) => kind === 'ledger').map(({ about }) => about);
    expect(byLedger.includes(2)).toBe(variant === '两部分');
    expect(both).toBeLessThanOrEqual(1);
  });
});
