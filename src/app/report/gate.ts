/** The gate before a final report: errors, unedited starter texts, undecided hits, and the two who must have seen it. */
import type { Fault } from '../../ledger/fault';
import type { LedgerReading } from '../../ledger/read';
import type { Person } from '../../ledger/schema';
import { isPublic } from '../../report/kinds';
import { publicDifferences } from '../../report/privacy';
import { textOf } from '../../report/text';
import type { Gives } from '../contract';
import { shownFindings } from '../findings';
import type { Ports } from '../ports';
import type { Asked } from './asked';
import type { Made } from './make';
import { FAULTS } from './wording';

/** What a starter text leaves to be filled in. */
const GAP = /【请填写[^】]*】/g;

export type Gate = Gives<'previewReport'>['gate'];

/** Who released the report, by name as 报告登记 keeps it. */
export interface Released {
  secrecyReviewer: string;
  approver: string;
}

/** What keeps this report from being made final, and what whoever publishes should see. */
export function gateOf(ports: Ports, reading: LedgerReading, asked: Asked, made: Made): Gate {
  const findings = shownFindings(reading, ports.clock.today());
  const errors = findings.filter(({ severity, waiver }) => severity === 'error' && waiver === null);
  const gaps = made.usesStarter ? [] : (textOf(made.document).match(GAP) ?? []);
  const actor = ports.actor();
  const { people } = reading.ledger;
  return {
    faults: [
      ...errors.map(({ code, message, remedy, tab, cell, key }) => ({
        code,
        message: message + remedy,
        tab,
        cell,
        key,
      })),
      ...(made.usesStarter ? [FAULTS.starter] : []),
      ...(gaps.length === 0 ? [] : [FAULTS.gaps(gaps.length, gaps[0] ?? '')]),
    ],
    hits: made.hits,
    differences: isPublic(asked.kind) ? publicDifferences(reading.ledger, made.original, made.document) : [],
    waivers: findings.flatMap(({ title, message, waiver }) =>
      waiver === null ? [] : [{ title, message, by: waiver.by, reason: waiver.reason }],
    ),
    people: people.records
      .filter(({ mail }) => mail.trim() !== '' && !isSame(mail, actor))
      .map(({ mail, name, position }) => ({ mail, name, position })),
  };
}

/** All that the gate refuses of a final report, everything at once. */
export function refusedBy(
  { faults, hits }: Pick<Gate, 'faults' | 'hits'>,
  people: readonly Person[],
  actor: string,
  { reviewer = '', approver = '' }: { reviewer?: string | undefined; approver?: string | undefined },
): { refused: Fault[]; released: Released } {
  const undecided = hits.filter(({ decision }) => decision === null);
  const [secrecyReviewer, named] = [
    personOf(people, actor, reviewer, '保密审查人'),
    personOf(people, actor, approver, '批准人'),
  ];
  return {
    refused: [
      ...faults,
      ...undecided.map((hit) => FAULTS.undecided(hit.place, hit.title, hit.masked ?? hit.role ?? '')),
      ...(actor === '' ? [FAULTS.noIdentity] : []),
      ...[secrecyReviewer, named].flatMap((one) => ('fault' in one ? [one.fault] : [])),
    ],
    released: {
      secrecyReviewer: 'name' in secrecyReviewer ? secrecyReviewer.name : '',
      approver: 'name' in named ? named.name : '',
    },
  };
}

function personOf(
  people: readonly Person[],
  actor: string,
  mail: string,
  what: '保密审查人' | '批准人',
): { name: string } | { fault: Fault } {
  if (mail.trim() === '') return { fault: FAULTS.nobody(what) };
  if (isSame(mail, actor)) return { fault: FAULTS.sameAsMaker(what) };
  const person = people.find((one) => isSame(one.mail, mail));
  return person === undefined ? { fault: FAULTS.stranger(what, mail) } : { name: person.name || person.mail };
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
