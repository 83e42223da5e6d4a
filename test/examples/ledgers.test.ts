/** The filled ledgers among the examples: what the program made of each unit's document and progress. */
import { readFileSync } from 'node:fs';
import { readXlsx } from '../../local/files/xlsx';
import { freshLedger } from '../support/hostedLedger';

test.each([
  ['county-bureau', 12, 36],
  ['hospital', 14, 29],
  ['small-office', 4, 9],
])('%s opens as a ledger of %i issues and %i measures, nothing refused', async (name, issues, measures) => {
  const read = await readXlsx(readFileSync(`examples/${name}/ledger.xlsx`));
  if (!read.ok) throw new Error(read.faults.map(({ message }) => message).join('\n'));
  const ledger = freshLedger();
  const answer = ledger.ask<{ refused: unknown[] }>('mergeEdits', { tabs: read.value.tabs, adopt: true, whole: true });
  expect(answer).toMatchObject({ ok: true, value: { refused: [] } });
  expect(ledger.rows('问题台账')).toHaveLength(issues);
  expect(ledger.rows('整改措施')).toHaveLength(measures);
  expect(ledger.rows('办理记录').length).toBeGreaterThan(issues);
});
