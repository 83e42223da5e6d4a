/** spreadsheets.get: the resource with only what the field mask, includeGridData and the ranges ask for. */
import type { sheets_v4 } from '@googleapis/sheets';
import { resolveA1 } from './a1';
import { type Box, boxOf, overlap } from './box';
import { checkMask, type Mask, parseMask, selectObject, selects } from './fieldMask';
import { mayEdit } from './protection';
import { type Actor, type Sheet, type Spreadsheet, sheetIdOf, sizeOf, storedRow, storedRowCount } from './store';

export interface GetOptions {
  fields?: string | undefined;
  includeGridData?: boolean | undefined;
  ranges?: readonly string[] | undefined;
}

const ROW_PIXELS = 21;
const COLUMN_PIXELS = 100;

/** A field mask wins over includeGridData, as the reference says: with a mask, grid data come only if the mask asks for them. */
export function getSpreadsheet(spreadsheet: Spreadsheet, actor: Actor, options: GetOptions): object {
  const mask = options.fields === undefined ? undefined : parseMask(options.fields);
  if (mask) checkMask(mask, 'Spreadsheet');
  const ranges = options.ranges?.map((text) => resolveA1(text, spreadsheet));
  const sheetMask = selects(mask, 'sheets');
  const dataMask = sheetMask === true ? true : sheetMask && selects(sheetMask, 'data');
  const withData = mask ? dataMask : options.includeGridData === true;
  const sheets = (spreadsheet.sheets ?? [])
    .filter((sheet) => !ranges || ranges.some((range) => (range.sheetId ?? 0) === sheetIdOf(sheet)))
    .map((sheet) => presented(sheet, actor, withData ? boxesOf(sheet, ranges) : undefined, dataMask));
  const { dataSources: _none, ...rest } = spreadsheet;
  const whole: Spreadsheet = { ...rest, sheets };
  return mask ? selectObject(whole, mask) : whole;
}

function boxesOf(sheet: Sheet, ranges: readonly sheets_v4.Schema$GridRange[] | undefined): Box[] {
  const size = sizeOf(sheet);
  const all: Box = { top: 0, left: 0, bottom: size.rows, right: size.columns };
  if (!ranges) return [all];
  return ranges
    .filter((range) => (range.sheetId ?? 0) === sheetIdOf(sheet))
    .map((range) => overlap(boxOf(range, size), all))
    .filter((box) => box !== undefined);
}

function presented(
  sheet: Sheet,
  actor: Actor,
  boxes: readonly Box[] | undefined,
  mask: Mask | true | undefined,
): Sheet {
  const { data: _data, ...out } = sheet;
  if (out.protectedRanges) {
    out.protectedRanges = out.protectedRanges.map((range) => {
      const may = mayEdit(actor, range);
      const { editors, ...rest } = range;
      // "This field is only visible to users with edit access to the protected range and the document."
      return may && editors
        ? { ...rest, editors, requestingUserCanEdit: may }
        : { ...rest, requestingUserCanEdit: may };
    });
  }
  return boxes ? { ...out, data: boxes.map((box) => gridData(sheet, box, mask)) } : out;
}

function gridData(sheet: Sheet, box: Box, mask: Mask | true | undefined): sheets_v4.Schema$GridData {
  const out: sheets_v4.Schema$GridData = {};
  if (box.top > 0) out.startRow = box.top;
  if (box.left > 0) out.startColumn = box.left;
  const wants = (name: string): boolean => mask === true || mask === undefined || selects(mask, name) !== undefined;
  if (wants('rowData')) {
    const rowData: sheets_v4.Schema$RowData[] = [];
    for (let row = box.top; row < Math.min(box.bottom, storedRowCount(sheet)); row++) {
      const values = storedRow(sheet, row).slice(box.left, box.right);
      rowData.push(values.length > 0 ? { values } : {});
    }
    while (rowData.length > 0 && !rowData[rowData.length - 1]?.values) rowData.pop();
    if (rowData.length > 0) out.rowData = rowData;
  }
  const grid = sheet.data?.[0];
  if (wants('rowMetadata')) out.rowMetadata = dimensions(grid?.rowMetadata, box.top, box.bottom, ROW_PIXELS);
  if (wants('columnMetadata'))
    out.columnMetadata = dimensions(grid?.columnMetadata, box.left, box.right, COLUMN_PIXELS);
  return out;
}

function dimensions(
  stored: readonly sheets_v4.Schema$DimensionProperties[] | undefined,
  start: number,
  end: number,
  pixelSize: number,
): sheets_v4.Schema$DimensionProperties[] {
  return Array.from({ length: end - start }, (_none, i) => ({ pixelSize, ...stored?.[start + i] }));
}
