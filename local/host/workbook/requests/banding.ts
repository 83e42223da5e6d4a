/** Requests on banded ranges (alternating colours). */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented } from '../../errors';
import { boxOf, overlap } from '../box';
import { merge, requiredMask } from '../fieldMask';
import { type Draft, type Sheet, sheetIdOf, sizeOf } from '../store';
import type { Handlers } from './handler';

type BandedRange = sheets_v4.Schema$BandedRange;

function check(draft: Draft, banded: BandedRange): void {
  const box = draft.box(banded.range, 'bandedRange.range');
  if (!banded.rowProperties && !banded.columnProperties)
    throw new ApiFault('At least one of rowProperties or columnProperties must be specified.');
  const sheet = draft.look(banded.range?.sheetId);
  for (const other of sheet.bandedRanges ?? []) {
    if (other.bandedRangeId === banded.bandedRangeId || !other.range) continue;
    if (overlap(boxOf(other.range, sizeOf(sheet)), box)) {
      throw new ApiFault(
        'You cannot add alternating background colors to a range that already has alternating background colors.',
      );
    }
  }
}

function find(draft: Draft, id: number | null | undefined): { sheet: Sheet; at: number; banded: BandedRange } {
  for (const sheet of draft.sheets) {
    const at = (sheet.bandedRanges ?? []).findIndex((one) => one.bandedRangeId === id);
    const banded = sheet.bandedRanges?.[at];
    if (banded) return { sheet, at, banded };
  }
  throw new ApiFault(`No banding with id: ${id}`);
}

function add(draft: Draft, request: sheets_v4.Schema$AddBandingRequest): sheets_v4.Schema$Response {
  const given = request.bandedRange ?? {};
  if (given.bandedRangeReference) throw notImplemented('bandedRange.bandedRangeReference');
  const used = draft.sheets.flatMap((one) => (one.bandedRanges ?? []).map((banded) => banded.bandedRangeId));
  const bandedRange: BandedRange = { ...given, bandedRangeId: given.bandedRangeId ?? draft.nextId(used) };
  if (used.includes(bandedRange.bandedRangeId))
    throw new ApiFault(`A banding with id ${bandedRange.bandedRangeId} already exists.`);
  check(draft, bandedRange);
  const sheet = draft.sheet(given.range?.sheetId);
  sheet.bandedRanges = [...(sheet.bandedRanges ?? []), bandedRange];
  return { addBanding: { bandedRange } };
}

function update(draft: Draft, request: sheets_v4.Schema$UpdateBandingRequest): void {
  const mask = requiredMask(request.fields, 'BandedRange');
  const { sheet, at, banded } = find(draft, request.bandedRange?.bandedRangeId);
  const next = merge(banded, request.bandedRange, mask, ['bandedRangeId']);
  check(draft, next);
  const own = draft.sheet(sheetIdOf(sheet));
  own.bandedRanges = (own.bandedRanges ?? []).with(at, next);
}

function remove(draft: Draft, request: sheets_v4.Schema$DeleteBandingRequest): void {
  const { sheet, at } = find(draft, request.bandedRangeId);
  const own = draft.sheet(sheetIdOf(sheet));
  own.bandedRanges = (own.bandedRanges ?? []).toSpliced(at, 1);
}

export const bandingRequests: Handlers = {
  addBanding: add,
  updateBanding: (draft, request) => void update(draft, request),
  deleteBanding: (draft, request) => void remove(draft, request),
};
