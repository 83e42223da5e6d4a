/**
 * Finds the tags of a part (docxtemplater's grammar) and cuts the tree around them. Word processors split a text over
 * runs as they like, so a tag may begin in one run and end in another: it takes the formatting of the first.
 */
import type { Fault } from '../../ledger/fault';
import { type Branch, branchOf, findBranch, isBranch, isTag, type Node, removeTag, splice, type Tag } from './tree';
import { PLACES, TAG_FAULTS } from './wording';

/** Elements of a paragraph that may be cut in two where a loop begins or ends in them. */
const CUTTABLE = /^w:(?:r|hyperlink|smartTag|ins|moveTo|bdo|dir)$/;
/** Nothing in these is a paragraph's own text: properties, and what was deleted or moved away. */
const UNREAD = /^w:(?:[pr]Pr|del|moveFrom|sdtPr)$/;
const SILENT = /^w:(?:rPr|t|lastRenderedPageBreak)$/;

const BRACES = /\{\{[^{}\n]*\}\}|\{[^{}\n]*\}|[{}]|｛[^{}｛｝\n]*｝/g;
const TAG = /^\{\s*([#^/@]?)\s*([\p{L}\p{N}_.]*)\s*\}$/u;
const KINDS: readonly Tag['kind'][] = ['', '#', '^', '/', '@'];

/** Characters shown of what stands beside a brace without a partner. */
const NEARBY = 10;

/**
 * Isolates every tag of the part in the tree: values stand in their run beside its other texts, all others between runs.
 * @param margin  what a header, footer or note is called; the main part's places are counted
 * @param names   the known names, by which `｛标题｝` is told from text in full-width braces
 * @param faults  to which those of what is no tag are added
 * @returns the tags in the order of the document
 */
export function isolateTags(
  root: Branch,
  margin: string | undefined,
  names: ReadonlySet<string>,
  faults: Fault[],
): Tag[] {
  const tags: Tag[] = [];
  let paragraphs = 0;
  let tables = 0;
  const walk = (branch: Branch, place: string | undefined, row: { at: number } | undefined): void => {
    let own = place;
    let rows = row;
    if (branch.name === 'w:p') {
      const leaves = leavesOf(branch);
      const text = leaves.map((leaf) => leaf?.nodes.join('') ?? '\n').join('');
      if (own === undefined) own = PLACES.paragraph(text.trim() === '' ? paragraphs : ++paragraphs);
      if (/[{}｛]/.test(text)) isolate(leaves, text, own, names, tags, faults);
    } else if (branch.name === 'w:tbl' && rows === undefined && place === undefined) {
      tables += 1;
      rows = { at: 0 };
    } else if (branch.name === 'w:tr' && rows && place === undefined) {
      rows.at += 1;
      own = PLACES.table(tables, rows.at);
    }
    // a copy: cutting puts new branches among these
    for (const node of [...branch.nodes]) if (isBranch(node)) walk(node, own, rows);
  };
  walk(root, margin, undefined);
  const marks = tags.filter(({ kind }) => kind !== '');
  for (const tag of marks) lift(tag);
  for (const tag of marks) setApart(tag);
  return tags;
}

/** The paragraph's `w:t` in order; undefined for what a tag cannot go on across: a break, a tab, a picture. */
function leavesOf(branch: Branch): (Branch | undefined)[] {
  return branch.nodes.flatMap((node): (Branch | undefined)[] => {
    if (!isBranch(node) || UNREAD.test(node.name)) return [];
    if (node.name === 'w:t') return [node];
    if (branch.name !== 'w:r') return leavesOf(node);
    return SILENT.test(node.name) ? [] : [undefined];
  });
}

function isolate(
  leaves: readonly (Branch | undefined)[],
  text: string,
  place: string,
  names: ReadonlySet<string>,
  tags: Tag[],
  faults: Fault[],
): void {
  const spans: { from: number; to: number; tag: Tag }[] = [];
  const [home] = leaves.filter((leaf) => leaf !== undefined);
  for (const { 0: written, index } of text.matchAll(BRACES)) {
    const [, mark = '', name = ''] = TAG.exec(written) ?? [];
    const kind = KINDS.find((one) => one === mark) ?? '';
    if (written.startsWith('{{')) faults.push(TAG_FAULTS.placeholder(place, written));
    else if (written.length === 1) {
      const [after] = text.slice(index, index + NEARBY).split('\n');
      const before = text.slice(Math.max(0, index + 1 - NEARBY), index + 1).split('\n');
      faults.push(TAG_FAULTS.brace(place, (written === '{' ? after : before.pop()) ?? written));
    } else if (written.startsWith('｛')) {
      if (names.has(written.replace(/[\s｛｝#＃^＾/／@＠]/g, ''))) faults.push(TAG_FAULTS.wide(place, written));
    } else if (home && (kind === '@' ? name === 'body' : name !== '' || kind === '/')) {
      const tag: Tag = { kind, name, written, place, up: home };
      tags.push(tag);
      spans.push({ from: index, to: index + written.length, tag });
    } else faults.push(TAG_FAULTS.notTag(place, written));
  }
  let from = 0;
  for (const leaf of leaves) {
    const to = from + (leaf?.nodes.join('').length ?? 1);
    const over = spans.filter((span) => span.from < to && span.to > from);
    if (leaf?.up && over.length > 0) splice(leaf.up, leaf.up.nodes.indexOf(leaf), 1, cut(text, from, to, over));
    from = to;
  }
}

/** The texts of a `w:t` that are no tag's, and in their places the tags that begin in it. */
function cut(text: string, from: number, to: number, spans: readonly { from: number; to: number; tag: Tag }[]): Node[] {
  const nodes: Node[] = [];
  let at = from;
  const keep = (until: number): void => {
    if (until > at) nodes.push(branchOf('w:t', '<w:t xml:space="preserve">', '</w:t>', [text.slice(at, until)]));
  };
  for (const span of spans) {
    keep(span.from);
    if (span.from >= from) nodes.push(span.tag);
    at = span.to;
  }
  keep(to);
  return nodes;
}

/** Cuts the elements of the paragraph around a tag, so that it stands between them; what holds nothing then goes. */
function lift(tag: Tag): void {
  while (CUTTABLE.test(tag.up.name)) {
    const inner = tag.up;
    const outer = inner.up;
    if (!outer) return;
    const at = inner.nodes.indexOf(tag);
    const properties = inner.nodes.filter((node) => isBranch(node) && node.name === 'w:rPr');
    const part = (nodes: readonly Node[]): Branch[] => {
      const own = nodes.filter((node) => !properties.includes(node));
      if (!own.some((node) => typeof node !== 'string')) return [];
      const branch = branchOf(inner.name, inner.open, inner.close, [...properties, ...own], outer);
      for (const node of own) if (typeof node !== 'string') node.up = branch;
      return [branch];
    };
    const nodes = [...part(inner.nodes.slice(0, at)), tag, ...part(inner.nodes.slice(at + 1))];
    splice(outer, outer.nodes.indexOf(inner), 1, nodes);
  }
}

/**
 * Gives a tag a paragraph of its own where it shares one with breaks and pictures alone: LibreOffice writes a page break
 * before a paragraph as one at the end of the paragraph before, and pictures are anchored wherever they were put.
 */
function setApart(tag: Tag): void {
  const paragraph = tag.up;
  const outer = paragraph.up;
  const visible = visibleIn(paragraph);
  const [first] = visible;
  const textless = visible.every((node) => node === tag || (isBranch(node) && node.name !== 'w:t'));
  if (paragraph.name !== 'w:p' || !outer || visible.length < 2 || !textless) return;
  // behind the paragraph it would stand in another section where one ends there
  if (first !== tag && (visible[visible.length - 1] !== tag || findBranch(paragraph.nodes, 'w:sectPr'))) return;
  removeTag(tag);
  const own = branchOf('w:p', '<w:p>', '</w:p>', [tag], outer);
  tag.up = own;
  splice(outer, outer.nodes.indexOf(paragraph) + (first === tag ? 0 : 1), 0, [own]);
}

/** What there is to see in a paragraph: tags, texts that are not blank, breaks and pictures. */
export function visibleIn(branch: Branch): Node[] {
  return branch.nodes.flatMap((node): Node[] => {
    if (isTag(node)) return [node];
    if (!isBranch(node) || UNREAD.test(node.name)) return [];
    if (node.name === 'w:t') return node.nodes.join('').trim() === '' ? [] : [node];
    if (branch.name === 'w:r' && !SILENT.test(node.name)) return node.name === 'w:tab' ? [] : [node];
    return visibleIn(node);
  });
}
