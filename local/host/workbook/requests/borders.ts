/** Request updateBorders: a border given is set (style NONE takes it away), one left out is untouched. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { Cell } from '../cells';
import { assertMayWrite } from '../protection';
import type { Draft } from '../store';
import type { Handlers } from './handler';

type Border = sheets_v4.Schema$Border;
type Side = 'top' | 'bottom' | 'left' | 'right';

function withSide(cell: Cell, side: Side, border: Border | undefined): Cell {
  if (!border) return cell;
  const borders = { ...cell.userEnteredFormat?.borders };
  if (border.style === 'NONE') delete borders[side];
  else borders[side] = border;
  const { borders: _old, ...format } = cell.userEnteredFormat ?? {};
  const next = Object.keys(borders).length > 0 ? { ...format, borders } : format;
  if (Object.keys(next).length > 0) return { ...cell, userEnteredFormat: next };
  const { userEnteredFormat: _format, ...rest } = cell;
  return rest;
}

function updateBorders(draft: Draft, request: sheets_v4.Schema$UpdateBordersRequest): void {
  const box = draft.box(request.range);
  assertMayWrite(draft, request.range?.sheetId, box);
  draft.eachCell(request.range?.sheetId, box, (cell, row, column) => {
    let next = withSide(cell, 'top', row === box.top ? request.top : request.innerHorizontal);
    next = withSide(next, 'bottom', row === box.bottom - 1 ? request.bottom : request.innerHorizontal);
    next = withSide(next, 'left', column === box.left ? request.left : request.innerVertical);
    return withSide(next, 'right', column === box.right - 1 ? request.right : request.innerVertical);
  });
}

export const borderRequests: Handlers = {
  updateBorders: (draft, request) => void updateBorders(draft, request),
};
