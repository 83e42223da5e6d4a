/**
 * What is read of a document (Docs API v1, documents), as far as it is needed: Apps Script's own types are of an older
 * description, without header rows, sections' pages and footers. The API leaves out what is 0, false or empty.
 */

type Maybe<T> = T | null | undefined;

export interface Dimension {
  magnitude?: Maybe<number>;
}

export interface TextStyle {
  fontSize?: Maybe<Dimension>;
  weightedFontFamily?: Maybe<{ fontFamily?: Maybe<string> }>;
}

export interface ParagraphStyle {
  namedStyleType?: Maybe<string>;
  alignment?: Maybe<string>;
  /** Percent. */
  lineSpacing?: Maybe<number>;
  /** From the margin, in points; `indentStart` is that of the other lines. */
  indentFirstLine?: Maybe<Dimension>;
  indentStart?: Maybe<Dimension>;
}

export interface ParagraphElement {
  startIndex?: Maybe<number>;
  endIndex?: Maybe<number>;
  textRun?: Maybe<{ content?: Maybe<string>; textStyle?: Maybe<TextStyle> }>;
  autoText?: Maybe<{ type?: Maybe<string> }>;
}

export interface Paragraph {
  elements?: Maybe<ParagraphElement[]>;
  paragraphStyle?: Maybe<ParagraphStyle>;
}

export interface TableCell {
  content?: Maybe<Element[]>;
  tableCellStyle?: Maybe<{ columnSpan?: Maybe<number> }>;
}

export interface TableRow {
  tableCells?: Maybe<TableCell[]>;
  tableRowStyle?: Maybe<{ minRowHeight?: Maybe<Dimension>; tableHeader?: Maybe<boolean> }>;
}

/** A structural element; indexes are in UTF-16 code units. */
export interface Element {
  startIndex?: Maybe<number>;
  endIndex?: Maybe<number>;
  paragraph?: Maybe<Paragraph>;
  table?: Maybe<{ columns?: Maybe<number>; tableRows?: Maybe<TableRow[]> }>;
  sectionBreak?: Maybe<{
    sectionStyle?: Maybe<{ contentDirection?: Maybe<string>; flipPageOrientation?: Maybe<boolean> }>;
  }>;
}

export interface Document {
  body?: Maybe<{ content?: Maybe<Element[]> }>;
  documentStyle?: Maybe<{
    defaultFooterId?: Maybe<string>;
    evenPageFooterId?: Maybe<string>;
    useEvenPageHeaderFooter?: Maybe<boolean>;
  }>;
  namedStyles?: Maybe<{
    styles?: Maybe<
      { namedStyleType?: Maybe<string>; paragraphStyle?: Maybe<ParagraphStyle>; textStyle?: Maybe<TextStyle> }[]
    >;
  }>;
  /** By id. */
  footers?: Maybe<object>;
}

/** In UTF-16 code units. */
export interface Range {
  startIndex: number;
  endIndex: number;
}

/** A request of documents.batchUpdate: one of the three. */
export interface DocsRequest {
  pinTableHeaderRows?: { tableStartLocation: { index: number }; pinnedHeaderRowsCount: number };
  updateParagraphStyle?: {
    range: Range;
    paragraphStyle: { lineSpacing?: number; indentFirstLine?: { magnitude: number; unit: 'PT' } };
    fields: string;
  };
  updateTextStyle?: { range: Range; textStyle: { weightedFontFamily: { fontFamily: string } }; fields: string };
}
