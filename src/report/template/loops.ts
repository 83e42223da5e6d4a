/** Pairs the tags that begin and end a loop, and makes a branch of what stands between them. */
import type { Fault } from '../../ledger/fault';
import { visibleIn } from './tags';
import { adopt, type Branch, branchOf, findBranch, isBranch, type Node, removeTag, splice, type Tag } from './tree';
import { TAG_FAULTS } from './wording';

/** Loops within loops: nobody means more. */
const DEEPEST = 30;

/**
 * Makes branches of the part's loops: a row where they begin and end in cells of one, the paragraphs between where the
 * tags stand at the beginning of one and the end of another (a paragraph of the tag alone goes), else what stands between
 * within a paragraph.
 * @param tags   in the order of the document
 * @param check  what is wrong with a tag by its name, given the loops it stands in, outermost first
 * @param faults to which what is wrong is added
 */
export function makeLoops(
  tags: readonly Tag[],
  check: (tag: Tag, loops: readonly Tag[]) => Fault[],
  faults: Fault[],
): void {
  const open: Tag[] = [];
  const ends = new Map<Tag, Tag>();
  const unclosed = (tag: Tag): Fault => TAG_FAULTS.unclosed(tag.place, tag.written, tag.name);
  for (const tag of tags) {
    if (tag.kind !== '/') {
      if (open.length < DEEPEST) {
        faults.push(...check(tag, open));
        if (tag.kind === '#' || tag.kind === '^') open.push(tag);
      } else faults.push(unclosed(tag));
      continue;
    }
    const at = open.map(({ name }) => tag.name === '' || name === tag.name).lastIndexOf(true);
    const [begin, ...crossed] = at < 0 ? [] : open.splice(at);
    if (begin) ends.set(begin, tag);
    else faults.push(TAG_FAULTS.unopened(tag.place, tag.written));
    for (const tag of crossed) faults.push(unclosed(tag));
  }
  for (const tag of open) faults.push(unclosed(tag));
  // the outer loop first: of two around one row, it is the outer
  for (const begin of tags) {
    const end = ends.get(begin);
    if (end && !wrap(begin, end)) faults.push(TAG_FAULTS.crossing(begin.place, begin.written, end.written));
  }
}

/** Whether there is something both tags bound. */
function wrap(begin: Tag, end: Tag): boolean {
  const line = [begin, ...ancestors(begin)];
  const other: (Branch | Tag)[] = [end, ...ancestors(end)];
  const at = line.findIndex((node) => other.includes(node));
  const common = line[at];
  const first = line[at - 1];
  const last = common && other[other.indexOf(common) - 1];
  if (!common || !('nodes' in common) || !first || !last) return false;
  if (first === begin && last === end) {
    const from = common.nodes.indexOf(begin);
    enclose(begin, common, from, common.nodes.indexOf(end));
    const loop = common.nodes[from];
    if (loop !== undefined && isBranch(loop)) loop.nodes = loop.nodes.slice(1, -1);
    return true;
  }
  if (!('nodes' in first) || !('nodes' in last)) return false;
  if (common.name === 'w:tr' && common.up) {
    const at = common.up.nodes.indexOf(common);
    enclose(begin, common.up, at, at);
  } else if (first.name === 'w:tr' && last.name === 'w:tr') {
    enclose(begin, common, common.nodes.indexOf(first), common.nodes.indexOf(last));
  } else if (first.name === 'w:p' && last.name === 'w:p' && visibleIn(first)[0] === begin && isLast(last, end)) {
    // a tag's own paragraph goes, unless a section ends in it
    let from = common.nodes.indexOf(first);
    let to = common.nodes.indexOf(last);
    if (visibleIn(first).length === 1) {
      if (findBranch(first.nodes, 'w:sectPr')) from += 1;
      else {
        common.nodes.splice(from, 1);
        to -= 1;
      }
    }
    if (visibleIn(last).length === 1) {
      if (!findBranch(last.nodes, 'w:sectPr')) common.nodes.splice(to, 1);
      to -= 1;
    }
    enclose(begin, common, from, to);
  } else return false;
  removeTag(begin);
  removeTag(end);
  return true;
}

function isLast(paragraph: Branch, tag: Tag): boolean {
  const visible: Node[] = visibleIn(paragraph);
  return visible[visible.length - 1] === tag;
}

function ancestors({ up }: Tag): Branch[] {
  const line: Branch[] = [];
  for (let branch: Branch | undefined = up; branch; branch = branch.up) line.push(branch);
  return line;
}

/** Puts nodes from one position to another, that included, into a loop's branch. */
function enclose(loop: Tag, branch: Branch, from: number, to: number): void {
  const nodes = branch.nodes.slice(from, to + 1);
  const whole: Branch = { ...branchOf('', '', '', nodes), loop };
  adopt(whole, nodes);
  splice(branch, from, nodes.length, [whole]);
}
