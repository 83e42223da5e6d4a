/** What Drive's importer kept of the probe, item by item, from what the Docs API tells of the converted document. */
import { textOf } from './lines';
import { differs, familyOf, type Look, lookup, spacingOf, TWO_CHARACTERS } from './looks';
import type { Document, Element, Paragraph } from './shapes';
import { FALLBACKS, FOUND, ITEMS, TYPEFACES } from './wording';

export interface SelfTestItem {
  item: string;
  kept: boolean;
  /** Without a full stop. */
  found: string;
  /** What the program does where it was not kept: a full sentence. */
  fallback: string;
}

/** Size of the probe's text in points. */
const BODY_SIZE = 16;
/** Characters of a line: only the probe's paragraphs of text are longer. */
const LINE = 28;

/** One item for each thing the probe has (src/report/probe.ts), kept or not. */
export function probeFindings(document: Document): SelfTestItem[] {
  const content = document.body?.content ?? [];
  const look = lookup(document);
  const paragraphs = content.flatMap(({ paragraph }) => (paragraph && textOf(paragraph).trim() ? [paragraph] : []));
  const ofType = (type: string) =>
    paragraphs.find((one) => look(one).type === type && (type !== 'NORMAL_TEXT' || textOf(one).length > LINE));
  const isTurned = content.some(({ sectionBreak }) => sectionBreak?.sectionStyle?.flipPageOrientation);
  const tables = content.flatMap(({ table }) => (table ? [table.tableRows?.[0]?.tableRowStyle?.tableHeader] : []));
  const isHeaded = tables.length > 0 && tables.every((one) => one);
  const body = ofType('NORMAL_TEXT');
  const { indent, line } = body === undefined ? { indent: 0, line: 0 } : look(body);
  const nearest = spacingOf(BODY_SIZE) ?? 0;
  return [
    ...footers(document, look),
    one(ITEMS.landscape, isTurned, isTurned ? FOUND.kept : FOUND.upright, FALLBACKS.page),
    ...Object.entries(TYPEFACES).map(([type, item]) => {
      const family = familyIn(ofType(type), look);
      return one(item, family === familyOf(type), family || FOUND.none, FALLBACKS.reset);
    }),
    one(ITEMS.headerRow, isHeaded, isHeaded ? FOUND.kept : FOUND.none, FALLBACKS.reset),
    one(ITEMS.indent, !differs(indent, TWO_CHARACTERS), FOUND.points(rounded(indent)), FALLBACKS.reset),
    one(ITEMS.pitch, !differs(line, nearest), FOUND.percent(rounded(line)), FALLBACKS.pitch(nearest)),
  ];
}

function one(item: string, kept: boolean, found: string, fallback: string): SelfTestItem {
  return { item, kept, found, fallback };
}

function footers(document: Document, look: (one: Paragraph) => Look): SelfTestItem[] {
  const { defaultFooterId, evenPageFooterId, useEvenPageHeaderFooter } = document.documentStyle ?? {};
  const [odd, even] = [defaultFooterId, evenPageFooterId].map((id) => {
    const content: unknown = Reflect.get(Object(Reflect.get(document.footers ?? {}, id ?? '')), 'content');
    const numbered = (isContent(content) ? content : []).find(({ paragraph }) =>
      paragraph?.elements?.some(({ autoText }) => autoText?.type === 'PAGE_NUMBER'),
    )?.paragraph;
    return numbered ? look(numbered).alignment : undefined;
  });
  const isApart = useEvenPageHeaderFooter === true && odd === 'END' && even === 'START';
  const found = isApart ? FOUND.kept : even === undefined ? FOUND.oneFooter : FOUND.sides(odd, even);
  return [
    one(ITEMS.pageNumber, odd !== undefined, odd === undefined ? FOUND.none : FOUND.kept, FALLBACKS.page),
    one(ITEMS.evenFooter, isApart, found, FALLBACKS.page),
  ];
}

/** What the API calls content; its elements have optional fields only. */
function isContent(value: unknown): value is Element[] {
  return Array.isArray(value);
}

function familyIn(paragraph: Paragraph | undefined, look: (one: Paragraph) => Look): string {
  const run = paragraph?.elements?.find(({ textRun }) => textRun?.content?.trim())?.textRun;
  return paragraph ? look(paragraph).family(run?.textStyle) : '';
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
