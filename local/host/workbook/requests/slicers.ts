/** Requests on slicers; a slicer is kept, no row is hidden by it. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented } from '../../errors';
import { merge, requiredMask } from '../fieldMask';
import { checkCriteria } from '../filtering';
import { type Draft, sheetIdOf } from '../store';
import { anchorSheet, checkedPosition, newEmbeddedId } from './embedded';
import type { Handlers } from './handler';

type SlicerSpec = sheets_v4.Schema$SlicerSpec;

function checkSpec(draft: Draft, spec: SlicerSpec | undefined): SlicerSpec {
  const box = draft.box(spec?.dataRange, 'spec.dataRange');
  const column = spec?.columnIndex;
  // the reference does not say whether it counts from the range or from the sheet
  if (typeof column === 'number' && box.left > 0)
    throw notImplemented('spec.columnIndex of a slicer whose dataRange does not begin in column A');
  if (typeof column === 'number' && (!Number.isInteger(column) || column < 0 || column >= box.right - box.left))
    throw new ApiFault(`spec.columnIndex[${column}] is outside the slicer's data range.`);
  if (spec?.filterCriteria) checkCriteria(spec.filterCriteria);
  const alignment = spec?.horizontalAlignment;
  if (alignment && !['LEFT', 'CENTER', 'RIGHT'].includes(alignment))
    throw new ApiFault(`Invalid value at 'spec.horizontal_alignment' (TYPE_ENUM), "${alignment}"`);
  // "If not set, default to True"
  return { applyToPivotTables: true, ...spec };
}

function add(draft: Draft, request: sheets_v4.Schema$AddSlicerRequest): sheets_v4.Schema$Response {
  const given = request.slicer ?? {};
  const slicer = {
    slicerId: newEmbeddedId(draft, given.slicerId),
    position: checkedPosition(draft, given.position, 'slicer.position'),
    spec: checkSpec(draft, given.spec),
  };
  const sheet = draft.sheet(anchorSheet(slicer.position));
  sheet.slicers = [...(sheet.slicers ?? []), slicer];
  return { addSlicer: { slicer } };
}

function update(draft: Draft, request: sheets_v4.Schema$UpdateSlicerSpecRequest): void {
  const mask = requiredMask(request.fields, 'SlicerSpec');
  const sheet = draft.sheets.find((one) => one.slicers?.some(({ slicerId }) => slicerId === request.slicerId));
  if (!sheet) throw new ApiFault(`No slicer with id: ${request.slicerId}`);
  const own = draft.sheet(sheetIdOf(sheet));
  own.slicers = (own.slicers ?? []).map((one) =>
    one.slicerId === request.slicerId
      ? { ...one, spec: checkSpec(draft, merge(one.spec ?? {}, request.spec, mask)) }
      : one,
  );
}

export const slicerRequests: Handlers = {
  addSlicer: add,
  updateSlicerSpec: (draft, request) => void update(draft, request),
};
