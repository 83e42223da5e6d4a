/** One action on one issue decided: done, refused with everything that is unmet, or the application found void. */
import type { Instant } from '../ledger/columns';
import { recordOf } from '../ledger/records';
import type { Issue, Person } from '../ledger/schema';
import { ACTIONS, type ActionId, type LogAction } from './actions';
import type { LogDraft } from './chain';
import { after, type Course, subjectOf } from './course';
import type { Dossier } from './dossier';
import {
  chainGuard,
  chainOf,
  completionGuard,
  deciderOf,
  extensionGuard,
  formGuard,
  type Input,
  identityGuard,
  principalOf,
  roleGuard,
  startGuard,
  stepNow,
  type Unmet,
} from './guards';
import { mailOf, namedDoers, nameOf, personOf, signersOf, type World } from './people';
import { changedSince, partsOf, sealOf } from './seal';

export interface Ask extends Input {
  action: ActionId;
  /** Mail of whoever asks, as the platform tells it. */
  by: string;
  now: Instant;
  /** Fingerprint the person saw when deciding. */
  seal?: string;
  /** What is wanted of single measures, when an application is returned. */
  measures?: readonly { id: string; reason: string }[];
}

export interface Decision {
  outcome: 'done' | 'void' | 'refused';
  message: string;
  unmet: Unmet[];
  /** The log rows, in order; none when refused. */
  drafts: LogDraft[];
  /** The cells of the issue that follow. */
  values: Partial<Issue>;
  course: Course;
  /** Fingerprint of what was decided on. */
  seal: string;
}

type Row = Omit<LogDraft, 'at' | 'actor' | 'subject'>;

/** Decides; changes nothing itself. Guards are asked in the order in which a person can do something about them. */
export function decide(ask: Ask, dossier: Dossier, world: World): Decision {
  const { action, by } = ask;
  const refused = (unmet: Unmet[]): Decision => ({
    outcome: 'refused',
    message: `问题${dossier.issue.number ?? ''}未能${ACTIONS[action].title}：${unmet.map(({ message }) => message).join('；')}。`,
    unmet,
    drafts: [],
    values: {},
    course: dossier.course,
    seal: dossier.course.attempt?.seal ?? '',
  });
  const person = personOf(world.people, by);
  if (person === undefined) return refused(identityGuard(by, world.people));
  const voided = voidedBy(ask, dossier);
  if (voided !== undefined) return voided;
  const form = formGuard(action, dossier, ask, world);
  if (form.some(({ code }) => code === 'wrong-state')) return refused(form);
  const unmet = [...form, ...roleGuard(action, dossier, person, world), ...ownGuards(ask, dossier, person, world)];
  if (unmet.length > 0) return refused(unmet);
  const seal = sealOf(dossier);
  return carriedOut(ask, dossier, rowsOf(ask, dossier, person, world, seal), seal, world);
}

/** The application withdrawn because its content is not what was applied for; undefined where it still is. */
export function voidedBy({ by, now }: Pick<Ask, 'by' | 'now'>, dossier: Dossier): Decision | undefined {
  const { course, issue } = dossier;
  if (course.attempt === null) return undefined;
  const seal = sealOf(dossier);
  if (seal === course.attempt.seal) return undefined;
  const changed = changedSince(course.attempt.parts, dossier);
  const what = changed.length === 0 ? '内容' : changed.join('、');
  const reason = `申请后改动了${what}，原申请和签批作废`;
  const to = openState(course);
  const row: Row = { action: '作废', from: course.state, to, reason, round: course.round, decidedOn: seal };
  const decision = carriedOut({ by, now }, dossier, [row], seal, undefined);
  const remedy = `已退回“${to}”，请责任人核对后重新申请`;
  return {
    ...decision,
    outcome: 'void',
    message: `问题${issue.number ?? ''}：${reason}，${remedy}。`,
    unmet: [{ code: 'attempt-void', message: reason, remedy }],
  };
}

/** The cells that are copies of the course. Dates of an earlier round stand until the next close-out. */
export function cellsOf(course: Course): Partial<Issue> {
  const { state, round, closed } = course;
  const dates = closed === null || closed.closedOn === '' ? {} : { doneOn: closed.doneOn, closedOn: closed.closedOn };
  return { state, round, ...dates };
}

function ownGuards({ action, seal }: Ask, dossier: Dossier, person: Person, world: World): Unmet[] {
  switch (action) {
    case 'start':
      return startGuard(dossier);
    case 'apply':
    case 'applyOngoing':
    case 'selfCheck':
      return [...completionGuard(action, dossier, world), ...chainGuard(action, dossier, person, world)];
    case 'sign':
    case 'return':
      if (seal === undefined || seal === dossier.course.attempt?.seal) return [];
      return [{ code: 'seal-differs', message: '您看到的不是现在的申请', remedy: '请刷新后核对再签批' }];
    case 'extend':
    case 'grantExtension':
    case 'refuseExtension':
      return extensionGuard(action, dossier);
    default:
      return [];
  }
}

/** What is logged of a permitted action. */
function rowsOf(ask: Ask, dossier: Dossier, person: Person, world: World, seal: string): Row[] {
  const { action, reason, reasonClass, date } = ask;
  const { course, issue } = dossier;
  const { attempt, extension, state, round } = course;
  const named = namedDoers(dossier, world.people).join('、');
  const base = { action: ACTIONS[action].logged, from: state, reason: reason.trim(), reasonClass, round };
  switch (action) {
    case 'start': {
      const first = issue.firstDeadline;
      const { deadline } = issue;
      // the first deadline may stand in its cell only; the log keeps it before the present one
      const kept = first !== null && course.firstDeadline === null && first !== deadline;
      return [
        ...(kept ? [{ action: '修改' as const, reason: `原定时限${first}`, deadline: first, round }] : []),
        { ...base, to: '整改中', deadline, doers: named },
      ];
    }
    case 'apply':
    case 'applyOngoing': {
      const chain = chainOf(world.settings.chain);
      const step = Array.isArray(chain) ? chain.join('→') : '';
      return [{ ...base, to: '待审核', step, doers: named, decidedOn: seal, parts: partsOf(dossier) }];
    }
    case 'selfCheck':
      return [{ ...base, to: '自查完成', doers: named, decidedOn: seal }];
    case 'sign': {
      if (attempt === null) return [];
      const step = stepNow(dossier) ?? '';
      const actingFor = actingForOf(ask, dossier, person, world);
      const signed: Row = { ...base, step, actingFor, decidedOn: seal };
      if (attempt.signatures.length + 1 < attempt.steps.length) return [signed];
      const closing: LogAction = attempt.target === '已销号' ? '销号' : '转长期坚持';
      return [signed, { action: closing, from: state, to: attempt.target, round, decidedOn: seal }];
    }
    case 'return': {
      const each = (ask.measures ?? []).map((measure) => `措施${measure.id}：${measure.reason.trim()}`);
      const actingFor = actingForOf(ask, dossier, person, world);
      const step = stepNow(dossier) ?? '';
      const told = [base.reason, ...each].join('；');
      return [{ ...base, to: openState(course), reason: told, step, actingFor, decidedOn: seal }];
    }
    case 'withdraw':
      return [{ ...base, to: openState(course) }];
    case 'extend':
      return [{ ...base, deadline: date, doers: named }];
    case 'grantExtension':
    case 'refuseExtension': {
      const deadline = action === 'grantExtension' ? (extension?.to ?? null) : null;
      const actingFor = actingForOf(ask, dossier, person, world);
      const why = base.reason || (extension === null ? '' : `${extension.reasonClass}：${extension.reason}`);
      return [{ ...base, reason: why, actingFor, deadline, step: deciderOf(action, dossier, world) ?? '' }];
    }
    case 'reopen':
      return [{ ...base, to: '重新整改', round: round + 1, deadline: date }];
    case 'terminate':
      return [{ ...base, to: '已终止', actingFor: actingForOf(ask, dossier, person, world), decidedOn: seal }];
    case 'recheck':
      return [{ ...base, decidedOn: seal }];
    case 'progress':
      return [base];
  }
}

function carriedOut(
  { by, now }: Pick<Ask, 'by' | 'now'>,
  dossier: Dossier,
  rows: readonly Row[],
  seal: string,
  world: World | undefined,
): Decision {
  const { issue } = dossier;
  const subject = subjectOf(issue.number);
  const drafts = rows.map((row): LogDraft => ({ ...row, at: now, actor: by.trim().toLowerCase(), subject }));
  const course = drafts.reduce((so, draft) => after(so, recordOf('log', draft)), dossier.course);
  const deadlines = drafts.some(({ action }) => ['延期', '重新整改'].includes(action))
    ? { deadline: course.deadline }
    : {};
  const first = issue.firstDeadline === null ? { firstDeadline: course.firstDeadline } : {};
  return {
    outcome: 'done',
    message: world === undefined ? '' : told(dossier, course, drafts, world),
    unmet: [],
    drafts,
    values: { ...cellsOf(course), ...deadlines, ...first },
    course,
    seal,
  };
}

/** One sentence on what was done, and whose turn it is now. */
function told({ issue, course: before }: Dossier, course: Course, drafts: readonly LogDraft[], world: World): string {
  const what = drafts.map(({ action }) => action).filter((action) => action !== '修改');
  const moved = before.state === course.state ? `状态仍为“${course.state}”` : `“${before.state}”→“${course.state}”`;
  const next = stepNow({ issue, course, at: 0, measures: [], evidence: [] });
  const names =
    next === undefined
      ? []
      : signersOf(next, issue, world.people).map((person) => nameOf(world.people, mailOf(person)));
  const turn = next === undefined ? '' : `，待${next}（${names.join('、')}）签批`;
  const deadline = course.deadline !== before.deadline && course.deadline !== null ? `，时限${course.deadline}` : '';
  return `问题${issue.number ?? ''}已${what.join('、')}：${moved}${deadline}${turn}。`;
}

/** Mail of the person acted for; `''` when the person acts as themselves. */
function actingForOf({ action }: Ask, dossier: Dossier, person: Person, world: World): string {
  const role = ACTIONS[action].who === 'signer' ? stepNow(dossier) : deciderOf(action, dossier, world);
  if (role === undefined) return '';
  return principalOf(person, signersOf(role, dossier.issue, world.people), dossier, world) ?? '';
}

/** The state an issue goes back to: its first round is 整改中, a later one 重新整改. */
function openState({ round }: Course): '整改中' | '重新整改' {
  return round > 1 ? '重新整改' : '整改中';
}
