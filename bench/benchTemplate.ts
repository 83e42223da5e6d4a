/** The template that `docxtemplater` fills in the bench: our own page, with its loops in place of the report's text. */
import type { Block as ReportBlock, ReportDocument } from '../src/report/document';
import { writeDocx } from '../src/report/docx';
import type { TemplateData } from './docxtemplaterPackage';
import type { Block } from './pageContent';

const COLUMNS = 8;
const cellName = (at: number): string => `c${at}`;

/** Paragraph and row loops: a heading or a paragraph each, and a row of the attachment's table. */
export function benchTemplate(): number[] {
  const line = (text: string): ReportBlock => ({ kind: 'paragraph', runs: [{ text }] });
  const cells = Array.from({ length: COLUMNS }, (_, at) => `{${cellName(at)}}`);
  cells[0] = `{#rows}${cells[0]}`;
  cells[COLUMNS - 1] = `${cells[COLUMNS - 1]}{/rows}`;
  const document: ReportDocument = {
    title: '',
    author: '',
    date: '2026-01-01',
    blocks: [
      line('{#paragraphs}'),
      line('{#heading}'),
      { kind: 'heading', level: 3, runs: [{ text: '{text}' }] },
      line('{/heading}'),
      line('{^heading}'),
      line('{text}'),
      line('{/heading}'),
      line('{/paragraphs}'),
      {
        kind: 'attachment',
        label: '附件',
        title: '整改台账',
        table: { columns: cells.map((_, at) => ({ header: String(at + 1), share: 1, align: 'left' })), rows: [cells] },
      },
    ],
  };
  return Array.from(writeDocx(document));
}

/** What the loops are given, from the blocks of the report's own page. */
export function benchData(blocks: readonly Block[]): TemplateData {
  const textOf = (runs: readonly { text: string }[]): string => runs.map(({ text }) => text).join('');
  return {
    paragraphs: blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [{ heading: block.style !== undefined, text: textOf(block.runs) }] : [],
    ),
    rows: blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.rows
            .filter(({ header }) => !header)
            .map(({ cells }) =>
              Object.fromEntries(
                cells.map((cell, at) => [cellName(at), cell.map(({ runs }) => textOf(runs)).join('\n')]),
              ),
            )
        : [],
    ),
  };
}
