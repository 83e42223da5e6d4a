/** 提请研究事项: what waits for a decision — extensions, close-outs and for whose signature — and terminations to confirm. */
import { compare } from '../../progress/counts';
import { decidersNow, signersNow } from '../../progress/turns';
import { daysBetween, formatChineseDate } from '../../text/dates';
import type { Dossier } from '../../workflow/dossier';
import { deciderOf, stepNow } from '../../workflow/guards';
import { nameOf, type World } from '../../workflow/people';
import { linesOf } from '../paragraphs';
import { type Ending, signedBy, whyOf } from './happened';
import { PACK } from './wording';

/** One sentence a matter: extensions by what they ask for first, close-outs by how long they wait, terminations last. */
export function askedOf(dossiers: readonly Dossier[], terminated: readonly Ending[], world: World): string[] {
  return [
    ...dossiers.flatMap((dossier) => extensionOf(dossier, world)),
    ...dossiers
      .filter(({ course }) => course.attempt !== null)
      .sort((a, b) => compare(a.course.attempt?.at ?? '', b.course.attempt?.at ?? ''))
      .flatMap((dossier) => closeOutOf(dossier, world)),
    ...terminated.map(({ dossier, issue, on, why, signers }) =>
      PACK.termination(nameOfIssue(issue, dossier), formatChineseDate(on), oneLine(why), signers),
    ),
  ];
}

/** `问题3“……”（工程股）`. */
function nameOfIssue(number: number, dossier: Dossier | undefined): string {
  if (dossier === undefined) return PACK.issue(number, PACK.unknownIssue, '');
  const { title, department } = dossier.issue;
  return PACK.issue(number, oneLine(title), oneLine(department));
}

function extensionOf(dossier: Dossier, world: World): string[] {
  const { issue, course } = dossier;
  const { extension } = course;
  if (extension === null || issue.number === null) return [];
  const from = course.deadline ?? issue.deadline;
  const role = deciderOf('grantExtension', dossier, world) ?? '';
  const names = decidersNow(dossier, world).map(({ name }) => name);
  return [
    PACK.extension(
      nameOfIssue(issue.number, dossier),
      from === null ? PACK.noDeadline : formatChineseDate(from),
      formatChineseDate(extension.to),
      oneLine(whyOf(extension)),
      nameOf(world.people, extension.by),
      formatChineseDate(extension.at.slice(0, 10)),
      waitingFor(role, names, extension.at, world),
    ),
  ];
}

function closeOutOf(dossier: Dossier, world: World): string[] {
  const { issue, course } = dossier;
  const { attempt } = course;
  if (attempt === null || issue.number === null) return [];
  const { signatures, by, at, target } = attempt;
  const names = signersNow(dossier, world).map(({ name }) => name);
  const since = signatures[signatures.length - 1]?.at ?? at;
  return [
    PACK.closeOut(
      nameOfIssue(issue.number, dossier),
      target === '已销号' ? '销号' : target,
      nameOf(world.people, by),
      formatChineseDate(at.slice(0, 10)),
      signedBy(signatures, world.people),
      waitingFor(stepNow(dossier) ?? '', names, since, world),
    ),
  ];
}

function waitingFor(role: string, names: readonly string[], since: string, { today }: World): string {
  return PACK.waiting(role, names.join('、'), daysBetween(since.slice(0, 10), today));
}

/** Without line ends, and without the stop that would end the sentence it is put in. */
function oneLine(text: string): string {
  return linesOf(text)
    .join('')
    .replace(/[。；]$/, '');
}
