/** The text of a published report → narrative rows, aspects, groups and issues with their measures. */
import { NARRATIVE_PARTS } from '../ledger/lists';
import type { Settings } from '../ledger/settings';
import { isAbout } from './headlines';
import { emptyOutline, levelsOf, namesOf, type Outline, outlineOf, placeHeadings, signsOf } from './issueOutline';
import { readReportIssues } from './issues';
import { type Line, restOf } from './lines';
import { type NarrativePart, type NarrativeRows, narrativeRows } from './narrative';
import { checkForms, checkNumbers, numberingOf } from './numbers';
import type { ProposedIssue, ProposedNarrative } from './proposal';
import { issueSigns, linesWithHeading, type Section, sectionsOf } from './sections';
import { WARNINGS } from './wording';

export interface ReadReport {
  issues: ProposedIssue[];
  aspects: string[];
  groups: string[];
  narrative: ProposedNarrative[];
  settings: Partial<Settings>;
  warnings: string[];
}

const ISSUE_HEADING = /整改落实|整改进展|问题整改|整改情况|问题的整改|整改完成/;
const AHEAD = /下一步|下步|打算|今后|努力方向|后续|持续推进|巩固/;
const EFFECT = /成效|成果|效果/;
/** What the secretary did, where it is not told together with what the committee did. */
const FIRST_RESPONSIBLE = /^(?!.*主体责任.*[和及与、]).*第一责任/;
/** Headings of how the unit organised the rectification; 落实主体责任方面 is an aspect. */
const ORGANISING = /^(?!.*(?:方面|问题)$).*(?:组织[整领落实推]|(?:主体|第一|监督|压实.*)责任)/;
/** Paragraphs that end a report: supervision and thanks. */
const CLOSING =
  /^(?:欢迎|如(?:有|对)|[^，。]{2,12}如[有对][^。]{0,20}(?:意见|建议)|特此|敬请|诚请|请(?:广大|各|社会|干部)|公示期|公开期|监督期|以上|对[^。]{0,20}(?:意见|建议|监督))/;
/** What the unit will do, where no heading says 下一步. */
const INTENTION =
  /^(?:下一步|下步|今后|接下来|我们将)|^[^，。；]{2,30}将(?:继续|持续|始终|进一步|以|按|保持|坚持|严格|深入|切实)/;

/** Reads the lines between title and contact; says of each line where it went, except of those that found no place. */
export function readReport(lines: readonly Line[]): ReadReport {
  const rows = narrativeRows();
  const warnings: string[] = [];
  const closing = closingOf(lines);
  const sections = sectionsOf(lines.slice(0, lines.length - closing.length));
  const holders = issueHolders(sections, lines);
  const held = sections.filter((section) => holders.has(section));
  const isHeld = sections.map((section) => holders.has(section));
  const first = held.length === 0 ? sections.length : isHeld.indexOf(true);
  const end = held.length === 0 ? sections.length : isHeld.lastIndexOf(true) + 1;

  let outline = emptyOutline();
  let part: NarrativePart = '引言';
  const add = (section: Section, unheaded: NarrativePart, afterIssues: boolean): void => {
    part = section.heading ? partOf(titleOf(section.heading), part, afterIssues) : unheaded;
    addSection(rows, section, part);
  };
  for (const section of sections.slice(0, first)) add(section, '引言', held.length === 0);
  const after: Section[] = [];
  if (held.length > 0) {
    outline = readHolders(held, rows, warnings, after);
    part = '整改落实';
  }
  for (const section of sections.slice(first, end)) {
    if (holders.has(section)) continue;
    if (section.heading) warnings.push(WARNINGS.sectionMoved(restOf(section.heading)));
    addSection(rows, section, '整改落实');
  }
  for (const section of [...after, ...sections.slice(end)]) add(section, '下一步打算', true);
  for (const line of closing) rows.add('结尾', line);

  const read = readReportIssues(outline.issues);
  const { numbering, warnings: numberWarnings } = numberingOf(outline);
  const inParts = rows.rows.some((row) => row.part === '第一责任人') ? '三部分' : '四部分';
  const statusLines = read.withStatusLine > 0 && read.withStatusLine * 2 >= read.issues.length;
  const withWord = read.issues.filter(({ statusWord }) => statusWord !== '').map(({ number }) => number);
  return {
    issues: read.issues,
    ...namesOf(outline),
    narrative: rows.rows,
    settings: {
      variant: statusLines ? '两部分' : rows.rows.some(({ level }) => level === '一、') ? inParts : '统计在前',
      ...(numbering && { numbering }),
      ...read.settings,
      statistics: '无',
      attachment: '否',
    },
    warnings: [
      ...warnings,
      ...(read.withStatusLine > 0 && !statusLines ? WARNINGS.statusOnlySome(withWord) : []),
      ...(read.issues.length === 0 ? [WARNINGS.noIssues] : []),
      ...read.warnings,
      ...numberWarnings,
      ...checkNumbers(lines, outline, numbering),
      ...checkForms(lines, outline),
    ],
  };
}

function readHolders(held: Section[], rows: NarrativeRows, warnings: string[], after: Section[]): Outline {
  const only = held.length === 1 ? held[0] : undefined;
  if (!only) warnings.push(WARNINGS.aspectsAtLevelOne);
  if (only?.heading) rows.add('整改落实', only.heading);
  const all = only ? only.lines : held.flatMap(linesWithHeading);
  const end = endOfIssues(all, only?.heading !== undefined);
  const own = all.slice(0, end);
  const levels = levelsOf(own);
  if (!levels) {
    for (const line of own) rows.add('整改落实', line);
    return emptyOutline();
  }
  const outline = outlineOf(own, levels);
  for (const line of outline.before) rows.add(only?.heading ? '整改落实' : '引言', line);
  warnings.push(...placeHeadings(outline));
  // below a level-one heading the report could not print them without a heading of their own
  const intention = only && !only.heading ? takeIntention(outline) : [];
  if (intention.length > 0) after.push({ heading: undefined, lines: intention });
  if (end < all.length) after.push({ heading: all[end], lines: all.slice(end + 1) });
  return outline;
}

/**
 * Without level-one headings, `（四）下一步打算` may follow the aspects; it is no aspect, nor is, there, a `（五）` with
 * nothing numbered below it.
 */
function endOfIssues(lines: readonly Line[], headed: boolean): number {
  const signs = signsOf(lines, true);
  let from = lines.length;
  let numbered = false;
  for (let i = lines.length - 1; i > 0; i -= 1) {
    const line = lines[i];
    if (!line || signs.has(line)) break;
    const level = line.mark?.level ?? 5;
    if (level === 3 || level === 4) numbered = true;
    if (level !== 2) continue;
    const title = titleOf(line);
    const named = title.length <= 20 && !title.endsWith('方面') && (AHEAD.test(title) || EFFECT.test(title));
    if (named || !(headed || numbered || signs.size === 0)) from = i;
    else if (signs.size === 0) break;
    numbered = false;
  }
  return from;
}

/** Paragraphs after the last issue's own text in which the unit says what it will do. */
function takeIntention({ issues }: Outline): Line[] {
  const last = issues[issues.length - 1];
  if (!last) return [];
  // a headline has its text below it; a finding that ends its sentence may stand alone
  const text = restOf(last.line);
  const ownParagraph = /[。：]./.test(text) || (text.endsWith('。') && !isAbout(text)) ? 0 : 1;
  const at = last.body.findIndex((line, i) => i >= ownParagraph && !line.mark && INTENTION.test(line.text));
  return at < 0 ? [] : last.body.splice(at);
}

function issueHolders(sections: readonly Section[], text: readonly Line[]): Set<Section> {
  const titled = ({ heading }: Section, words: RegExp): boolean =>
    heading !== undefined && words.test(titleOf(heading));
  const isOther = (section: Section): boolean => [AHEAD, EFFECT, ORGANISING].some((words) => titled(section, words));
  const signs = issueSigns(text);
  const signed = sections.filter((section) => signs(section) > 0);
  const numbered = sections.filter(({ lines }) => lines.some((line) => line.mark && line.mark.level < 4));
  const named = numbered.filter((section) => titled(section, ISSUE_HEADING));
  const best = named.find((section) => !titled(section, ORGANISING)) ?? named[0];
  // an introduction may be numbered too; without a heading of its own a section holds issues `一、`
  const isIntroduction = ({ heading, lines }: Section): boolean => !heading && lines[0]?.mark?.level !== 1;
  const likely = signed.filter((section) => !isOther(section) && !(best && isIntroduction(section)));
  const sure = signsOf(text, true).size > 0 ? likely : [];
  // the surest first
  const choices = [sure.filter((section) => titled(section, ISSUE_HEADING)), sure, best ? [best] : [], likely, signed];
  const some = choices.find((choice) => choice.length > 0);
  return new Set(some ?? (sections.some(({ heading }) => heading) ? [] : numbered));
}

/** A heading's own words, without a text that follows in its paragraph. */
function titleOf(heading: Line): string {
  return restOf(heading).split(/[。：]/)[0] ?? '';
}

function addSection(rows: NarrativeRows, section: Section, part: NarrativePart): void {
  for (const line of linesWithHeading(section)) rows.add(part, line);
}

/** The part a heading's words name; never one printed before the part of the heading above it. */
function partOf(title: string, previous: NarrativePart, afterIssues: boolean): NarrativePart {
  let named: NarrativePart = FIRST_RESPONSIBLE.test(title) ? '第一责任人' : '组织整改';
  if (afterIssues && AHEAD.test(title)) named = '下一步打算';
  else if (afterIssues && EFFECT.test(title)) named = '整改成效';
  const earliest = NARRATIVE_PARTS.indexOf(previous === '整改落实' ? '整改成效' : previous);
  return NARRATIVE_PARTS[Math.max(earliest, NARRATIVE_PARTS.indexOf(named))] ?? named;
}

/** The last plain paragraphs, as long as they read like an ending. */
function closingOf(lines: readonly Line[]): Line[] {
  let from = lines.length;
  while (from > 0) {
    const line = lines[from - 1];
    if (!line || line.mark || !CLOSING.test(line.text)) break;
    from -= 1;
  }
  return lines.slice(from);
}
