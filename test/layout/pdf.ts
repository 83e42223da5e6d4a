/** A PDF as poppler reads it: pages of words in the order they were painted, each with its place, typeface and size. */
import { execFileSync } from 'node:child_process';

export interface Word {
  text: string;
  /** Points from the page's upper left corner. */
  xMin: number;
  xMax: number;
  yMin: number;
  yMax: number;
  /** The typeface's name in the PDF, without the prefix of its subset; '' where poppler's two readers disagree. */
  face: string;
  /** In points, to a third of one. */
  size: number;
}

export interface Page {
  width: number;
  height: number;
  words: Word[];
}

const MOST = 1 << 30;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" };
const unescaped = (text: string): string => text.replace(/&(#39|\w+);/g, (whole, name) => ENTITIES[name] ?? whole);
/** pdftohtml goes no finer. */
const ZOOM = 3;

/** Reads the file with pdftotext (places to a millionth of a point) and pdftohtml (typefaces). */
export function readPdf(file: string): Page[] {
  const html = run('pdftotext', ['-raw', '-bbox', file, '-']);
  const fonts = readFonts(run('pdftohtml', ['-xml', '-i', '-hidden', '-zoom', String(ZOOM), '-stdout', file]));
  const pages: Page[] = [];
  const token =
    /<page width="([\d.]+)" height="([\d.]+)">|<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g;
  for (const [, width, height, xMin, yMin, xMax, yMax, text = ''] of html.matchAll(token)) {
    if (width !== undefined) {
      pages.push({ width: Number(width), height: Number(height), words: [] });
      continue;
    }
    const box = { xMin: Number(xMin), yMin: Number(yMin), xMax: Number(xMax), yMax: Number(yMax) };
    const found = fontAt(fonts[pages.length - 1] ?? [], box);
    pages[pages.length - 1]?.words.push({ text: unescaped(text), ...box, ...found });
  }
  return pages;
}

interface Stretch {
  left: number;
  right: number;
  top: number;
  bottom: number;
  face: string;
  size: number;
}

function readFonts(xml: string): Stretch[][] {
  const specs = new Map<string, { face: string; size: number }>();
  const pages: Stretch[][] = [];
  const token =
    /<(page) |<fontspec id="(\d+)" size="(\d+)" family="([^"]*)"|<text top="(-?\d+)" left="(-?\d+)" width="(\d+)" height="(\d+)" font="(\d+)">/g;
  for (const [, page, id, size, family = '', top, left, width, height, font = ''] of xml.matchAll(token)) {
    if (page !== undefined) pages.push([]);
    else if (id !== undefined) specs.set(id, { face: family.replace(/^[A-Z]{6}\+/, ''), size: Number(size) / ZOOM });
    else {
      const spec = specs.get(font) ?? { face: '', size: 0 };
      const [x = 0, y = 0, w = 0, h = 0] = [left, top, width, height].map((value) => Number(value) / ZOOM);
      pages[pages.length - 1]?.push({ left: x, right: x + w, top: y, bottom: y + h, ...spec });
    }
  }
  return pages;
}

/** The stretch the word's middle stands in. */
function fontAt(
  stretches: readonly Stretch[],
  box: Omit<Word, 'text' | 'face' | 'size'>,
): { face: string; size: number } {
  const x = (box.xMin + box.xMax) / 2;
  const y = (box.yMin + box.yMax) / 2;
  const near = stretches.filter(
    ({ left, right, top, bottom }) => x > left - 1 && x < right + 1 && y > top && y < bottom,
  );
  // lines of a pitch narrower than their letters overlap: the one whose middle is nearest
  const away = ({ top, bottom }: Stretch): number => Math.abs((top + bottom) / 2 - y);
  const best = near.reduce<Stretch | undefined>((a, b) => (a && away(a) <= away(b) ? a : b), undefined);
  return best ? { face: best.face, size: best.size } : { face: '', size: 0 };
}

/** What a program writes to its standard output; throws with its complaint when it fails. */
export function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: MOST, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A page's pixels as greys, row after row. */
export interface Raster {
  width: number;
  height: number;
  /** Points in a pixel. */
  step: number;
  pixels: Uint8Array;
}

/** Pages `from` to `to` (from 1) painted by pdftoppm. */
export function paint(file: string, from: number, to: number, resolution: number): Raster[] {
  const args = ['-gray', '-r', String(resolution), '-f', String(from), '-l', String(to), file];
  const bytes = execFileSync('pdftoppm', args, { maxBuffer: MOST, stdio: ['ignore', 'pipe', 'pipe'] });
  const rasters: Raster[] = [];
  for (let at = 0; at < bytes.length; ) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(bytes.subarray(at, at + 40).toString('latin1'));
    if (!head) throw new Error(`pdftoppm gave no picture of ${file}`);
    const [width, height] = [Number(head[1]), Number(head[2])];
    const start = at + head[0].length;
    rasters.push({ width, height, step: 72 / resolution, pixels: bytes.subarray(start, start + width * height) });
    at = start + width * height;
  }
  return rasters;
}
