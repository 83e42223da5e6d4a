/** The shapes of what crosses the remote door: findings, an issue with its course, a proposal, figures. */
import { LOG_ACTIONS, NARRATIVE_LEVELS, NARRATIVE_PARTS } from '../ledger/lists';
import { cell, dictionary, flag, list, nullable, number, object, oneOf, optional, text, whole } from './shape';

export const NOTHING = object({});

export const FAULT = object({
  code: text,
  message: text,
  tab: optional(text),
  cell: optional(text),
  key: optional(text),
});

export const WAIVER = object({ by: text, at: text, reason: text });

export const FINDING = object({
  code: text,
  severity: oneOf('error', 'warning', 'note'),
  tab: text,
  key: text,
  column: text,
  cell: text,
  message: text,
  remedy: text,
  related: list(text),
  /** The related records have the same fault. */
  alike: flag,
  /** What the rule is called. */
  title: text,
  /** False where the rule protects the public. */
  waivable: flag,
  waiver: nullable(WAIVER),
});

export const CHECKED = object({ errors: whole, warnings: whole, notes: whole, waived: whole, findings: list(FINDING) });

export const STORED_FILE = object({ id: text, name: text, url: text });

/** One field of a record as the sidebar edits it. */
export const FIELD = object({
  id: text,
  header: text,
  kind: oneOf('text', 'long', 'choice', 'date', 'number', 'check'),
  note: text,
  required: flag,
  system: flag,
  /** Values to choose from; a text field proposes them and takes others too. */
  options: list(text),
  value: cell,
});

export const MEASURE = object({
  id: text,
  content: text,
  result: text,
  state: text,
  person: text,
  deadline: nullable(text),
  evidence: whole,
  /** The periods of a periodic measure up to the present one; none for a measure that is done once. */
  periods: list(object({ label: text, from: text, to: text, state: oneOf('done', 'open', 'missed') })),
  /** A1 address of the measure's 措施内容. */
  cell: text,
  fields: list(FIELD),
});

export const EVIDENCE = object({
  id: text,
  measure: text,
  type: text,
  name: text,
  date: nullable(text),
  location: text,
  cell: text,
});

export const EVENT = object({
  sequence: whole,
  at: text,
  actor: text,
  action: oneOf('', ...LOG_ACTIONS),
  subject: text,
  from: text,
  to: text,
  reason: text,
});

export const UNMET = object({ code: text, message: text, remedy: text });

/** What the state of an issue allows; `unmet` is all that keeps this person from it now. */
export const ACTION = object({
  id: text,
  title: text,
  /** What has to be given with it. */
  needs: list(oneOf('reason', 'date', 'reasonClass')),
  /** Values of 事由类别 to choose from. */
  classes: list(text),
  unmet: list(UNMET),
});

/** Where an issue stands on its way to being closed out, rebuilt from 办理记录. */
export const COURSE = object({
  round: whole,
  /** Why the present round's last application came back; `''` when it did not. */
  returned: text,
  attempt: nullable(
    object({
      target: oneOf('已销号', '长期坚持'),
      by: text,
      at: text,
      seal: text,
      steps: list(
        object({
          role: text,
          /** Name of whoever signed, `''` until then; with the person signed for in brackets. */
          by: text,
          at: text,
          /** Names of those who may sign. */
          may: list(text),
        }),
      ),
    }),
  ),
  extension: nullable(object({ by: text, at: text, reasonClass: text, reason: text, to: text })),
  /** Rounds that were closed before the present one. */
  past: list(object({ round: whole, closedAs: text, closedOn: text, signedBy: list(text), reopened: text })),
  /** Names of those who did the work and so can't sign. */
  doers: list(text),
});

/** Everything the sidebar shows of one issue. */
export const ISSUE = object({
  number: whole,
  title: text,
  aspect: text,
  state: text,
  deadline: nullable(text),
  /** Days to the deadline, negative after it. */
  daysLeft: nullable(whole),
  due: oneOf('逾期', '临期', '正常', '无时限'),
  leader: text,
  department: text,
  person: text,
  hints: text,
  cell: text,
  fields: list(FIELD),
  measures: list(MEASURE),
  evidence: list(EVIDENCE),
  history: list(EVENT),
  findings: list(FINDING),
  course: COURSE,
  actions: list(ACTION),
  previous: nullable(whole),
  next: nullable(whole),
});

export const PROPOSED_ISSUE = object({
  number: whole,
  aspect: text,
  group: text,
  title: text,
  detail: text,
  measures: list(text),
  measureLead: text,
  measureClosing: text,
  measureForm: text,
  statusWord: text,
  state: text,
});

/** A proposal as a person may correct it before anything is written. */
export const PROPOSAL = object({
  kind: oneOf('feedback', 'report'),
  settings: list(object({ item: text, value: text })),
  issues: list(PROPOSED_ISSUE),
  narrative: list(
    object({
      part: oneOf(...NARRATIVE_PARTS),
      order: whole,
      level: oneOf(...NARRATIVE_LEVELS),
      title: text,
      body: text,
    }),
  ),
  unplaced: list(text),
  warnings: list(text),
});

export const IMPORTED = object({
  kind: oneOf('feedback', 'report'),
  aspects: whole,
  groups: whole,
  issues: whole,
  measures: whole,
  unplaced: list(text),
  warnings: list(text),
});

export const LEVEL = oneOf('提醒', '督办', '告诫');

export const UPLOAD = object({ name: text, type: text, base64: text });

export const SOURCE = { name: text, base64: optional(text), text: optional(text) };

export const RATE = object({ n: whole, d: whole });

export const ISSUE_COUNTS = {
  total: whole,
  byState: dictionary(whole),
  closed: whole,
  ongoing: whole,
  inProgress: whole,
  notStarted: whole,
  terminated: whole,
  overdue: whole,
  completion: RATE,
};

export const GROUPS = list(object({ name: text, ...ISSUE_COUNTS }));

export const OUTCOMES = dictionary(object({ records: whole, byUnit: dictionary(number), number, money: number }));

export const PUNCTUALITY = object({
  onTime: whole,
  closedLate: whole,
  openLate: whole,
  notDue: whole,
  unknown: whole,
  rate: RATE,
});

export const DATED = list(
  object({
    number: nullable(whole),
    title: text,
    department: text,
    leader: text,
    state: text,
    deadline: nullable(text),
    daysLeft: nullable(whole),
    age: nullable(whole),
  }),
);

/** The shape of UnitFigures; here, since the client takes along whatever the contract imports. */
export const FIGURES = {
  fedBack: whole,
  closed: whole,
  ongoing: whole,
  inProgress: whole,
  notStarted: whole,
  terminated: whole,
  overdue: whole,
  measuresDone: whole,
  measuresInForce: whole,
};
