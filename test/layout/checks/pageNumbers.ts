/** Page numbers: `— 1 —` in 4号 宋体, 7 mm below the type area, odd right and even left, one character in (7.5). */
import type { Rendered } from '../context';
import { type Page, paint, type Raster, type Word } from '../pdf';
import { areaOf, MM, SIZES, STAND_INS, TOLERANCE } from '../standard';

const RESOLUTION = 300;
/** 一字线上距版心下边缘 7 mm. */
const BELOW = 7 * MM;
/** A pixel counts as ink from here on. */
const INK = 128;

/** Checks the number of every page; the dash's distance is measured in the picture of some, and compared on all. */
export function checkPageNumbers({ pages, pdf, tally }: Rendered): void {
  const heights = new Map<boolean, number>();
  pages.forEach((page, index) => {
    const place = { page: index + 1 };
    const area = areaOf(page);
    const words = footOf(page);
    const text = words.map((word) => word.text).join(' ');
    const number = index + 1;
    tally.check('page number', text === `— ${number} —`, () => `reads “${text}”`, place);
    const [first] = words;
    const last = words[words.length - 1];
    if (!first || !last) return;
    const faces = words.every(
      ({ face, size }) => STAND_INS.宋体?.inPdf.test(face) && Math.abs(size - SIZES.pageNumber) < 0.4,
    );
    tally.check(
      'page number’s typeface',
      faces,
      () => words.map(({ face, size }) => `${face} ${size.toFixed(1)}`).join(', '),
      place,
    );
    const [edge, holds] = number % 2 === 1 ? [area.right - last.xMax, 'right'] : [first.xMin - area.left, 'left'];
    tally.check(
      'page number’s side',
      Math.abs(edge - SIZES.pageNumber) <= TOLERANCE,
      () => `${edge.toFixed(1)} pt from the ${holds} edge instead of ${SIZES.pageNumber}`,
      place,
    );
    const turned = page.width > page.height;
    const top = first.yMin - area.bottom;
    if (!heights.has(turned)) {
      heights.set(turned, top);
      const dash = dashOf(paint(pdf, number, number, RESOLUTION)[0], first);
      const below = dash === undefined ? undefined : dash - area.bottom;
      tally.check(
        'page number’s distance',
        below !== undefined && Math.abs(below - BELOW) <= TOLERANCE,
        () =>
          below === undefined ? 'no dash is seen' : `the dash stands ${(below / MM).toFixed(2)} mm below the type area`,
        place,
      );
    }
    const same = Math.abs(top - (heights.get(turned) ?? top)) < 0.2;
    tally.check(
      'page number’s height',
      same,
      () => `${top.toFixed(1)} pt below the type area, elsewhere ${heights.get(turned)?.toFixed(1)}`,
      place,
    );
  });
}

/** The words below the type area. */
export function footOf(page: Page): Word[] {
  const { bottom } = areaOf(page);
  return page.words.filter(({ yMin, yMax }) => (yMin + yMax) / 2 >= bottom);
}

/** The height of the dash's stroke, in points: the row with most ink in the dash's box. */
function dashOf(raster: Raster | undefined, { xMin, xMax, yMin, yMax }: Word): number | undefined {
  if (!raster) return undefined;
  const { width, step, pixels } = raster;
  let most = 0;
  let at: number | undefined;
  for (let y = Math.floor(yMin / step); y < yMax / step; y += 1) {
    let ink = 0;
    for (let x = Math.floor(xMin / step); x < xMax / step; x += 1) if ((pixels[y * width + x] ?? 255) < INK) ink += 1;
    if (ink > most) [most, at] = [ink, (y + 0.5) * step];
  }
  return at;
}
