/** The page of GB/T 9704-2012 in WordprocessingML's units: twips (1/20 pt) for lengths, half-points for sizes. */

/** Twips of a length in millimetres. */
const twips = (millimetres: number): number => Math.floor((millimetres / 25.4) * 1440);

/** A4 and the margins around the type area of 156 × 225 mm (5.2.1). */
export const PAGE = {
  width: 11_906,
  height: 16_838,
  top: 2098,
  bottom: 1984,
  left: twips(28),
  /** 25.8 mm instead of 26: room for 28 characters in a line, see CHARACTER. */
  right: twips(25.8),
} as const;

/** Width of the type area, upright and (the page turned, binding edge up) across. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const WIDE_TEXT_WIDTH = PAGE.height - PAGE.top - PAGE.bottom;

/** 225 mm / 22 lines = 28.95 pt (5.2.2), exact. */
export const LINE_PITCH = 579;
/** Pitch of the title's 2号 lines, 32 pt. */
export const TITLE_PITCH = 640;

/** 3号 is 16 pt; 28 of them are wider than the type area, so each is set 0.2 pt closer. */
export const TRACKING = -4;
export const CHARACTER = 320 + TRACKING;
/** Two characters of 3号: a heading's first-line indent, and the signature's distance from the right. */
export const TWO_CHARACTERS = 640;
/**
 * Two characters as they are set: the text's first-line indent. With 640, 26 characters leave a twentieth of a point in
 * the line; LibreOffice then sets 25, and drops a mark that would hang.
 */
export const FIRST_LINE = 2 * CHARACTER;

/** Half-points: 2号, 3号, 4号, 小4号. */
export const SIZE = { title: 44, body: 32, pageNumber: 28, table: 24 } as const;

/** The dashes stand 7 mm below the type area (7.5), in the middle of a 4号 line. */
const PAGE_NUMBER_LINE = 280;
export const footerDistance = (bottom: number): number => bottom - twips(7) - PAGE_NUMBER_LINE / 2;
export { PAGE_NUMBER_LINE };

export const FONTS = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  level1: '黑体',
  level2: '楷体_GB2312',
  pageNumber: '宋体',
} as const;

/** What a machine without these fonts may take instead; fonts are named, never embedded. */
export const SUBSTITUTES: Readonly<Record<string, string>> = {
  方正小标宋简体: '宋体',
  仿宋_GB2312: '仿宋',
  黑体: 'SimHei',
  楷体_GB2312: '楷体',
  宋体: 'SimSun',
};
