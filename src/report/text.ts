/** The report as plain text: one line for each paragraph, the attachment's table as tab-separated rows after it. */
import type { Block, ReportDocument, Table } from './document';
import { textOfRuns } from './paragraphs';

/** The text, lines joined by `\n`, without a line end at its end; empty lines of the page are not lines of the text. */
export function textOf(document: ReportDocument): string {
  return document.blocks.flatMap(linesOfBlock).join('\n');
}

/** The note's names with their numbers: one attachment bears none (GB/T 9704-2012, 7.3.4). */
export function attachmentNote(names: readonly string[]): string[] {
  const [first = '', ...rest] = names;
  if (rest.length === 0) return [`附件：${first}`];
  return [`附件：1.${first}`, ...rest.map((name, i) => `${i + 2}.${name}`)];
}

function linesOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'mark':
      return [block.text];
    case 'title':
      return [block.lines.join('')];
    case 'heading':
    case 'paragraph':
      return [textOfRuns(block.runs)];
    case 'blank':
      return [];
    case 'signature':
      return block.unit === undefined ? [block.date] : [block.unit, block.date];
    case 'attachments':
      return attachmentNote(block.names);
    case 'attachment':
      return [block.label, block.title, ...tableLines(block.table)];
    case 'table':
      return tableLines(block.table);
    case 'form':
      return block.form.rows.map((row) => row.map(({ text }) => inOne(text)).join('\t'));
    case 'chart':
      return [block.chart.alt];
  }
}

function tableLines(table: Table): string[] {
  return [table.columns.map(({ header }) => header), ...table.rows].map((cells) => cells.map(inOne).join('\t'));
}

function inOne(text: string): string {
  return text.replace(/[\t\n]+/g, '');
}
