/** What a check is and what it says: where, what, how grave, and what to do. */
import type { TabId } from '../ledger/schema';
import type { CheckContext } from './context';

export type Severity = 'error' | 'warning' | 'note';

/** Looks at the whole ledger and says what is wrong. */
export type Check = (context: CheckContext) => Observation[];

/** A rule as a declaration: adding a row to the catalogue is all it takes. */
export interface Rule {
  /** Stable, in kebab-case: callers, waivers and tests go by it. */
  code: string;
  severity: Severity;
  /** Name of the rule as supervisors call the fault. */
  title: string;
  /** Why supervisors look for it, one or two sentences. */
  explains: string;
  check: Check;
}

/** What a rule reports, by record and column; the catalogue turns it into a finding with tab, cell and severity. */
export interface Observation {
  tab: TabId;
  /** Key of the record (编号, 措施编号, 版块-序号, 设置's 项 …); '' when its key cells are blank. */
  key: string;
  /** Row it stands in now (1-based), to find the cell where several records have one key or none. */
  row?: number;
  /** Column id in the tab's schema. */
  column: string;
  /** What is wrong, without tab and cell (the catalogue puts them before it) and without the closing 。 */
  message: string;
  /** What to do, one sentence. */
  remedy: string;
  /** Keys of other records concerned: `整改措施 4-1` is written as the bare key `4-1`. */
  related?: string[];
  /** `related` are records of the same tab with the same fault, named here instead of one by one. */
  alike?: true;
  /** Where one rule weighs its cases differently. */
  severity?: Severity;
}

export interface Finding {
  /** The rule's code, e.g. `copied-measure`. */
  code: string;
  severity: Severity;
  /** Title of the tab. */
  tab: string;
  key: string;
  /** Header of the column. */
  column: string;
  /** A1 address in the tab, '' when the tab lacks the column. */
  cell: string;
  /** `问题台账 G7（编号3）：…` — one Chinese sentence naming tab, cell and fault. */
  message: string;
  remedy: string;
  related: string[];
  /** The related records have the same fault. */
  alike: boolean;
}
