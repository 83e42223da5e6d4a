/** Requests on protected ranges. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented } from '../../errors';
import { merge, requiredMask } from '../fieldMask';
import { mayEdit, PROTECTED_MESSAGE } from '../protection';
import { type Draft, type Sheet, sheetIdOf } from '../store';
import type { Handlers } from './handler';

type ProtectedRange = sheets_v4.Schema$ProtectedRange;

function check(draft: Draft, range: ProtectedRange): void {
  if (range.tableId) throw notImplemented('protectedRange.tableId');
  if (range.namedRangeId) {
    if (!draft.spreadsheet.namedRanges?.some((one) => one.namedRangeId === range.namedRangeId)) {
      throw new ApiFault(`No named range with id: ${range.namedRangeId}`);
    }
  } else draft.box(range.range, 'protectedRange.range');
  for (const open of range.unprotectedRanges ?? []) draft.box(open, 'protectedRange.unprotectedRanges');
  const whole = range.range && range.range.startRowIndex === undefined && range.range.endRowIndex === undefined;
  if (range.unprotectedRanges?.length && !(whole && range.range?.startColumnIndex === undefined)) {
    throw new ApiFault('unprotectedRanges are only supported on protected sheets.');
  }
}

function find(draft: Draft, id: number | null | undefined): { sheet: Sheet; range: ProtectedRange; at: number } {
  for (const sheet of draft.sheets) {
    const at = (sheet.protectedRanges ?? []).findIndex((one) => one.protectedRangeId === id);
    const range = sheet.protectedRanges?.[at];
    if (range) {
      if (!mayEdit(draft.actor, range)) throw new ApiFault(PROTECTED_MESSAGE);
      return { sheet, range, at };
    }
  }
  throw new ApiFault(`No protected range with id: ${id}`);
}

function add(draft: Draft, request: sheets_v4.Schema$AddProtectedRangeRequest): sheets_v4.Schema$Response {
  const given = request.protectedRange ?? {};
  check(draft, given);
  const used = draft.sheets.flatMap((one) => (one.protectedRanges ?? []).map((range) => range.protectedRangeId));
  const id = given.protectedRangeId ?? draft.nextId(used);
  if (used.includes(id)) throw new ApiFault(`A protected range with id ${id} already exists.`);
  const { requestingUserCanEdit: _asked, ...rest } = given;
  const range: ProtectedRange = { ...rest, protectedRangeId: id };
  // "if this field is true, then editors are ignored"
  if (range.warningOnly) delete range.editors;
  const named = draft.spreadsheet.namedRanges?.find((one) => one.namedRangeId === given.namedRangeId)?.range;
  const sheet = draft.sheet((given.namedRangeId ? named : given.range)?.sheetId);
  if (range.range) range.range = { ...range.range, sheetId: sheetIdOf(sheet) };
  sheet.protectedRanges = [...(sheet.protectedRanges ?? []), range];
  return { addProtectedRange: { protectedRange: { ...range, requestingUserCanEdit: mayEdit(draft.actor, range) } } };
}

function update(draft: Draft, request: sheets_v4.Schema$UpdateProtectedRangeRequest): void {
  const mask = requiredMask(request.fields, 'ProtectedRange');
  const given = request.protectedRange ?? {};
  const { sheet, range, at } = find(draft, given.protectedRangeId);
  const next = merge(range, given, mask, ['protectedRangeId', 'requestingUserCanEdit']);
  check(draft, next);
  if (range.warningOnly && !next.warningOnly && !next.editors) {
    // Google then lists every editor of the document, whom the host does not know
    throw notImplemented('updateProtectedRange from warningOnly to a wall without editors');
  }
  if (next.warningOnly) delete next.editors;
  if (next.range && (next.range.sheetId ?? 0) !== sheetIdOf(sheet))
    throw notImplemented('moving a protected range to another sheet');
  const own = draft.sheet(sheetIdOf(sheet));
  own.protectedRanges = (own.protectedRanges ?? []).with(at, next);
}

function remove(draft: Draft, request: sheets_v4.Schema$DeleteProtectedRangeRequest): void {
  const { sheet, range } = find(draft, request.protectedRangeId);
  const own = draft.sheet(sheetIdOf(sheet));
  own.protectedRanges = (own.protectedRanges ?? []).filter((one) => one !== range);
}

export const protectionRequests: Handlers = {
  addProtectedRange: add,
  updateProtectedRange: (draft, request) => void update(draft, request),
  deleteProtectedRange: (draft, request) => void remove(draft, request),
};
