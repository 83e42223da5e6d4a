/** Writes a part with its tags' values: escaped text in the formatting of the run each tag begins in. */
import { LINE_END } from '../../text/punctuation';
import { escapeXml } from '../docx/xml';
import { itemsOf, resolve, type Scope, type TemplateValues, type Value } from './scope';
import { isBranch, type Node, type Tag } from './tree';

/** What must hold a paragraph, and end with one, to be valid. */
const NEEDS_PARAGRAPH = /^w:(?:tc|txbxContent|hdr|ftr)$/;
const LACKS_PARAGRAPH = /(?:^|<\/w:tcPr>|<w:tcPr\/>|<\/w:tbl>)\s*$/;
/** What a document has but once, so that a loop's further rounds leave it out. */
const ONCE = /^w:(?:bookmark|commentRange)(?:Start|End)$/;
const ONCE_ATTRIBUTES = / w14:(?:paraId|textId)="[^"]*"/g;

const TEXT = '<w:t xml:space="preserve">';

/** Markup as one text as far as it goes, or what adds pieces of XML by the values of a scope. */
type Step = string | ((scope: Scope, xml: string[]) => void);

/**
 * The node's XML, in pieces to be joined. It is planned before it is written, since a loop writes it for each item.
 * @param body  what stands in place of `{@body}`
 */
export function render(node: Node, values: TemplateValues, body: string): string[] {
  const xml: string[] = [];
  write(plan([node], body, false), { item: values, outer: undefined }, xml);
  return xml;
}

function write(steps: readonly Step[], scope: Scope, xml: string[]): void {
  for (const step of steps) {
    if (typeof step === 'string') xml.push(step);
    else step(scope, xml);
  }
}

/** Adds the nodes to the steps. @param again  in a loop's further rounds */
function plan(nodes: readonly Node[], body: string, again: boolean, steps: Step[] = []): Step[] {
  const put = (step: (before: string) => Step): void => {
    const before = steps.pop() ?? '';
    if (typeof before === 'string') steps.push(step(before));
    else steps.push(before, step(''));
  };
  const add = (text: string): void => put((before) => before + text);
  for (const node of nodes) {
    if (typeof node === 'string') add(node);
    else if (!isBranch(node)) {
      if (node.kind === '@') add(body);
      // each piece costs: the markup before a value is one with what begins its text
      else put((before) => valueStep(node.name, before));
    } else if (node.loop) steps.push(loopStep(node.loop, node.nodes, body, again));
    else if (!again || !ONCE.test(node.name)) {
      const open = again ? node.open.replace(ONCE_ATTRIBUTES, '') : node.open;
      if (node.name === 'w:tbl') steps.push(checked(plan([open, ...node.nodes, node.close], body, again), dropRowless));
      else {
        add(open);
        if (NEEDS_PARAGRAPH.test(node.name)) steps.push(checked(plan(node.nodes, body, again), endParagraph));
        else plan(node.nodes, body, again, steps);
        add(node.close);
      }
    }
  }
  return steps;
}

function loopStep({ kind, name }: Tag, nodes: readonly Node[], body: string, again: boolean): Step {
  const first = plan(nodes, body, again);
  // planned once more only where it differs, or loops within loops would double and double
  const further = again ? first : plan(nodes, body, true);
  return (scope, xml) => {
    const items = itemsOf(resolve(name, scope));
    let round = first;
    if (kind !== '^') {
      for (const item of items) {
        write(round, { item, outer: scope }, xml);
        round = further;
      }
    } else if (items.length === 0) write(first, scope, xml);
  };
}

/** The steps, and after them what is to be done with the pieces they added. */
function checked(steps: readonly Step[], done: (xml: string[], from: number) => void): Step {
  return (scope, xml) => {
    const from = xml.length;
    write(steps, scope, xml);
    done(xml, from);
  };
}

/** A table without rows is none. */
function dropRowless(xml: string[], from: number): void {
  if (!xml.slice(from).some((piece) => piece.includes('<w:tr'))) xml.length = from;
}

function endParagraph(xml: string[], from: number): void {
  const pieces = xml.slice(from).reverse();
  if (LACKS_PARAGRAPH.test(pieces.find((piece) => piece.trim() !== '') ?? '')) xml.push('<w:p/>');
}

/** The content of a run: each line end is a break. */
function valueStep(name: string, before: string): Step {
  const opened = before + TEXT;
  return (scope, xml) => {
    const text = textOf(resolve(name, scope));
    let lead = before;
    for (const line of LINE_END.test(text) ? text.split(LINE_END) : [text]) {
      if (line === '') xml.push(lead);
      else xml.push(lead === before ? opened : lead + TEXT, escapeXml(line), '</w:t>');
      lead = '<w:br/>';
    }
  };
}

function textOf(value: Value): string {
  if (value === undefined || typeof value === 'object') return '';
  return typeof value === 'boolean' ? (value ? '是' : '否') : String(value);
}
