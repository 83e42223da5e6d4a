/** An issue's text as measures: 一是…二是…, 一方面…另一方面…, （1）（2）, ①②, paragraphs, or one plain measure. */
import type { MEASURE_FORMS } from '../ledger/schema';
import { fromChineseNumber, toChineseNumber } from '../text/numerals';

export type MeasureForm = (typeof MEASURE_FORMS)[number];

/** Where in which paragraph something begins. */
export interface Cut {
  paragraph: number;
  at: number;
  role: 'measure-lead' | 'number' | 'measure' | 'measure-closing';
  /** 1-based number of the measure, for `number` and `measure`. */
  measure: number;
}

export interface SplitBody {
  /** '' for one measure or none. */
  form: MeasureForm | '';
  /** 措施引语; ends with `\n` when it is a paragraph of its own. */
  lead: string;
  measures: string[];
  /** 措施结语: the paragraphs after the last measure's. */
  closing: string;
  cuts: Cut[];
}

interface Lead {
  paragraph: number;
  at: number;
  length: number;
  number: number;
  /** Stands at a paragraph's start or after a mark that ends a sentence or opens a list, not after a comma. */
  strong: boolean;
}

const STRONG = '。；：！？';
const WEAK = '，';
/** Paragraphs that name who is to do it and by when. */
const DUTY =
  /^(?:牵头|责任|分管|配合|协助)(?:校|院|局|县|委|班子)?(?:领导|单位|部门|科室|股室|处室|人|主体)：|^(?:整改|完成|办结)(?:时限|期限|时间)：/;

/** Recognisers in order of trust; the first that finds at least two leads decides. */
const RECOGNISERS: readonly ((paragraphs: readonly string[]) => { form: MeasureForm; leads: Lead[] } | undefined)[] = [
  numberedParagraphs,
  orderedClauses,
  twoSides,
  (paragraphs) => inline(paragraphs, /([①-⑳])/g, '①', (text) => text.charCodeAt(0) - 0x245f),
  (paragraphs) => inline(paragraphs, /（(\d{1,2})）/g, '（1）', Number),
];

/** The measures in an issue's paragraphs (normalised, none empty). Nothing is lost: see `printBody`. */
export function splitMeasures(paragraphs: readonly string[]): SplitBody {
  for (const recognise of RECOGNISERS) {
    const found = recognise(paragraphs);
    if (found) return assemble(paragraphs, found.form, found.leads);
  }
  return plainParagraphs(paragraphs);
}

/** What the report prints for such a body, paragraphs joined by `\n`. */
export function printBody(body: SplitBody): string {
  const { form, lead, measures, closing } = body;
  const ownParagraphs = form === '一是分段' || form === '（1）' || form === '分段';
  const texts = measures.map((text, i) => (measures.length > 1 ? leadWord(form, i + 1) + text : text));
  const text = lead + texts.join(ownParagraphs ? '\n' : '');
  return closing === '' ? text : `${text}\n${closing}`;
}

function leadWord(form: MeasureForm | '', number: number): string {
  switch (form) {
    case '一是':
    case '一是分段':
      return `${toChineseNumber(number)}是`;
    case '一方面':
      return number === 1 ? '一方面' : '另一方面';
    case '一方面是':
      return number === 1 ? '一方面是' : '另一方面是';
    case '（1）':
      return `（${number}）`;
    case '①':
      return String.fromCharCode(0x245f + number);
    default:
      return '';
  }
}

/** Paragraphs that begin with `（1）`, `（2）` …, or with `1.`, `2.` … below an issue numbered `（一）`. */
function numberedParagraphs(paragraphs: readonly string[]): { form: MeasureForm; leads: Lead[] } | undefined {
  for (const pattern of [/^（(\d{1,2})）/, /^(\d{1,2})[.．、](?!\d)/]) {
    const leads = paragraphs.flatMap((text, paragraph) => {
      const hit = pattern.exec(text);
      return hit ? [{ paragraph, at: 0, length: hit[0].length, number: Number(hit[1]), strong: true }] : [];
    });
    const chain = ascending(leads);
    if (chain.length > 1) return { form: '（1）', leads: chain };
  }
  return undefined;
}

/** 一是, 二是, 三是 … ascending at sentence starts. A comma counts only where it makes the chain longer. */
function orderedClauses(paragraphs: readonly string[]): { form: MeasureForm; leads: Lead[] } | undefined {
  const leads = leadsIn(paragraphs, /([一二三四五六七八九十]{1,3})是/g, (text) => fromChineseNumber(text));
  const strong = ascending(leads.filter((lead) => lead.strong));
  const any = ascending(leads);
  const chain = any.length > strong.length ? any : strong;
  if (chain.length < 2) return undefined;
  const ownParagraphs = chain.every((lead, i) => lead.at === 0 && lead.paragraph !== chain[i - 1]?.paragraph);
  return { form: ownParagraphs ? '一是分段' : '一是', leads: chain };
}

/** 一方面 … 另一方面 … in one paragraph. */
function twoSides(paragraphs: readonly string[]): { form: MeasureForm; leads: Lead[] } | undefined {
  const leads = leadsIn(paragraphs, /(另?一方面)/g, (text) => (text === '一方面' ? 1 : 2));
  const first = leads.find((lead) => lead.number === 1 && lead.strong);
  const second = leads.find((lead) => lead.number === 2 && lead.paragraph === first?.paragraph && lead.at > first.at);
  if (!first || !second) return undefined;
  const text = paragraphs[first.paragraph] ?? '';
  const withVerb = [first, second].every((lead) => text.charAt(lead.at + lead.length) === '是');
  if (!withVerb) return { form: '一方面', leads: [first, second] };
  return { form: '一方面是', leads: [first, second].map((lead) => ({ ...lead, length: lead.length + 1 })) };
}

function inline(
  paragraphs: readonly string[],
  pattern: RegExp,
  form: MeasureForm,
  value: (text: string) => number,
): { form: MeasureForm; leads: Lead[] } | undefined {
  const chain = ascending(leadsIn(paragraphs, pattern, value).filter((lead) => lead.strong));
  return chain.length > 1 ? { form, leads: chain } : undefined;
}

/** Every place where the pattern stands at a sentence start, outside quotation marks. */
function leadsIn(paragraphs: readonly string[], pattern: RegExp, value: (text: string) => number | undefined): Lead[] {
  return paragraphs.flatMap((text, paragraph) => {
    const quoted = quotedIn(text);
    return Array.from(text.matchAll(pattern)).flatMap((hit): Lead[] => {
      const at = hit.index ?? 0;
      const before = text.charAt(at - 1);
      const strong = at === 0 || STRONG.includes(before);
      const number = value(hit[1] ?? '');
      if (number === undefined || (!strong && !WEAK.includes(before)) || quoted(at)) return [];
      return [{ paragraph, at, length: hit[0].length, number, strong }];
    });
  });
}

/** Tells whether an offset stands within “…”; unbalanced marks tell nothing. */
function quotedIn(text: string): (at: number) => boolean {
  const inside = new Uint8Array(text.length);
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character === '”') depth -= 1;
    if (depth < 0) return () => false;
    inside[i] = depth > 0 ? 1 : 0;
    if (character === '“') depth += 1;
  }
  return depth === 0 ? (at) => inside[at] === 1 : () => false;
}

/** The first chain 1, 2, 3 … in the given order. */
function ascending(leads: readonly Lead[]): Lead[] {
  const chain: Lead[] = [];
  for (const lead of leads) if (lead.number === chain.length + 1) chain.push(lead);
  return chain;
}

function assemble(paragraphs: readonly string[], form: MeasureForm, leads: readonly Lead[]): SplitBody {
  const first = leads[0];
  const last = leads[leads.length - 1];
  if (!first || !last) return plainParagraphs(paragraphs);
  const cuts: Cut[] = [];
  const before = paragraphs.slice(0, first.paragraph);
  before.forEach((_, paragraph) => {
    cuts.push({ paragraph, at: 0, role: 'measure-lead', measure: 0 });
  });
  if (first.at > 0) cuts.push({ paragraph: first.paragraph, at: 0, role: 'measure-lead', measure: 0 });
  const measures = leads.map((lead, i) => {
    const next = leads[i + 1];
    const from = lead.at + lead.length;
    cuts.push({ paragraph: lead.paragraph, at: lead.at, role: 'number', measure: i + 1 });
    cuts.push({ paragraph: lead.paragraph, at: from, role: 'measure', measure: i + 1 });
    const own = paragraphs[lead.paragraph] ?? '';
    if (!next) return own.slice(from);
    if (next.paragraph === lead.paragraph) return own.slice(from, next.at);
    const parts = [own.slice(from)];
    for (let paragraph = lead.paragraph + 1; paragraph <= next.paragraph; paragraph += 1) {
      const text = (paragraphs[paragraph] ?? '').slice(0, paragraph === next.paragraph ? next.at : undefined);
      if (text === '') continue;
      cuts.push({ paragraph, at: 0, role: 'measure', measure: i + 1 });
      parts.push(text);
    }
    return parts.join('\n');
  });
  const after = paragraphs.slice(last.paragraph + 1);
  after.forEach((_, i) => {
    cuts.push({ paragraph: last.paragraph + 1 + i, at: 0, role: 'measure-closing', measure: 0 });
  });
  const lead = before.map((text) => `${text}\n`).join('') + (paragraphs[first.paragraph] ?? '').slice(0, first.at);
  return { form, lead, measures, closing: after.join('\n'), cuts };
}

/**
 * Without leads each paragraph is a measure. An opening one that ends with a colon announces them, and who is to do
 * it by when is no measure.
 */
function plainParagraphs(paragraphs: readonly string[]): SplitBody {
  let from = 0;
  let to = paragraphs.length;
  while (from < to - 1 && /：$/.test(paragraphs[from] ?? '')) from += 1;
  while (from < to && DUTY.test(paragraphs[from] ?? '')) from += 1;
  while (to > from && DUTY.test(paragraphs[to - 1] ?? '')) to -= 1;
  if (from === to) [from, to] = [0, paragraphs.length];
  const cuts = paragraphs.map((_, paragraph): Cut => {
    if (paragraph < from) return { paragraph, at: 0, role: 'measure-lead', measure: 0 };
    if (paragraph >= to) return { paragraph, at: 0, role: 'measure-closing', measure: 0 };
    return { paragraph, at: 0, role: 'measure', measure: paragraph - from + 1 };
  });
  const lead = paragraphs.slice(0, from).map((text) => `${text}\n`);
  const measures = paragraphs.slice(from, to);
  const closing = paragraphs.slice(to).join('\n');
  return { form: measures.length > 1 ? '分段' : '', lead: lead.join(''), measures, closing, cuts };
}
