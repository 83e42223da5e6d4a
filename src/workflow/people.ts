/** Who is who to an issue: the person behind an address, those who did the work, those who may sign, and for whom. */
import type { Issue, Person, Role } from '../ledger/schema';
import type { Settings } from '../ledger/settings';
import type { LedgerDate } from '../text/dates';
import { splitNames } from '../text/names';
import type { Dossier } from './dossier';

/** A delegation as it is recorded, by names of 名单. */
export interface Delegated {
  principal: string;
  delegate: string;
  from: LedgerDate | null;
  until: LedgerDate | null;
}

/** What decisions are made against. */
export interface World {
  people: readonly Person[];
  delegations: readonly Delegated[];
  settings: Settings;
  today: LedgerDate;
}

/** One level up, for what goes beyond a role's powers. */
const HIGHER: Readonly<Record<Role, Role>> = {
  经办人: '部门负责人',
  部门负责人: '分管领导',
  分管领导: '主要负责人',
  整改办: '主要负责人',
  主要负责人: '主要负责人',
  纪检: '主要负责人',
};

export function higherRole(role: Role): Role {
  return HIGHER[role];
}

/** The person of an address; addresses do not differ by case. */
export function personOf(people: readonly Person[], mail: string): Person | undefined {
  const wanted = mail.trim().toLowerCase();
  return wanted === '' ? undefined : people.find((person) => mailOf(person) === wanted);
}

export function mailOf(person: Person): string {
  return person.mail.trim().toLowerCase();
}

/** The name of an address in 名单; the address itself where 名单 knows none. */
export function nameOf(people: readonly Person[], mail: string): string {
  return personOf(people, mail)?.name || mail;
}

/** Names as addresses; everybody of a name, and the name itself where 名单 knows none. */
export function mailsOf(people: readonly Person[], names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const mails = people.filter((person) => person.name === name).map(mailOf);
    return mails.length === 0 ? [name] : mails;
  });
}

/** The 责任人 of the issue and its measures, and who registered its evidence, as the records name them now. */
export function namedDoers({ issue, measures, evidence }: Dossier, people: readonly Person[]): string[] {
  const names = [issue, ...measures].flatMap(({ person }) => splitNames(person));
  const registered = evidence.map(({ registeredBy }) => registeredBy.trim().toLowerCase());
  return [...new Set([...mailsOf(people, names), ...registered.filter((mail) => mail !== '')])];
}

/** Everybody who did the work, by the log and by the records: changing the owner cell makes nobody independent. */
export function doersOf(dossier: Dossier, people: readonly Person[]): ReadonlySet<string> {
  const logged = [...dossier.course.doers].flatMap((who) =>
    who.includes('@') ? [who.toLowerCase()] : mailsOf(people, [who]),
  );
  return new Set([...logged, ...namedDoers(dossier, people)]);
}

/**
 * Who signs a step: the role's people; for 部门负责人 those of the issue's departments, for 分管领导 those named as
 * 牵头领导 where any of them has that role.
 */
export function signersOf(role: Role, issue: Issue, people: readonly Person[]): Person[] {
  const all = people.filter((person) => person.role === role && mailOf(person) !== '');
  if (role === '部门负责人') {
    const departments = splitNames(issue.department);
    return all.filter(({ department }) => departments.includes(department));
  }
  if (role !== '分管领导') return all;
  const leaders = splitNames(issue.leader);
  const named = all.filter(({ name }) => leaders.includes(name));
  return named.length > 0 ? named : all;
}

/** Those of `principals` whom the person may act for today, by a recorded, dated delegation. */
export function principalsOf(person: Person, principals: readonly Person[], { delegations, today }: World): Person[] {
  const given = delegations.filter(
    ({ delegate, from, until }) =>
      delegate === person.name && from !== null && until !== null && from <= today && today <= until,
  );
  return principals.filter(({ name }) => given.some(({ principal }) => principal === name));
}

/** Addresses of all who could sign a step of this issue: its signers and their delegates, without those who did the work. */
export function independentSigners(role: Role, dossier: Dossier, world: World): string[] {
  const doers = doersOf(dossier, world.people);
  const signers = signersOf(role, dossier.issue, world.people).filter((person) => !doers.has(mailOf(person)));
  const delegates = world.people.filter((person) => principalsOf(person, signers, world).length > 0);
  const mails = [...signers, ...delegates].map(mailOf);
  return [...new Set(mails)].filter((mail) => mail !== '' && !doers.has(mail));
}
