/** The text of a 反馈意见 → aspects, groups and issues; 总体评价, 意见建议 and the like are its frame. */
import { emptyOutline, levelsOf, namesOf, type Outline, outlineOf, placeHeadings } from './issueOutline';
import { readFeedbackIssues } from './issues';
import { type Line, place, restOf } from './lines';
import { checkNumbers, numberingOf } from './numbers';
import type { ProposedIssue } from './proposal';
import { linesWithHeading, type Section, sectionsOf } from './sections';
import { WARNINGS } from './wording';

export interface ReadFeedback {
  issues: ProposedIssue[];
  aspects: string[];
  groups: string[];
  /** Text of the frame, in which facts are told. */
  frame: string;
  warnings: string[];
}

const FRAME_HEADING =
  /评价|基本情况|总体情况|主要成绩|工作成效|肯定|意见(?:和|及|与)?建议|整改(?:意见|建议|要求|工作)|(?:有关|工作|几点|相关|下一步)[^问题]{0,4}(?:要求|建议|意见)|^建议|巡[察视]工作情况/;
const ISSUE_HEADING = /问题|不足|薄弱环节/;
/** A paragraph with which the team turns from findings to demands. */
const TURN =
  /^(?:请|望|希望|建议|针对(?:以上|上述|巡)|对(?:上述|以上)|以上|巡[察视]组(?:建议|要求|还)|[^，。]{0,12}要(?:高度重视|深刻认识|认真)|收到本?反馈)/;

/** Reads the lines between title and signature; says of each line where it went, except of those that found no place. */
export function readFeedback(lines: readonly Line[]): ReadFeedback {
  const sections = sectionsOf(lines);
  const holders = issueHolders(sections);
  const frame: Line[] = [];
  const text: Line[] = [];
  for (const section of sections) {
    if (!holders.includes(section)) {
      frame.push(...linesWithHeading(section));
    } else if (holders.length === 1) {
      // the only such heading says 发现的主要问题; of several, each is an aspect
      if (section.heading) frame.push(section.heading);
      text.push(...section.lines);
    } else {
      text.push(...linesWithHeading(section));
    }
  }
  const levels = levelsOf(text);
  const outline = levels ? outlineOf(text, levels, true) : emptyOutline(text);
  frame.push(...outline.before, ...takeTurn(outline));
  const warnings = placeHeadings(outline);
  for (const line of frame) place(line, 0, 'frame');
  const issues = readFeedbackIssues(outline.issues);
  if (issues.length === 0) warnings.push(WARNINGS.noIssues);
  const { numbering, warnings: twice } = numberingOf(outline);
  return {
    issues,
    ...namesOf(outline),
    frame: frame.map((line) => line.text).join('\n'),
    warnings: [...warnings, ...twice, ...checkNumbers(lines, outline, numbering)],
  };
}

function issueHolders(sections: readonly Section[]): Section[] {
  const headed = sections.filter(({ heading }) => heading);
  if (headed.length === 0) return [...sections];
  const open = headed.filter(({ heading }) => heading && !FRAME_HEADING.test(restOf(heading)));
  const named = open.filter(({ heading }) => heading && ISSUE_HEADING.test(restOf(heading)));
  const flat = sections.filter(({ heading, lines }) => !heading && lines[0]?.mark?.level === 1);
  if (flat.length > 0) return flat;
  return named.length > 0 ? named : open;
}

/** Takes the demands that follow the last finding without a heading of their own. */
function takeTurn({ issues }: Outline): Line[] {
  const last = issues[issues.length - 1];
  const at = last?.body.findIndex((line) => !line.mark && TURN.test(line.text)) ?? -1;
  return last && at >= 0 ? last.body.splice(at) : [];
}
