/** A picture as a tree of SVG elements: values, so that what draws a chart needs no document. */

export interface Shape {
  name: string;
  attributes: Record<string, string | number>;
  children: (Shape | string)[];
}

export function shape(
  name: string,
  attributes: Shape['attributes'],
  ...children: (Shape | string | readonly Shape[])[]
): Shape {
  return {
    name,
    attributes,
    children: children.flatMap((one): (Shape | string)[] => (isList(one) ? [...one] : [one])),
  };
}

const isList = (value: Shape | string | readonly Shape[]): value is readonly Shape[] => Array.isArray(value);

export const SMALL = 11;
const INK = '#1f2933';

export function label(text: string, x: number, y: number, more: Shape['attributes'] = {}): Shape {
  return shape('text', { x: round(x), y: round(y), 'font-size': SMALL, fill: INK, ...more }, text);
}

/** Pixels a text takes, about: Chinese characters are as wide as the font is high. */
export function widthOf(text: string, size = SMALL): number {
  return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2e80 ? 0.6 : 1) * size, 0);
}

/** A text cut so that it fits. */
export function fitted(text: string, room: number, size = SMALL): string {
  if (widthOf(text, size) <= room) return text;
  const signs = [...text];
  while (signs.length > 1 && widthOf(`${signs.join('')}…`, size) > room) signs.pop();
  return `${signs.join('')}…`;
}

export const round = (value: number): number => Math.round(value * 10) / 10;
