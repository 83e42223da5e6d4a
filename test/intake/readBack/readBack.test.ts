import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Proposal } from '../../../src/intake/proposal';
import { proposeFrom } from '../../../src/intake/propose';
import { readSource, sourceOfText } from '../../../src/intake/source';
import type { Ledger } from '../../../src/ledger/ledger';
import { composeReport } from '../../../src/report/compose';
import { writeDocx } from '../../../src/report/docx';
import { textOf } from '../../../src/report/text';
import { normaliseDocument } from '../../../src/text/punctuation';
import { expectedOf, readOf, TODAY, titlesOf } from './expectedOf';
import { draft, ledgerFrom } from './ledgers';
import { recomposed } from './recomposed';
import { told } from './told';

const RUNS = Number(process.env.READ_BACK_RUNS ?? 150);

function printed(ledger: Ledger, attachment: Ledger['settings']['attachment']) {
  const whole = { ...ledger, settings: { ...ledger.settings, attachment } };
  const report = composeReport(whole, { kind: 'public', today: TODAY });
  if (!report.ok) throw new Error(report.faults.map(({ message }) => message).join('\n'));
  return report.value;
}

/** Issues without measures, totals of the settings that differ from the ledger's, and the attachment's paragraphs. */
const ALLOWED = /没有写整改措施|^文中写明反馈问题|段文字没有找到归属/;

/** What a proposal holds apart from where its characters stood. */
const records = ({ settings, issues, narrative }: Proposal) => ({
  settings,
  issues,
  narrative: narrative.filter(({ part }) => part !== '未归位'),
});

/** Where most headlines are findings in the form of 设置, that form and the findings themselves are read. */
function expectTitles(ledger: Ledger, { settings, issues }: Proposal): void {
  const titles = titlesOf(ledger);
  const most = titles.filter((title) => title !== '').length * 2 > titles.length;
  const { headline } = ledger.settings;
  // where text follows in its paragraph the headline ends with 。 in any form; those without text may be few
  const inOne = settings.headlinePlace === '接排';
  const open = (form = ''): string => (inOne ? form.replace(/。$/, '') : form);
  if (most) expect(open(settings.headline)).toBe(open(headline));
  if (open(settings.headline) !== open(headline)) return;
  const known = issues.map(({ measures }, i) => titles[i] !== '' && (!inOne || measures.length > 0));
  expect(issues.map(({ title }, i) => (known[i] ? title : ''))).toEqual(
    titles.map((title, i) => (known[i] ? title : '')),
  );
}

describe('a report made from a ledger', () => {
  it('is read back to the records it was made from, and makes the same report again', () => {
    fc.assert(
      fc.property(draft, (one) => {
        const ledger = ledgerFrom(told(one));
        const document = printed(ledger, ledger.settings.attachment);
        const text = textOf(document);
        const proposal = proposeFrom(sourceOfText(text));
        const lines = text.split('\n');
        const expected = expectedOf(ledger, lines);
        expect(readOf(proposal, expected)).toEqual(expected);
        expectTitles(ledger, proposal);
        const bare = textOf(printed(ledger, '否'));
        expect(recomposed(proposal)).toBe(bare);
        // nothing would be printed otherwise, so nothing of the kind is told
        expect(proposal.warnings.filter((warning) => !ALLOWED.test(warning))).toEqual([]);
        const printedCount = ledger.issues.records.length;
        const differs = ledger.settings.fedBack !== null && ledger.settings.fedBack !== printedCount;
        if (!differs) expect(proposal.warnings.join()).not.toContain('文中写明反馈问题');
        const attached = lines.filter((line) => !bare.split('\n').includes(line));
        expect(proposal.unplaced.join('\n')).toBe(normaliseDocument(attached.join('\n')));
      }),
      { numRuns: RUNS },
    );
  });

  it('is read from its .docx as from its text', () => {
    fc.assert(
      fc.property(draft, (one) => {
        const ledger = ledgerFrom(told(one));
        const document = printed(ledger, ledger.settings.attachment);
        const file = readSource({ name: '通报.docx', bytes: writeDocx(document) }, () => '');
        if (!file.ok) throw new Error(file.faults.map(({ message }) => message).join('\n'));
        const fromText = records(proposeFrom(sourceOfText(textOf(document))));
        expect(records(proposeFrom(file.value))).toEqual(fromText);
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });
});
