/** What intake proposes from a document: settings, records, and every character's place. */

import type { IssueState, MEASURE_FORMS, NARRATIVE_LEVELS, NARRATIVE_PARTS } from '../ledger/schema';
import type { Settings } from '../ledger/settings';

/** What part of the ledger a stretch of the document went to. */
export type PieceRole =
  | 'title'
  | 'narrative'
  | 'aspect'
  | 'group'
  | 'issue'
  | 'detail'
  | 'measure-lead'
  | 'measure'
  | 'measure-closing'
  | 'status'
  | 'statistics'
  | 'contact'
  | 'signature'
  | 'date'
  | 'number'
  | 'frame'
  | 'unplaced';

/**
 * One stretch of the normalised document. All pieces' texts, joined, are the document character for character
 * (line ends included, as pieces' own `\n`).
 */
export interface Piece {
  role: PieceRole;
  text: string;
  /** Key of the proposed record it went to (issue number, measure id, 版块-序号), when it went to one. */
  key?: string;
}

export interface ProposedMeasure {
  /** `3-2` */
  id: string;
  text: string;
}

export interface ProposedIssue {
  /** 编号 in the ledger: runs on over the whole document. */
  number: number;
  /** Number as printed in the document (`3.`, `（二）`), when it has one. */
  printed?: string;
  aspect: string;
  group: string;
  title: string;
  detail: string;
  measures: ProposedMeasure[];
  measureLead: string;
  measureClosing: string;
  measureForm: (typeof MEASURE_FORMS)[number] | '';
  /** 整改状态 as printed (已完成 …), '' when the document gives none. */
  statusWord: string;
  /** The state that word stands for in the ledger; 整改中 for a published report without one, 未启动 for a feedback. */
  state: IssueState;
}

export interface ProposedNarrative {
  part: (typeof NARRATIVE_PARTS)[number];
  order: number;
  level: (typeof NARRATIVE_LEVELS)[number];
  title: string;
  body: string;
}

export interface Proposal {
  /** `feedback`: 反馈意见, findings only; `report`: a published report with measures. */
  kind: 'feedback' | 'report';
  /** Only the settings the document tells. */
  settings: Partial<Settings>;
  aspects: string[];
  groups: string[];
  issues: ProposedIssue[];
  narrative: ProposedNarrative[];
  pieces: Piece[];
  /** Paragraphs that found no place, as they stand in the document. */
  unplaced: string[];
  /** Chinese sentences: numbers that skip, a heading recognised by style, statistics that disagree … */
  warnings: string[];
}

/** One paragraph as a reader delivers it: automatic number (if any) apart from the text. */
export interface SourceParagraph {
  text: string;
  /** Automatic number as the word processor shows it, e.g. `（一）`. */
  label?: string;
  /** Outline level 1–9 of its style, when it is a heading. */
  level?: number;
  inTable?: true;
  /** Apart from the running text: a text box, a footnote or an endnote. */
  aside?: true;
}
