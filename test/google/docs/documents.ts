/** Random reports, and the Google Doc the strict host makes of a .docx. */
import type { docs_v1 } from '@googleapis/docs';
import fc from 'fast-check';
import { importDocx } from '../../../local/host/services/docs/importDocx';
import type { Block, ChartPicture, FormCell, ReportDocument, Run, Table } from '../../../src/report/document';
import { writeDocx } from '../../../src/report/docx';

export const imported = (document: ReportDocument): docs_v1.Schema$Document => importDocx(writeDocx(document));

export const reportOf = (...blocks: Block[]): ReportDocument => ({
  title: '',
  author: '',
  date: '2026-09-15',
  blocks,
});

export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });

/** Text with what is hard in XML and in code units, but without what a .docx cannot hold. */
const characters = fc.constantFrom(...'整改问题一二，。“”（）1.aZ<>&"\'　 \t𠮷😀é—\u00a0');
const text = fc
  .array(characters, { minLength: 1, maxLength: 24 })
  .map((all) => all.join(''))
  .filter((one) => one.trim() !== '');
const cell = fc.oneof(
  text,
  fc.constant(''),
  fc.tuple(text, text).map((lines) => lines.join('\n')),
);
const runs: fc.Arbitrary<Run[]> = fc.array(
  fc.record(
    { text, strong: fc.boolean(), level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const) },
    { requiredKeys: ['text'] },
  ),
  { minLength: 1, maxLength: 4 },
);

const table: fc.Arbitrary<Table> = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.record({
    columns: fc.array(
      fc.record({
        header: text,
        share: fc.integer({ min: 1, max: 5 }),
        align: fc.constantFrom('left' as const, 'center' as const),
      }),
      { minLength: width, maxLength: width },
    ),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 4 }),
  }),
);

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('mark' as const), text }),
  fc.record({ kind: fc.constant('title' as const), lines: fc.array(text, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    runs,
  }),
  fc.record({ kind: fc.constant('paragraph' as const), runs }),
  fc.constant({ kind: 'blank' as const }),
  fc.record({ kind: fc.constant('signature' as const), unit: text, date: text }),
  fc.record({ kind: fc.constant('attachments' as const), names: fc.array(text, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('attachment' as const), label: text, title: text, table }),
  fc.record({ kind: fc.constant('table' as const), table }),
  fc.record({
    kind: fc.constant('form' as const),
    form: fc.record({
      columns: fc.constant<number[]>([1, 2, 1]),
      rows: fc.array(
        fc.oneof(
          fc.tuple(cell, cell, cell).map((texts) => texts.map((one) => ({ text: one, label: true }))),
          fc.tuple(cell, cell).map(([one, two]): FormCell[] => [
            { text: one, label: true },
            { text: two, span: 2 },
          ]),
        ),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  }),
  fc.record({
    kind: fc.constant('chart' as const),
    chart: fc.record({
      form: fc.constantFrom('line' as const, 'column' as const),
      title: text,
      alt: text,
      categories: fc.constant<string[]>(['一月', '二月']),
      series: fc.constant<ChartPicture['series']>([{ name: '已完成', values: [1, null] }]),
    }),
  }),
);

export const reports: fc.Arbitrary<ReportDocument> = fc
  .array(block, { minLength: 1, maxLength: 8 })
  .map((blocks) => reportOf(...blocks));
