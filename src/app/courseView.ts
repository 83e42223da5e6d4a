/** Where an issue stands on its way to being closed out, and what this person may do about it, for the sidebar. */
import type { Person } from '../ledger/schema';
import { ACTIONS } from '../workflow/actions';
import type { Signature } from '../workflow/course';
import { type Ask, decide } from '../workflow/decide';
import type { Dossier } from '../workflow/dossier';
import { offered } from '../workflow/operation';
import { doersOf, independentSigners, nameOf, type World } from '../workflow/people';
import { periodsOf } from '../workflow/periods';
import type { Gives } from './contract';

type View = Gives<'viewIssue'>;
/** Faults of a form that is still blank: they are no reason to keep it shut. */
const FORM_CODES: readonly string[] = ['no-class', 'no-reason', 'no-date'];

export function courseView(dossier: Dossier, world: World): View['course'] {
  const { course } = dossier;
  const { attempt, extension, past, round, returned } = course;
  const { people } = world;
  return {
    round,
    returned,
    attempt: attempt && {
      target: attempt.target,
      by: nameOf(people, attempt.by),
      at: attempt.at,
      seal: attempt.seal,
      steps: attempt.steps.map((role, at) => {
        const signature = attempt.signatures[at];
        const may = signature === undefined ? independentSigners(role, dossier, world) : [];
        return {
          role,
          by: signature === undefined ? '' : signerName(signature, people),
          at: signature?.at ?? '',
          may: may.map((mail) => nameOf(people, mail)),
        };
      }),
    },
    extension: extension && { ...extension, by: nameOf(people, extension.by) },
    past: past.map(({ round: number, closedAs, closedOn, signatures, reopened }) => ({
      round: number,
      closedAs,
      closedOn,
      signedBy: signatures.map((signature) => `${signature.role} ${signerName(signature, people)}`),
      reopened,
    })),
    doers: [...doersOf(dossier, people)].map((mail) => nameOf(people, mail)),
  };
}

/** What the state allows, each with all that keeps `by` from it; what a form will ask for is not held against it. */
export function actionsView(dossier: Dossier, world: World, by: string, now: string): View['actions'] {
  return offered(dossier.course, world.settings.chain).map((action) => {
    const { title, needs, classes } = ACTIONS[action];
    const ask: Ask = { action, by, now, reason: '', reasonClass: '', date: null };
    const unmet = decide(ask, dossier, world).unmet.filter(({ code }) => !FORM_CODES.includes(code));
    return { id: action, title, needs: [...needs], classes: [...(classes ?? [])], unmet };
  });
}

/** The periods of each periodic measure, by its 措施编号. */
export function periodsView(
  { measures, evidence }: Dossier,
  world: World,
): Map<string, View['measures'][number]['periods']> {
  return new Map(
    measures.map((measure) => {
      const own = evidence.filter((entry) => entry.measure.trim() === measure.id.trim()).map(({ period }) => period);
      return [measure.id, periodsOf(measure, own, world.settings.feedbackOn, world.today)];
    }),
  );
}

function signerName({ by, actingFor }: Signature, people: readonly Person[]): string {
  const name = nameOf(people, by);
  return actingFor === '' ? name : `${name}（代${nameOf(people, actingFor)}）`;
}
