/** What stands in a report's .docx, read back plainly enough to be built again by another library. */
import { strFromU8, unzipSync } from 'fflate';

export interface Run {
  text: string;
  /** A line break stands before it. */
  breakBefore: boolean;
  /** Named where the run departs from its style. */
  font?: string;
  /** Half-points. */
  size?: number;
}

export interface Paragraph {
  kind: 'paragraph';
  style?: 'Title' | 'Heading1' | 'Heading2' | 'Heading3' | 'Heading4';
  align?: 'center' | 'right';
  runs: Run[];
  /** The last paragraph of the portrait section. */
  endsSection: boolean;
}

export interface Table {
  kind: 'table';
  /** Twentieths of a point. */
  widths: number[];
  rows: { header: boolean; cells: Paragraph[][] }[];
}

export type Block = Paragraph | Table;

const STYLES = ['Title', 'Heading1', 'Heading2', 'Heading3', 'Heading4'] as const;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decoded(xml: string): string {
  return xml.replace(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

function attribute(xml: string, pattern: RegExp): string | undefined {
  return pattern.exec(xml)?.[1];
}

function runOf(xml: string): Run {
  const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => decoded(match[1] ?? '')).join('');
  const font = attribute(xml, /w:eastAsia="([^"]+)"/);
  const size = attribute(xml, /<w:sz w:val="(\d+)"/);
  return {
    text,
    breakBefore: xml.includes('<w:br/>'),
    ...(font ? { font } : {}),
    ...(size ? { size: Number(size) } : {}),
  };
}

function paragraphOf(xml: string): Paragraph {
  const named = attribute(xml, /<w:pStyle w:val="([^"]+)"/);
  const style = STYLES.find((one) => one === named);
  const align = attribute(xml, /<w:jc w:val="(center|right)"/);
  return {
    kind: 'paragraph',
    ...(style ? { style } : {}),
    ...(align === 'center' || align === 'right' ? { align } : {}),
    runs: [...xml.matchAll(/<w:r>[\s\S]*?<\/w:r>/g)].map((match) => runOf(match[0])),
    endsSection: xml.includes('<w:sectPr'),
  };
}

const PARAGRAPH = /<w:p>[\s\S]*?<\/w:p>|<w:p\/>/g;

function tableOf(xml: string): Table {
  return {
    kind: 'table',
    widths: [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1])),
    rows: [...xml.matchAll(/<w:tr>[\s\S]*?<\/w:tr>/g)].map((row) => ({
      header: row[0].includes('<w:tblHeader/>'),
      cells: [...row[0].matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g)].map((cell) =>
        [...cell[0].matchAll(PARAGRAPH)].map((paragraph) => paragraphOf(paragraph[0])),
      ),
    })),
  };
}

/** The paragraphs and tables of a .docx as our writer makes it; not a reader for any other. */
export function pageContent(docx: Uint8Array): Block[] {
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
  const blocks = xml.matchAll(new RegExp(`<w:tbl>[\\s\\S]*?</w:tbl>|${PARAGRAPH.source}`, 'g'));
  return [...blocks].map(([block]) => (block.startsWith('<w:tbl>') ? tableOf(block) : paragraphOf(block)));
}
