/** The shipped examples: the reports of the filled ledgers, and the published ones, read back. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readXlsx } from '../../../local/files/xlsx';
import { proposeFrom } from '../../../src/intake/propose';
import { readSource, sourceOfText } from '../../../src/intake/source';
import type { Ledger } from '../../../src/ledger/ledger';
import { readLedger } from '../../../src/ledger/read';
import { TAB_ORDER, TABS } from '../../../src/ledger/schema';
import { composeReport } from '../../../src/report/compose';
import type { ReportDocument } from '../../../src/report/document';
import { writeDocx } from '../../../src/report/docx';
import { textOf } from '../../../src/report/text';
import { gridOf, snapshotOf } from '../../support/gridOf';
import { expectedOf, readOf, TODAY } from './expectedOf';
import { VARIANTS } from './ledgers';
import { recomposed } from './recomposed';

async function filled(name: string): Promise<Ledger> {
  const read = await readXlsx(readFileSync(`examples/${name}/ledger.xlsx`));
  if (!read.ok) throw new Error(read.faults.map(({ message }) => message).join('\n'));
  const tabs = new Map(read.value.tabs.map(({ title, rows }) => [title, rows.map(({ values }) => values)]));
  return readLedger(snapshotOf(TAB_ORDER.map((tab) => gridOf(tab, tabs.get(TABS[tab].title))))).ledger;
}

/**
 * Without level-one headings nothing tells 整改成效 and 下一步打算 from the last issue's text, unless they were written for
 * such a report.
 */
function forVariant(ledger: Ledger, variant: Ledger['settings']['variant']): Ledger {
  if (variant !== '统计在前' || ledger.settings.variant === variant) return ledger;
  const records = ledger.narrative.records.filter(({ part }) => part !== '整改成效' && part !== '下一步打算');
  return { ...ledger, narrative: { ...ledger.narrative, records } };
}

function composed(ledger: Ledger, settings: Partial<Ledger['settings']>): ReportDocument {
  const report = composeReport(
    { ...ledger, settings: { ...ledger.settings, ...settings } },
    { kind: 'public', today: TODAY },
  );
  if (!report.ok) throw new Error(report.faults.map(({ message }) => message).join('\n'));
  return report.value;
}

describe.each(['county-bureau', 'hospital', 'small-office'])('the report of %s', (name) => {
  it.each(VARIANTS)('in the variant %s is read back to its issues and measures', async (variant) => {
    const ledger = forVariant(await filled(name), variant);
    const settings = { ...ledger.settings, variant };
    const document = composed(ledger, { variant });
    const text = textOf(document);
    const proposal = proposeFrom(sourceOfText(text));
    const expected = expectedOf({ ...ledger, settings }, text.split('\n'));
    expect(expected.issues.length).toBeGreaterThan(3);
    const read = readOf(proposal, expected);
    if (variant === ledger.settings.variant) expect(read).toEqual(expected);
    expect(read.issues).toEqual(expected.issues);
    expect(recomposed(proposal)).toBe(textOf(composed(ledger, { variant, attachment: '否' })));
    const file = readSource({ name: '通报.docx', bytes: writeDocx(document) }, () => '');
    if (!file.ok) throw new Error(file.faults.map(({ message }) => message).join('\n'));
    expect(proposeFrom(file.value).issues).toEqual(proposal.issues);
  });
});

describe('a published report', () => {
  it.each(['restarting-numbers', 'statistics-first', 'three-part', 'two-part-status-lines'])(
    'imported, made again and imported again holds the same issues, measures and texts (%s)',
    (name) => {
      const first = proposeFrom(sourceOfText(readFileSync(`examples/published/${name}.txt`, 'utf8')));
      const again = proposeFrom(sourceOfText(recomposed(first)));
      expect(first.issues.length).toBeGreaterThan(5);
      expect(again.issues).toEqual(first.issues);
      expect(again.narrative).toEqual(first.narrative);
      expect(again.settings).toEqual(first.settings);
      expect(first.unplaced).toEqual([]);
    },
  );
});
