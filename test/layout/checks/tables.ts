/** Tables and attachments: label, turned page, header row on every page, each text inside its column (7.3.4, 8). */
import type { Rendered } from '../context';
import { paragraphLines } from '../lines';
import { paint, type Raster } from '../pdf';
import { areaOf, MM, PAPER, PITCH, TOLERANCE } from '../standard';

const RESOLUTION = 100;
const INK = 160;
/** Pages painted at once. */
const BATCH = 20;

export interface TableCounts {
  tables: number;
  tablePages: number;
  attachments: number;
}

export function checkTables({ word, pages, alignment, lines, tally, report }: Rendered): TableCounts {
  const counts: TableCounts = { tables: word.grids.length, tablePages: 0, attachments: 0 };
  word.grids.forEach((_, table) => {
    const on = [...(alignment.tablePages[table] ?? [])];
    counts.tablePages += on.length;
    const own = word.paragraphs.filter(({ cell }) => cell?.table === table);
    const headed = own.some(({ cell }) => cell?.header);
    // a form, whose cells go over several columns, has none
    if (!headed && own.some(({ cell }) => cell !== undefined && cell.to - cell.from > 1)) return;
    for (const page of on) {
      const repeated = alignment.headerPages[table]?.has(page) ?? false;
      tally.check('header row on every page', repeated, () => 'the table goes on without it', { page: page + 1 });
    }
  });
  word.paragraphs.forEach((paragraph, index) => {
    const { cell } = paragraph;
    if (!cell) return;
    const grid = word.grids[cell.table] ?? [];
    for (const line of paragraphLines(paragraph, alignment.marks[index] ?? [], index)) {
      const { left } = areaOf(pages[line.page] ?? PAPER);
      const [from, to] = [left + (grid[cell.from] ?? 0), left + (grid[cell.to] ?? 0)];
      const holds = line.xMin >= from - 1 && line.xMax <= to + 1;
      tally.check(
        'text inside its cell',
        holds,
        () =>
          `“${line.characters.join('')}” reaches from ${line.xMin.toFixed(1)} to ${line.xMax.toFixed(1)} pt in a cell from ${from.toFixed(1)} to ${to.toFixed(1)}`,
        { page: line.page + 1 },
      );
    }
  });
  tally.check('page turned as it says', word.oriented, () => 'w:orient does not fit width and height');
  if (report) tally.check('ledger attached', word.landscape.includes(true), () => 'no page is turned');
  word.landscape.forEach((turned, section) => {
    if (!turned) return;
    counts.attachments += 1;
    const first = word.paragraphs.findIndex((one) => one.section === section);
    const label = lines.find(({ paragraph }) => paragraph === first);
    const page = pages[label?.page ?? -1];
    tally.check(
      'attachment’s label',
      /^附件\d*$/.test(word.paragraphs[first]?.text ?? ''),
      () => `reads “${word.paragraphs[first]?.text}”`,
    );
    if (!label || !page) return;
    const place = { page: label.page + 1, line: label.number };
    tally.check(
      'attachment’s page turned',
      Math.abs(page.width - PAPER.height) < 1 && Math.abs(page.height - PAPER.width) < 1,
      () => `${page.width} × ${page.height}`,
      place,
    );
    const { left, top } = areaOf(page);
    const atTop = label.number === 1 && Math.abs(label.y - PITCH - top) <= TOLERANCE + 1;
    tally.check(
      'attachment’s label top left',
      Math.abs(label.xMin - left) <= TOLERANCE && atTop,
      () => `at ${label.xMin.toFixed(1)}, ${label.y.toFixed(1)} pt`,
      place,
    );
    const face = label.words.every((one) => /FandolHei/.test(one.face));
    tally.check('attachment’s label 黑体', face, () => label.words.map((one) => one.face).join(), place);
  });
  return counts;
}

/** Checks in the picture of every page that no ink but the page number is outside the type area. Gives how many pages. */
export function checkInk({ pages, pdf, tally }: Rendered, progress: (done: number) => void): number {
  for (let from = 1; from <= pages.length; from += BATCH) {
    const to = Math.min(pages.length, from + BATCH - 1);
    paint(pdf, from, to, RESOLUTION).forEach((raster, i) => {
      const number = from + i;
      const page = pages[number - 1];
      if (!page) return;
      const area = areaOf(page);
      const { left, right, top, bottom } = inkOf(raster, area.bottom + 2.5 * MM);
      const place = { page: number };
      tally.check(
        'ink inside the left margin',
        left >= area.left - TOLERANCE,
        () => `ink at ${(left / MM).toFixed(1)} mm`,
        place,
      );
      tally.check(
        'ink inside the right margin',
        right <= area.right + TOLERANCE,
        () => `ink at ${((page.width - right) / MM).toFixed(1)} mm from the right`,
        place,
      );
      tally.check(
        'ink inside the top margin',
        top >= area.top - TOLERANCE,
        () => `ink at ${(top / MM).toFixed(1)} mm`,
        place,
      );
      tally.check(
        'ink inside the bottom margin',
        bottom <= area.bottom + TOLERANCE,
        () => `ink at ${((page.height - bottom) / MM).toFixed(1)} mm from the bottom`,
        place,
      );
    });
    progress(to);
  }
  const sheet = pages.every(
    ({ width, height }) =>
      Math.abs(Math.min(width, height) - PAPER.width) < 1 && Math.abs(Math.max(width, height) - PAPER.height) < 1,
  );
  tally.check('A4', sheet, () => 'a page is of another size');
  return pages.length;
}

/** The box of what is painted above `below`, in points. */
function inkOf(
  { width, height, step, pixels }: Raster,
  below: number,
): { left: number; right: number; top: number; bottom: number } {
  const box = { left: Infinity, right: 0, top: Infinity, bottom: 0 };
  const rows = Math.min(height, Math.floor(below / step));
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((pixels[y * width + x] ?? 255) >= INK) continue;
      box.left = Math.min(box.left, x * step);
      box.right = Math.max(box.right, (x + 1) * step);
      box.top = Math.min(box.top, y * step);
      box.bottom = Math.max(box.bottom, (y + 1) * step);
    }
  }
  return box;
}
