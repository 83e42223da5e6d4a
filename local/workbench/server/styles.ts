/** Cell formats of the Sheets API as the page's styles, each kept once. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { StyleView } from '../protocol';

export type Format = sheets_v4.Schema$CellFormat;

const ALIGN: Readonly<Record<string, StyleView['align']>> = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' };
const VERTICAL: Readonly<Record<string, StyleView['vertical']>> = { TOP: 'top', MIDDLE: 'middle', BOTTOM: 'bottom' };

/** `#rrggbb`; an absent part of a colour is 0, as in the API. */
function hex({ red, green, blue }: sheets_v4.Schema$Color): string {
  const part = (share: number | null | undefined): string =>
    Math.round(Math.min(1, Math.max(0, share ?? 0)) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(red)}${part(green)}${part(blue)}`;
}

function colour(
  style: sheets_v4.Schema$ColorStyle | undefined,
  plain: sheets_v4.Schema$Color | undefined,
): string | undefined {
  const given = style?.rgbColor ?? plain;
  return given ? hex(given) : undefined;
}

function styleOf(format: Format): StyleView {
  const style: StyleView = {};
  const background = colour(format.backgroundColorStyle, format.backgroundColor);
  if (background !== undefined && background !== '#ffffff') style.background = background;
  const text = format.textFormat ?? {};
  const color = colour(text.foregroundColorStyle, text.foregroundColor);
  if (color !== undefined && color !== '#000000') style.color = color;
  if (text.bold) style.bold = true;
  if (text.italic) style.italic = true;
  if (text.underline) style.underline = true;
  if (typeof text.fontSize === 'number') style.size = text.fontSize;
  if (format.wrapStrategy === 'WRAP') style.wrap = true;
  const align = ALIGN[format.horizontalAlignment ?? ''];
  if (align) style.align = align;
  const vertical = VERTICAL[format.verticalAlignment ?? ''];
  if (vertical) style.vertical = vertical;
  if (format.numberFormat?.pattern) style.format = format.numberFormat.pattern;
  return style;
}

/** The book's styles; an index once given stays, so that a page may keep what it has. */
export class StyleTable {
  readonly list: StyleView[] = [];
  readonly #indices = new Map<string, number>();
  readonly #known = new WeakMap<Format, StyleView>();
  /** What was found for a format and the conditional one over it: cells share their format objects. */
  readonly #found = new WeakMap<Format, Map<Format | undefined, number | undefined>>();

  /** Index of the cell's own format with `over`, a conditional one, laid on it; undefined for a plain cell. */
  indexOf(format: Format | undefined, over: Format | undefined): number | undefined {
    if (!format) return over && this.#indexOf(undefined, over);
    const found = this.#found.get(format) ?? new Map<Format | undefined, number | undefined>();
    if (found.has(over)) return found.get(over);
    const index = this.#indexOf(format, over);
    this.#found.set(format, found.set(over, index));
    return index;
  }

  #indexOf(format: Format | undefined, over: Format | undefined): number | undefined {
    const own = format ? this.#styleOf(format) : {};
    const style = over ? { ...own, ...this.#styleOf(over) } : own;
    const key = JSON.stringify(style);
    if (key === '{}') return undefined;
    let index = this.#indices.get(key);
    if (index === undefined) {
      index = this.list.length;
      this.list.push(style);
      this.#indices.set(key, index);
    }
    return index;
  }

  #styleOf(format: Format): StyleView {
    let style = this.#known.get(format);
    if (!style) {
      style = styleOf(format);
      this.#known.set(format, style);
    }
    return style;
  }
}
