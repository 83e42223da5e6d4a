/** What the built program's remote door takes and gives, as far as the terminal needs it, with the shapes checked. */
import type { XlsxTab } from '../../files/xlsx';
import {
  type ActRequest,
  type ActResult,
  type CatalogueAnswer,
  courseShapes,
  type IncomingDocument,
  type RecheckAnswer,
  type Stratum,
  type VerifyAnswer,
} from './course';
import { type CheckAnswer, type ImportAnswer, ledgerShapes, type MergeAnswer, type Row } from './ledger';
import {
  type ListedView,
  type PackAnswer,
  progressShapes,
  type RemindAnswer,
  type RollUpAnswer,
  type StatsAnswer,
  type ViewsKept,
} from './progress';
import {
  type PrivacyHit,
  type Reconciled,
  type ReportAnswer,
  type ReportAsked,
  type ReportRequest,
  reportShapes,
  type Upload,
} from './reports';

export interface Commands {
  setUpLedger: Record<string, never>;
  importDocument: { name: string; base64: string; append?: boolean };
  checkLedger: Record<string, never>;
  generateReport: ReportRequest;
  scanPrivacy: ReportAsked;
  decideHit: ReportAsked & { key: string; choice: string; reason: string };
  reconcile: { version?: number; file: Upload };
  starterTemplate: Record<string, never>;
  readTab: { tab: string };
  mergeEdits: { tabs: XlsxTab[]; adopt?: boolean; whole?: boolean };
  act: ActRequest;
  verifyLog: Record<string, never>;
  drawRecheck: { share: number; seed: string; by?: Stratum };
  listDocuments: Record<string, never>;
  fileCatalogue: { issue?: number };
  progressPack: { from?: string; to?: string };
  remind: { dryRun: boolean };
  statistics: Record<string, never>;
  listViews: Record<string, never>;
  refreshViews: Record<string, never>;
  rollUp: Record<string, never>;
}

export interface Answers {
  setUpLedger: { created: string[] };
  importDocument: ImportAnswer;
  checkLedger: CheckAnswer;
  generateReport: ReportAnswer;
  scanPrivacy: { hits: PrivacyHit[] };
  decideHit: { hits: PrivacyHit[] };
  reconcile: Reconciled;
  starterTemplate: { docx: string | null; tags: { tag: string; meaning: string }[] };
  readTab: { columns: string[]; rows: Row[] };
  mergeEdits: MergeAnswer;
  act: ActResult[];
  verifyLog: VerifyAnswer;
  drawRecheck: RecheckAnswer;
  listDocuments: IncomingDocument[];
  fileCatalogue: CatalogueAnswer;
  progressPack: PackAnswer;
  remind: RemindAnswer;
  statistics: StatsAnswer;
  listViews: ListedView[];
  refreshViews: ViewsKept;
  rollUp: RollUpAnswer;
}

/** Each command's answer read from what came back; undefined where it is not what was agreed. */
export const shapes: { [C in keyof Answers]: (value: unknown) => Answers[C] | undefined } = {
  ...ledgerShapes,
  ...courseShapes,
  ...progressShapes,
  ...reportShapes,
};
