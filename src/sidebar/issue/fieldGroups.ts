/** Which fields of a record a form shows, and under which headings. */
import type { Field } from '../drafts';
import { FIELD_GROUPS, ISSUE } from '../wording';

/** What identifies a record is not edited: other rows name it. An action is chosen by its button, not by its cell. */
const KEYS: Record<string, readonly string[]> = {
  issues: ['number', 'operation'],
  measures: ['id', 'issue'],
};

export interface FieldGroup {
  title: string;
  fields: Field[];
}

/** The fields a person may write, in their groups; a measure's or a new evidence's have none. */
export function groupsOf(kind: string, fields: readonly Field[]): FieldGroup[] {
  const own = fields.filter(({ id, system }) => !system && !(KEYS[kind] ?? []).includes(id));
  if (kind !== 'issues') return own.length === 0 ? [] : [{ title: '', fields: own }];
  const grouped = FIELD_GROUPS.map(({ title, ids }) => ({ title, fields: own.filter(({ id }) => ids.includes(id)) }));
  const rest = own.filter(({ id }) => !FIELD_GROUPS.some(({ ids }) => ids.includes(id)));
  return [...grouped, { title: ISSUE.others, fields: rest }].filter((group) => group.fields.length > 0);
}
