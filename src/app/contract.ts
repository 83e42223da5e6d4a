/** What crosses the remote door: every command's argument and result, as shapes both sides check. */
import { REPORT_COMMANDS } from './contractReports';
import {
  CHECKED,
  DATED,
  FAULT,
  FIELD,
  FIGURES,
  GROUPS,
  IMPORTED,
  ISSUE,
  ISSUE_COUNTS,
  LEVEL,
  NOTHING,
  OUTCOMES,
  PROPOSAL,
  PUNCTUALITY,
  RATE,
  SOURCE,
  STORED_FILE,
  UNMET,
  UPLOAD,
} from './contractShapes';
import {
  cell,
  dictionary,
  flag,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  type Typed,
  text,
  whole,
} from './shape';

/** Name → what the command takes and gives. The client's calls are typed from this. */
export const CONTRACT = {
  setUpLedger: {
    takes: NOTHING,
    gives: object({
      created: list(text),
      addedColumns: list(text),
      migratedFrom: nullable(whole),
      version: whole,
    }),
  },
  importDocument: { takes: object({ ...SOURCE, append: optional(flag) }), gives: IMPORTED },
  previewImport: { takes: object(SOURCE), gives: PROPOSAL },
  confirmImport: { takes: object({ source: text, proposal: PROPOSAL, append: optional(flag) }), gives: IMPORTED },
  checkLedger: { takes: NOTHING, gives: CHECKED },
  waiveFinding: {
    takes: object({ code: text, tab: text, key: text, cell: text, reason: text }),
    gives: CHECKED,
  },
  ...REPORT_COMMANDS,
  readTab: {
    takes: object({ tab: text }),
    gives: object({ columns: list(text), rows: list(dictionary(cell)) }),
  },
  mergeEdits: {
    takes: object({
      tabs: list(object({ title: text, rows: list(object({ row: nullable(whole), values: dictionary(cell) })) })),
      adopt: optional(flag),
      whole: optional(flag),
    }),
    gives: object({ changed: whole, added: whole, refused: list(FAULT) }),
  },
  /** Where the person stands: the record under the cursor, when it is an issue's or one of its measures. */
  selection: {
    takes: NOTHING,
    gives: object({ tab: text, row: whole, issue: nullable(whole), measure: nullable(text) }),
  },
  viewIssue: { takes: object({ issue: whole }), gives: ISSUE },
  searchIssues: {
    takes: object({ query: text }),
    gives: list(object({ number: whole, title: text, state: text, deadline: nullable(text) })),
  },
  /** `expected`: the values the person saw; a cell that is different now is a fault, and nothing is written. */
  saveRecord: {
    takes: object({
      tab: oneOf('issues', 'measures'),
      key: text,
      expected: dictionary(cell),
      values: dictionary(cell),
    }),
    gives: object({ changed: whole }),
  },
  /** `document`: the 收文编号 that starts the issue. */
  addIssue: {
    takes: object({ values: dictionary(cell), document: optional(text) }),
    gives: object({ key: text }),
  },
  addMeasure: { takes: object({ issue: whole, values: dictionary(cell) }), gives: object({ key: text }) },
  addEvidence: {
    takes: object({ issue: whole, measure: text, values: dictionary(cell), file: optional(UPLOAD) }),
    gives: object({ key: text }),
  },
  addDocument: { takes: object({ values: dictionary(cell) }), gives: object({ key: text }) },
  /** 收文登记: those still to be settled first, by due date. */
  listDocuments: {
    takes: NOTHING,
    gives: list(
      object({
        id: text,
        sender: text,
        title: text,
        documentNumber: text,
        receivedOn: nullable(text),
        instruction: text,
        department: text,
        dueOn: nullable(text),
        settledOn: nullable(text),
        daysLeft: nullable(whole),
        issues: list(whole),
        cell: text,
      }),
    ),
  },
  /**
   * 办理: one action on one issue or many. `seal`: the fingerprint the person saw; a different one refuses; `seals`: the
   * same for each issue by its number. `measures`: what is wanted of single measures when an application is returned.
   */
  act: {
    takes: object({
      action: text,
      issues: list(whole),
      reason: optional(text),
      date: optional(text),
      reasonClass: optional(text),
      seal: optional(text),
      seals: optional(dictionary(text)),
      measures: optional(list(object({ id: text, reason: text }))),
    }),
    gives: object({
      results: list(
        object({
          issue: whole,
          ok: flag,
          from: text,
          to: text,
          round: whole,
          /** Fingerprint of what was decided on. */
          seal: text,
          message: text,
          unmet: list(UNMET),
        }),
      ),
    }),
  },
  /** What waits for this person's signature. */
  waiting: {
    takes: NOTHING,
    gives: list(object({ number: whole, title: text, target: text, step: text, by: text, at: text, seal: text })),
  },
  /** 回头看: a sample of closed issues anybody can draw again from its seed, and the overturn rate so far. */
  drawRecheck: {
    takes: object({ share: number, seed: text, by: optional(oneOf('方面', '责任部门')) }),
    gives: object({
      seed: text,
      share: number,
      population: whole,
      sample: list(object({ number: whole, title: text, stratum: text })),
      /** 部分反弹 and 反弹 of all that were re-checked. */
      overturned: object({ n: whole, d: whole }),
    }),
  },
  /** Verifies the chain of 办理记录, its sealed heads, and every status against it. */
  verifyLog: {
    takes: NOTHING,
    gives: object({
      rows: whole,
      intact: flag,
      /** 序号 of the first row that does not follow from the one before. */
      broken: nullable(whole),
      /** Sealed heads that were compared. */
      seals: whole,
      differs: list(object({ issue: whole, cell: text, message: text })),
    }),
  },
  /** The issue's folder in Drive, made when it is not there yet. */
  issueFolder: { takes: object({ issue: whole }), gives: STORED_FILE },
  /** Compares the electronic evidence with the checksums kept of it, and keeps those that are missing. */
  verifyFiles: {
    takes: NOTHING,
    gives: object({ checked: whole, filled: whole, changed: list(object({ id: text, message: text })) }),
  },
  /** Blank fields of a new record, for a form. */
  blankRecord: { takes: object({ tab: oneOf('issues', 'measures', 'evidence', 'documents') }), gives: list(FIELD) },
  /** Stands the person on a cell. */
  jumpTo: { takes: object({ tab: text, cell: text }), gives: NOTHING },
  /** Who the person is to the ledger, and what the unit is called. */
  whoAmI: { takes: NOTHING, gives: object({ mail: text, name: text, role: text, unit: text }) },
  /**
   * 提醒: what is due today; a dry run, for which alone a day may be named, sends nothing and shows the same. `postponed`:
   * beyond the quota; `doubtful`: mails that may not have arrived and are not sent again; `unsent`: left to the next run.
   */
  remind: {
    takes: object({ dryRun: flag, today: optional(text) }),
    gives: object({
      mails: list(
        object({
          to: text,
          name: text,
          level: LEVEL,
          number: text,
          subject: text,
          body: text,
          items: list(object({ issue: whole, title: text, reason: text, level: LEVEL, number: text, url: text })),
        }),
      ),
      postponed: list(object({ to: text, name: text })),
      unreachable: list(object({ name: text, why: text, issues: list(whole) })),
      doubtful: list(text),
      sent: whole,
      unsent: whole,
      quotaLeft: whole,
    }),
  },
  /** 党组会材料 of a period; without `from` since the last one. Days as people write them. */
  progressPack: {
    takes: object({ from: optional(text), to: optional(text) }),
    gives: object({
      from: text,
      to: text,
      closed: whole,
      overdue: whole,
      asked: whole,
      docx: STORED_FILE,
      document: STORED_FILE,
      text: text,
    }),
  },
  /** The filter views of 问题台账, with the issues each shows now; `url` is `''` while the view is not made. */
  listViews: {
    takes: NOTHING,
    gives: list(object({ title: text, family: text, subject: text, tab: text, count: whole, url: text })),
  },
  /** 更新视图: how many views there are now, and what had to be done for it. */
  refreshViews: { takes: NOTHING, gives: object({ views: whole, made: whole, changed: whole, removed: whole }) },
  /** 刷新看板: the instant it shows. */
  refreshDashboard: { takes: NOTHING, gives: object({ asOf: text }) },
  /** All of statisticsOf (src/progress/statistics.ts), where each number is explained; rates as n of d. */
  statistics: {
    takes: NOTHING,
    gives: object({
      asOf: text,
      fedBack: whole,
      issues: object(ISSUE_COUNTS),
      aspects: GROUPS,
      departments: GROUPS,
      leaders: GROUPS,
      deadlineKinds: GROUPS,
      measures: object({
        total: whole,
        done: whole,
        inProgress: whole,
        notStarted: whole,
        cancelled: whole,
        inForce: whole,
        completion: RATE,
      }),
      outcomes: OUTCOMES,
      publicOutcomes: OUTCOMES,
      onTime: object({ first: PUNCTUALITY, present: PUNCTUALITY }),
      acceptance: object({
        reported: object({ selfChecked: whole, waiting: whole, measuresDone: whole, total: whole }),
        signed: RATE,
        takenOver: RATE,
      }),
      ages: list(object({ name: text, count: whole })),
      evidenced: RATE,
      returned: RATE,
      overturned: RATE,
      nextDue: DATED,
      oldestOpen: DATED,
      burnDown: list(object({ date: text, planned: whole, left: nullable(whole) })),
    }),
  },
  /**
   * 汇总 of the ledgers listed in 下属单位, begun or gone on with. `pending` above 0: not all are read yet, and it goes on by
   * itself; `round` is there at the end only.
   */
  rollUp: {
    takes: NOTHING,
    gives: object({
      units: whole,
      read: whole,
      pending: whole,
      failed: list(object({ unit: text, message: text })),
      round: nullable(
        object({
          total: object({ units: whole, ...FIGURES, completion: RATE }),
          league: list(object({ rank: whole, unit: text, ...FIGURES, completion: RATE })),
          notice: text,
          common: list(
            object({
              title: text,
              units: list(text),
              issues: list(object({ unit: text, number: nullable(whole), title: text })),
            }),
          ),
        }),
      ),
    }),
  },
} as const;

export type CommandName = keyof typeof CONTRACT;
export type Takes<N extends CommandName> = Typed<(typeof CONTRACT)[N]['takes']>;
export type Gives<N extends CommandName> = Typed<(typeof CONTRACT)[N]['gives']>;
