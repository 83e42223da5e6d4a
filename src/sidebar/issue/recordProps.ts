/** What every part of an issue's panel is given. */
import type { Drafts, OnDraft } from '../drafts';
import type { IssueView } from '../useIssue';

export interface RecordProps {
  issue: IssueView;
  drafts: Drafts;
  onDraft: OnDraft;
  /** Reads the issue again; gives it, or null when that failed. */
  onRefresh: () => Promise<IssueView | null>;
  /** Told when something was done with the issue, so that what waits may have changed. */
  onActed: () => void;
}
