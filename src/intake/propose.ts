/** A document's paragraphs → what the ledger should become: the one door to the parser. */
import type { Settings } from '../ledger/settings';
import { type Head, readHead, readTail, type Tail } from './ends';
import { type Facts, factsOf, unitNamed } from './facts';
import { readFeedback } from './feedback';
import { type Line, linesOf, piecesOf, place, restOf } from './lines';
import type { Proposal, ProposedNarrative, SourceParagraph } from './proposal';
import { readReport } from './report';
import { WARNINGS } from './wording';

/**
 * What the document proposes for the ledger. Works on any text: what it cannot place is unplaced, and the pieces,
 * joined, are always the normalised document (`documentOf`) character for character.
 */
export function proposeFrom(paragraphs: readonly SourceParagraph[]): Proposal {
  const lines = linesOf(paragraphs);
  const running = lines.filter((line) => !line.apart);
  const head = readHead(running);
  const tail = readTail(running, head.from);
  const text = running.slice(head.from, tail.to);
  const read = kindOf(head.title, text) === 'feedback' ? ofFeedback(head, tail, text) : ofReport(head, tail, text);
  const unplaced = placeUnplaced(lines);
  return {
    ...read,
    narrative: [...read.narrative, ...unplaced.rows],
    pieces: piecesOf(lines),
    unplaced: unplaced.rows.map((row) => row.body),
    warnings: [...read.warnings, ...unplaced.warnings],
  };
}

type Read = Omit<Proposal, 'pieces' | 'unplaced'>;

function ofReport(head: Head, tail: Tail, text: readonly Line[]): Read {
  const { issues, aspects, groups, narrative, ...report } = readReport(text);
  const { signatory, signature, contact } = tail;
  const told = narrative.map((row) => row.title + row.body).join('\n');
  const facts = factsOf({ title: head.title, intro: introOf(text), narrative: told, signatory });
  const withheld = Number(WITHHELD.exec(told)?.[1] ?? 0);
  const reportOn = tail.date ?? head.date;
  return {
    kind: 'report',
    settings: {
      ...facts,
      ...report.settings,
      title: head.title || '无',
      signature,
      ...(signatory !== '' && { signatory }),
      ...(reportOn !== undefined && { reportOn }),
      ...(contact !== '' && { contact }),
    },
    aspects,
    groups,
    issues,
    narrative,
    warnings: [
      ...report.warnings,
      ...(head.date === undefined ? [] : [WARNINGS.titleDate(head.date)]),
      ...(tail.reordered ? [WARNINGS.tailReordered] : []),
      ...(signatory !== '' && tail.date === undefined ? [WARNINGS.signatureWithoutDate] : []),
      ...totalDiffers(facts, issues.length + withheld),
    ],
  };
}

/** How a report counts the issues it does not tell. */
const WITHHELD = /另有(\d+)[个项条]问题[^。，]{0,6}不予?公开/;

function totalDiffers({ fedBack }: Facts, found: number): string[] {
  return typeof fedBack === 'number' && fedBack !== found ? [WARNINGS.totalDiffers(fedBack, found)] : [];
}

function ofFeedback(head: Head, tail: Tail, text: readonly Line[]): Read {
  const { issues, aspects, groups, frame, warnings } = readFeedback(text);
  for (const line of head.above) place(line, 0, 'frame');
  const intro = introOf(text);
  const facts = factsOf({ title: head.title, intro, narrative: frame, signatory: '' });
  const salutation = text[0]?.text.endsWith('：') ? unitNamed(text[0].text.slice(0, -1)) : undefined;
  const settings: Partial<Settings> = { ...salutation, ...facts };
  const signed = tail.date ?? head.date;
  if (settings.feedbackOn === undefined && signed !== undefined) {
    settings.feedbackOn = signed;
    warnings.push(WARNINGS.feedbackDateFromSignature(signed));
  }
  warnings.push(...totalDiffers(facts, issues.length));
  if (facts.fedBack === undefined && issues.length > 0) settings.fedBack = issues.length;
  return { kind: 'feedback', settings, aspects, groups, issues, narrative: [], warnings };
}

/** Signs of either kind of document in its title, its introduction or a heading; a title's words weigh most. */
const SIGNS: readonly [place: 0 | 1 | 2, sign: RegExp, feedback: number][] = [
  [0, /反馈(?:意见|情况)?$|反馈意见|情况的反馈/, 3],
  [0, /整改/, -4],
  [1, /(?:反馈如下|进行反馈|提出如下反馈)/, 2],
  [1, /整改[^。]{0,20}(?:公布|公开|通报|公告|报告)/, -2],
  [2, /(?:发现|存在)的?(?:主要|突出|具体)?问题|^主要问题/, 2],
  [2, /意见[和及]?建议|整改(?:意见|建议|要求|工作要求)|总体评价/, 1],
  [2, /整改(?:落实|进展)|整改情况|成效|主体责任|下一步/, -1],
];

function kindOf(title: string, text: readonly Line[]): Proposal['kind'] {
  const headings = text.filter((line) => line.mark?.level === 1).map(restOf);
  const places = [[title], [introOf(text)], headings];
  let feedback = 0;
  for (const [place, sign, weight] of SIGNS) if (places[place]?.some((one) => sign.test(one))) feedback += weight;
  return feedback > 0 ? 'feedback' : 'report';
}

/** The paragraphs before the first number: at most the first ten. */
function introOf(text: readonly Line[]): string {
  const first = text.findIndex((line) => line.mark);
  return text
    .slice(0, Math.min(first < 0 ? text.length : first, 10))
    .map((line) => line.text)
    .join('\n');
}

/** What no one placed becomes rows of 未归位. */
function placeUnplaced(lines: readonly Line[]): { rows: ProposedNarrative[]; warnings: string[] } {
  const left = lines.filter((line) => line.spans.length === 0);
  const rows = left.map((line, i): ProposedNarrative => {
    place(line, 0, 'unplaced', `未归位-${i + 1}`);
    return { part: '未归位', order: i + 1, level: '段落', title: '', body: line.text };
  });
  const apart = left.filter((line) => line.apart).length;
  const warnings = lines.filter((line) => line.text.includes('{{')).map((line) => WARNINGS.placeholder(line.text));
  if (apart > 0) warnings.push(WARNINGS.apart(apart));
  if (left.length > apart) warnings.push(WARNINGS.unplaced(left.length - apart));
  return { rows, warnings };
}
