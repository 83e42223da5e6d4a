/** A hit of the privacy scan, what people decided of it, and what a rule finds in a text. */
import type { PrivacyChoice } from '../../ledger/lists';

/** Rules by code; their titles are in the wording. */
export type PrivacyRule =
  | 'id-number'
  | 'bank-card'
  | 'mobile'
  | 'plate'
  | 'address'
  | 'mail'
  | 'link'
  | 'punished-name'
  | 'informant'
  | 'name'
  | 'case';

export interface PrivacyHit {
  /** Over rule, text, sentence and ordinal: the same in any order of paragraphs, another when the sentence changes. */
  key: string;
  rule: string;
  title: string;
  text: string;
  /** At most 20 characters of what stands before, and after. */
  before: string;
  after: string;
  /** 编号 of the issue it belongs to. */
  about: number | null;
  /** Where it stands, for people; every place of the same sentence. */
  place: string;
  /** What 遮盖 prints in its place; null where only the sentence can be rewritten. */
  masked: string | null;
  /** What 改用职务 prints; null where 名单 gives no one 职务. */
  role: string | null;
  /** Whether 保留 may be chosen. */
  keepable: boolean;
  /** Null while undecided, and when what was decided is not to be had for this hit. */
  decision: PrivacyDecision | null;
}

export interface PrivacyDecision {
  key: string;
  choice: PrivacyChoice;
  by: string;
  at: string;
  reason: string;
}

/** What a rule finds: UTF-16 positions in the text. */
export interface Found {
  rule: PrivacyRule;
  from: number;
  to: number;
  masked: string | null;
  role?: string | null;
}
