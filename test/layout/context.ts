/** What the checks of one document look at. */
import type { Alignment } from './align';
import type { Line } from './lines';
import type { Page } from './pdf';
import type { Tally } from './tally';
import type { WordDocument } from './word';

export interface Rendered {
  name: string;
  docx: string;
  pdf: string;
  /** What the document says, by the text written beside it. */
  text: string;
  /** The unit whose name a title must not break. */
  unit: string;
  word: WordDocument;
  pages: Page[];
  alignment: Alignment;
  lines: Line[];
  /** It must be signed and have the ledger attached. */
  report: boolean;
  tally: Tally;
}
