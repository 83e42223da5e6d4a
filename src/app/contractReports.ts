/** What crosses the remote door about reports: what is asked for, the gate before a final one, versions, comparisons. */
import { PRIVACY_CHOICES, REPORT_KINDS } from '../ledger/lists';
import { FAULT, NOTHING, STORED_FILE, UPLOAD } from './contractShapes';
import { flag, list, nullable, object, oneOf, optional, text, whole } from './shape';

export const VARIANT = oneOf('four-part', 'two-part', 'three-part', 'statistics-first');
export const KIND = oneOf(...REPORT_KINDS);

/** `issue`: whose 销号审批表 or 档案目录; `since`: the 版本 a 后续进展报告 goes on from. */
const ASKED = { kind: KIND, variant: optional(VARIANT), issue: optional(whole), since: optional(whole) };

/** What must not be published as it stands, until somebody decides. */
export const HIT = object({
  key: text,
  rule: text,
  title: text,
  text,
  before: text,
  after: text,
  about: nullable(whole),
  place: text,
  /** What 遮盖 and 改用职务 would print; null where there is no such way. */
  masked: nullable(text),
  role: nullable(text),
  /** False where it may not stay as it is. */
  keepable: flag,
  decision: nullable(object({ key: text, choice: oneOf(...PRIVACY_CHOICES), by: text, at: text, reason: text })),
});

const GATE = object({
  /** All that keeps the report from being made final, but for the two people and the undecided hits. */
  faults: list(FAULT),
  hits: list(HIT),
  /** What the public reads otherwise than the ledger says; `''` where it reads nothing. */
  differences: list(object({ about: nullable(whole), publicity: text, internal: text, public: text })),
  waivers: list(object({ title: text, message: text, by: text, reason: text })),
  /** Who may have reviewed and approved it: the people of 名单 but for whoever asks. */
  people: list(object({ mail: text, name: text, position: text })),
});

const CHANGE = object({
  kind: oneOf('ledger', 'hand', 'both'),
  about: nullable(whole),
  base: text,
  published: text,
  ledger: text,
});

export const REPORT_COMMANDS = {
  /**
   * `reviewer`, `approver`: addresses in 名单, wanted of a final one. `template`: the unit's own .docx; `templateDoc`: or
   * a Google Doc of the program's making, by link or id. `keepEdits`: takes over what was edited by hand in the last
   * draft, where the ledger has not changed since.
   */
  generateReport: {
    takes: object({
      ...ASKED,
      final: optional(flag),
      reviewer: optional(text),
      approver: optional(text),
      template: optional(UPLOAD),
      templateDoc: optional(text),
      keepEdits: optional(flag),
    }),
    gives: object({
      status: oneOf('draft', 'final'),
      version: nullable(whole),
      docx: nullable(STORED_FILE),
      document: nullable(STORED_FILE),
      /** The report's text, one line a paragraph. */
      text: nullable(text),
      /** What else there is to say: why a draft was not updated in place, that the text is the starter's. */
      notes: list(text),
      /** Hand edits that went into it, and those that could not. */
      kept: list(CHANGE),
      dropped: list(CHANGE),
      refused: list(FAULT),
    }),
  },
  previewReport: {
    takes: object(ASKED),
    /** `html`: a page in which everything of the ledger is escaped text. `usesStarter`: no narrative of its kind yet. */
    gives: object({ title: text, html: text, usesStarter: flag, gate: GATE }),
  },
  /** 脱敏检查 of a report as it would be made now. */
  scanPrivacy: { takes: object(ASKED), gives: object({ hits: list(HIT) }) },
  /** Decides one hit; the decision stays in 办理记录 and holds while the sentence stays as it is. */
  decideHit: {
    takes: object({ ...ASKED, key: text, choice: oneOf(...PRIVACY_CHOICES), reason: text }),
    gives: object({ hits: list(HIT) }),
  },
  /** Writes the starter texts of a kind into 报告素材 to be edited; none where the kind has rows already. */
  addStarters: { takes: object({ kind: KIND }), gives: object({ added: whole }) },
  listReports: {
    takes: NOTHING,
    gives: list(
      object({
        version: whole,
        kind: text,
        variant: text,
        state: text,
        generatedAt: text,
        generatedBy: text,
        docx: text,
        document: text,
        /** Whether it can be compared sentence by sentence with what was generated. */
        hasBase: flag,
      }),
    ),
  },
  /** 对账: a published report, the Google Doc of a version or an uploaded file, with the ledger. */
  reconcile: {
    takes: object({ version: optional(whole), file: optional(UPLOAD) }),
    gives: object({
      version: nullable(whole),
      kind: text,
      same: whole,
      hand: whole,
      ledger: whole,
      both: whole,
      changes: list(CHANGE),
    }),
  },
  /** A letterhead to edit, stored in Drive as .docx and as Google Doc, and the tags it may use. */
  starterTemplate: {
    takes: NOTHING,
    gives: object({
      file: STORED_FILE,
      document: STORED_FILE,
      tags: list(object({ tag: text, meaning: text })),
    }),
  },
  /** 档案目录 of one issue, or of all: 一问题一档案. */
  fileCatalogue: {
    takes: object({ issue: optional(whole) }),
    gives: object({ rows: whole, docx: STORED_FILE, document: STORED_FILE, text }),
  },
} as const;
