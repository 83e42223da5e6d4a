/** Random people doing random things, against invariants kept by a model that knows nothing of the machine's own code. */
import fc from 'fast-check';
import { addDays } from '../../src/text/dates';
import { ACTION_IDS, ACTIONS } from '../../src/workflow/actions';
import { verifyLog } from '../../src/workflow/chain';
import { verify } from '../../src/workflow/verify';
import { Bureau, mail, PEOPLE, READY } from './bureau';

type Valued<A> = A extends fc.Arbitrary<infer V> ? V : never;

const NAMES = PEOPLE.map(({ name }) => name);
const CHAINS = ['整改办', '部门负责人→整改办', '部门负责人→分管领导→整改办→主要负责人', '整改办→纪检→主要负责人'];

const anAction = fc.record({
  kind: fc.constant('act' as const),
  action: fc.constantFrom(...ACTION_IDS),
  by: fc.constantFrom(...NAMES, '路人', ''),
  isFilled: fc.boolean(),
});
/** What the state is waiting for, by somebody who might do it: else hardly any walk would come to a close-out. */
const aStepOn = fc.record({ kind: fc.constant('on' as const), by: fc.constantFrom(...NAMES) });
const anEdit = fc.oneof(
  fc.record({ kind: fc.constant('owner' as const), name: fc.constantFrom(...NAMES) }),
  fc.record({ kind: fc.constant('result' as const), text: fc.constantFrom('', '补齐9个项目。', '补齐12个项目。') }),
  fc.record({ kind: fc.constant('delegate' as const), from: fc.constantFrom(...NAMES), to: fc.constantFrom(...NAMES) }),
  fc.record({ kind: fc.constant('chain' as const), chain: fc.constantFrom(...CHAINS) }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 0, max: 40 }) }),
);
const steps = fc.array(
  fc.oneof({ weight: 3, arbitrary: anAction }, { weight: 6, arbitrary: aStepOn }, { weight: 1, arbitrary: anEdit }),
  { maxLength: 40, size: 'max' },
);

/** What the model remembers: who worked, who signed since the last application, and how it was then. */
class Model {
  /** 责任人 of the measure and whoever registered its evidence, from the first. */
  readonly workers = new Set([mail('江一舟')]);
  signed: { by: string; actingFor: string }[] = [];
  chain: string[] = [];
  content = '';
  first: string | null = null;
  closings = 0;
}

function play(bureau: Bureau, script: Valued<typeof steps>, model: Model) {
  for (const written of script) {
    if (written.kind !== 'act' && written.kind !== 'on') {
      edit(bureau, written);
      continue;
    }
    const step = written.kind === 'on' ? onward(bureau, model, written.by) : written;
    const before = JSON.stringify(bureau.ledger);
    const oldLog = [...bureau.log];
    const was = bureau.issue.state;
    const { classes = [] } = ACTIONS[step.action];
    const filled = step.isFilled
      ? {
          reason: '情况属实，予以办理',
          reasonClass: classes[0] ?? '',
          date: addDays(bureau.issue.deadline ?? bureau.today, 30),
        }
      : {};
    const by = step.by === '' ? { by: '' } : {};
    const decision = bureau.act(step.action, step.by, { ...filled, ...by });

    if (decision.outcome === 'refused') {
      expect(decision.unmet.length).toBeGreaterThan(0);
      expect(JSON.stringify(bureau.ledger)).toBe(before);
      continue;
    }
    // whoever was named when the log wrote down who was at work
    if (['start', 'apply', 'extend'].includes(step.action)) model.workers.add(mail(bureau.issue.person));
    expect(bureau.log.slice(0, oldLog.length)).toEqual(oldLog);
    expect(verifyLog(bureau.log)).toEqual({ rows: bureau.log.length, intact: true, broken: null });
    expect(verify(bureau.ledger).differs.filter(({ column }) => column !== 'deadline')).toEqual([]);
    if (model.first === null) model.first = bureau.issue.firstDeadline;
    expect(bureau.issue.firstDeadline).toBe(model.first);

    const content = JSON.stringify([
      bureau.ledger.measures.records,
      bureau.ledger.evidence.records,
      bureau.issue.person,
    ]);
    if (decision.outcome === 'void') model.signed = [];
    else if (step.action === 'apply') {
      model.workers.add(mail(step.by));
      model.signed = [];
      model.chain = bureau.ledger.settings.chain.split('→');
      model.content = content;
    } else if (step.action === 'sign') {
      const row = bureau.log.filter(({ action }) => action === '签批').pop();
      model.signed.push({ by: row?.actor ?? '', actingFor: row?.actingFor ?? '' });
    } else if (step.action === 'progress') model.workers.add(mail(step.by));
    if (bureau.issue.state === '已销号' && was !== '已销号') closed(bureau, model, content);
  }
}

function onward(bureau: Bureau, model: Model, by: string): Valued<typeof anAction> {
  const act = { kind: 'act' as const, isFilled: true };
  const { state } = bureau.issue;
  if (state === '未启动') return { ...act, action: 'start', by: '江一舟' };
  if (state !== '待审核') return { ...act, action: state === '已销号' ? 'reopen' : 'apply', by };
  const role = model.chain[model.signed.length];
  return { ...act, action: 'sign', by: PEOPLE.find((person) => person.role === role)?.name ?? by };
}

/** Nothing reaches 已销号 but through every step of the chain, in order, each by another person who did none of the work. */
function closed(bureau: Bureau, model: Model, content: string) {
  model.closings += 1;
  expect(model.signed).toHaveLength(model.chain.length);
  expect(new Set(model.signed.map(({ by }) => by)).size).toBe(model.chain.length);
  expect(content).toBe(model.content);
  model.signed.forEach(({ by, actingFor }, at) => {
    expect(model.workers.has(by)).toBe(false);
    expect(model.workers.has(actingFor)).toBe(false);
    const role = PEOPLE.find((person) => person.mail === (actingFor || by))?.role;
    expect(role).toBe(model.chain[at]);
    if (actingFor !== '') {
      const names = bureau.delegations.map(({ principal, delegate }) => `${mail(principal)}→${mail(delegate)}`);
      expect(names).toContain(`${actingFor}→${by}`);
    }
  });
}

function edit(bureau: Bureau, step: Valued<typeof anEdit>) {
  if (step.kind === 'owner') {
    bureau.ledger.issues.records = [{ ...bureau.issue, person: step.name }];
  } else if (step.kind === 'result') {
    bureau.ledger.measures.records = bureau.ledger.measures.records.map((measure) => ({
      ...measure,
      result: step.text,
    }));
  } else if (step.kind === 'delegate') {
    bureau.delegations = [
      ...bureau.delegations,
      { principal: step.from, delegate: step.to, from: '2026-01-01', until: '2029-12-31' },
    ];
  } else if (step.kind === 'chain') {
    bureau.ledger.settings.chain = step.chain;
  } else if (step.kind === 'wait') {
    bureau.today = addDays(bureau.today, step.days);
  }
}

test('no sequence of actions breaks the close-out', () => {
  let closings = 0;
  fc.assert(
    fc.property(steps, fc.constantFrom(...CHAINS), (script, chain) => {
      const bureau = new Bureau({ chain }, READY);
      const model = new Model();
      play(bureau, script, model);
      closings += model.closings;
    }),
    { numRuns: 80 },
  );
  // the property would say nothing if nothing were ever closed
  expect(closings).toBeGreaterThan(0);
});
