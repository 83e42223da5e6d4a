/** One action on one issue as a form: its fields, what they still lack, and what is sent of them. */
import type { Gives, Takes } from '../../app/contract';
import { askedFor, type Cell, type Entries, type Field } from '../drafts';
import type { Fault } from '../remote';
import { COURSE } from './wording';

type Issue = Gives<'viewIssue'>;
export type Action = Issue['actions'][number];
export type Acted = Gives<'act'>['results'][number];
export type Unmet = Acted['unmet'];

/** As the ledger asks of every reason it records. */
const LEAST_REASON = 4;
/** Fields of single measures are told by this before the measure's number. */
const OF_MEASURE = 'measure ';

/** Fields of the action's form; none where it is done by its button alone. */
export function formOf({ id, needs, classes }: Action, measures: readonly { id: string; content: string }[]): Field[] {
  const field = (name: string, values: Pick<Field, 'header' | 'kind'> & Partial<Field>): Field => ({
    ...{ id: name, note: '', required: true, system: false, options: [], value: null },
    ...values,
  });
  const fields: Field[] = [];
  if (needs.includes('reasonClass')) {
    const header = COURSE.reasonClass[id] ?? COURSE.anyReasonClass;
    fields.push(field('reasonClass', { header, kind: 'choice', options: [...classes] }));
  }
  if (needs.includes('date')) fields.push(field('date', { header: COURSE.date[id] ?? COURSE.anyDate, kind: 'date' }));
  if (needs.includes('reason')) {
    const header = COURSE.reason[id] ?? COURSE.anyReason;
    fields.push(field('reason', { header, kind: 'long', note: COURSE.reasonHint }));
  }
  if (id !== 'return') return fields;
  const single = measures.map((measure) =>
    field(OF_MEASURE + measure.id, {
      ...{ header: COURSE.measureReason(measure.id), kind: 'long', note: measure.content, required: false },
    }),
  );
  return [...fields, ...single];
}

export function isOfMeasure({ id }: Field): boolean {
  return id.startsWith(OF_MEASURE);
}

/** Signing cannot be taken back, so it is asked for twice; what is asked, or null. */
export function questionOf({ id }: Action, { course }: Issue): string | null {
  const { attempt, extension } = course;
  if (id === 'sign' && attempt !== null) {
    const role = attempt.steps.find(({ by }) => by === '')?.role ?? '';
    return COURSE.signing(role, COURSE.applied(attempt.target));
  }
  if (id === 'grantExtension' && extension !== null) return COURSE.granting(extension.to);
  return null;
}

/** Why the form cannot be sent yet, each to its field. */
export function lackingIn(fields: readonly Field[], entries: Entries): Fault[] {
  const blank = fields.filter(({ id, required }) => required && written(entries[id]?.typed) === '');
  const short = fields.filter(({ id }) => {
    const length = [...written(entries[id]?.typed)].length;
    return id === 'reason' && length > 0 && length < LEAST_REASON;
  });
  return [
    ...askedFor(blank),
    ...short.map(({ id, header }) => ({ code: 'too-short', message: COURSE.tooShort(header), key: id })),
  ];
}

/** What `act` takes: a decision names the fingerprint of what the person saw. */
export function argumentOf({ id, needs }: Action, issue: Issue, entries: Entries): Takes<'act'> {
  const of = (need: Action['needs'][number]) => (needs.includes(need) ? written(entries[need]?.typed) : '');
  const given = { reason: of('reason'), date: of('date'), reasonClass: of('reasonClass') };
  const decides = id === 'sign' || id === 'return';
  const seal = decides ? (issue.course.attempt?.seal ?? '') : '';
  const measures = Object.entries(entries)
    .filter(([name, { typed }]) => name.startsWith(OF_MEASURE) && written(typed) !== '')
    .map(([name, { typed }]) => ({ id: name.slice(OF_MEASURE.length), reason: written(typed) }));
  const words = Object.fromEntries(Object.entries({ ...given, seal }).filter(([, value]) => value !== ''));
  return { action: id, issues: [issue.number], ...words, ...(measures.length > 0 ? { measures } : {}) };
}

/** Key of the draft in which an action's form is kept. */
export function draftKey(issue: number, action: string): string {
  return `${issue} ${action}`;
}

function written(typed: Cell | undefined): string {
  return String(typed ?? '').trim();
}
