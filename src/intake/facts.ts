/** Facts told in sentences: who was inspected by whom, from when to when, when it was fed back, how many issues. */
import type { Settings } from '../ledger/settings';
import { dateOf, type LedgerDate } from '../text/dates';
import { fromChineseNumber } from '../text/numerals';

export type Facts = Partial<
  Pick<
    Settings,
    | 'unit'
    | 'partyBody'
    | 'inspectionKind'
    | 'round'
    | 'inspectionTeam'
    | 'inspectedFrom'
    | 'inspectedTo'
    | 'feedbackOn'
    | 'fedBack'
    | 'dueOn'
  >
>;

/** What the facts are read from, all normalised; '' where the document has none. */
export interface FactSources {
  title: string;
  /** The paragraphs before the first heading, joined by `\n`. */
  intro: string;
  /** All paragraphs that are neither issues nor measures, joined by `\n`. */
  narrative: string;
  /** The unit that signed, for a report; '' for a feedback, which the team signs. */
  signatory: string;
}

/** Names of party bodies as written, a name before those it ends with. */
const BODIES: Readonly<Record<string, Settings['partyBody']>> = {
  党组: '党组',
  党委: '党委',
  党总支: '党总支',
  党支部: '党支部',
  总支部委员会: '党总支',
  总支委员会: '党总支',
  支部委员会: '党支部',
  委员会: '委员会',
  总支: '党总支',
  支部: '党支部',
};
const BODY = `(${Object.keys(BODIES).join('|')})`;
/** A unit's name holds no punctuation; 40 characters is longer than any. */
const NAME = '([^，。；：、“”《》\\s]{2,40}?)';

const PARTY = '^(?:中共|中国共产党)?';

/** Where a unit is named: in the title of its report, as the object of an inspection, in its signature. */
const UNIT_IN_TITLE = new RegExp(`${PARTY}${NAME}${BODY}(?=关于)`);
const UNIT_INSPECTED = [
  ['关于(?:对|巡[察视])?', '的?(?:常规|专项|机动|提级)?式?(?:巡[察视]|开展|的?反馈)'],
  ['(?:关于|巡[察视])(?:对|巡[察视])?', '的?(?:反馈意见|情况)'],
  ['向', '反馈|通报'],
  ['对', '开展|进行|实施|的?巡[察视]'],
].map(([before, after]) => new RegExp(`${before}${NAME}${BODY}(?=${after})`));
const UNIT_ALONE = new RegExp(`${PARTY}${NAME}(?=关于)`);
const UNIT_SIGNED = new RegExp(`${PARTY}${NAME}${BODY}$`);
const TEAM = /巡[察视]组/;
const PLACE = /中共([\u4e00-\u9fff]{2,8}?[省市县区旗州])委/;

const TENS = '[一二三四五六七八九十]';
const DATE = new RegExp(
  `(?:([0-9]{4}|[零〇○一二三四五六七八九]{4})年)?([0-9]{1,2}|${TENS}{1,2})月([0-9]{1,2}|${TENS}{1,3})日`,
  'g',
);
const RANGE_END = /^(?:至|到|—{1,2}|－|-|～|~)(?:([0-9]{1,2})日)?/;
const UNTIL = '(?:之?前|为?止|结束|截止)';

/** The facts the document tells; what it does not tell is absent. */
export function factsOf(sources: FactSources): Facts {
  return {
    ...kindOf(sources),
    ...roundOf(sources.title),
    ...teamOf(sources),
    ...datesOf(sources.intro),
    ...unitOf(sources),
    ...totalOf(sources),
    ...dueOf(sources.narrative),
  };
}

/** Name and party body in a text like `中共青禾县水务局党组`; undefined when it is no such name. */
export function unitNamed(text: string): Pick<Facts, 'unit' | 'partyBody'> | undefined {
  return named(UNIT_SIGNED.exec(text), '');
}

function unitOf({ title, intro, signatory }: FactSources): Facts {
  const place = PLACE.exec([title, signatory, intro].join('\n'))?.[1] ?? '';
  const fromReport = named(UNIT_IN_TITLE.exec(title), '');
  // 中共某县委第二巡察组关于……的反馈意见: the title begins with the team, not with the unit
  const candidates = [
    fromReport && TEAM.test(fromReport.unit ?? '') ? undefined : fromReport,
    ...UNIT_INSPECTED.map((pattern) => named(pattern.exec(title), place)),
    unitNamed(signatory),
    ...UNIT_INSPECTED.map((pattern) => named(pattern.exec(intro), place)),
  ];
  const found = candidates.find((candidate) => candidate !== undefined);
  const plain = [UNIT_ALONE.exec(title)?.[1] ?? '', signatory].find((name) => name !== '' && !TEAM.test(name));
  const full = plain?.replace(new RegExp(`${BODY}$`), '').replace(/^中共/, '') ?? '';
  if (!found?.unit) return full === '' ? {} : { unit: full };
  // 县水务局 in the text is 云溪县水务局 in the title
  return full.endsWith(found.unit) ? { ...found, unit: full } : found;
}

function named(hit: RegExpExecArray | null, place: string): Pick<Facts, 'unit' | 'partyBody'> | undefined {
  const name = hit?.[1];
  const partyBody = BODIES[hit?.[2] ?? ''];
  // 我局党组 names nobody
  if (name === undefined || partyBody === undefined || /^[我本你该其各]/.test(name)) return undefined;
  // 县水务局 named beside 青禾县委 is 青禾县水务局
  const short = /^[省市县区旗州]/.exec(name)?.[0];
  const unit = short !== undefined && place.endsWith(short) ? place.slice(0, -1) + name : name;
  return { unit, partyBody };
}

function kindOf({ title, intro }: FactSources): Facts {
  // the unit's own name may hold the word: 县委巡察办
  const about = title.slice(title.indexOf('关于') + 1);
  const kind = /巡[察视]/.exec(`${about}\n${title}\n${intro}`)?.[0];
  return kind === '巡察' || kind === '巡视' ? { inspectionKind: kind } : {};
}

function roundOf(title: string): Facts {
  const number = `第?${TENS}{1,3}`;
  const round =
    new RegExp(`${number}届[^，。关于]{0,10}?${number}轮`).exec(title)?.[0] ??
    new RegExp(`关于([^，。关于]{0,10}?第${TENS}{1,3}轮)`).exec(title)?.[1];
  return round === undefined ? {} : { round };
}

/** A team with its number, in the text or the title, before one without. */
function teamOf({ title, intro }: FactSources): Facts {
  const hit = [`第?(?:${TENS}|[0-9]){1,3}`, '']
    .map((number) => new RegExp(`(?:[省市县区旗州工]委|党委|党组|中央)${number}巡[察视]组`))
    .flatMap((pattern) => pattern.exec(intro) ?? pattern.exec(title) ?? [])[0];
  return hit === undefined ? {} : { inspectionTeam: hit.replace(/^工委/, '党工委') };
}

interface DateSeen {
  date: LedgerDate;
  /** Text from the end of the date to the next date. */
  after: string;
}

/** A date that leaves out its year has that of the date before it, or the next when it would run backwards. */
function datesSeen(text: string): DateSeen[] {
  const hits = Array.from(text.matchAll(DATE));
  const seen: DateSeen[] = [];
  let year = 0;
  let previous = '';
  hits.forEach((hit, i) => {
    const [whole, yearText, monthText = '', dayText = ''] = hit;
    if (yearText !== undefined) year = numberIn(yearText);
    if (year === 0) return;
    const [month, day] = [numberIn(monthText), numberIn(dayText)];
    let date = dateOf(year, month, day);
    if (date !== undefined && yearText === undefined && date < previous) {
      year += 1;
      date = dateOf(year, month, day);
    }
    if (date === undefined) return;
    previous = date;
    const end = (hit.index ?? 0) + whole.length;
    seen.push({ date, after: text.slice(end, hits[i + 1]?.index) });
  });
  return seen;
}

function datesOf(intro: string): Facts {
  const facts: Facts = {};
  const dates = datesSeen(intro);
  dates.forEach(({ date, after }, i) => {
    const range = RANGE_END.exec(after);
    const next = dates[i + 1];
    if (range && facts.inspectedFrom === undefined) {
      const [year = 0, month = 0] = date.split('-').map(Number);
      const sameMonth = range[1] === undefined ? undefined : dateOf(year, month, Number(range[1]));
      const to = sameMonth ?? (after === range[0] ? next?.date : undefined);
      if (to !== undefined) Object.assign(facts, { inspectedFrom: date, inspectedTo: to });
    } else if (facts.feedbackOn === undefined && /^[^。；\n]{0,60}反馈/.test(after)) {
      facts.feedbackOn = date;
    }
  });
  return facts;
}

/** Where the total of issues fed back is told, the surest first. */
const COUNT = '(\\d+|[一二三四五六七八九十百]+)[个项条]';
const ASPECTS = `(?:\\d+|${TENS}+)个方面`;
const BETWEEN = '[^。；，\\d\\n另]';
const TOTALS = [
  `反馈(?:意见)?(?:的|了|指出|提出|共)?${BETWEEN}{0,12}?(?:${ASPECTS})?${BETWEEN}{0,8}?${COUNT}(?:具体|主要|突出|方面的?)?问题`,
  `${ASPECTS}${BETWEEN}{0,8}?${COUNT}(?:具体|主要|突出)?问题`,
  '共(?:有|计)?(\\d+)[个项条](?:具体|主要|突出)?问题',
  '(\\d+)[个项条](?:具体)?问题(?:中|全部|、\\d+[项条个](?:整改)?措施)',
].map((pattern) => new RegExp(pattern));

function totalOf({ intro, narrative }: FactSources): Facts {
  for (const text of [intro, narrative]) {
    for (const pattern of TOTALS) {
      const total = numberIn(pattern.exec(text)?.[1] ?? '');
      if (total > 0) return { fedBack: total };
    }
  }
  return {};
}

function dueOf(narrative: string): Facts {
  const sentence = narrative
    .split(/[。；\n]/)
    .find((text) => /集中整改|整改期限|整改时限/.test(text) && new RegExp(`日${UNTIL}`).test(text));
  const due = datesSeen(sentence ?? '').find(({ after }) => new RegExp(`^${UNTIL}`).test(after));
  return due ? { dueOn: due.date } : {};
}

/** 0 when the text is no number. */
function numberIn(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (fromChineseNumber(text) ?? 0);
}
