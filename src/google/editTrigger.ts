/** The simple `onEdit`. SpreadsheetApp only, since it runs unauthorised, on phones too. */
import { handleBlock } from './editBlock';
import { BLOCK_LIMIT, SINGLE_LIMIT } from './editCalls';
import { extentOf } from './editReading';
import { handleCell } from './editSingle';

export function handleEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const { range } = event;
  let calls = 0;
  let extent: ReturnType<typeof extentOf> = toldExtent(range);
  if (extent === undefined) {
    extent = extentOf(range.getA1Notation());
    calls += 1;
  }
  if (extent === undefined) return;
  let { bottom, right } = extent;
  if (bottom === undefined || right === undefined) {
    const sheet = range.getSheet();
    calls += 2;
    bottom ??= sheet.getLastRow();
    right ??= sheet.getLastColumn();
  }
  const block = { row: extent.top, column: extent.left, rows: bottom - extent.top, columns: right - extent.left };
  if (block.rows < 1 || block.columns < 1) return;
  const single = block.rows === 1 && block.columns === 1;
  const editing = { event, range, block, left: (single ? SINGLE_LIMIT : BLOCK_LIMIT) - calls };
  if (single) handleCell(editing);
  else handleBlock(editing);
}

/** The 0-based extent the event tells without a call. Google's reference does not promise it (docs/fidelity.md). */
function toldExtent(range: object) {
  const [top, bottom, left, right] = ['rowStart', 'rowEnd', 'columnStart', 'columnEnd'].map((name): unknown =>
    Reflect.get(range, name),
  );
  if (typeof top !== 'number' || typeof bottom !== 'number') return undefined;
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  return { top: top - 1, left: left - 1, bottom, right };
}
