/** What stands in the way of an action, all of it at once, each with its remedy. */
import type { Measure, Person, Role } from '../ledger/schema';
import { daysBetween, formatChineseDate } from '../text/dates';
import { splitNames } from '../text/names';
import { ACTIONS, type ActionId, REVIEW_ROLES, WORK_ROLES } from './actions';
import { stepsIn } from './course';
import type { Dossier } from './dossier';
import {
  doersOf,
  higherRole,
  independentSigners,
  mailOf,
  nameOf,
  personOf,
  principalsOf,
  signersOf,
  type World,
} from './people';
import { periodsOf } from './periods';

export interface Unmet {
  code: string;
  message: string;
  remedy: string;
}

/** What comes with an action. */
export interface Input {
  reason: string;
  date: string | null;
  reasonClass: string;
}

/** A reason shorter than this says nothing. */
const SHORTEST_REASON = 4;
/** 设置 销号流程 of a unit in which nobody is independent. */
const SELF_CHECK = '自查';
const MISSING_SHOWN = 3;

const unmet = (code: string, message: string, remedy: string): Unmet => ({ code, message, remedy });

/** The chain of 设置; `self` where the unit can only check itself; undefined when it can't be read. */
export function chainOf(text: string): Role[] | 'self' | undefined {
  const words = text.split(/\s*(?:→|->|—+|-+|>|＞|、|，|,|；|;|\s)\s*/).filter((word) => word !== '');
  if (words.length === 1 && words[0] === SELF_CHECK) return 'self';
  const steps = stepsIn(words.join('→'));
  return steps.length > 0 && steps.length === words.length ? steps : undefined;
}

/** Who acts: the signed-in address as 名单 knows it. Nothing falls back to a typed name. */
export function identityGuard(mail: string, people: readonly Person[]): Unmet[] {
  if (mail.trim() === '')
    return [unmet('no-identity', '看不到您的登录邮箱，不能确认是谁在办理', '请用单位账号登录，从菜单打开侧栏办理')];
  if (personOf(people, mail) !== undefined) return [];
  return [unmet('not-listed', `${mail}不在“名单”中`, '请整改办在“名单”登记您的邮箱、姓名和角色')];
}

/** The state the action starts from, and what has to be given with it. */
export function formGuard(action: ActionId, dossier: Dossier, input: Input, { today }: World): Unmet[] {
  const { title, from, needs, classes } = ACTIONS[action];
  const { state, deadline, attempt } = dossier.course;
  const found: Unmet[] = [];
  if (!from.some((allowed) => allowed === state))
    return [unmet('wrong-state', `现为“${state}”，不能${title}`, `“${from.join('”“')}”的问题才能${title}`)];
  if (needs.includes('reasonClass') && !(classes ?? []).includes(input.reasonClass))
    found.push(unmet('no-class', `没有选定${title}的类别`, `请选择：${(classes ?? []).join('、')}`));
  if (needs.includes('reason') && input.reason.trim().length < SHORTEST_REASON)
    found.push(
      unmet('no-reason', `没有写明${title}的事由`, `请写明事由（至少${SHORTEST_REASON}个字），将记入办理记录`),
    );
  if (needs.includes('date')) {
    const after = action === 'extend' ? (deadline ?? dossier.issue.deadline ?? today) : today;
    if (input.date === null) found.push(unmet('no-date', '没有写明新的时限', '请填写日期，如 2026-12-31'));
    else if (input.date <= after)
      found.push(unmet('date-not-later', `新的时限${input.date}不晚于${after}`, '请填写更晚的日期'));
  }
  if (action === 'withdraw' && (attempt?.signatures.length ?? 0) > 0)
    found.push(unmet('already-signed', '已有人签批，不能撤回', '请签批人退回'));
  return found;
}

/** Whether this person may do it; who acts for whom is told by `actingForOf`. */
export function roleGuard(action: ActionId, dossier: Dossier, person: Person, world: World): Unmet[] {
  const { who, title } = ACTIONS[action];
  const { course, issue, measures } = dossier;
  const mail = mailOf(person);
  const isDoer = doersOf(dossier, world.people).has(mail);
  if (who === 'applicant') {
    const by = course.attempt?.by ?? '';
    if (by.toLowerCase() === mail) return [];
    return [
      unmet('not-applicant', `申请人是${nameOf(world.people, by)}，只有申请人能撤回`, '请申请人撤回，或由签批人退回'),
    ];
  }
  if (who === 'work') {
    const named = [issue, ...measures].flatMap((record) => splitNames(record.person));
    const may = WORK_ROLES.includes(person.role) || [...named, ...splitNames(issue.leader)].includes(person.name);
    if (may) return [];
    return [
      unmet('not-your-task', `您的角色是“${person.role}”，不能${title}`, `请责任人、${WORK_ROLES.join('、')}办理`),
    ];
  }
  const doer = unmet(
    'is-doer',
    `您参与了本问题的整改（责任人、申请人、登记佐证或改动措施），不能${title}`,
    '请没有参与的人办理',
  );
  if (who === 'review') {
    if (!REVIEW_ROLES.includes(person.role))
      return [unmet('not-your-role', `您的角色是“${person.role}”，不能${title}`, `请${REVIEW_ROLES.join('、')}办理`)];
    return isDoer ? [doer] : [];
  }
  const role = who === 'signer' ? stepNow(dossier) : deciderOf(action, dossier, world);
  if (role === undefined) return [];
  const found: Unmet[] = isDoer ? [doer] : [];
  const signers = signersOf(role, issue, world.people);
  if (principalOf(person, signers, dossier, world) === undefined) {
    const names = signers.map(({ name }) => name).join('、') || '名单中尚无此人';
    const step = who === 'signer' ? `现在的环节是“${role}”（${names}）` : `须由“${role}”（${names}）决定`;
    found.push(unmet('not-your-step', `${step}，您不能${title}`, '请其本人办理，或由整改办在“代签委托”登记委托'));
  }
  if (
    who === 'signer' &&
    (course.attempt?.signatures ?? []).some(({ by, actingFor }) => by === mail || actingFor === mail)
  )
    found.push(unmet('signed-before', '您已签过本次申请的另一环节，一人只能签一个环节', '请另一人签批'));
  return found;
}

/** The role whose signature is next; undefined when nothing is applied for. */
export function stepNow({ course: { attempt } }: Dossier): Role | undefined {
  return attempt?.steps[attempt.signatures.length];
}

/** The role that decides on an extension (one level higher beyond the cap of 设置) or a termination. */
export function deciderOf(action: ActionId, { course, issue }: Dossier, { settings }: World): Role | undefined {
  if (ACTIONS[action].who === 'terminationRole') return settings.terminationRole;
  if (course.extension === null) return undefined;
  const first = course.firstDeadline ?? issue.firstDeadline ?? course.extension.to;
  const beyond = daysBetween(first, course.extension.to) > (settings.extensionCap ?? Infinity);
  return beyond ? higherRole(settings.extensionRole) : settings.extensionRole;
}

/** Whom the person acts for when signing as one of `signers`: `''` for oneself; undefined when not entitled. */
export function principalOf(
  person: Person,
  signers: readonly Person[],
  dossier: Dossier,
  world: World,
): string | undefined {
  if (signers.some((signer) => mailOf(signer) === mailOf(person))) return '';
  const doers = doersOf(dossier, world.people);
  const principal = principalsOf(person, signers, world).find((candidate) => !doers.has(mailOf(candidate)));
  return principal === undefined ? undefined : mailOf(principal);
}

/** What has to be filled in before work begins. */
export function startGuard({ issue, measures }: Dossier): Unmet[] {
  const columns = { leader: '牵头领导', department: '责任部门', person: '责任人', deadline: '整改时限' } as const;
  const blank = (['leader', 'department', 'person', 'deadline'] as const).filter((id) => !issue[id]);
  const found = blank.map((id) => unmet(`no-${id}`, `没有填写${columns[id]}`, `请在“问题台账”填写${columns[id]}`));
  const inForce = measures.filter(({ state }) => state !== '已取消');
  return inForce.length > 0 ? found : [...found, unmet('no-measure', '没有整改措施', '请在“整改措施”至少登记一项措施')];
}

/** What has to be done and shown before close-out is applied for, and who has to be there to sign. */
export function completionGuard(action: ActionId, dossier: Dossier, world: World): Unmet[] {
  const { issue, measures, evidence, course } = dossier;
  const { today, settings } = world;
  const found = startGuard(dossier);
  const inForce = measures.filter(({ state }) => state !== '已取消');
  const isOngoing = (measure: Measure) => action === 'applyOngoing' && isPeriodic(measure);
  const open = inForce.filter((measure) => measure.state !== '已完成' && !isOngoing(measure));
  if (open.length > 0)
    found.push(unmet('measure-open', `措施${idsOf(open)}尚未完成`, '完成后填写状态和完成日期，不再实施的取消并说明'));
  const silent = measures.filter(({ state, result }) => state === '已取消' && result.trim() === '');
  if (silent.length > 0)
    found.push(unmet('cancelled-silently', `措施${idsOf(silent)}已取消而未说明`, '请在“落实情况”写明取消的理由'));
  const whole = evidence.some(({ measure }) => measure.trim() === '');
  const bare = inForce.filter(({ id }) => !whole && !evidence.some(({ measure }) => measure.trim() === id.trim()));
  if (bare.length > 0)
    found.push(unmet('no-evidence', `措施${idsOf(bare)}没有佐证材料`, '请在“佐证材料”登记，没有电子件的写档号'));
  for (const measure of inForce) {
    const own = evidence.filter((entry) => entry.measure.trim() === measure.id.trim()).map(({ period }) => period);
    const missed = periodsOf(measure, own, settings.feedbackOn, today).filter(({ state }) => state === 'missed');
    if (missed.length === 0) continue;
    const labels = missed.slice(0, MISSING_SHOWN).map(({ label }) => label);
    const more = missed.length > MISSING_SHOWN ? `等${missed.length}期` : '';
    const message = `周期性措施${measure.id}缺${labels.join('、')}${more}的佐证`;
    found.push(unmet('period-missed', message, '请按期补登佐证材料并填写所属期'));
  }
  const { feedbackOn } = settings;
  const early = feedbackOn === null ? [] : evidence.filter(({ date }) => date !== null && date < feedbackOn);
  if (early.length > 0)
    found.push(
      unmet(
        'evidence-before-feedback',
        `佐证${idsOf(early)}早于反馈日期${formatChineseDate(feedbackOn ?? today)}`,
        '反馈之前的材料不能证明整改，请更换',
      ),
    );
  if (action === 'applyOngoing' && !inForce.some(isPeriodic))
    found.push(unmet('no-periodic', '没有周期性措施，不能申请长期坚持', '请登记周期性措施，或申请销号'));
  if (issue.effect.trim() === '') found.push(unmet('no-effect', '没有填写整改成效', '请在“问题台账”填写整改成效'));
  if (course.extension !== null)
    found.push(unmet('extension-pending', '延期申请尚未决定', '请先由审批人批准或不予延期'));
  return found;
}

/** Whether the chain of 设置 can be signed: every step needs somebody who did not do the work, the applicant included. */
export function chainGuard(action: ActionId, dossier: Dossier, applicant: Person, world: World): Unmet[] {
  const chain = chainOf(world.settings.chain);
  const where = '请整改办在“设置”的“销号流程”';
  if (chain === undefined)
    return [unmet('no-chain', `销号流程“${world.settings.chain}”不能识别`, `${where}用“→”连接各环节的角色`)];
  if (action === 'selfCheck')
    return chain === 'self' ? [] : [unmet('has-chain', '已设销号流程，应申请销号', '请改用“申请销号”')];
  if (chain === 'self')
    return [
      unmet(
        'self-check-only',
        '本单位只作自查，没有独立的签批人，不能销号',
        `请用“自查完成”，或${where}写明签批的角色`,
      ),
    ];
  const asked = {
    ...dossier,
    course: { ...dossier.course, doers: new Set([...dossier.course.doers, mailOf(applicant)]) },
  };
  return [...new Set(chain)].flatMap((role) => {
    const wanted = chain.filter((step) => step === role).length;
    if (independentSigners(role, asked, world).length >= wanted) return [];
    const signers = signersOf(role, dossier.issue, world.people);
    const whose = role === '部门负责人' ? `（${dossier.issue.department}）` : '';
    const message =
      signers.length === 0
        ? `名单中没有“${role}”${whose}，环节“${role}”无人可签`
        : `“${role}”（${signers.map(({ name }) => name).join('、')}）参与了整改或人数不足，环节“${role}”无人可签`;
    return [unmet('no-approver', message, `请整改办在“名单”登记没有参与整改的${role}，或登记代签委托、调整销号流程`)];
  });
}

/** Whether there is an extension to decide on, and none to ask for twice. */
export function extensionGuard(action: ActionId, { course }: Dossier): Unmet[] {
  if (action === 'extend')
    return course.extension === null
      ? []
      : [unmet('extension-pending', '已有延期申请尚未决定', '请等审批人决定后再申请')];
  return course.extension === null ? [unmet('no-extension', '没有待决定的延期申请', '请责任人先申请延期')] : [];
}

function isPeriodic({ period }: Measure): boolean {
  return period !== '' && period !== '一次';
}

function idsOf(records: readonly { id: string }[]): string {
  return records.map(({ id }) => id).join('、');
}
