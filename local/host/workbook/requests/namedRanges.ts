/** Requests on named ranges. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault } from '../../errors';
import { parseCells } from '../a1';
import { merge, requiredMask } from '../fieldMask';
import type { Draft } from '../store';
import type { Handlers } from './handler';

type NamedRange = sheets_v4.Schema$NamedRange;

/** Letters, digits and underscores, not a number first, no A1 or R1C1 notation, not true or false, at most 250 characters. */
function checkName(name: string): void {
  const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && name.length <= 250;
  if (!plain || parseCells(name) || /^r\d+c\d+$/i.test(name) || /^(true|false)$/i.test(name)) {
    throw new ApiFault(`Invalid name: ${name}`);
  }
}

function check(draft: Draft, range: NamedRange): void {
  checkName(range.name ?? '');
  const low = (range.name ?? '').toLowerCase();
  const others = (draft.spreadsheet.namedRanges ?? []).filter((one) => one.namedRangeId !== range.namedRangeId);
  if (others.some((one) => (one.name ?? '').toLowerCase() === low)) {
    throw new ApiFault(`A named range with the name "${range.name}" already exists.`);
  }
  draft.box(range.range, 'namedRange.range');
}

function placeOf(draft: Draft, id: string | null | undefined): number {
  const at = (draft.spreadsheet.namedRanges ?? []).findIndex((one) => one.namedRangeId === id);
  if (at < 0) throw new ApiFault(`No named range with id: ${id}`);
  return at;
}

function add(draft: Draft, request: sheets_v4.Schema$AddNamedRangeRequest): sheets_v4.Schema$Response {
  const given = request.namedRange ?? {};
  const known = draft.spreadsheet.namedRanges ?? [];
  const numbers = known.map((one) => Number(/^nr(\d+)$/.exec(one.namedRangeId ?? '')?.[1] ?? 0));
  const namedRange: NamedRange = { ...given, namedRangeId: given.namedRangeId ?? `nr${draft.nextId(numbers)}` };
  if (known.some((one) => one.namedRangeId === namedRange.namedRangeId)) {
    throw new ApiFault(`A named range with id ${namedRange.namedRangeId} already exists.`);
  }
  check(draft, namedRange);
  draft.spreadsheet.namedRanges = [...known, namedRange];
  return { addNamedRange: { namedRange } };
}

function update(draft: Draft, request: sheets_v4.Schema$UpdateNamedRangeRequest): void {
  const mask = requiredMask(request.fields, 'NamedRange');
  const given = request.namedRange ?? {};
  const at = placeOf(draft, given.namedRangeId);
  const known = draft.spreadsheet.namedRanges ?? [];
  const next = merge(known[at] ?? {}, given, mask, ['namedRangeId']);
  check(draft, next);
  draft.spreadsheet.namedRanges = known.with(at, next);
}

function remove(draft: Draft, request: sheets_v4.Schema$DeleteNamedRangeRequest): void {
  const at = placeOf(draft, request.namedRangeId);
  draft.spreadsheet.namedRanges = (draft.spreadsheet.namedRanges ?? []).toSpliced(at, 1);
}

export const namedRangeRequests: Handlers = {
  addNamedRange: add,
  updateNamedRange: (draft, request) => void update(draft, request),
  deleteNamedRange: (draft, request) => void remove(draft, request),
};
