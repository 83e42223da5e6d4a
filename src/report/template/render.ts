/** Writes a part with its tags' values: escaped text in the formatting of the run each tag begins in. */
import { LINE_END } from '../../text/punctuation';
import { escapeXml } from '../docx/xml';
import { itemsOf, resolve, type Value } from './scope';
import { type Branch, isBranch, type Node } from './tree';

/** What must hold a paragraph, and end with one, to be valid. */
const NEEDS_PARAGRAPH = /^w:(?:tc|txbxContent|hdr|ftr)$/;
const LACKS_PARAGRAPH = /(?:^|<\/w:tcPr>|<w:tcPr\/>|<\/w:tbl>)\s*$/;
/** What a document has but once, so that a loop's further rounds leave it out. */
const ONCE = /^w:(?:bookmark|commentRange)(?:Start|End)$/;
const ONCE_ATTRIBUTES = / w14:(?:paraId|textId)="[^"]*"/g;

/**
 * The node's XML.
 * @param scopes  the innermost item first, the template's values last
 * @param body    what stands in place of `{@body}`
 */
export function render(node: Node, scopes: readonly Value[], body: string, again = false): string {
  if (typeof node === 'string') return node;
  if (!isBranch(node)) return node.kind === '@' ? body : textXml(resolve(node.name, scopes));
  if (node.loop) return loopXml(node, node.loop.kind === '^', resolve(node.loop.name, scopes), scopes, body, again);
  if (again && ONCE.test(node.name)) return '';
  const inner = node.nodes.map((one) => render(one, scopes, body, again)).join('');
  // a table without rows is none
  if (node.name === 'w:tbl' && !inner.includes('<w:tr')) return '';
  const paragraph = NEEDS_PARAGRAPH.test(node.name) && LACKS_PARAGRAPH.test(inner) ? '<w:p/>' : '';
  return (again ? node.open.replace(ONCE_ATTRIBUTES, '') : node.open) + inner + paragraph + node.close;
}

function loopXml(
  { nodes }: Branch,
  inverted: boolean,
  value: Value,
  scopes: readonly Value[],
  body: string,
  again: boolean,
): string {
  const items = itemsOf(value);
  const round = (inner: readonly Value[], at: number): string =>
    nodes.map((node) => render(node, inner, body, again || at > 0)).join('');
  if (inverted) return items.length === 0 ? round(scopes, 0) : '';
  return items.map((item, at) => round([item, ...scopes], at)).join('');
}

/** The content of a run: each line end is a break. */
function textXml(value: Value): string {
  if (value === undefined || typeof value === 'object') return '';
  const text = typeof value === 'boolean' ? (value ? '是' : '否') : String(value);
  return text
    .split(LINE_END)
    .map((line) => (line === '' ? '' : `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`))
    .join('<w:br/>');
}
