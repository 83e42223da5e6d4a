/** The remote door: the one allow-list of commands a client may call, arguments and results checked by their shapes. */
import { type Result, refuse } from '../ledger/fault';
import { act } from './act';
import { addEvidence, addIssue, addMeasure, blankRecord } from './addRecord';
import { checkLedger } from './checkLedger';
import { CONTRACT, type CommandName, type Gives, type Takes } from './contract';
import { addDocument, listDocuments } from './documents';
import { drawRecheck } from './drawRecheck';
import { issueFolder, verifyFiles } from './evidenceFiles';
import { confirmImport, importDocument, previewImport } from './importDocument';
import { listViews } from './listViews';
import { mergeEdits } from './mergeEdits';
import type { Ports } from './ports';
import { readTab } from './readTab';
import { refreshDashboard } from './refreshDashboard';
import { refreshViews } from './refreshViews';
import { remind } from './remind';
import { addStarters } from './report/addStarters';
import { decideHit, scanPrivacy } from './report/decideHit';
import { fileCatalogue } from './report/fileCatalogue';
import { generateReport } from './report/generateReport';
import { previewReport } from './report/previewReport';
import { progressPack } from './report/progressPack';
import { listReports, reconcileReport } from './report/reconcileReport';
import { starterTemplate } from './report/starterTemplate';
import { rollUp } from './rollUp';
import { saveRecord } from './saveRecord';
import { searchIssues } from './searchIssues';
import { setUpLedger } from './setUpLedger';
import type { Shape } from './shape';
import { jumpTo, selection, whoAmI } from './standing';
import { statistics } from './statistics';
import { verifyLog } from './verifyLog';
import { viewIssue } from './viewIssue';
import { waiting } from './waiting';
import { waiveFinding } from './waiveFinding';

type Work = { [N in CommandName]: (ports: Ports, argument: Takes<N>) => Result<Gives<N>> };

export const COMMANDS: Work = {
  setUpLedger,
  importDocument,
  previewImport,
  confirmImport,
  checkLedger,
  waiveFinding,
  generateReport,
  previewReport,
  scanPrivacy,
  decideHit,
  addStarters,
  listReports,
  reconcile: reconcileReport,
  starterTemplate,
  readTab,
  mergeEdits,
  selection,
  viewIssue,
  searchIssues,
  saveRecord,
  addIssue,
  addMeasure,
  addEvidence,
  blankRecord,
  act,
  waiting,
  drawRecheck,
  verifyLog,
  addDocument,
  listDocuments,
  issueFolder,
  verifyFiles,
  fileCatalogue,
  jumpTo,
  whoAmI,
  remind,
  progressPack,
  listViews,
  refreshViews,
  refreshDashboard,
  statistics,
  rollUp,
};

/** Calls one command by name; an unknown name or a wrong argument is a fault, never an exception. */
export function callCommand(ports: Ports, name: string, argument: unknown): Result<unknown> {
  if (!isCommand(name)) {
    return refuse({ code: 'unknown-command', message: `没有名为“${name}”的操作，请刷新侧栏后重试。` });
  }
  return call(ports, name, argument ?? {});
}

function isCommand(name: string): name is CommandName {
  return Object.keys(COMMANDS).includes(name);
}

function call<N extends CommandName>(ports: Ports, name: N, argument: unknown): Result<Gives<N>> {
  // the contract's entry of N has N's own types; the compiler does not follow that through the union
  const { takes, gives } = CONTRACT[name] as { takes: Shape<Takes<N>>; gives: Shape<Gives<N>> };
  const checked = takes(argument, '参数');
  if ('wrong' in checked) {
    return refuse({ code: 'wrong-argument', message: `请求的${checked.wrong}，请刷新侧栏后重试。` });
  }
  const answer = COMMANDS[name](ports, checked.value);
  if (!answer.ok) return answer;
  const given = gives(answer.value, '结果');
  if ('wrong' in given) throw new TypeError(`${name} gives what its contract does not say: ${given.wrong}`);
  return { ok: true, value: given.value };
}
