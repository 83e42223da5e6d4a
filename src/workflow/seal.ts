/** The fingerprint a decision is bound to: the issue, its measures and its evidence, whatever their order in the sheet. */
import type { ColumnValue } from '../ledger/columns';
import { columnsOf, keyOf } from '../ledger/records';
import { type RecordOf, TABS, type TabId } from '../ledger/schema';
import { fingerprint } from './chain';
import type { Dossier } from './dossier';

type Content = Pick<Dossier, 'issue' | 'measures' | 'evidence'>;
/** Hexadecimal digits kept of each field's fingerprint: enough to tell what changed, the seal itself is whole. */
const DIGITS = 4;
const BLANK = '-'.repeat(DIGITS);

/**
 * SHA-256 over the canonical form: every field a person fills in, under its header, blank ones left out; records by
 * their keys. System columns and 操作 are no content.
 */
export function sealOf(content: Content): string {
  return fingerprint(JSON.stringify(recordsIn(content).map(({ name, fields }) => [name, fields.filter(([, v]) => v)])));
}

/** A short fingerprint of every field, so that what was changed after an application can be named. */
export function partsOf(content: Content): string {
  return recordsIn(content)
    .map(({ name, fields }) => `${name}:${fields.map(([header, value]) => short(header, value)).join('')}`)
    .join('\n');
}

/** What differs from the parts an application kept, as `整改措施 3-2（落实情况）`; empty when nothing can be told. */
export function changedSince(parts: string, content: Content): string[] {
  const then = new Map(
    parts.split('\n').map((line): [string, string] => [line.split(':')[0] ?? '', line.split(':')[1] ?? '']),
  );
  const now = recordsIn(content);
  const gone = [...then.keys()].filter((name) => name !== '' && !now.some((record) => record.name === name));
  const changed = now.flatMap(({ name, fields }) => {
    const before = then.get(name);
    if (before === undefined) return [`${name}（新增）`];
    const differs = fields.filter(
      ([header, value], at) => before.slice(at * DIGITS, (at + 1) * DIGITS) !== short(header, value),
    );
    return differs.length === 0 ? [] : [`${name}（${differs.map(([header]) => header).join('、')}）`];
  });
  return [...changed, ...gone.map((name) => `${name}（已删除）`)];
}

interface Part {
  /** `整改措施 3-2` */
  name: string;
  fields: [header: string, value: ColumnValue][];
}

function recordsIn({ issue, measures, evidence }: Content): Part[] {
  return [
    partOf('issues', issue),
    ...sorted(measures.map((record) => partOf('measures', record))),
    ...sorted(evidence.map((record) => partOf('evidence', record))),
  ];
}

function partOf<T extends TabId>(tab: T, record: RecordOf<T>): Part {
  const values: Readonly<Record<string, ColumnValue>> = record;
  return {
    name: `${TABS[tab].title} ${keyOf(tab, record)}`,
    fields: columnsOf<TabId>(tab).flatMap(([id, column]): [string, ColumnValue][] =>
      column.system || (tab === 'issues' && id === 'operation') ? [] : [[column.header, values[id] ?? null]],
    ),
  };
}

/** By key, then by content, so that two records of one key stand in an order of their own too. */
function sorted(parts: readonly Part[]): Part[] {
  const order = ({ name, fields }: Part) => `${name}\n${JSON.stringify(fields)}`;
  return [...parts].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function short(header: string, value: ColumnValue): string {
  return value ? fingerprint(`${header}\n${value}`).slice(0, DIGITS) : BLANK;
}
