/** An issue's text as measures: 一是…二是…, 一方面…另一方面…, （1）（2）, ①②, paragraphs, or one plain measure. */
import type { MEASURE_FORMS } from '../ledger/schema';
import { circled } from '../text/enumeration';
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
  /** Offset in the whole text, paragraphs joined by `\n`. */
  at: number;
  length: number;
  number: number;
  /** Stands at a paragraph's start or after a mark that ends a sentence or opens a list, not after a comma. */
  strong: boolean;
}

const STRONG = '\n。；：！？';
const WEAK = '，';
/** Paragraphs that name who is to do it and by when. */
const DUTY =
  /^(?:牵头|责任|分管|配合|协助)(?:校|院|局|县|委|班子)?(?:领导|单位|部门|科室|股室|处室|人|主体)：|^(?:整改|完成|办结)(?:时限|期限|时间)：/;

interface Recognised {
  form: MeasureForm;
  leads: readonly Lead[];
}

/** Of lists in the same text the one that begins first is the measures', the others stand within them. */
const RECOGNISERS: readonly ((text: string) => Recognised)[] = [
  // paragraphs that begin with （1）, （2） …, or with 1., 2. … below an issue numbered （一）
  (text) => chained(text, /^（(\d{1,2})）/gm, '（1）', Number),
  (text) => chained(text, /^(\d{1,2})[.．、](?!\d)/gm, '（1）', Number),
  orderedClauses,
  twoSides,
  (text) => chained(text, /([①-⑳])/g, '①', (sign) => sign.charCodeAt(0) - 0x245f),
  (text) => chained(text, /（(\d{1,2})）/g, '（1）', Number),
];

/** The measures in an issue's paragraphs (normalised, none empty). Nothing is lost: see `printBody`. */
export function splitMeasures(paragraphs: readonly string[]): SplitBody {
  const text = paragraphs.join('\n');
  const startOf = ({ leads }: Recognised): number => leads[0]?.at ?? 0;
  const found = RECOGNISERS.map((recognise) => recognise(text)).filter(({ leads }) => leads.length > 1);
  const [first] = found.sort((a, b) => startOf(a) - startOf(b));
  // below a paragraph that holds a whole list, as 引语 may
  const numbered = found.find((one) => text.startsWith('\n（', startOf(one) - 1));
  const above = first && first.form !== '一是分段' ? first.leads[first.leads.length - 1]?.at : undefined;
  const best = numbered && above !== undefined && above < startOf(numbered) ? numbered : first;
  return best ? assemble(paragraphs, text, best.form, best.leads) : plainParagraphs(paragraphs);
}

/** What the report prints for such a body, paragraphs joined by `\n`. */
export function printBody({ form, lead, measures, closing }: SplitBody): string {
  const texts = measures.map((text, i) => (measures.length > 1 ? leadWord(form, i + 1) + text : text));
  const text = lead + texts.join(standApart(form) ? '\n' : '');
  return closing === '' ? text : `${text}\n${closing}`;
}

/** What a measure of the form begins with. */
export function leadWord(form: MeasureForm | '', number: number): string {
  switch (form) {
    case '一是':
    case '一是分段':
      return `${toChineseNumber(number)}是`;
    case '一方面':
    case '一方面是':
      return number === 1 ? form : `另${form}`;
    case '（1）':
      return `（${number}）`;
    case '①':
      return circled(number);
    default:
      return '';
  }
}

/** True when each measure of the form is a paragraph of its own. */
export function standApart(form: MeasureForm | ''): boolean {
  return form === '一是分段' || form === '（1）' || form === '分段';
}

/** 一是, 二是, 三是 … ascending at sentence starts. A comma counts only where it makes the chain longer. */
function orderedClauses(text: string): Recognised {
  const found = leadsIn(text, /([一二三四五六七八九十]{1,3})是/g, fromChineseNumber);
  const strong = ascending(found.filter((lead) => lead.strong));
  const any = ascending(found);
  const leads = any.length > strong.length ? any : strong;
  // 引语 may stand in the first one's paragraph
  const apart = leads.every(({ at }, i) => at === 0 || i === 0 || text.charAt(at - 1) === '\n');
  return { form: apart ? '一是分段' : '一是', leads };
}

/** 一方面 … 另一方面 … in one paragraph. */
function twoSides(text: string): Recognised {
  const found = leadsIn(text, /(另?一方面)/g, (word) => (word === '一方面' ? 1 : 2));
  const first = found.find(({ number }) => number === 1);
  const second = found.find(({ number, at }) => number === 2 && at > (first?.at ?? Infinity));
  if (!first || !second || text.charAt(second.at - 1) === '\n') return { form: '一方面', leads: [] };
  const leads = [first, second];
  const withVerb = leads.every(({ at, length }) => text.charAt(at + length) === '是');
  if (!withVerb) return { form: '一方面', leads };
  return { form: '一方面是', leads: leads.map((lead) => ({ ...lead, length: lead.length + 1 })) };
}

function chained(text: string, pattern: RegExp, form: MeasureForm, value: (sign: string) => number): Recognised {
  // a comma is enough before the first, where 引语 ends with it
  return {
    form,
    leads: ascending(leadsIn(text, pattern, value).filter(({ strong, number }) => strong || number === 1)),
  };
}

/** Every place where the pattern stands at a sentence start, outside quotation marks. */
function leadsIn(text: string, pattern: RegExp, value: (sign: string) => number | undefined): Lead[] {
  const hits = Array.from(text.matchAll(pattern));
  const quoted = hits.length > 1 ? quotedIn(text) : () => false;
  return hits.flatMap((hit): Lead[] => {
    const at = hit.index ?? 0;
    const before = text.charAt(at - 1);
    const strong = at === 0 || STRONG.includes(before);
    const number = value(hit[1] ?? '');
    if (number === undefined || (!strong && before !== WEAK) || quoted(at)) return [];
    return [{ at, length: hit[0].length, number, strong }];
  });
}

/** Tells whether an offset stands within “…”; a mark without its partner in the paragraph tells nothing. */
function quotedIn(text: string): (at: number) => boolean {
  const spans: [from: number, to: number][] = [];
  let open: number[] = [];
  for (const { 0: mark, index = 0 } of text.matchAll(/[“”\n]/g)) {
    if (mark === '“') open.push(index);
    else if (mark === '\n') open = [];
    else spans.push([open.pop() ?? index, index]);
  }
  return (at) => spans.some(([from, to]) => from < at && at <= to);
}

/** The first chain 1, 2, 3 … in the given order. */
function ascending(leads: readonly Lead[]): Lead[] {
  const chain: Lead[] = [];
  for (const lead of leads) if (lead.number === chain.length + 1) chain.push(lead);
  return chain;
}

function assemble(paragraphs: readonly string[], text: string, form: MeasureForm, leads: readonly Lead[]): SplitBody {
  const from = leads[0]?.at ?? 0;
  const end = `${text}\n`.indexOf('\n', leads[leads.length - 1]?.at);
  /** Where something begins in the whole text. */
  const marks: Omit<Cut, 'paragraph'>[] = from > 0 ? [{ at: 0, role: 'measure-lead', measure: 0 }] : [];
  const measures = leads.map(({ at, length }, i) => {
    const measure = i + 1;
    marks.push({ at, role: 'number', measure }, { at: at + length, role: 'measure', measure });
    return text.slice(at + length, leads[measure]?.at ?? end).replace(/\n$/, '');
  });
  marks.push({ at: end + 1, role: 'measure-closing', measure: 0 });
  return { form, lead: text.slice(0, from), measures, closing: text.slice(end + 1), cuts: cutsOf(paragraphs, marks) };
}

/** The marks as cuts of the paragraphs they stand in; a paragraph begins with what the one before it ended with. */
function cutsOf(paragraphs: readonly string[], marks: readonly Omit<Cut, 'paragraph'>[]): Cut[] {
  let start = 0;
  let next = 0;
  let last: Omit<Cut, 'paragraph'> | undefined;
  return paragraphs.flatMap((text, paragraph) => {
    const cuts: Cut[] = [];
    const end = start + text.length;
    for (let mark = marks[next]; mark && mark.at <= end; mark = marks[next]) {
      if (mark.at > start && last && cuts.length === 0) cuts.push({ ...last, paragraph, at: 0 });
      cuts.push({ ...mark, paragraph, at: mark.at - start });
      last = mark;
      next += 1;
    }
    if (cuts.length === 0 && last) cuts.push({ ...last, paragraph, at: 0 });
    start = end + 1;
    return cuts;
  });
}

/**
 * Without leads each paragraph is a measure. An opening one that ends with a colon announces them, and who is to do
 * it by when is no measure.
 */
function plainParagraphs(paragraphs: readonly string[]): SplitBody {
  let from = 0;
  let to = paragraphs.length;
  while (from < to - 1 && paragraphs[from]?.endsWith('：')) from += 1;
  while (from < to && DUTY.test(paragraphs[from] ?? '')) from += 1;
  while (to > from && DUTY.test(paragraphs[to - 1] ?? '')) to -= 1;
  if (from === to) [from, to] = [0, paragraphs.length];
  return {
    form: to - from > 1 ? '分段' : '',
    lead: paragraphs
      .slice(0, from)
      .map((text) => `${text}\n`)
      .join(''),
    measures: paragraphs.slice(from, to),
    closing: paragraphs.slice(to).join('\n'),
    cuts: paragraphs.map((_, paragraph): Cut => {
      if (paragraph >= from && paragraph < to)
        return { paragraph, at: 0, role: 'measure', measure: paragraph - from + 1 };
      return { paragraph, at: 0, role: paragraph < from ? 'measure-lead' : 'measure-closing', measure: 0 };
    }),
  };
}
