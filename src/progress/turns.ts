/** Whose turn it is: the people an issue waits for, as far as 名单 knows them. */
import type { Person } from '../ledger/schema';
import type { Dossier } from '../workflow/dossier';
import { deciderOf, stepNow } from '../workflow/guards';
import { doersOf, independentSigners, mailOf, principalsOf, signersOf, type World } from '../workflow/people';

/** Who may sign the present step now; nobody when nothing is applied for. */
export function signersNow(dossier: Dossier, world: World): Person[] {
  const step = stepNow(dossier);
  if (step === undefined) return [];
  const signed = (dossier.course.attempt?.signatures ?? []).flatMap(({ by, actingFor }) => [by, actingFor]);
  const may = independentSigners(step, dossier, world).filter((mail) => !signed.includes(mail));
  return world.people.filter((person) => may.includes(mailOf(person)));
}

/** Who may decide on the extension that is asked for; nobody when none is. */
export function decidersNow(dossier: Dossier, world: World): Person[] {
  const role = dossier.course.extension === null ? undefined : deciderOf('grantExtension', dossier, world);
  if (role === undefined) return [];
  const doers = doersOf(dossier, world.people);
  const may = signersOf(role, dossier.issue, world.people).filter((person) => !doers.has(mailOf(person)));
  return world.people.filter(
    (person) => !doers.has(mailOf(person)) && (may.includes(person) || principalsOf(person, may, world).length > 0),
  );
}
