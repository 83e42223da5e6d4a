/** Spreadsheets beside the one the script is bound to: read through the Sheets API with the user's rights. */
import { ApiFault } from '../errors';
import { type Spreadsheet, Workbook } from '../workbook/store';

export interface OtherFile {
  /** The workbook, or how to get it when it is first read. */
  spreadsheet: Spreadsheet | (() => Spreadsheet);
  /** Mail of the file's owner, who may read it; nobody when left out. */
  owner?: string;
  /** Mails of those who may read it; everybody when left out. */
  readers?: readonly string[];
  /** The service answers every request for the file with this, e.g. 503. */
  fault?: { code: number; message: string };
}

export type OtherFiles = ReadonlyMap<string, OtherFile>;

const normal = new WeakMap<object, Spreadsheet>();

/** @throws ApiFault 404 when there is no such file, 403 when the user may not open it, or the file's own fault */
export function openOther(files: OtherFiles | undefined, id: string, user: string): Spreadsheet {
  const file = files?.get(id);
  if (!file) throw new ApiFault('Requested entity was not found.', 404);
  const { owner, readers, spreadsheet, fault } = file;
  const low = user.toLowerCase();
  const may = !readers || [owner, ...readers].some((mail) => mail?.toLowerCase() === low);
  if (!may) throw new ApiFault('The caller does not have permission', 403);
  if (fault) throw new ApiFault(fault.message, fault.code);
  const ready = normal.get(spreadsheet);
  if (ready) return ready;
  const opened = new Workbook(typeof spreadsheet === 'function' ? spreadsheet() : spreadsheet).current;
  normal.set(spreadsheet, opened);
  return opened;
}
