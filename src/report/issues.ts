/** The part of the report that goes through the issues: aspects, groups, headlines, status lines and measures. */

import { printHeadline } from '../intake/headlines';
import { PUBLIC_STATUS } from '../intake/status';
import type { Fault } from '../ledger/fault';
import type { Ledger } from '../ledger/ledger';
import type { Issue, Measure } from '../ledger/schema';
import type { Settings } from '../ledger/settings';
import { grouped } from '../progress/grouping';
import type { AspectSection } from './arrange';
import type { Block, HeadingLevel } from './document';
import { faultAt } from './fault';
import { measuresText, printedTexts } from './measures';
import type { Numbering } from './numbering';
import { closeSentence, heading, linesOf, paragraphs } from './paragraphs';
import { CONTENT_LABEL, FAULTS, STATUS_LABEL } from './wording';

/** An issue as the public may read it. */
export interface PublicIssue {
  /** What stands after the number; a statement of its own when there is no text. */
  headline: string;
  /** What was done; line ends separate paragraphs. */
  text: string;
}

/** What the report prints of each issue's measures (`printedTexts`), by its 编号. */
export type PrintedMeasures = ReadonlyMap<number | null, readonly string[]>;

/** All issues of the sections as blocks, numbered as 设置 says, each followed by its note. */
export function issueBlocks(
  { settings }: Pick<Ledger, 'settings'>,
  printedOf: PrintedMeasures,
  sections: readonly AspectSection[],
  variant: Settings['variant'],
  numbering: Numbering,
  note: (issue: Issue) => string = () => '',
): Block[] {
  const blocks: Block[] = [];
  let printed = 0;
  const print = (issue: Issue, level: 3 | 4, runsOn: boolean): void => {
    if (runsOn) numbering.goOn(level, printed);
    printed += 1;
    const number = numbering.next(level);
    const shown = level === 4 ? underGroup(issue, settings) : issue;
    const own = blocksOf(publicIssue(shown, new Map(), settings, printedOf), issue, number, level, settings, variant);
    const noted = note(issue);
    if (noted !== '') own.push(...paragraphs([{ text: noted }]));
    for (const block of own) {
      if (issue.number !== null && 'runs' in block) block.about = issue.number;
      blocks.push(block);
    }
  };
  const runsOn = settings.numbering === '连续编号';
  for (const { aspect, grouped, items } of sections) {
    if (aspect !== '') blocks.push(...heading(2, numbering.next(2) + aspect));
    for (const item of items) {
      // among groups an issue without one is numbered with them
      if ('issue' in item) print(item.issue, 3, runsOn && !grouped);
      else {
        blocks.push(...heading(3, numbering.next(3) + item.group));
        for (const issue of item.issues) print(issue, 4, runsOn);
      }
    }
  }
  return blocks;
}

/** Under a group the issues themselves are numbered `（1）`, so their measures are not, unless somebody wanted it so. */
function underGroup(issue: Issue, { measureForm }: Pick<Settings, 'measureForm'>): Issue {
  return issue.measureForm === '' && measureForm === '（1）' ? { ...issue, measureForm: '①' } : issue;
}

/** The measures of each issue by its 编号. */
export function measuresByIssue(measures: readonly Measure[]): Map<number | null, Measure[]> {
  return grouped(measures, ({ issue }) => (issue === null ? [] : [issue]));
}

/** The printed measures of all issues: reckoned once, for the text and the attached ledger. */
export function printedByIssue(measures: readonly Measure[]): PrintedMeasures {
  const printed = new Map<number | null, string[]>();
  for (const [issue, own] of measuresByIssue(measures)) printed.set(issue, printedTexts(own));
  return printed;
}

/**
 * What the report says of an issue. 概括公开 prints 公开表述 and nothing else of the issue: of several lines the first
 * is its 问题, the rest what was done; a single line stands by itself.
 * @param printed  the measures as the report prints them, when the caller has them already
 */
export function publicIssue(
  issue: Issue,
  measures: ReadonlyMap<number | null, readonly Measure[]>,
  settings: Pick<Settings, 'headline' | 'measureForm'>,
  printed: PrintedMeasures = printedByIssue(measures.get(issue.number) ?? []),
): PublicIssue {
  if (issue.publicity === '概括公开') {
    const [first = '', ...rest] = linesOf(issue.publicText);
    if (rest.length === 0) return { headline: closeSentence(first), text: '' };
    return { headline: printHeadline(first, settings.headline), text: rest.join('\n') };
  }
  return {
    headline: printHeadline(issue.title.trim(), settings.headline),
    text: measuresText(issue, [], settings.measureForm, printed.get(issue.number) ?? []),
  };
}

/** Faults that keep the report from being made: 概括公开 without 公开表述. */
export function publicityFaults({ issues }: Ledger): Fault[] {
  return issues.records.flatMap((issue, at) => {
    if (issue.publicity !== '概括公开' || linesOf(issue.publicText).length > 0) return [];
    const key = String(issue.number ?? '');
    const message = (place: string): string => FAULTS.publicTextMissing(place, key || '未填');
    return faultAt(issues, at, 'publicText', { code: 'public-text-missing', key, message });
  });
}

function blocksOf(
  { headline, text }: PublicIssue,
  issue: Issue,
  number: string,
  level: HeadingLevel,
  settings: Settings,
  variant: Settings['variant'],
): Block[] {
  const named = number + headline;
  const statement = issue.publicity === '概括公开' && text === '';
  const opening = statement ? paragraphs([{ text: named }]) : heading(level, named);
  if (variant === '两部分') {
    const status = STATUS_LABEL + PUBLIC_STATUS[issue.state || '未启动'];
    return [...opening, ...paragraphs([{ text: status }]), ...paragraphs([{ text: text && CONTENT_LABEL + text }])];
  }
  if (settings.headlinePlace === '接排' && text !== '') {
    return paragraphs([{ text: number + closeSentence(headline), level }, { text }]);
  }
  return [...opening, ...paragraphs([{ text }])];
}
