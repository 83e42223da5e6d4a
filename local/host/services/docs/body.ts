/** Paragraphs, tables and sections of word/document.xml as structural elements, without their indexes. */
import type { docs_v1 } from '@googleapis/docs';
import { paragraphLook, points, type Styles, textLook } from './styles';
import { child, numberOf, switched, val, type XmlElement } from './xml';

type Element = docs_v1.Schema$StructuralElement;
type ParagraphElement = docs_v1.Schema$ParagraphElement;
type TextStyle = docs_v1.Schema$TextStyle;

export interface Section {
  page: docs_v1.Schema$DocumentStyle;
  style: docs_v1.Schema$SectionStyle;
  /** relationship ids by `default`, `even`, `first` */
  footers: ReadonlyMap<string, string>;
}

/** A paragraph of one run in a named style. */
export function paragraphOf(type: string, text: string, style: TextStyle = {}): Element {
  return {
    paragraph: {
      elements: [{ textRun: { content: `${text}\n`, textStyle: style } }],
      paragraphStyle: { namedStyleType: type },
    },
  };
}

export class Importer {
  /** In order; the last one is the body's own. */
  readonly sections: Section[] = [];
  /** Ids of the inline objects. */
  readonly pictures: string[] = [];
  readonly #styles: Styles;
  #headings = 0;
  constructor(styles: Styles) {
    this.#styles = styles;
  }

  /** w:body: a section break at the head of each section, with that section's style. */
  body(body: XmlElement): Element[] {
    const parts: Element[][] = [[]];
    for (const element of body.children) {
      if (element.name === 'w:sectPr') this.sections.push(sectionOf(element));
      else parts[parts.length - 1]?.push(...this.#element(element));
      const ending = child(child(element, 'w:pPr'), 'w:sectPr');
      if (ending) {
        this.sections.push(sectionOf(ending));
        parts.push([]);
      }
    }
    const upright = this.sections[0]?.page.pageSize;
    return parts.flatMap((content, i) => {
      const section = this.sections[i];
      const turned = section?.page.pageSize?.width?.magnitude !== upright?.width?.magnitude;
      const sectionStyle = { ...section?.style, ...(turned ? { flipPageOrientation: true } : {}) };
      // the API has a paragraph at the end of every section
      const whole = content[content.length - 1]?.paragraph ? content : [...content, paragraphOf('NORMAL_TEXT', '')];
      return [{ sectionBreak: { sectionStyle } }, ...whole];
    });
  }

  /** Paragraphs and tables of a footer or a cell; never empty. */
  content(parent: XmlElement): Element[] {
    const content = parent.children.flatMap((element) => this.#element(element));
    return content[content.length - 1]?.paragraph ? content : [...content, paragraphOf('NORMAL_TEXT', '')];
  }

  #element(element: XmlElement): Element[] {
    if (element.name === 'w:p') return [{ paragraph: this.#paragraph(element) }];
    if (element.name === 'w:tbl') return [{ table: this.#table(element) }];
    if (element.name === 'w:sdt')
      return child(element, 'w:sdtContent')?.children.flatMap((one) => this.#element(one)) ?? [];
    return [];
  }

  #paragraph(element: XmlElement): docs_v1.Schema$Paragraph {
    const properties = child(element, 'w:pPr');
    const { type, beyond } = this.#styles.of(val(properties, 'w:pStyle'));
    const runs = new Runs(beyond.text, this.pictures);
    for (const one of element.children) runs.read(one);
    const paragraphStyle: docs_v1.Schema$ParagraphStyle = {
      namedStyleType: type,
      ...beyond.paragraph,
      ...paragraphLook(properties),
      direction: 'LEFT_TO_RIGHT',
    };
    if (type.startsWith('HEADING')) {
      this.#headings += 1;
      paragraphStyle.headingId = `h.${this.#headings}`;
    }
    return { elements: runs.end(textLook(child(properties, 'w:rPr'))), paragraphStyle };
  }

  /** That a row is a header is taken to be lost. */
  #table(element: XmlElement): docs_v1.Schema$Table {
    const widths = (child(element, 'w:tblGrid')?.children ?? []).map((column) => numberOf(column, 'w:w') ?? 0);
    const rows = element.children.filter(({ name }) => name === 'w:tr');
    return {
      rows: rows.length,
      columns: widths.length,
      tableRows: rows.map((row) => {
        const height = numberOf(child(child(row, 'w:trPr'), 'w:trHeight'), 'w:val') ?? 0;
        return {
          tableCells: row.children.filter(({ name }) => name === 'w:tc').map((cell) => this.#cell(cell)),
          tableRowStyle: {
            minRowHeight: points(height),
            tableHeader: false,
            preventOverflow: switched(child(row, 'w:trPr'), 'w:cantSplit') ?? false,
          },
        };
      }),
      tableStyle: {
        tableColumnProperties: widths.map((width) => ({ widthType: 'FIXED_WIDTH', width: points(width) })),
      },
    };
  }

  #cell(cell: XmlElement): docs_v1.Schema$TableCell {
    const properties = child(cell, 'w:tcPr');
    const contentAlignment = { center: 'MIDDLE', bottom: 'BOTTOM' }[val(properties, 'w:vAlign') ?? ''] ?? 'TOP';
    return {
      content: this.content(cell),
      tableCellStyle: {
        rowSpan: 1,
        columnSpan: Number(val(properties, 'w:gridSpan') ?? 1),
        contentAlignment,
      },
    };
  }
}

/** The runs of a paragraph: neighbours of one style are one. */
class Runs {
  readonly #elements: ParagraphElement[] = [];
  readonly #beyond: TextStyle;
  readonly #pictures: string[];
  /** Instruction of the field being read; undefined outside of fields. */
  #field: string | undefined;
  /** Within a field's result. */
  #result = false;
  constructor(beyond: TextStyle, pictures: string[]) {
    this.#beyond = beyond;
    this.#pictures = pictures;
  }

  read(element: XmlElement): void {
    if (element.name === 'w:r') {
      const style = { ...this.#beyond, ...textLook(child(element, 'w:rPr')) };
      for (const one of element.children) this.#piece(one, style);
    } else if (['w:hyperlink', 'w:ins', 'w:smartTag', 'w:fldSimple', 'w:sdt', 'w:sdtContent'].includes(element.name))
      for (const one of element.children) this.read(one);
  }

  end(style: TextStyle): ParagraphElement[] {
    const last = this.#elements[this.#elements.length - 1]?.textRun;
    if (last) last.content = `${last.content ?? ''}\n`;
    else this.#text('\n', { ...this.#beyond, ...style });
    return this.#elements;
  }

  #piece(piece: XmlElement, style: TextStyle): void {
    if (piece.name === 'w:fldChar') this.#fieldMark(piece.attributes['w:fldCharType'] ?? '', style);
    else if (piece.name === 'w:instrText') this.#field = (this.#field ?? '') + piece.text;
    else if (this.#result && autoText(this.#field)) return;
    // a line end in the text is a blank (XML 1.0, 2.11; Word shows one)
    else if (piece.name === 'w:t') this.#text(piece.text.replace(/\r?\n|\r/g, ' '), style);
    else if (piece.name === 'w:tab') this.#text('\t', style);
    else if (piece.name === 'w:cr') this.#text('\u000b', style);
    else if (piece.name === 'w:noBreakHyphen') this.#text('-', style);
    else if (piece.name === 'w:br') {
      if (piece.attributes['w:type'] === 'page') this.#elements.push({ pageBreak: { textStyle: style } });
      else if (piece.attributes['w:type'] === 'column') this.#elements.push({ columnBreak: { textStyle: style } });
      else this.#text('\u000b', style);
    } else if (piece.name === 'w:drawing') {
      const inlineObjectId = `kix.object${this.#pictures.length + 1}`;
      this.#pictures.push(inlineObjectId);
      this.#elements.push({ inlineObjectElement: { inlineObjectId, textStyle: style } });
    }
  }

  #fieldMark(kind: string, style: TextStyle): void {
    if (kind === 'begin') this.#field = '';
    else if (kind === 'separate') this.#result = true;
    else if (kind === 'end') {
      const type = autoText(this.#field);
      if (type) this.#elements.push({ autoText: { type, textStyle: style } });
      this.#field = undefined;
      this.#result = false;
    }
  }

  #text(content: string, textStyle: TextStyle): void {
    if (content === '') return;
    const last = this.#elements[this.#elements.length - 1]?.textRun;
    if (last && JSON.stringify(last.textStyle) === JSON.stringify(textStyle))
      last.content = `${last.content ?? ''}${content}`;
    else this.#elements.push({ textRun: { content, textStyle } });
  }
}

function autoText(field: string | undefined): string | undefined {
  const [name = ''] = (field ?? '').trim().split(/\s+/);
  return { PAGE: 'PAGE_NUMBER', NUMPAGES: 'PAGE_COUNT' }[name];
}

function sectionOf(properties: XmlElement): Section {
  const size = child(properties, 'w:pgSz');
  const margins = child(properties, 'w:pgMar');
  const length = (element: XmlElement | undefined, name: string) => points(numberOf(element, name) ?? 0);
  const around = {
    marginTop: length(margins, 'w:top'),
    marginBottom: length(margins, 'w:bottom'),
    marginLeft: length(margins, 'w:left'),
    marginRight: length(margins, 'w:right'),
    marginFooter: length(margins, 'w:footer'),
    marginHeader: length(margins, 'w:header'),
  };
  const footers = properties.children.filter(({ name }) => name === 'w:footerReference');
  return {
    page: { pageSize: { width: length(size, 'w:w'), height: length(size, 'w:h') }, ...around },
    style: {
      ...around,
      sectionType: val(properties, 'w:type') === 'continuous' ? 'CONTINUOUS' : 'NEXT_PAGE',
      columnSeparatorStyle: 'NONE',
      contentDirection: 'LEFT_TO_RIGHT',
    },
    footers: new Map(footers.map(({ attributes }) => [attributes['w:type'] ?? 'default', attributes['r:id'] ?? ''])),
  };
}
