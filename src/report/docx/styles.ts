/** Styles and fonts: Normal is the standard's text; Title and Heading 1–4 are the built-in ones importers know. */
import { FIRST_LINE, FONTS, LINE_PITCH, SIZE, SUBSTITUTES, TITLE_PITCH, TRACKING } from './page';
import { DECLARATION, fonts, NAMESPACES, NO_INDENT, pitch, size } from './xml';

const BLACK = '<w:color w:val="000000"/>';
const NOT_BOLD = '<w:b w:val="0"/><w:bCs w:val="0"/>';
const INDENT = `<w:ind w:firstLine="${FIRST_LINE}"/>`;

/** Typeface of each heading level (GB/T 9704-2012, 7.3.3). */
export const HEADING_FONTS = { 1: FONTS.level1, 2: FONTS.level2, 3: FONTS.body, 4: FONTS.body } as const;

/** Style of the attached ledger's cells: 小4号 on 16 pt. */
export const CELL_STYLE = 'LedgerCell';
const CELL_PITCH = 320;
const CELL_TEXT = `<w:spacing w:val="0"/>${size(SIZE.table)}`;

/** word/styles.xml */
export function stylesPart(): string {
  const headings = ([1, 2, 3, 4] as const).map((level) =>
    style(
      `Heading${level}`,
      `heading ${level}`,
      `<w:keepNext/>${pitch(LINE_PITCH)}${INDENT}<w:jc w:val="both"/><w:outlineLvl w:val="${level - 1}"/>`,
      fonts(HEADING_FONTS[level]) + NOT_BOLD + BLACK + size(SIZE.body),
    ),
  );
  return [
    `${DECLARATION}<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>`,
    `${fonts(FONTS.body)}<w:kern w:val="2"/>${size(SIZE.body)}`,
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>',
    style(
      'Normal',
      'Normal',
      // no widow control, no blanks between Chinese and digits: 22 lines of 28 characters. A mark may hang, as Word has it
      // by default: LibreOffice 7.4 takes a 0 the wrong way round, and loses marks that hang at the end of a page
      `<w:widowControl w:val="0"/><w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>${pitch(LINE_PITCH)}${INDENT}<w:jc w:val="both"/>`,
      `${fonts(FONTS.body)}<w:spacing w:val="${TRACKING}"/>${size(SIZE.body)}`,
    ),
    style(
      'Title',
      'Title',
      `<w:keepNext/>${pitch(TITLE_PITCH)}<w:ind ${NO_INDENT}/><w:jc w:val="center"/>`,
      `${fonts(FONTS.title)}${NOT_BOLD}${BLACK}<w:spacing w:val="0"/>${size(SIZE.title)}`,
    ),
    ...headings,
    style(CELL_STYLE, 'Ledger Cell', `${pitch(CELL_PITCH)}<w:ind ${NO_INDENT}/><w:jc w:val="left"/>`, CELL_TEXT),
    '</w:styles>',
  ].join('');
}

/** word/fontTable.xml */
export function fontTablePart(): string {
  const entries = Object.values(FONTS).map((family) => {
    const substitute = SUBSTITUTES[family];
    const alternative = substitute === undefined ? '' : `<w:altName w:val="${substitute}"/>`;
    return `<w:font w:name="${family}">${alternative}<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`;
  });
  return `${DECLARATION}<w:fonts ${NAMESPACES}>${entries.join('')}</w:fonts>`;
}

function style(id: string, name: string, paragraph: string, character: string): string {
  const base = '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>';
  return [
    `<w:style w:type="paragraph" ${id === 'Normal' ? 'w:default="1" ' : ''}w:styleId="${id}"><w:name w:val="${name}"/>`,
    `${id === 'Normal' ? '' : base}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${character}</w:rPr></w:style>`,
  ].join('');
}
