/** A text cut at its level-one headings, and which of the sections hold the issues. */
import { STATUS_LINE, signsOf } from './issueOutline';
import type { Line } from './lines';

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
  const signs = signsOf(lines);
  const flat = signs.size > 0 && Array.from(signs).every((line) => line.mark?.level === 1);
  let inFlat = false;
  for (const line of lines) {
    if (line.mark?.level !== 1) {
      current.lines.push(line);
      continue;
    }
    const issue = flat && signs.has(line);
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

/** Tells how many signs of issues a section of the text shows: headlines of the 关于…问题 kind and status lines. */
export function issueSigns(text: readonly Line[]): (section: Section) => number {
  const signs = signsOf(text);
  return ({ lines }) => lines.filter((line) => signs.has(line) || STATUS_LINE.test(line.text)).length;
}
