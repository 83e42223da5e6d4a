/** Fills a unit's own template: checks everything first, then writes the parts that bear tags and copies the others. */
import { type Fault, ok, type Result, refuse } from '../../ledger/fault';
import { utf8Bytes, utf8Joined } from '../../text/utf8';
import type { Block, ReportDocument } from '../document';
import { zipped } from '../docx/zip';
import { placeBlocks, withStyles } from './insert';
import { makeLoops } from './loops';
import { openPackage, type Package, xmlOf } from './package';
import { render } from './render';
import { nameCheck, namesIn, type TemplateValues } from './scope';
import { isolateTags, visibleIn } from './tags';
import { type Branch, findBranch, splice, type Tag, treeOf, withoutGooglesControls } from './tree';
import { PACKAGE_FAULTS, TAG_FAULTS } from './wording';

interface Part {
  path: string;
  root: Branch;
  tags: Tag[];
}

export interface Filled {
  bytes: Uint8Array;
  /** False where the template has no `{@body}`, so that the report's text is not in it. */
  hasBody: boolean;
}

/** More than anybody reads; a file of braces has millions. */
const MOST_FAULTS = 200;
const TITLE = '标题';
/** No tag can be called so. */
const TITLE_IN_LINES = '{标题}';

/**
 * The template as a .docx with its tags' values, in its main part, headers, footers and notes, and the report's blocks in
 * place of `{@body}`. Where the main part has `{标题}`, the blocks' own title is
 * left out, and the tag, in a paragraph of its own, is broken into the same lines. Parts without tags are copied as they
 * are; the same input gives the same bytes.
 * Refused with every fault there is: charts in the text, a file that is no .docx or too large, tags that are unknown,
 * incomplete or misplaced.
 */
export function fillTemplate(template: Uint8Array, values: TemplateValues, body: ReportDocument): Result<Filled> {
  if (body.blocks.some(({ kind }) => kind === 'chart')) return refuse(PACKAGE_FAULTS.chart());
  const opened = openPackage(template);
  if (!opened.ok) return opened;
  const found = opened.value;
  const read = readParts(found, values);
  if (!read.ok) return read;
  const [main, ...margins] = read.value;
  const place = main?.tags.find(({ kind }) => kind === '@');
  const titles = main?.tags.filter(({ kind, name }) => kind === '' && name === TITLE) ?? [];
  let blocks = '';
  if (main && place) {
    const document = titles.length > 0 ? { ...body, blocks: withoutTitle(body.blocks) } : body;
    blocks = placeBlocks(document, place.up, place.up.nodes.indexOf(place));
    const styles = xmlOf(found.parts.get(found.styles));
    if (styles === undefined) return refuse(PACKAGE_FAULTS.broken());
    found.parts.set(found.styles, utf8Bytes(withStyles(styles.text)));
  }
  const lines = body.blocks.flatMap((block) => (block.kind === 'title' ? block.lines : []));
  if (lines.join('') === values[TITLE]) for (const tag of titles) if (isAlone(tag)) tag.name = TITLE_IN_LINES;
  const known = { ...values, [TITLE_IN_LINES]: lines.join('\n') };
  for (const { path, root, tags } of [main, ...margins].filter((part) => part !== undefined)) {
    if (tags.length > 0) found.parts.set(path, utf8Joined(render(root, known, blocks)));
  }
  return ok({ bytes: zipped(Object.fromEntries(found.parts)), hasBody: place !== undefined });
}

/** The main part, then headers, footers and notes, with their loops made; or all that is wrong with them. */
function readParts({ parts, main, margins }: Package, values: TemplateValues): Result<Part[]> {
  const names = namesIn(values);
  const check = nameCheck(values, names);
  const faults: Fault[] = [];
  const read: Part[] = [];
  for (const [path, margin] of [[main, undefined] as const, ...margins]) {
    const xml = xmlOf(parts.get(path));
    // every word processor writes this prefix, and the tree goes by it
    if (!xml?.root.startsWith('w:') || !xml.text.includes(`<${xml.root}`)) return refuse(PACKAGE_FAULTS.broken());
    const root = treeOf(xml.text);
    withoutGooglesControls(root);
    const tags = isolateTags(root, margin, names, faults);
    let bodies = 0;
    const checked = (tag: Tag, loops: readonly Tag[]): Fault[] => {
      if (tag.kind !== '@') return check(tag, loops);
      bodies += 1;
      if (margin !== undefined) return [TAG_FAULTS.bodyMargin(tag.place)];
      if (bodies > 1) return [TAG_FAULTS.bodyTwice(tag.place)];
      return loops.length === 0 && standsAlone(tag) ? [] : [TAG_FAULTS.body(tag.place)];
    };
    makeLoops(tags, checked, faults);
    read.push({ path, root, tags });
  }
  // text boxes are written twice, once for old readers, and so would their faults be told
  const told = Array.from(new Map(faults.map((fault) => [fault.message, fault])).values());
  if (told.length > 0) return refuse(...told.slice(0, MOST_FAULTS));
  if (read.every(({ tags }) => tags.length === 0)) return refuse(PACKAGE_FAULTS.untagged());
  return ok(read);
}

/** Whether the paragraph holds nothing but this value. */
function isAlone({ up: { up: paragraph } }: Tag): boolean {
  return paragraph?.name === 'w:p' && visibleIn(paragraph).length === 1;
}

/** Puts `{@body}` in the place of its paragraph, where it is all there is in it and the paragraph stands in the body. */
function standsAlone(tag: Tag): boolean {
  const paragraph = tag.up;
  const outer = paragraph.up;
  if (paragraph.name !== 'w:p' || outer?.name !== 'w:body' || visibleIn(paragraph).length > 1) return false;
  const at = outer.nodes.indexOf(paragraph);
  paragraph.nodes.splice(paragraph.nodes.indexOf(tag), 1);
  // a section that ends in the paragraph still ends in one
  splice(outer, at, 1, findBranch(paragraph.nodes, 'w:sectPr') ? [tag, paragraph] : [tag]);
  return true;
}

/** The blocks without the title and the empty line under it. */
function withoutTitle(blocks: readonly Block[]): Block[] {
  const at = blocks.findIndex(({ kind }) => kind === 'title');
  if (at < 0) return [...blocks];
  return blocks.filter((block, i) => i !== at && !(i === at + 1 && block.kind === 'blank'));
}
