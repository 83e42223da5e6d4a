/** 待我办理: the applications whose next step this person may sign. */
import { ok, type Result } from '../ledger/fault';
import { readLedger } from '../ledger/read';
import { dossiersOf } from '../workflow/dossier';
import { roleGuard, stepNow } from '../workflow/guards';
import { nameOf, personOf } from '../workflow/people';
import { worldOf } from './act';
import type { Gives } from './contract';
import type { Ports } from './ports';

/** Ordered by when they were applied for; nothing for a person 名单 does not know. */
export function waiting(ports: Ports): Result<Gives<'waiting'>> {
  const { ledger } = readLedger(ports.workbook.read());
  const world = worldOf(ledger, ports);
  const person = personOf(world.people, ports.actor());
  if (person === undefined) return ok([]);
  const found = [...dossiersOf(ledger)].flatMap(([number, dossier]) => {
    const { attempt } = dossier.course;
    if (attempt === null || roleGuard('sign', dossier, person, world).length > 0) return [];
    const { target, at, seal } = attempt;
    const by = nameOf(world.people, attempt.by);
    return [{ number, title: dossier.issue.title, target, step: stepNow(dossier) ?? '', by, at, seal }];
  });
  return ok(found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.number - b.number)));
}
