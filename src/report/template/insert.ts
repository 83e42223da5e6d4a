/** The report's blocks in the place of `{@body}`, their sections and their styles. */
import type { ReportDocument } from '../document';
import { blocksXml, type Frame } from '../docx/body';
import { footerDistance, PAGE } from '../docx/page';
import { stylesPart } from '../docx/styles';
import { render } from './render';
import { visibleIn } from './tags';
import { type Branch, findBranch, isBranch, type Node } from './tree';

/** Before the ids of our styles, which the template may have too. */
const OWN = 'RL';

/**
 * The blocks as XML for the paragraph's place in `body.nodes[at]`. The section they stand in is the template's own. An
 * attachment turns the page: what stood before keeps the template's section, the attachment inherits its headers and
 * footers, and after it the template's section goes on, or, where nothing more comes, ends with the attachment: an empty
 * upright page at the end would be nobody's wish.
 */
export function placeBlocks(document: ReportDocument, body: Branch, at: number): string {
  const rest = body.nodes.slice(at + 1);
  const section = findBranch(rest, 'w:sectPr');
  const own = section ? render(section, {}, '').join('') : '';
  const end = rest.findIndex((node) => findBranch([node], 'w:sectPr'));
  const followed = (end < 0 ? rest : rest.slice(0, end + 1)).some(speaks);
  const frame = { ...frameOf(own), followed };
  const { xml, wide } = blocksXml(document, frame);
  if (wide) {
    if (followed) dropPageBreak(rest);
    const last = followed ? goingOn(own || frame.section(false)) : frame.section(true);
    if (section) Object.assign(section, { open: last, close: '', nodes: [] });
    else body.nodes.push(last);
  }
  return xml.join('').replace(PARAGRAPH, ownStyle);
}

const PARAGRAPH = /<w:p>(<w:pPr>)?(?:<w:pStyle w:val="(\w+)"\/>)?/g;
/** The writer's paragraphs under style ids of our own, so that the template's Normal and headings stay its own. */
function ownStyle(_: string, properties: string | undefined, style = 'Normal'): string {
  return `<w:p><w:pPr><w:pStyle w:val="${OWN}${style}"/>${properties === undefined ? '</w:pPr>' : ''}`;
}

/** A page break first thing after an attachment, which begins a page anyway, would leave that empty. */
function dropPageBreak(rest: readonly Node[]): void {
  const [first] = rest.flatMap(seenIn);
  if (first !== undefined && isPageBreak(first)) Object.assign(first, { open: '', close: '' });
}

function isPageBreak(node: Node): boolean {
  return isBranch(node) && /^<w:br [^>]*w:type="page"/.test(node.open);
}

function seenIn(node: Node): Node[] {
  return isBranch(node) ? visibleIn(node) : [];
}

/** Whether a reader sees anything of it, an empty table among the rest. */
function speaks(node: Node): boolean {
  return findBranch([node], 'w:tbl') !== undefined || seenIn(node).some((seen) => !isPageBreak(seen));
}

/** The page of a section of the template, and the same page turned with the binding edge up. */
function frameOf(own: string): Frame {
  const number = (attribute: string, usual: number): number => {
    const written = new RegExp(`<w:pg(?:Sz|Mar)\\b[^>]*? w:${attribute}="(-?\\d+)`).exec(own)?.[1];
    return written === undefined ? usual : Math.abs(Number(written));
  };
  const [w, h] = [number('w', PAGE.width), number('h', PAGE.height)];
  const [top, right, bottom] = [number('top', PAGE.top), number('right', PAGE.right), number('bottom', PAGE.bottom)];
  const left = number('left', PAGE.left) + number('gutter', 0);
  const numbering = /<w:pgNumType\b[^>]*>/.exec(own)?.[0].replace(/ w:start="\d+"/, '') ?? '';
  const page = (width: number, height: number, above: number, after: number, below: number, before: number): string => {
    const footer = Math.max(0, Math.min(number('footer', PAGE.bottom), footerDistance(below)));
    return [
      `<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="${width}" w:h="${height}"`,
      `${width > height ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${above}" w:right="${after}" w:bottom="${below}" `,
      `w:left="${before}" w:header="${number('header', 850)}" w:footer="${footer}" w:gutter="0"/>${numbering}</w:sectPr>`,
    ].join('');
  };
  const upright = page(w, h, top, right, bottom, left);
  const width = w - left - right;
  const [wideWidth, turned] = w > h ? [width, upright] : [h - top - bottom, page(h, w, left, top, right, bottom)];
  return { width, wideWidth, section: (wide) => (wide ? turned : own || upright) };
}

/** The template's section once more: on a new page, without a first page of its own, page numbers running on. */
function goingOn(section: string): string {
  return section
    .replace(/<w:titlePg\b[^>]*\/>/, '')
    .replace(/(<w:type w:val=")continuous/, '$1nextPage')
    .replace(/(<w:pgNumType\b[^>]*?) w:start="\d+"/, '$1');
}

/** The style sheet with those of our styles it lacks: what the writer's are, but based on no style of the template. */
export function withStyles(xml: string): string {
  const styles = Array.from(stylesPart().matchAll(/<w:style .*?<\/w:style>/gs), ([style]) =>
    style
      .replace(' w:default="1"', '')
      .replace('w:type="paragraph"', '$& w:customStyle="1"')
      .replace(/(w:styleId|<w:(?:basedOn|next) w:val)="/g, `$1="${OWN}`)
      .replace('<w:name w:val="', `$&${OWN} `),
  );
  const [normal = '', ...others] = styles;
  // a template's document grid would set other distances of lines and characters
  const free = normal
    .replace(/<w:spacing/g, '<w:snapToGrid w:val="0"/>$&')
    .replace('</w:rPr>', '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>$&');
  const lacking = [free, ...others].filter((style) => !xml.includes(/w:styleId="\w+"/.exec(style)?.[0] ?? ''));
  return xml.replace(/<\/w:styles>\s*$/, (end) => lacking.join('') + end);
}
