/** A small fictitious bureau for tests of the close-out machine: who is who, and an issue that is ready to be closed. */
import type { Ledger } from '../../src/ledger/ledger';
import type { LogEntry, Person } from '../../src/ledger/schema';
import type { Settings } from '../../src/ledger/settings';
import type { ActionId } from '../../src/workflow/actions';
import { continueLog } from '../../src/workflow/chain';
import { type Ask, type Decision, decide } from '../../src/workflow/decide';
import { dossiersOf } from '../../src/workflow/dossier';
import type { World } from '../../src/workflow/people';
import { ledgerOf } from '../support/ledgerOf';

const person = (name: string, role: Person['role'], department: string): Person => ({
  mail: `${name}@qingxi.example`,
  name,
  role,
  department,
  position: '',
});

export const PEOPLE: readonly Person[] = [
  person('江一舟', '经办人', '工程股'),
  person('沐青', '部门负责人', '工程股'),
  person('丁远', '部门负责人', '财务股'),
  person('卫兰', '分管领导', '局领导'),
  person('陆衡', '分管领导', '局领导'),
  person('任佳', '整改办', '办公室'),
  person('严格', '主要负责人', '局领导'),
  person('岑静', '纪检', '派驻组'),
];
export const mail = (name: string) => `${name}@qingxi.example`;

export const READY = {
  issues: [
    {
      number: 1,
      title: '工程档案归集不及时',
      aspect: '工程管理方面',
      deadlineKind: '限期整改' as const,
      deadline: '2026-09-30',
      leader: '卫兰',
      department: '工程股',
      person: '江一舟',
      effect: '归集工程档案12卷。',
      state: '未启动' as const,
      round: 1,
    },
  ],
  measures: [
    {
      id: '1-1',
      issue: 1,
      content: '补齐2025年以来12个项目的竣工档案。',
      person: '江一舟',
      period: '一次' as const,
      state: '已完成' as const,
      doneOn: '2026-06-20',
    },
  ],
  evidence: [
    {
      id: '1-1-01',
      issue: 1,
      measure: '1-1',
      type: '台账资料' as const,
      name: '竣工档案移交清单',
      date: '2026-06-18',
      location: '溪建档2026-012',
      registeredBy: mail('江一舟'),
    },
  ],
};

/** A ledger on which actions are carried out as the program would write them, without a spreadsheet. */
export class Bureau {
  ledger: Ledger;
  today: string;
  delegations: World['delegations'] = [];
  readonly #settings: Partial<Settings>;

  constructor(settings: Partial<Settings> = {}, parts: Parameters<typeof ledgerOf>[0] = READY, today = '2026-06-25') {
    this.#settings = { feedbackOn: '2026-03-20', ...settings };
    this.ledger = ledgerOf({ people: [...PEOPLE], ...parts, settings: this.#settings });
    this.today = today;
  }

  get issue() {
    const [issue] = this.ledger.issues.records;
    if (issue === undefined) throw new Error('the ledger has no issue');
    return issue;
  }

  get log(): readonly LogEntry[] {
    return this.ledger.log.records;
  }

  world(): World {
    const { people, settings } = this.ledger;
    return { people: people.records, delegations: this.delegations, settings, today: this.today };
  }

  /** What the action comes to, carried out on the ledger's records. */
  act(action: ActionId, by: string, more: Partial<Ask> = {}): Decision {
    const dossier = dossiersOf(this.ledger).get(1);
    if (dossier === undefined) throw new Error('the ledger has no issue 1');
    const now = `${this.today}T09:00:00+08:00`;
    const ask: Ask = { action, by: mail(by), now, reason: '', reasonClass: '', date: null, ...more };
    const decision = decide(ask, dossier, this.world());
    const entries = continueLog(this.log, decision.drafts);
    this.ledger = {
      ...this.ledger,
      issues: { ...this.ledger.issues, records: [{ ...this.issue, ...decision.values }] },
      log: { ...this.ledger.log, records: [...this.log, ...entries] },
    };
    return decision;
  }

  /** The codes of what stands in the way. */
  refusals(action: ActionId, by: string, more: Partial<Ask> = {}): string[] {
    return this.act(action, by, more).unmet.map(({ code }) => code);
  }

  /** Signs every step of the default chain. */
  signAll(): void {
    for (const by of ['沐青', '卫兰', '任佳', '严格']) this.act('sign', by);
  }
}
