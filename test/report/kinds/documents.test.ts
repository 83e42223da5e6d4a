/** Every kind as a document: valid by the vendor's own rules, shown as a page, the same every time. */
import { describe, expect, test } from '@jest/globals';
import { htmlOf } from '../../../src/report/html';
import { isPublic, KIND_NAMES, REPORT_KINDS } from '../../../src/report/kinds';
import { textOf } from '../../../src/report/text';
import { partsOf, validationErrors } from '../docx/docx';
import { documentOf, kindsLedger } from './kindsLedger';

describe.each(REPORT_KINDS)('%s', (kind) => {
  const hostile = () => {
    const ledger = kindsLedger();
    Object.assign(ledger.issues.records[3] ?? {}, { title: '<尾款>&"未结\u0000\ud800', effect: '甲\n\n乙\t丙' });
    return documentOf(kind, ledger);
  };

  test('is a valid .docx whatever was typed, with the same bytes every time', async () => {
    expect(await validationErrors(hostile())).toEqual([]);
    expect(partsOf(hostile())).toEqual(partsOf(hostile()));
  });

  test('is shown as a page, and leaves the ledger as it was', () => {
    const ledger = kindsLedger();
    const document = documentOf(kind, ledger);
    expect(ledger).toEqual(kindsLedger());
    expect(document.title).not.toBe('');
    expect(htmlOf(hostile())).not.toContain('<尾款>');
    expect(textOf(document)).not.toMatch(/undefined|null|NaN|\{\{/);
  });
});

test('only the notice to everybody and its follow-up are public', () => {
  expect(REPORT_KINDS.filter(isPublic).map((kind) => KIND_NAMES[kind])).toEqual(['社会公开通报', '后续进展报告']);
});
