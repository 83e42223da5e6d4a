/** The paragraphs of a WordprocessingML part, with what a reader sees: insertions, field results, but nothing deleted. */
import { integerOf } from './docxStyles';
import { type Attributes, scanXml } from './xml';

export interface DocxParagraph {
  text: string;
  style?: string | undefined;
  numId?: string | undefined;
  ilvl?: number | undefined;
  /** 0-based w:outlineLvl of the paragraph itself; 9 is body text. */
  outline?: number | undefined;
  inTable: boolean;
  /** In a text box. */
  boxed: boolean;
}

interface OpenParagraph extends DocxParagraph {
  /** Its mark was deleted: the next paragraph goes on with its text. */
  joined: boolean;
}

/** Elements nothing of which is shown: deletions, moved-away text, earlier properties, fallbacks, phonetic guides. */
const HIDDEN = new Set([
  'w:del',
  'w:moveFrom',
  'w:pPrChange',
  'w:rPrChange',
  'w:numberingChange',
  'w:sdtPr',
  'w:instrText',
  'w:delInstrText',
  'w:delText',
  'w:rt',
  'mc:Fallback',
]);
/** Notes of these kinds are lines, not notes (17.11.10). */
const SEPARATORS = new Set(['separator', 'continuationSeparator', 'continuationNotice']);

/** The part's paragraphs in document order, those of text boxes in their place; undefined when the XML is broken. */
export function readParagraphs(xml: string): { paragraphs: DocxParagraph[]; root: string } | undefined {
  const paragraphs: DocxParagraph[] = [];
  const open: OpenParagraph[] = [];
  /** Fields being read; true while their instruction, not their result, is read. */
  const fields: boolean[] = [];
  const path: string[] = [];
  let hidden = 0;
  let tables = 0;
  let boxes = 0;
  let carried = '';
  let root = '';

  const current = (): OpenParagraph | undefined => open[open.length - 1];
  const add = (text: string): void => {
    const paragraph = current();
    if (paragraph && !fields.includes(true)) paragraph.text += text;
  };

  const sound = scanXml(xml, {
    open(name, attributes) {
      const paragraph = current();
      const parent = path[path.length - 1];
      const grandparent = path[path.length - 2];
      root ||= name;
      path.push(name);
      if (hidden > 0 || isHidden(name, attributes)) {
        // w:del in w:rPr of w:pPr is the paragraph's mark, not text
        if (hidden === 0 && name === 'w:del' && grandparent === 'w:pPr' && paragraph) paragraph.joined = true;
        hidden += 1;
      } else if (name === 'w:p') {
        open.push({ text: carried, inTable: tables > 0, boxed: boxes > 0, joined: false });
        carried = '';
      } else if (name === 'w:tbl') {
        tables += 1;
      } else if (name === 'w:txbxContent') {
        boxes += 1;
      } else if (name === 'w:fldChar') {
        readField(fields, attributes.get('w:fldCharType'));
      } else if (parent === 'w:r' || parent === 'm:r') {
        add(characterOf(name, attributes));
      } else if (paragraph && parent === 'w:pPr') {
        if (name === 'w:pStyle') paragraph.style = attributes.get('w:val');
        if (name === 'w:outlineLvl') paragraph.outline = integerOf(attributes);
      } else if (paragraph && parent === 'w:numPr') {
        if (name === 'w:numId') paragraph.numId = attributes.get('w:val');
        if (name === 'w:ilvl') paragraph.ilvl = integerOf(attributes);
      }
    },
    close(name) {
      path.pop();
      if (hidden > 0) {
        hidden -= 1;
        return;
      }
      if (name === 'w:tbl') tables -= 1;
      if (name === 'w:txbxContent') boxes -= 1;
      if (name !== 'w:p') return;
      const paragraph = open.pop();
      if (!paragraph) return;
      const { joined, ...read } = paragraph;
      if (joined) carried = read.text;
      else paragraphs.push(read);
    },
    text(data) {
      const name = path[path.length - 1];
      if (hidden === 0 && (name === 'w:t' || name === 'm:t')) add(data);
    },
  });
  return sound ? { paragraphs, root } : undefined;
}

function isHidden(name: string, attributes: Attributes): boolean {
  const note = name === 'w:footnote' || name === 'w:endnote';
  return HIDDEN.has(name) || (note && SEPARATORS.has(attributes.get('w:type') ?? ''));
}

function readField(fields: boolean[], type: string | undefined): void {
  if (type === 'begin') fields.push(true);
  if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = false;
  if (type === 'end') fields.pop();
}

/** Characters that are elements of their own. */
function characterOf(name: string, attributes: Attributes): string {
  if (name === 'w:tab' || name === 'w:ptab') return '\t';
  if (name === 'w:br' || name === 'w:cr') return '\n';
  if (name === 'w:noBreakHyphen') return '-';
  const code = name === 'w:sym' ? Number.parseInt(attributes.get('w:char') ?? '', 16) : 0;
  return code > 0 && code <= 0xffff ? String.fromCharCode(code) : '';
}
