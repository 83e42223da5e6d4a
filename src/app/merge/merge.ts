/** What goes into merging one tab's edited rows, and what comes out. */
import type { Change } from '../../ledger/changes';
import type { Instant } from '../../ledger/columns';
import type { Fault } from '../../ledger/fault';
import type { CellValue } from '../../ledger/grid';
import type { LogDraft } from '../../workflow/chain';

export interface EditedRow {
  /** Row in the source, to name cells by; null when the source has no rows. */
  row: number | null;
  /** By column header; a header left out leaves its cell as it is, null clears it. */
  values: Record<string, CellValue>;
}

/** How rows are merged, by whom and when. */
export interface MergeWay {
  /** System columns are taken over too. */
  adopt: boolean;
  /** The tab is given whole, so that a missing record was deleted. */
  whole: boolean;
  at: Instant;
  actor: string;
}

/** What merging one tab comes to: changes to write, cells refused, states that changed hands. */
export interface Merge {
  changes: Change[];
  refused: Fault[];
  drafts: LogDraft[];
}
