/** The workbook as .xlsx, for Excel, WPS and LibreOffice. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { CellValue, DataValidation, Style, Workbook, Worksheet } from 'exceljs';
import ExcelJS from 'exceljs';
import { address, columnLetters } from './a1';
import type { Cell } from './looks';
import type { Spreadsheet } from './storeText';
import { conditionalRule, type RuleContext, rangeText, validationOf } from './xlsxRules';
import { argb, excelWidth, styleOf } from './xlsxStyle';
import { excelText, excelTitle } from './xlsxText';

type Sheet = sheets_v4.Schema$Sheet;

/** Holds drop-down lists too long for a rule; hidden, and not read back. */
export const LISTS_SHEET = '_下拉项';
const DEFAULT_COLUMN_PIXELS = 100;
const A4 = 9;
/** The tab that is one page. */
const BOARD = '看板';

/**
 * The workbook as the bytes of an .xlsx: every tab with its headers, widths, frozen panes, wrapping, number formats,
 * drop-downs, notes, colours and conditional formats, set up to print on A4 across. Nothing is locked: Excel's
 * protection would keep staff out of the whole sheet. What the program writes itself is grey, as in the ledger.
 * Left out, since Excel or ExcelJS has no counterpart: filter views, warnings on system columns, gradients.
 */
export async function exportXlsx(spreadsheet: Spreadsheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '整改台账';
  const sheets = (spreadsheet.sheets ?? []).filter((sheet) => (sheet.properties?.sheetType ?? 'GRID') === 'GRID');
  const names = new Map<string, string>();
  const taken = new Set<string>([LISTS_SHEET]);
  for (const sheet of sheets) {
    const title = sheet.properties?.title ?? '';
    const name = excelTitle(title, taken);
    names.set(title, name);
    taken.add(name.toLowerCase());
  }
  const lists: string[][] = [];
  const context: RuleContext = {
    rowsOf: (title) => sizeOf(sheets.find((sheet) => sheet.properties?.title === title) ?? {}).rows,
    nameOf: (title) => names.get(title) ?? title,
    keepList: (items) => keepList(lists, items),
  };
  for (const sheet of sheets) {
    const worksheet = addSheet(workbook, sheet, names.get(sheet.properties?.title ?? '') ?? '表');
    fillSheet(worksheet, sheet, context);
  }
  if (lists.length > 0) {
    const hidden = workbook.addWorksheet(LISTS_SHEET, { state: 'veryHidden' });
    lists.forEach((items, column) => {
      items.forEach((item, row) => {
        hidden.getCell(row + 1, column + 1).value = excelText(item);
      });
    });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function keepList(lists: string[][], items: readonly string[]): string {
  const known = lists.findIndex((list) => list.length === items.length && list.every((item, at) => item === items[at]));
  if (known < 0) lists.push([...items]);
  const column = columnLetters(known < 0 ? lists.length - 1 : known);
  return `'${LISTS_SHEET}'!$${column}$1:$${column}$${Math.max(1, items.length)}`;
}

function sizeOf(sheet: Sheet): { rows: number; columns: number } {
  const grid = sheet.properties?.gridProperties;
  const data = sheet.data?.[0];
  return {
    rows: grid?.rowCount ?? data?.rowData?.length ?? 1,
    columns: grid?.columnCount ?? Math.max(1, ...(data?.rowData ?? []).map((row) => row.values?.length ?? 0)),
  };
}

function addSheet(workbook: Workbook, sheet: Sheet, name: string): Worksheet {
  const grid = sheet.properties?.gridProperties;
  const rows = grid?.frozenRowCount ?? 0;
  const columns = grid?.frozenColumnCount ?? 0;
  const tab = argb(sheet.properties?.tabColorStyle, sheet.properties?.tabColor);
  return workbook.addWorksheet(name, {
    state: sheet.properties?.hidden ? 'hidden' : 'visible',
    ...(tab ? { properties: { tabColor: { argb: tab } } } : {}),
    views: [
      rows + columns > 0
        ? { state: 'frozen', xSplit: columns, ySplit: rows, showGridLines: true }
        : { showGridLines: true },
    ],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      // 看板 is one page, lists are as long as they are
      fitToHeight: sheet.properties?.title === BOARD ? 1 : 0,
      // Staff print lists with lines; the cells themselves carry no borders.
      showGridLines: true,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(rows > 0 ? { printTitlesRow: `1:${rows}` } : {}),
    },
    headerFooter: { oddHeader: '&C&A', oddFooter: '&C第 &P 页，共 &N 页' },
  });
}

/** Styles made once for each format, as most cells share theirs. */
class Styles {
  readonly #byFormat = new Map<string, Partial<Style>>();
  readonly #keys = new WeakMap<object, string>();

  keyOf(cell: Cell | undefined): string {
    const format = cell?.userEnteredFormat;
    if (!format) return '';
    const known = this.#keys.get(format);
    if (known !== undefined) return known;
    const key = JSON.stringify(format);
    this.#keys.set(format, key);
    return key;
  }

  of(cell: Cell | undefined): Partial<Style> {
    const key = this.keyOf(cell);
    const style = this.#byFormat.get(key) ?? styleOf(cell?.userEnteredFormat);
    this.#byFormat.set(key, style);
    return style;
  }

  /** The same style for text: typed anew it must not turn into a date or a formula. */
  text(cell: Cell | undefined): Partial<Style> {
    const key = `${this.keyOf(cell)}@`;
    const style = this.#byFormat.get(key) ?? { ...this.of(cell), numFmt: '@' };
    this.#byFormat.set(key, style);
    return style;
  }
}

function fillSheet(worksheet: Worksheet, sheet: Sheet, context: RuleContext): void {
  const { rows, columns } = sizeOf(sheet);
  const data = sheet.data?.[0];
  const rowData = data?.rowData ?? [];
  const styles = new Styles();
  const header = sheet.properties?.gridProperties?.frozenRowCount ?? 0;
  const usual = Array.from({ length: columns }, (_, column) => styles.keyOf(rowData[header]?.values?.[column]));
  for (let column = 0; column < columns; column += 1) {
    const metadata = data?.columnMetadata?.[column];
    const target = worksheet.getColumn(column + 1);
    target.width = excelWidth(metadata?.pixelSize ?? DEFAULT_COLUMN_PIXELS);
    if (metadata?.hiddenByUser) target.hidden = true;
    // Rows that staff add below take the look of the column.
    target.style = columnStyle(rowData, header, column, styles);
  }
  rowData.forEach((row, at) => {
    row.values?.forEach((cell, column) => {
      const value = contentOf(cell);
      const note = cell.note ?? '';
      const plain = at >= header ? styles.keyOf(cell) === usual[column] : !cell.userEnteredFormat;
      if (value === undefined && note === '' && plain) return;
      const target = worksheet.getCell(at + 1, column + 1);
      const asText = typeof value === 'string' && (/^[=+\-@]/.test(value) || isTextColumn(cell));
      target.style = asText ? styles.text(cell) : styles.of(cell);
      if (value !== undefined) target.value = value;
      if (note !== '') target.note = excelText(note);
    });
    const height = data?.rowMetadata?.[at]?.pixelSize;
    if (at < header && height && height > 21) worksheet.getRow(at + 1).height = height * 0.75;
    if (data?.rowMetadata?.[at]?.hiddenByUser) worksheet.getRow(at + 1).hidden = true;
  });
  for (const merge of sheet.merges ?? []) worksheet.mergeCells(rangeText(merge, rows, columns));
  const filtered = sheet.basicFilter?.range;
  if (filtered) worksheet.autoFilter = rangeText(filtered, rows, columns);
  addValidations(worksheet, rowData, context);
  sheet.conditionalFormats?.forEach((rule, at) => {
    const excelRule = conditionalRule(rule, at + 1);
    const ranges = (rule.ranges ?? []).map((range) => rangeText(range, rows, columns));
    if (excelRule && ranges.length > 0)
      worksheet.addConditionalFormatting({ ref: ranges.join(' '), rules: [excelRule] });
  });
}

function isTextColumn(cell: Cell): boolean {
  const number = cell.userEnteredFormat?.numberFormat;
  return !number || number.type === 'TEXT';
}

function columnStyle(
  rows: readonly sheets_v4.Schema$RowData[],
  header: number,
  column: number,
  styles: Styles,
): Partial<Style> {
  const body = rows[header]?.values?.[column];
  const cells = rows.slice(header, header + 50).map((row) => row.values?.[column]);
  const texts = cells.some((cell) => typeof cell?.userEnteredValue?.stringValue === 'string');
  const others = cells.some((cell) => cell?.userEnteredValue && typeof cell.userEnteredValue.stringValue !== 'string');
  return texts && !others && body && isTextColumn(body) ? styles.text(body) : styles.of(body);
}

/** What the cell holds, in ExcelJS's terms; undefined for an empty one. Text is always text, never a formula. */
function contentOf(cell: Cell): CellValue | undefined {
  const entered = cell.userEnteredValue;
  if (!entered) return undefined;
  if (typeof entered.stringValue === 'string')
    return entered.stringValue === '' ? undefined : excelText(entered.stringValue);
  if (typeof entered.numberValue === 'number') return entered.numberValue;
  if (typeof entered.boolValue === 'boolean') return entered.boolValue;
  if (typeof entered.formulaValue !== 'string') return undefined;
  const effective = cell.effectiveValue;
  if (cell.hyperlink && typeof effective?.stringValue === 'string' && effective.stringValue !== '') {
    return { text: excelText(effective.stringValue), hyperlink: cell.hyperlink };
  }
  const result = effective?.stringValue ?? effective?.numberValue ?? effective?.boolValue;
  return {
    formula: entered.formulaValue.replace(/^=/, ''),
    ...(result === null || result === undefined ? {} : { result }),
  };
}

interface WithValidations {
  dataValidations: { add(range: string, rule: DataValidation): unknown };
}

/** ExcelJS has the list of rules but does not type it; a rule for each cell would make every empty row a stored one. */
function hasValidations(worksheet: object): worksheet is WithValidations {
  return 'dataValidations' in worksheet;
}

function addValidations(worksheet: Worksheet, rows: readonly sheets_v4.Schema$RowData[], context: RuleContext): void {
  if (!hasValidations(worksheet)) return;
  const keys = new WeakMap<object, string>();
  const keyOf = (rule: sheets_v4.Schema$DataValidationRule | undefined): string => {
    if (!rule) return '';
    const key = keys.get(rule) ?? JSON.stringify(rule);
    keys.set(rule, key);
    return key;
  };
  const columns = Math.max(0, ...rows.map((row) => row.values?.length ?? 0));
  for (let column = 0; column < columns; column += 1) {
    const ruleAt = (row: number): sheets_v4.Schema$DataValidationRule | undefined =>
      rows[row]?.values?.[column]?.dataValidation ?? undefined;
    for (let top = 0, bottom = 0; top < rows.length; top = bottom) {
      const rule = ruleAt(top);
      bottom = top + 1;
      while (bottom < rows.length && keyOf(ruleAt(bottom)) === keyOf(rule)) bottom += 1;
      const excelRule = rule && validationOf(rule, context);
      const from = address(top, column);
      const to = address(bottom - 1, column);
      if (excelRule) worksheet.dataValidations.add(from === to ? from : `${from}:${to}`, excelRule);
    }
  }
}
