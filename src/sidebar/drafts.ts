/** What was typed and is not saved yet, kept for each record until it is saved or given up. */
import type { Gives } from '../app/contract';
import type { Fault } from './remote';
import { FORM } from './wording';

export type Field = Gives<'blankRecord'>[number];
export type Cell = Field['value'];

export interface Entry {
  typed: Cell;
  /** What stood in the cell when typing began. */
  seen: Cell;
  /** Why the cell could not be written. */
  fault?: string;
  /** Somebody else has changed the cell since it was seen. */
  changed?: boolean;
  /** A file that was chosen; what is typed is its name. */
  file?: Chosen;
}

/** A file of the page, as far as it is used. */
export interface Chosen {
  name: string;
  type: string;
  size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** `act`: what is given with an action, by issue and action. */
export type Kind = 'issues' | 'measures' | 'newMeasure' | 'newEvidence' | 'act';
export type Entries = Readonly<Record<string, Entry>>;
export interface Draft {
  kind: Kind;
  /** Key of the record; for a new one, of what it is added to. */
  key: string;
  issue: number;
  entries: Entries;
}
export type Drafts = readonly Draft[];
/** Changes the entries of a record from what they are by then. */
export type OnDraft = (record: Omit<Draft, 'entries'>, change: (entries: Entries) => Entries) => void;

export function draftOf(drafts: Drafts, kind: Kind, key: string): Entries {
  return drafts.find((draft) => draft.kind === kind && draft.key === key)?.entries ?? {};
}

/** The drafts with these entries in the place of the record's; without it when there are none. */
export function withDraft(drafts: Drafts, draft: Draft): Drafts {
  const others = drafts.filter(({ kind, key }) => kind !== draft.kind || key !== draft.key);
  return Object.keys(draft.entries).length === 0 ? others : [...others, draft];
}

/** A field typed into; typing back what stood there takes the entry away. */
export function typedInto(entries: Entries, { id, value }: Field, typed: Cell): Entries {
  const { [id]: before, ...others } = entries;
  const seen = before === undefined ? value : before.seen;
  return sameCell(typed, seen) ? others : { ...others, [id]: { typed, seen } };
}

/** What saveRecord takes of a draft. */
export function changesOf(entries: Entries): { expected: Record<string, Cell>; values: Record<string, Cell> } {
  const all = Object.entries(entries);
  return {
    expected: Object.fromEntries(all.map(([id, { seen }]) => [id, seen])),
    values: Object.fromEntries(all.map(([id, { typed }]) => [id, typed])),
  };
}

/** What is left once these values are saved: what was typed since, now against them. */
export function savedAs(entries: Entries, values: Readonly<Record<string, Cell>>): Entries {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([id, { typed, seen }]): [string, Entry][] => {
      const saved = values[id];
      if (saved === undefined) return [[id, { typed, seen }]];
      return sameCell(saved, typed) ? [] : [[id, { typed, seen: saved }]];
    }),
  );
}

/**
 * Puts each fault to its field; those that belong to none are given back. A field that was left blank gets a fault only
 * when it was asked for.
 */
export function withFaults(entries: Entries, faults: readonly Fault[]) {
  const marked = { ...entries };
  const others: Fault[] = [];
  for (const fault of faults) {
    const blank = fault.code === LEFT_BLANK ? { typed: null, seen: null } : undefined;
    const entry = fault.key === undefined ? undefined : (marked[fault.key] ?? blank);
    if (fault.key === undefined || entry === undefined) others.push(fault);
    else {
      marked[fault.key] = { ...entry, fault: fault.message, changed: fault.code === 'changed-meanwhile' };
    }
  }
  return { entries: marked, others };
}

/** The person holds to what they typed, knowing what stands there now. */
export function insistedOn(entries: Entries, { id, value }: Field): Entries {
  const entry = entries[id];
  return entry === undefined ? entries : { ...entries, [id]: { typed: entry.typed, seen: value } };
}

export function givenUp(entries: Entries, id: string): Entries {
  const { [id]: _gone, ...others } = entries;
  return others;
}

export function isDirty(drafts: Drafts, issue: number | null): boolean {
  return drafts.some((draft) => draft.issue === issue);
}

/** Issues with unsaved text other than the one shown, in order. */
export function otherUnsaved(drafts: Drafts, shown: number | null): number[] {
  return [...new Set(drafts.map(({ issue }) => issue))].filter((issue) => issue !== shown).sort((a, b) => a - b);
}

/** A blank cell reads as null and as an empty text. */
function sameCell(a: Cell, b: Cell): boolean {
  const plain = (cell: Cell) => (cell === '' || cell === null || cell === false ? null : cell);
  return plain(a) === plain(b);
}

/** A number field's text: the number when it is one, else as typed, so that the ledger can say what is wrong. */
export function numberOrText(typed: string): Cell {
  const text = typed.trim();
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : typed;
}

const LEFT_BLANK = 'left-blank';

/** What a new record may be of. */
export type NewKind = 'issues' | 'documents' | 'newMeasure' | 'newEvidence';
/** Most records may come with their words alone and be completed in the sheet; evidence must be whole. */
const LEAST = { issues: 'title', documents: 'title', newMeasure: 'content' } as const;

/** Fields without which a new record is not added, in the form's order. */
export function missingIn(kind: NewKind, fields: readonly Field[], entries: Entries): Field[] {
  return fields.filter(({ id, required, value }) => {
    const wanted = kind === 'newEvidence' ? required : id === LEAST[kind];
    const cell = entries[id]?.typed ?? value;
    return wanted && (cell === null || String(cell).trim() === '');
  });
}

export function askedFor(fields: readonly Field[]): Fault[] {
  return fields.map(({ id, header }) => ({ code: LEFT_BLANK, message: FORM.leftBlank(header), key: id }));
}
