/** The same document by the npm package `docx`, for comparison: same paragraphs, styles, table, page and footers. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  type IParagraphStyleOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Block, Paragraph as PlainParagraph, Table as PlainTable } from './pageContent';

const LINE = { line: 579, lineRule: LineRuleType.EXACT };
const BODY_SIZE = 32;
const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BORDERS = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE };
const PORTRAIT = { top: 2098, right: 1462, bottom: 1984, left: 1587, header: 850, footer: 1308 };

function style(
  id: string,
  name: string,
  font: string,
  size: number,
  outlineLevel?: number,
): IParagraphStyleOptions & { id: string } {
  return {
    id,
    name,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { font, size, color: '000000' },
    paragraph: {
      keepNext: true,
      spacing: LINE,
      ...(outlineLevel === undefined
        ? { alignment: AlignmentType.CENTER }
        : { outlineLevel, indent: { firstLine: 640 }, alignment: AlignmentType.BOTH }),
    },
  };
}

const PARAGRAPH_STYLES = [
  style('Title', 'Title', '方正小标宋简体', 44),
  style('Heading1', 'heading 1', '黑体', BODY_SIZE, 0),
  style('Heading2', 'heading 2', '楷体_GB2312', BODY_SIZE, 1),
  style('Heading3', 'heading 3', '仿宋_GB2312', BODY_SIZE, 2),
  style('Heading4', 'heading 4', '仿宋_GB2312', BODY_SIZE, 3),
];

function paragraph({ style: named, align, runs }: PlainParagraph): Paragraph {
  return new Paragraph({
    ...(named ? { style: named } : {}),
    ...(align ? { alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.RIGHT } : {}),
    children: runs.map(
      ({ text, breakBefore, font, size }) =>
        new TextRun({
          text,
          ...(breakBefore ? { break: 1 } : {}),
          ...(font ? { font } : {}),
          ...(size ? { size } : {}),
        }),
    ),
  });
}

function table({ widths, rows }: PlainTable): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...BORDERS, insideHorizontal: EDGE, insideVertical: EDGE },
    rows: rows.map(
      ({ header, cells }) =>
        new TableRow({
          tableHeader: header,
          cantSplit: true,
          children: cells.map(
            (paragraphs, at) =>
              new TableCell({
                width: { size: widths[at] ?? 0, type: WidthType.DXA },
                borders: BORDERS,
                verticalAlign: VerticalAlign.CENTER,
                children: paragraphs.map(paragraph),
              }),
          ),
        }),
    ),
  });
}

function footer(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const run = { font: '宋体', size: 28 };
  const children = [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })];
  return new Footer({ children: [new Paragraph({ alignment, children })] });
}

function section(children: FileChild[], landscape: boolean): ISectionOptions {
  return {
    properties: {
      page: {
        size: { width: 11906, height: 16838, ...(landscape ? { orientation: PageOrientation.LANDSCAPE } : {}) },
        margin: PORTRAIT,
      },
    },
    footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
    children,
  };
}

/** Builds and packs the document. */
export async function buildWithDocxPackage(blocks: readonly Block[]): Promise<Uint8Array> {
  const sections: FileChild[][] = [[]];
  for (const block of blocks) {
    sections[sections.length - 1]?.push(block.kind === 'table' ? table(block) : paragraph(block));
    if (block.kind === 'paragraph' && block.endsSection) sections.push([]);
  }
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: '仿宋_GB2312', size: BODY_SIZE },
          paragraph: { spacing: LINE, indent: { firstLine: 640 }, alignment: AlignmentType.BOTH },
        },
      },
      paragraphStyles: PARAGRAPH_STYLES,
    },
    sections: sections.filter((children) => children.length > 0).map((children, at) => section(children, at > 0)),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
