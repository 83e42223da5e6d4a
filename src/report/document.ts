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
  /** The number is part of the runs' text; `about`: the 编号 of the issue it belongs to. */
  | { kind: 'heading'; level: HeadingLevel; runs: Run[]; about?: number }
  /** `flush`: without the first line's indent, as whom a report is addressed to (GB/T 9704-2012, 7.3.2). */
  | { kind: 'paragraph'; runs: Run[]; about?: number; flush?: true }
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
  /** A form to be filled in and signed, as wide as the type area. */
  | { kind: 'form'; form: Form }
  /** A chart as wide as the type area, and below it what it shows in words. */
  | { kind: 'chart'; chart: ChartPicture };

export interface Table {
  /** Column widths as parts of the type area's width. */
  columns: { header: string; share: number; align: 'left' | 'center' }[];
  rows: string[][];
}

/** Rows of cells, labels among them; the widths of the columns as parts of the type area's width. */
export interface Form {
  columns: number[];
  rows: FormCell[][];
}

export interface FormCell {
  text: string;
  /** Columns the cell goes over; 1 when absent. The cells of a row go over all of them together. */
  span?: number;
  /** What the form asks for, centred and in the typeface of headings, rather than what was filled in. */
  label?: boolean;
  /** The row is at least so many lines high, for handwriting. */
  lines?: number;
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
