/** What crosses the remote door: every command's argument and result, as shapes both sides check. */
import { LOG_ACTIONS, NARRATIVE_LEVELS, NARRATIVE_PARTS } from '../ledger/schema';
import { cell, dictionary, flag, list, nullable, object, oneOf, optional, type Typed, text, whole } from './shape';

const NOTHING = object({});
const VARIANT = oneOf('four-part', 'two-part', 'statistics-first');

export const FAULT = object({
  code: text,
  message: text,
  tab: optional(text),
  cell: optional(text),
  key: optional(text),
});

const WAIVER = object({ by: text, at: text, reason: text });

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

const CHECKED = object({ errors: whole, warnings: whole, notes: whole, waived: whole, findings: list(FINDING) });

const STORED_FILE = object({ id: text, name: text, url: text });

/** One field of a record as the sidebar edits it. */
const FIELD = object({
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

const MEASURE = object({
  id: text,
  content: text,
  result: text,
  state: text,
  person: text,
  deadline: nullable(text),
  evidence: whole,
  /** A1 address of the measure's 措施内容. */
  cell: text,
  fields: list(FIELD),
});

const EVIDENCE = object({
  id: text,
  measure: text,
  type: text,
  name: text,
  date: nullable(text),
  location: text,
  cell: text,
});

const EVENT = object({
  sequence: whole,
  at: text,
  actor: text,
  action: oneOf('', ...LOG_ACTIONS),
  subject: text,
  from: text,
  to: text,
  reason: text,
});

/** Everything the sidebar shows of one issue. */
const ISSUE = object({
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
  previous: nullable(whole),
  next: nullable(whole),
});

const PROPOSED_ISSUE = object({
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

const IMPORTED = object({
  kind: oneOf('feedback', 'report'),
  aspects: whole,
  groups: whole,
  issues: whole,
  measures: whole,
  unplaced: list(text),
  warnings: list(text),
});

const SOURCE = { name: text, base64: optional(text), text: optional(text) };

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
  generateReport: {
    takes: object({ kind: oneOf('public'), variant: optional(VARIANT), final: optional(flag) }),
    gives: object({
      status: oneOf('draft', 'final'),
      docx: nullable(STORED_FILE),
      document: nullable(STORED_FILE),
      /** The report's text, one line a paragraph. */
      text: nullable(text),
      refused: list(FAULT),
    }),
  },
  previewReport: {
    takes: object({ kind: oneOf('public'), variant: optional(VARIANT) }),
    /** A page of HTML in which everything of the ledger is escaped text. */
    gives: object({ title: text, html: text }),
  },
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
  addIssue: { takes: object({ values: dictionary(cell) }), gives: object({ key: text }) },
  addMeasure: { takes: object({ issue: whole, values: dictionary(cell) }), gives: object({ key: text }) },
  addEvidence: {
    takes: object({ issue: whole, measure: text, values: dictionary(cell) }),
    gives: object({ key: text }),
  },
  /** Blank fields of a new record, for a form. */
  blankRecord: { takes: object({ tab: oneOf('issues', 'measures', 'evidence') }), gives: list(FIELD) },
  /** Stands the person on a cell. */
  jumpTo: { takes: object({ tab: text, cell: text }), gives: NOTHING },
  /** Who the person is to the ledger, and what the unit is called. */
  whoAmI: { takes: NOTHING, gives: object({ mail: text, name: text, role: text, unit: text }) },
} as const;

export type CommandName = keyof typeof CONTRACT;
export type Takes<N extends CommandName> = Typed<(typeof CONTRACT)[N]['takes']>;
export type Gives<N extends CommandName> = Typed<(typeof CONTRACT)[N]['gives']>;
