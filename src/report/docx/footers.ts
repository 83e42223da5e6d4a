/** Page numbers `— 1 —`: 4号 宋体, odd pages right, even pages left, one character in (GB/T 9704-2012, 7.5). */
import { FONTS, PAGE_NUMBER_LINE, SIZE } from './page';
import { DECLARATION, fonts, NAMESPACES, NO_INDENT, pitch, run, size } from './xml';

const PROPERTIES = `${fonts(FONTS.pageNumber)}<w:spacing w:val="0"/>${size(SIZE.pageNumber)}`;
/** One character of 4号. */
const ONE_CHARACTER = SIZE.pageNumber * 10;

/** word/footer1.xml (odd) and word/footer2.xml (even). */
export function footerPart(pages: 'odd' | 'even'): string {
  const indent = pages === 'odd' ? `w:left="0" w:right="${ONE_CHARACTER}"` : `w:left="${ONE_CHARACTER}" w:right="0"`;
  const side = pages === 'odd' ? 'right' : 'left';
  const part = (content: string): string => `<w:r><w:rPr>${PROPERTIES}</w:rPr>${content}</w:r>`;
  return [
    `${DECLARATION}<w:ftr ${NAMESPACES}><w:p><w:pPr>${pitch(PAGE_NUMBER_LINE)}`,
    `<w:ind ${indent} ${NO_INDENT}/><w:jc w:val="${side}"/></w:pPr>`,
    run('— ', PROPERTIES),
    part('<w:fldChar w:fldCharType="begin"/>'),
    part('<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
    part('<w:fldChar w:fldCharType="separate"/>'),
    part('<w:t>1</w:t>'),
    part('<w:fldChar w:fldCharType="end"/>'),
    run(' —', PROPERTIES),
    '</w:p></w:ftr>',
  ].join('');
}
