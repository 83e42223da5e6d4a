/** The slicers of 问题台账 — 方面, 责任部门, 状态 — as Sheets requests: made once, then the people's. */
import { TABS } from '../ledger/schema';
import type { Positions } from './formats';
import { idFor } from './kept';

/** The type package knows no slicers. */
interface Request extends GoogleAppsScript.Sheets.Schema.Request {
  addSlicer?: { slicer: object };
}

const SLICED = ['aspect', 'department', 'state'] as const;
const WIDTH = 190;
const HEIGHT = 30;
/** Leaves two lines of header below the slicers, which stand in the frozen header row so that they hide no record. */
const HEADER_HEIGHT = 96;

/**
 * Makes those never made before, side by side above the first columns that scroll. One a person moved, changed or
 * removed stays so.
 * @param known  slicerId of ours by column; what it is afterwards is in the result
 * @param taken  ids of all charts and slicers of the file
 */
export function slicerRequests(
  sheetId: number,
  columns: Positions,
  known: Readonly<Record<string, number>>,
  taken: ReadonlySet<number>,
): { requests: Request[]; known: Record<string, number> } {
  const ids = new Set(taken);
  const kept = { ...known };
  const requests = SLICED.flatMap((column, at): Request[] => {
    const columnIndex = columns[column];
    if (known[column] !== undefined || columnIndex === undefined) return [];
    const slicerId = idFor(`slicer·${column}`, ids);
    ids.add(slicerId);
    kept[column] = slicerId;
    const anchorCell = { sheetId, rowIndex: 0, columnIndex: TABS.issues.frozenColumns };
    const offsetXPixels = 4 + at * (WIDTH + 6);
    const overlayPosition = { anchorCell, offsetXPixels, widthPixels: WIDTH, heightPixels: HEIGHT };
    const dataRange = { sheetId, startRowIndex: 0, startColumnIndex: 0 };
    const spec = { dataRange, columnIndex, title: TABS.issues.columns[column].header };
    return [{ addSlicer: { slicer: { slicerId, position: { overlayPosition }, spec } } }];
  });
  if (requests.length === 0) return { requests, known: kept };
  const range = { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 };
  const height = { range, properties: { pixelSize: HEADER_HEIGHT }, fields: 'pixelSize' };
  return { requests: [{ updateDimensionProperties: height }, ...requests], known: kept };
}
