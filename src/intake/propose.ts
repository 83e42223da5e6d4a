/** A document's paragraphs → what the ledger should become: the one door to the parser. */
import type { Settings } from '../ledger/settings';
import { type Head, readHead, readTail, type Tail } from './ends';
import { factsOf, unitNamed } from './facts';
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
  const report = readReport(text);
  const narrative = report.narrative.map((row) => row.title + row.body).join('\n');
  const facts = factsOf({
    title: head.title,
    intro: introOf(text),
    narrative,
    signatory: tail.signatory,
  });
  const warnings = [...report.warnings];
  const reportOn = tail.date ?? head.date;
  const settings: Partial<Settings> = {
    ...facts,
    ...report.settings,
    title: head.title === '' ? '无' : head.title,
    signature: tail.signature,
    ...(tail.signatory !== '' && { signatory: tail.signatory }),
    ...(reportOn !== undefined && { reportOn }),
    ...(tail.contact !== '' && { contact: tail.contact }),
  };
  if (head.date !== undefined) warnings.push(WARNINGS.titleDate(head.date));
  if (tail.reordered) warnings.push(WARNINGS.tailReordered());
  if (tail.signatory !== '' && tail.date === undefined) warnings.push(WARNINGS.signatureWithoutDate());
  const { fedBack } = facts;
  if (typeof fedBack === 'number' && fedBack !== report.issues.length) {
    warnings.push(WARNINGS.totalDiffers(fedBack, report.issues.length));
  }
  const { issues, aspects, groups } = report;
  return { kind: 'report', settings, aspects, groups, issues, narrative: report.narrative, warnings };
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
  if (typeof settings.fedBack === 'number' && settings.fedBack !== issues.length) {
    warnings.push(WARNINGS.totalDiffers(settings.fedBack, issues.length));
  } else if (issues.length > 0) {
    settings.fedBack = issues.length;
  }
  return { kind: 'feedback', settings, aspects, groups, issues, narrative: [], warnings };
}

/** Signs of either kind of document; a title's words weigh most. */
const SIGNS: readonly { in: 'title' | 'intro' | 'heading'; pattern: RegExp; feedback: number }[] = [
  { in: 'title', pattern: /反馈(?:意见|情况)?$|反馈意见|情况的反馈/, feedback: 3 },
  { in: 'title', pattern: /整改/, feedback: -4 },
  { in: 'intro', pattern: /(?:反馈如下|进行反馈|提出如下反馈)/, feedback: 2 },
  { in: 'intro', pattern: /整改[^。]{0,20}(?:公布|公开|通报|公告|报告)/, feedback: -2 },
  { in: 'heading', pattern: /发现的?(?:主要|突出|具体)?问题|存在的?(?:主要|突出|具体)?问题|^主要问题/, feedback: 2 },
  { in: 'heading', pattern: /意见(?:和|及)?建议|整改(?:意见|建议|要求|工作要求)|总体评价/, feedback: 1 },
  { in: 'heading', pattern: /整改(?:落实|进展)|整改情况|成效|主体责任|下一步/, feedback: -1 },
];

function kindOf(title: string, text: readonly Line[]): Proposal['kind'] {
  const headings = text.filter((line) => line.mark?.level === 1).map(restOf);
  const sources = { title: [title], intro: [introOf(text)], heading: headings };
  const score = SIGNS.reduce(
    (sum, sign) => (sources[sign.in].some((one) => sign.pattern.test(one)) ? sum + sign.feedback : sum),
    0,
  );
  return score > 0 ? 'feedback' : 'report';
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
