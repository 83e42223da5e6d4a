/** A text cut at its level-one headings, and which of the sections hold the issues. */
import { isAbout } from './headlines';
import { STATUS_LINE } from './issueOutline';
import { type Line, restOf } from './lines';

export interface Section {
  /** Absent for what stands before the first heading, and for issues numbered `一、` themselves. */
  heading: Line | undefined;
  lines: Line[];
}

/**
 * The text as sections. Where the issues themselves are numbered `一、`, each run of them is one section without a
 * heading.
 */
export function sectionsOf(lines: readonly Line[]): Section[] {
  const sections: Section[] = [];
  let current: Section = { heading: undefined, lines: [] };
  const flat = issuesAtLevelOne(lines);
  let inFlat = false;
  for (const line of lines) {
    if (line.mark?.level !== 1) {
      current.lines.push(line);
      continue;
    }
    const issue = flat && isAbout(restOf(line));
    if (issue && inFlat) {
      current.lines.push(line);
      continue;
    }
    sections.push(current);
    current = issue ? { heading: undefined, lines: [line] } : { heading: line, lines: [] };
    inFlat = issue;
  }
  sections.push(current);
  return sections.filter(({ heading, lines: own }) => heading !== undefined || own.length > 0);
}

/** The section's lines with its heading. */
export function linesWithHeading({ heading, lines }: Section): Line[] {
  return heading ? [heading, ...lines] : lines;
}

/** How many signs of issues it shows: headlines of the 关于…问题 kind and status lines. */
export function issueSigns({ lines }: Section): number {
  return lines.filter((line) => (line.mark ? isAbout(restOf(line)) : STATUS_LINE.test(line.text))).length;
}

function issuesAtLevelOne(lines: readonly Line[]): boolean {
  const about = lines.filter((line) => line.mark && isAbout(restOf(line)));
  return about.length > 0 && about.every((line) => line.mark?.level === 1);
}
