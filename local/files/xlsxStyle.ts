/** Cell formats of the Sheets API as Excel styles. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { BorderStyle, Borders, Font, Style } from 'exceljs';

type Format = sheets_v4.Schema$CellFormat;

/** On every office machine in China, in WPS and in Excel alike. */
const FONT = '宋体';
const FONT_SIZE = 11;

const PATTERNS: Readonly<Record<string, string>> = {
  TEXT: '@',
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '"¥"#,##0.00',
  DATE: 'yyyy-mm-dd',
  TIME: 'hh:mm:ss',
  DATE_TIME: 'yyyy-mm-dd hh:mm:ss',
  SCIENTIFIC: '0.00E+00',
};
const BORDER_STYLES: Readonly<Record<string, BorderStyle>> = {
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOTTED: 'dotted',
  DASHED: 'dashed',
  DOUBLE: 'double',
};

/** `FFRRGGBB` of a colour of the API, whose missing parts are 0; undefined for a theme colour or none. */
export function argb(
  style: sheets_v4.Schema$ColorStyle | undefined,
  plain: sheets_v4.Schema$Color | undefined,
): string | undefined {
  const color = style?.rgbColor ?? plain;
  if (!color) return undefined;
  const hex = (part: number | null | undefined): string =>
    Math.round(Math.min(1, Math.max(0, part ?? 0)) * 255)
      .toString(16)
      .padStart(2, '0')
      .toUpperCase();
  return `FF${hex(color.red)}${hex(color.green)}${hex(color.blue)}`;
}

/** The font of a text format; `complete` names family and size too, which a conditional format must not. */
export function fontOf(text: sheets_v4.Schema$TextFormat | undefined, complete: boolean): Partial<Font> {
  const color = argb(text?.foregroundColorStyle, text?.foregroundColor);
  return {
    ...(complete ? { name: text?.fontFamily ?? FONT, size: text?.fontSize ?? FONT_SIZE, family: 2 } : {}),
    ...(text?.bold ? { bold: true } : {}),
    ...(text?.italic ? { italic: true } : {}),
    ...(text?.strikethrough ? { strike: true } : {}),
    ...(text?.underline ? { underline: true } : {}),
    ...(color ? { color: { argb: color } } : {}),
  };
}

function bordersOf(borders: sheets_v4.Schema$Borders | undefined): Partial<Borders> {
  const side = (name: 'top' | 'left' | 'bottom' | 'right'): Partial<Borders> => {
    const border = borders?.[name];
    const style = BORDER_STYLES[border?.style ?? ''];
    const color = argb(border?.colorStyle, border?.color);
    return style ? { [name]: { style, ...(color ? { color: { argb: color } } : {}) } } : {};
  };
  return { ...side('top'), ...side('left'), ...side('bottom'), ...side('right') };
}

const HORIZONTAL = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;
const VERTICAL = { TOP: 'top', MIDDLE: 'middle', BOTTOM: 'bottom' } as const;

function picked<V>(table: Readonly<Record<string, V>>, name: string | null | undefined): V | undefined {
  return name && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The Excel number format of a cell format; undefined where Excel's General serves. */
export function numberFormatOf(format: Format | undefined): string | undefined {
  const number = format?.numberFormat;
  if (!number) return undefined;
  return number.type === 'TEXT' ? '@' : number.pattern || PATTERNS[number.type ?? ''];
}

/** The whole style of a cell. Text cells stay text when somebody edits them, also when they begin with = + - @. */
export function styleOf(format: Format | undefined): Partial<Style> {
  const numFmt = numberFormatOf(format);
  const fill = argb(format?.backgroundColorStyle, format?.backgroundColor);
  const border = bordersOf(format?.borders);
  const horizontal = picked(HORIZONTAL, format?.horizontalAlignment);
  const vertical = picked(VERTICAL, format?.verticalAlignment);
  return {
    font: fontOf(format?.textFormat, true),
    alignment: {
      ...(horizontal ? { horizontal } : {}),
      vertical: vertical ?? 'top',
      ...(format?.wrapStrategy === 'WRAP' ? { wrapText: true } : {}),
    },
    ...(numFmt ? { numFmt } : {}),
    ...(fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } } } : {}),
    ...(Object.keys(border).length > 0 ? { border } : {}),
  };
}

/** Width in Excel's character units of a width in pixels (7 pixels a digit, 5 of padding). */
export function excelWidth(pixels: number): number {
  return Math.max(1, Math.round(((pixels - 5) / 7) * 100) / 100);
}
