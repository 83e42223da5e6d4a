/** The page of GB/T 9704-2012 as the proof expects it, in points; written down here again, not taken from the writer. */

/** Points in a millimetre. */
export const MM = 72 / 25.4;

/**
 * Half a millimetre: whole twips (0.02 mm), LibreOffice's tenths of a point (0.04 mm, more where it spreads a line) and
 * the raster (0.25 mm) together stay below it.
 */
export const TOLERANCE = 0.5 * MM;

export const PAPER = { width: 210 * MM, height: 297 * MM };
/** The right margin is less than 26 mm by a fifth: 28 characters of 3号 are wider than 156 mm. */
const MARGINS = { top: 37 * MM, left: 28 * MM, bottom: 35 * MM, right: 25.8 * MM };

/** 225 mm / 22 lines. */
export const PITCH = (225 * MM) / 22;
export const LINES = 22;
export const CHARACTERS = 28;

export const SIZES = { title: 22, body: 16, pageNumber: 14, table: 12 } as const;

/** The edges of a type area, from the page's upper left corner. */
export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The type area on a page of this size. */
export function areaOf({ width, height }: { width: number; height: number }): Area {
  if (width < height) {
    const { left, top } = MARGINS;
    return { left, top, right: width - MARGINS.right, bottom: height - MARGINS.bottom };
  }
  // the left margin of the upright page is the top one of the turned page, and so on round
  return {
    left: MARGINS.bottom,
    right: width - MARGINS.top,
    top: MARGINS.left,
    bottom: height - MARGINS.right,
  };
}

/** The typefaces of the standard and the free ones that stand in for them in the proof, by the names in a PDF. */
export const STAND_INS: Readonly<Record<string, { file: string; inPdf: RegExp }>> = {
  方正小标宋简体: { file: 'NotoSerifCJK-Bold.ttc', inPdf: /NotoSerifCJK\w*/ },
  仿宋_GB2312: { file: 'FandolFang-Regular.otf', inPdf: /FandolFang/ },
  黑体: { file: 'FandolHei-Regular.otf', inPdf: /FandolHei/ },
  楷体_GB2312: { file: 'FandolKai-Regular.otf', inPdf: /FandolKai/ },
  宋体: { file: 'FandolSong-Regular.otf', inPdf: /FandolSong/ },
};
