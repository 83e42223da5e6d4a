/** The base text of a report in cells, and back. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Block, ReportDocument } from '../../../src/report/document';
import { type BaseLine, baseOf, linesOfReport, readBase } from '../../../src/report/reconcile';
import { reportOf } from './texts';

function documentOf(lines: readonly BaseLine[]): ReportDocument {
  const blocks = lines.map(
    ({ about, text }): Block => ({ kind: 'paragraph', runs: [{ text }], ...(about === null ? {} : { about }) }),
  );
  return { title: '', author: '', date: '2026-01-01', blocks };
}

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Any line: tabs, marks of the form itself, half characters. */
const text = fc
  .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('\t', '-', '+', '1', '水', '\ud83d', ' ') }))
  .map((some) => some.replace(/\n/g, ''))
  .filter((some) => some !== '');
const line = fc.record({ about: fc.option(fc.nat()), text });

describe('the base text', () => {
  test('comes back as it was, whatever stands in its lines', () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const document = documentOf(lines);
        expect(linesOfReport(document)).toEqual(lines);
        expect(readBase(baseOf(document))).toEqual(lines);
      }),
    );
  });

  test('is cut into parts that fit a cell, within long lines too, never within a character', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(line, fc.constantFrom(1, 900, 30_000)), { maxLength: 12 }), (some) => {
        const lines = some.map(([{ about, text }, times]) => ({ about, text: text.repeat(times).slice(0, 140_000) }));
        const parts = baseOf(documentOf(lines));
        expect(readBase(parts)).toEqual(lines);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(32_000);
        const whole = lines.every(({ text }) => !HALF.test(text));
        if (whole) expect(parts.every((part) => !HALF.test(part))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('is one line a paragraph, with the 编号 of its issue', () => {
    const [part = ''] = baseOf(reportOf());
    expect(part.split('\n').slice(0, 6)).toEqual([
      '-\t中共云泽县水利局党组关于巡察整改情况的通报',
      '-\t现将整改情况通报如下。',
      '-\t局党组召开专题会议9次，研究整改事项。压实各级责任。',
      '-\t（一）履行职责方面',
      '1\t1.关于“水库巡查流于形式”的问题。',
      '1\t一是配备巡查终端36台。二是每周通报巡查轨迹（含夜间；节假日除外），整改到位。',
    ]);
  });

  test('of nothing is nothing, and a line out of form is text still', () => {
    expect(baseOf(documentOf([]))).toEqual([]);
    expect(readBase([])).toEqual([]);
    expect(readBase(['', '随手写的一行\n3\t整改到位。'])).toEqual([
      { about: null, text: '随手写的一行' },
      { about: 3, text: '整改到位。' },
    ]);
  });

  test('has tables and attachments too, cells joined by tabs', () => {
    const lines = linesOfReport(reportOf({ rows: [['1', '水库巡查流于形式', '已完成']] }));
    expect(lines.slice(-4).map((one) => one.text)).toEqual([
      '附件',
      '整改台账',
      '序号\t问题\t状态',
      '1\t水库巡查流于形式\t已完成',
    ]);
  });
});
