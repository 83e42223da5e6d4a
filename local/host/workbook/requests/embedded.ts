/** What charts and slicers share: ids of one space, and a place over the grid of an existing sheet. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented } from '../../errors';
import { merge, requiredMask } from '../fieldMask';
import { type Draft, type Sheet, sheetIdOf, sizeOf } from '../store';
import type { Handlers } from './handler';

type Position = sheets_v4.Schema$EmbeddedObjectPosition;
type Overlay = sheets_v4.Schema$OverlayPosition;

/** OverlayPosition: "Defaults to 371" high, "Defaults to 600" wide. */
const DEFAULT_SIZE = { heightPixels: 371, widthPixels: 600 };

/** Ids of all charts and slicers: an embedded object's id is unique in the file. */
function embeddedIds(draft: Draft): number[] {
  return draft.sheets.flatMap((sheet) => [
    ...(sheet.charts ?? []).map((one) => one.chartId ?? 0),
    ...(sheet.slicers ?? []).map((one) => one.slicerId ?? 0),
  ]);
}

/** The id asked for, or a free one. @throws ApiFault when an embedded object bears it already */
export function newEmbeddedId(draft: Draft, given: number | null | undefined): number {
  const used = embeddedIds(draft);
  const id = given ?? draft.nextId(used);
  if (!Number.isInteger(id) || id < 0) throw new ApiFault(`Invalid embedded object id: ${id}`);
  if (used.includes(id)) throw new ApiFault(`An embedded object with id ${id} already exists.`);
  return id;
}

/** The position as it is kept, sizes filled in. @throws ApiFault when it is not over a cell of an existing sheet */
export function checkedPosition(draft: Draft, position: Position | undefined, field: string): Position {
  if (position?.newSheet || typeof position?.sheetId === 'number')
    throw notImplemented(`${field} on a sheet of its own`);
  const given = position?.overlayPosition;
  if (!given) throw new ApiFault(`${field}.overlayPosition must be set.`);
  const anchor = given.anchorCell;
  if (!anchor) throw new ApiFault(`${field}.overlayPosition.anchorCell must be set.`);
  const { rows, columns } = sizeOf(draft.look(anchor.sheetId));
  const row = anchor.rowIndex ?? 0;
  const column = anchor.columnIndex ?? 0;
  if (!Number.isInteger(row) || row < 0 || row >= rows)
    throw new ApiFault(`GridCoordinate.rowIndex[${row}] is after last row in grid[${rows}]`);
  if (!Number.isInteger(column) || column < 0 || column >= columns)
    throw new ApiFault(`GridCoordinate.columnIndex[${column}] is after last column in grid[${columns}]`);
  const overlay: Overlay = { ...DEFAULT_SIZE, ...given };
  for (const name of ['heightPixels', 'widthPixels', 'offsetXPixels', 'offsetYPixels'] as const) {
    if ((overlay[name] ?? 0) < 0) throw new ApiFault(`${field}.overlayPosition.${name} must not be negative.`);
  }
  return { overlayPosition: overlay };
}

/** Id of the sheet the object lies on. */
export const anchorSheet = (position: Position | undefined): number =>
  position?.overlayPosition?.anchorCell?.sheetId ?? 0;

/** An embedded object, the sheet it lies on, and how it is put there anew. */
interface Found {
  sheet: Sheet;
  position: Position | undefined;
  remove(): void;
  put(position: Position): void;
}

function find(draft: Draft, id: number | null | undefined): Found {
  for (const sheet of draft.sheets) {
    const chart = (sheet.charts ?? []).find((one) => one.chartId === id);
    const own = (): Sheet => draft.sheet(sheetIdOf(sheet));
    if (chart) {
      return {
        sheet,
        position: chart.position,
        remove: () => {
          own().charts = (own().charts ?? []).filter((one) => one.chartId !== id);
        },
        put: (position) => {
          const target = draft.sheet(anchorSheet(position));
          target.charts = [...(target.charts ?? []), { ...chart, position }];
        },
      };
    }
    const slicer = (sheet.slicers ?? []).find((one) => one.slicerId === id);
    if (slicer) {
      return {
        sheet,
        position: slicer.position,
        remove: () => {
          own().slicers = (own().slicers ?? []).filter((one) => one.slicerId !== id);
        },
        put: (position) => {
          const target = draft.sheet(anchorSheet(position));
          target.slicers = [...(target.slicers ?? []), { ...slicer, position }];
        },
      };
    }
  }
  throw new ApiFault(`No embedded object with id: ${id}`);
}

function move(draft: Draft, request: sheets_v4.Schema$UpdateEmbeddedObjectPositionRequest): sheets_v4.Schema$Response {
  const found = find(draft, request.objectId);
  const given = request.newPosition;
  if (given?.newSheet || typeof given?.sheetId === 'number')
    throw notImplemented('updateEmbeddedObjectPosition.newPosition on a sheet of its own');
  const mask = requiredMask(request.fields, 'OverlayPosition');
  const overlayPosition = merge(found.position?.overlayPosition ?? {}, given?.overlayPosition, mask);
  const position = checkedPosition(draft, { overlayPosition }, 'newPosition');
  found.remove();
  found.put(position);
  return { updateEmbeddedObjectPosition: { position } };
}

export const embeddedRequests: Handlers = {
  updateEmbeddedObjectPosition: move,
  deleteEmbeddedObject: (draft, request) => {
    find(draft, request.objectId).remove();
    return undefined;
  },
};
