/** Where something that lies over the grid is to stand, and when it must be placed anew. */
import type { FUniver } from '@univerjs/core/lib/facade';
import { distanceOf } from './sight';

/** The part of the grid that shows it, in pixels of the grid's container, and where it stands in that part. */
export interface Place {
  window: { left: string; top: string; width: string; height: string };
  left: number;
  top: number;
  zoom: number;
}

export interface Anchor {
  row: number;
  column: number;
  x: number;
  y: number;
}

/** Undefined while nothing is laid out. It scrolls with its cell: one in a frozen row or column stands still. */
export function placeOver(api: FUniver, container: HTMLElement, { row, column, x, y }: Anchor): Place | undefined {
  const sheet = api.getActiveWorkbook()?.getActiveSheet();
  const skeleton = sheet?.getSkeleton();
  const canvas = largestCanvas(container);
  if (!sheet || !skeleton || !canvas) return undefined;
  const outer = container.getBoundingClientRect();
  const inner = canvas.getBoundingClientRect();
  const zoom = sheet.getZoom();
  const at = sheet.getScrollState();
  const side = (ends: readonly number[], head: number, line: number, frozen: number, begin: number, offset: number) => {
    const still = line < frozen;
    const scrolled = distanceOf({ ends }, begin, offset);
    const start = (ends[line - 1] ?? 0) - (still ? 0 : scrolled);
    const edge = still ? 0 : (ends[frozen - 1] ?? 0);
    return { edge: (head + edge) * zoom, inside: (start - edge) * zoom };
  };
  const across = side(
    skeleton.columnWidthAccumulation,
    skeleton.rowHeaderWidth,
    column,
    sheet.getFrozenColumns(),
    at.sheetViewStartColumn,
    at.offsetX,
  );
  const down = side(
    skeleton.rowHeightAccumulation,
    skeleton.columnHeaderHeight,
    row,
    sheet.getFrozenRows(),
    at.sheetViewStartRow,
    at.offsetY,
  );
  return {
    window: {
      left: `${inner.left - outer.left + across.edge}px`,
      top: `${inner.top - outer.top + down.edge}px`,
      width: `${Math.max(0, inner.width - across.edge)}px`,
      height: `${Math.max(0, inner.height - down.edge)}px`,
    },
    left: across.inside + x * zoom,
    top: down.inside + y * zoom,
    zoom,
  };
}

/** Calls back whenever what lies over the grid stands elsewhere. @returns what ends it */
export function onMove(api: FUniver, container: HTMLElement, moved: () => void): () => void {
  const { Event } = api;
  const listening = [
    api.addEvent(Event.SheetZoomChanged, moved),
    api.addEvent(Event.SheetSkeletonChanged, moved),
    // the event of scrolling tells of the wheel only
    api.addEvent(Event.CommandExecuted, ({ id }) => id === 'sheet.operation.set-scroll' && moved()),
  ];
  const size = new ResizeObserver(moved);
  size.observe(container);
  return () => {
    for (const one of listening) one.dispose();
    size.disconnect();
  };
}

function largestCanvas(container: HTMLElement): HTMLCanvasElement | undefined {
  const area = ({ width, height }: HTMLCanvasElement): number => width * height;
  return [...container.querySelectorAll('canvas')].sort((a, b) => area(b) - area(a))[0];
}
