/** A part's XML as a tree that is written back byte for byte where nothing was changed. */

/** A tag of the template, `{#问题清单}`. */
export interface Tag {
  /** `''` a value, `#` and `^` the beginning of a loop or condition and of its opposite, `/` an end, `@` raw. */
  kind: '' | '#' | '^' | '/' | '@';
  name: string;
  written: string;
  /** Where it stands, in words. */
  place: string;
  up: Branch;
}

/** An element; or a loop, which has no markup of its own. */
export interface Branch {
  /** Qualified name as written; `''` for a loop. */
  name: string;
  open: string;
  close: string;
  nodes: Node[];
  up: Branch | undefined;
  /** The beginning of the loop this is. */
  loop?: Tag;
}

/** A string is character data, a comment or the like, as written. */
export type Node = string | Branch | Tag;

const TOKEN = /<!--.*?-->|<!\[CDATA\[.*?]]>|<[?].*?[?]>|<(\/?)([^\s/>]+)((?:"[^"]*"|'[^']*'|[^"'>])*)>|[^<]+/gs;

export function branchOf(name: string, open: string, close: string, nodes: Node[], up?: Branch): Branch {
  return { name, open, close, nodes, up };
}

export function isBranch(node: Node): node is Branch {
  return typeof node !== 'string' && 'nodes' in node;
}

export function isTag(node: Node): node is Tag {
  return typeof node !== 'string' && !('nodes' in node);
}

/** The tree of well-formed XML; the root's own parent is a branch without a name. */
export function treeOf(xml: string): Branch {
  let current = branchOf('', '', '', []);
  for (const [token, end, name, rest = ''] of xml.matchAll(TOKEN)) {
    if (name === undefined) current.nodes.push(token);
    else if (end === '/') {
      current.close = token;
      current = current.up ?? current;
    } else {
      const branch = branchOf(name, token, '', [], current);
      current.nodes.push(branch);
      if (!rest.endsWith('/')) current = branch;
    }
  }
  return current;
}

/** Puts nodes in the place of `count` others of a branch. */
export function splice(branch: Branch, at: number, count: number, nodes: readonly Node[]): void {
  branch.nodes.splice(at, count, ...nodes);
  adopt(branch, nodes);
}

/** Tells nodes that they stand in this branch. */
export function adopt(branch: Branch, nodes: readonly Node[]): void {
  for (const node of nodes) if (typeof node !== 'string') node.up = branch;
}

/** Controls Google Docs puts around text, tables and headers when it writes a .docx; nobody made them. */
const GOOGLES = /<w:tag [^>]*w:val="goog_rdk_/;

/** Takes such controls away, and with them their locks; what they hold stays. */
export function withoutGooglesControls(branch: Branch): void {
  const nodes = branch.nodes.flatMap((node): Node[] => {
    if (!isBranch(node)) return [node];
    withoutGooglesControls(node);
    const isGoogles = node.name === 'w:sdt' && GOOGLES.test(findBranch(node.nodes, 'w:tag')?.open ?? '');
    return isGoogles ? (findBranch(node.nodes, 'w:sdtContent')?.nodes ?? []) : [node];
  });
  splice(branch, 0, branch.nodes.length, nodes);
}

export function removeTag(tag: Tag): void {
  tag.up.nodes.splice(tag.up.nodes.indexOf(tag), 1);
}

/** The first branch of that name among the nodes and below, in the order of the document. */
export function findBranch(nodes: readonly Node[], name: string): Branch | undefined {
  for (const node of nodes) {
    const found = isBranch(node) ? (node.name === name ? node : findBranch(node.nodes, name)) : undefined;
    if (found) return found;
  }
  return undefined;
}
