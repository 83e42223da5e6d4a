/** The self-test's document: three pages that have everything of a report's look an importer may lose. */
import type { Block, ReportDocument } from './document';

/** Enough lines to fill the first page, so that the second, an even one, has text. */
const PARAGRAPHS = 8;
const ROWS = 6;

/**
 * Title, headings of all levels, text on two pages, and a landscape page with a table: the odd and even page numbers,
 * typefaces, exact pitch, indents and repeated header row of every report come with the .docx itself.
 * @param date of the document, `YYYY-MM-DD`
 */
export function probe(date: string): ReportDocument {
  const text = '本段用来检验字体、缩进和行距，没有实际内容。'.repeat(5);
  const paragraph: Block = { kind: 'paragraph', runs: [{ text }] };
  const heading = (level: 1 | 2 | 3 | 4, number: string): Block => ({
    kind: 'heading',
    level,
    runs: [{ text: `${number}标题` }],
  });
  const headers = ['序号', '项目', '内容'];
  return {
    title: '版式自检',
    author: '',
    date,
    blocks: [
      { kind: 'title', lines: ['版式自检'] },
      { kind: 'blank' },
      heading(1, '一、'),
      heading(2, '（一）'),
      heading(3, '1.'),
      heading(4, '（1）'),
      ...Array.from({ length: PARAGRAPHS }, () => paragraph),
      {
        kind: 'attachment',
        label: '附件',
        title: '横向页自检',
        table: {
          columns: headers.map((header, i) => ({ header, share: i + 1, align: i === 0 ? 'center' : 'left' })),
          rows: Array.from({ length: ROWS }, () => headers),
        },
      },
    ],
  };
}
