/** The report as a value: what is on the page, before any file format. */

/** One stretch of text. */
export interface Run {
  text: string;
  /** Bold. */
  strong?: boolean;
  /** A heading that runs on into its paragraph (`1.压实责任。……`) is set in its level's typeface. */
  level?: HeadingLevel;
}

/** Heading levels of GB/T 9704-2012, 7.3.3: 1 `一、` 2 `（一）` 3 `1.` 4 `（1）`. */
export type HeadingLevel = 1 | 2 | 3 | 4;

export type Block =
  /** A mark at the head of the first page, flush left (`内部材料`). */
  | { kind: 'mark'; text: string }
  /** The title, broken into balanced lines at sense units. */
  | { kind: 'title'; lines: string[] }
  /** The number is part of the runs' text. */
  | { kind: 'heading'; level: HeadingLevel; runs: Run[] }
  | { kind: 'paragraph'; runs: Run[] }
  /** An empty line. */
  | { kind: 'blank' }
  /** Signature: unit (absent: date alone) and date, placed by GB/T 9704-2012, 7.3.5. */
  | { kind: 'signature'; unit?: string; date: string }
  /** The note `附件：1.…` below the text. */
  | { kind: 'attachments'; names: string[] }
  /** An attachment's own page(s), landscape: `附件` label, title, table with a repeating header row. */
  | { kind: 'attachment'; label: string; title: string; table: Table }
  /** A table in the text, as wide as the type area, with a repeating header row. */
  | { kind: 'table'; table: Table }
  /** A chart as wide as the type area, and below it what it shows in words. */
  | { kind: 'chart'; chart: ChartPicture };

export interface Table {
  /** Column widths as parts of the type area's width. */
  columns: { header: string; share: number; align: 'left' | 'center' }[];
  rows: string[][];
}

/** A chart with the values it shows, for every category one of each series; null where there is none. */
export interface ChartPicture {
  form: 'stackedBar' | 'line' | 'column';
  title: string;
  /** The numbers in words, for whoever can't see it. */
  alt: string;
  categories: string[];
  series: { name: string; values: (number | null)[] }[];
}

export interface ReportDocument {
  /** Title on one line, for file name and document properties; '' when none is printed. */
  title: string;
  /** Who issues it, for document properties. */
  author: string;
  /** Date of the report, `YYYY-MM-DD`: the only date the bytes depend on. */
  date: string;
  blocks: Block[];
}
