/** A .docx as its paragraphs in order: what each says, how it is to be set, and where it stands in a table. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

export interface Cell {
  /** Number of the table in the document, from 0. */
  table: number;
  row: number;
  /** First column of the grid the cell goes over, and the one after its last. */
  from: number;
  to: number;
  /** The row is repeated on every page. */
  header: boolean;
}

export interface Paragraph {
  /** Style's id; `Normal` when none is named. */
  style: string;
  /** A line break within it is `\n`. */
  text: string;
  /** Typeface named by the runs themselves, for each character of `text`; '' is the style's. */
  faces: string[];
  align: string;
  keepNext: boolean;
  /** Turns off or changes the first line's indent of the style, in points. */
  ind: { left?: number; right?: number; firstLine?: number };
  cell: Cell | undefined;
  /** Holds a picture or a chart. */
  drawing: boolean;
  /** Index of the section it stands in. */
  section: number;
}

export interface WordDocument {
  paragraphs: Paragraph[];
  /** Whether each section's page is turned. */
  landscape: boolean[];
  /** Turned pages, and no others, are said to be. */
  oriented: boolean;
  /** The grid of each table: the columns' edges in points from its left edge. */
  grids: number[][];
  /** Typeface of each style that names one. */
  styleFaces: ReadonlyMap<string, string>;
}

/** The parts of the document; throws when it is no .docx. */
export function readWord(file: string): WordDocument {
  const parts = unzipSync(readFileSync(file));
  const part = (name: string): string => {
    const bytes = parts[name];
    if (bytes === undefined) throw new Error(`${file} holds no ${name}`);
    return strFromU8(bytes);
  };
  return { ...readBody(part('word/document.xml')), styleFaces: facesOf(part('word/styles.xml')) };
}

function facesOf(xml: string): Map<string, string> {
  const faces = new Map<string, string>();
  for (const [, id = '', style = ''] of xml.matchAll(/<w:style [^>]*w:styleId="([^"]*)"[^>]*>(.*?)<\/w:style>/gs)) {
    const face = /<w:rFonts [^>]*w:eastAsia="([^"]*)"/.exec(style)?.[1];
    if (face !== undefined) faces.set(id, face);
  }
  return faces;
}

const TOKEN = /<(\/?)([\w:]+)([^>]*?)(\/?)>|([^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const points = (twips: string | undefined): number => Number(twips ?? 0) / 20;

function unescaped(text: string): string {
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return ENTITIES[name] ?? whole;
  });
}

function readBody(xml: string): Omit<WordDocument, 'styleFaces'> {
  const paragraphs: Paragraph[] = [];
  const landscape: boolean[] = [];
  const grids: number[][] = [];
  let paragraph: Paragraph | undefined;
  let inRun = false;
  let inText = false;
  let face = '';
  let row = -1;
  let column = 0;
  let span = 1;
  let header = false;
  let turned = false;
  let oriented = true;
  let inTable = false;
  const attribute = (attributes: string, name: string): string | undefined =>
    new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];

  for (const [, closing, name = '', attributes = '', empty, text] of xml.matchAll(TOKEN)) {
    if (text !== undefined) {
      if (paragraph && inText) {
        const said = unescaped(text);
        paragraph.text += said;
        for (let i = 0; i < said.length; i += 1) paragraph.faces.push(face);
      }
      continue;
    }
    const opens = closing === '';
    switch (name) {
      case 'w:tbl':
        inTable = opens;
        row = -1;
        if (opens) grids.push([0]);
        break;
      case 'w:gridCol': {
        const grid = grids[grids.length - 1];
        grid?.push((grid[grid.length - 1] ?? 0) + points(attribute(attributes, 'w:w')));
        break;
      }
      case 'w:tr':
        if (!opens) break;
        row += 1;
        column = 0;
        header = false;
        break;
      case 'w:tblHeader':
        header = true;
        break;
      case 'w:tc':
        if (opens) span = 1;
        else column += span;
        break;
      case 'w:gridSpan':
        span = Number(attribute(attributes, 'w:val') ?? 1);
        break;
      case 'w:p': {
        if (!opens) {
          paragraph = undefined;
          break;
        }
        const cell = { table: grids.length - 1, row, from: column, to: column + span, header };
        paragraph = {
          style: 'Normal',
          text: '',
          faces: [],
          align: '',
          keepNext: false,
          ind: {},
          cell: inTable ? cell : undefined,
          drawing: false,
          section: landscape.length,
        };
        paragraphs.push(paragraph);
        if (empty === '/') paragraph = undefined;
        break;
      }
      case 'w:r':
        inRun = opens;
        face = '';
        break;
      case 'w:rFonts':
        if (inRun) face = attribute(attributes, 'w:eastAsia') ?? '';
        break;
      case 'w:t':
        inText = opens && empty === '';
        break;
      case 'w:br':
        if (paragraph) {
          paragraph.text += '\n';
          paragraph.faces.push('');
        }
        break;
      case 'w:drawing':
        if (paragraph) paragraph.drawing = true;
        break;
      case 'w:pStyle':
        if (paragraph) paragraph.style = attribute(attributes, 'w:val') ?? 'Normal';
        break;
      case 'w:keepNext':
        if (paragraph) paragraph.keepNext = true;
        break;
      case 'w:jc':
        if (paragraph) paragraph.align = attribute(attributes, 'w:val') ?? '';
        break;
      case 'w:ind':
        if (paragraph) {
          const [left, right, first] = ['w:left', 'w:right', 'w:firstLine'].map((one) => attribute(attributes, one));
          paragraph.ind = {
            ...(left === undefined ? {} : { left: points(left) }),
            ...(right === undefined ? {} : { right: points(right) }),
            ...(first === undefined ? {} : { firstLine: points(first) }),
          };
        }
        break;
      case 'w:pgSz':
        turned = Number(attribute(attributes, 'w:w')) > Number(attribute(attributes, 'w:h'));
        // Word prints a wide page upright without it
        oriented &&= turned === (attribute(attributes, 'w:orient') === 'landscape');
        break;
      case 'w:sectPr':
        if (!opens) landscape.push(turned);
        break;
    }
  }
  return { paragraphs, landscape, oriented, grids };
}
