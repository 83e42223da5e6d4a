/**
 * A sheet of the workbook as the page draws it. The host never changes a row in place, so a row's view is made once for
 * each row object and looked up afterwards.
 */
import type { sheets_v4 } from '@googleapis/sheets';
import type { CellView, SheetView } from '../protocol';
import { chartsOf } from './charts';
import { compileFormula, type RowContext, type Value } from './formula';
import type { Format, StyleTable } from './styles';
import { validationsOf } from './validations';

export type Sheet = sheets_v4.Schema$Sheet;
export type Spreadsheet = sheets_v4.Schema$Spreadsheet;
type Cell = sheets_v4.Schema$CellData;
type Row = sheets_v4.Schema$RowData;
type RowView = (CellView | null)[];

/** One range of a conditional format. */
interface Condition {
  top: number;
  bottom: number;
  left: number;
  right: number;
  holds: (row: RowContext) => boolean;
  format: Format;
}

interface Looks {
  rules: sheets_v4.Schema$ConditionalFormatRule[] | undefined;
  today: number;
  conditions: Condition[];
  /** Views of rows under these rules, by which conditions reach the row. */
  rows: WeakMap<Row, { reach: string; view: RowView }>;
  /** The whole of them, for the rows as they last were. */
  whole: { of: readonly Row[] | undefined; views: RowView[] } | undefined;
}

export const titleOf = (sheet: Sheet): string => sheet.properties?.title ?? '';
export const idOf = (sheet: Sheet): number => sheet.properties?.sheetId ?? 0;

/** What stands in a cell; a formula the host does not calculate shows as its text. */
export function cellValue(cell: Cell | undefined): Value {
  const value = cell?.effectiveValue ?? cell?.userEnteredValue;
  if (!value) return null;
  return (
    value.numberValue ?? value.boolValue ?? value.stringValue ?? cell?.formattedValue ?? value.formulaValue ?? null
  );
}

export class SheetViews {
  readonly #styles: StyleTable;
  readonly #looks = new Map<number, Looks>();
  readonly #told = new Set<string>();
  readonly #tell: (formula: string) => void;

  /** @param tell hears of each conditional formula that is not understood, once */
  constructor(styles: StyleTable, tell: (formula: string) => void) {
    this.#styles = styles;
    this.#tell = tell;
  }

  /** @param today serial of today, for TODAY() */
  view(sheet: Sheet, book: Spreadsheet, today: number): SheetView {
    const grid = sheet.properties?.gridProperties ?? {};
    const columnCount = grid.columnCount ?? 0;
    const widths = sheet.data?.[0]?.columnMetadata ?? [];
    return {
      id: idOf(sheet),
      title: titleOf(sheet),
      rowCount: grid.rowCount ?? 0,
      columnCount,
      frozenRows: grid.frozenRowCount ?? 0,
      frozenColumns: grid.frozenColumnCount ?? 0,
      columnWidths: Array.from({ length: columnCount }, (_none, at) => widths[at]?.pixelSize ?? null),
      hideGridlines: grid.hideGridlines === true,
      rows: this.#rows(sheet, this.#looksOf(sheet, today)),
      validations: validationsOf(sheet, book),
      systemColumns: systemColumns(sheet, columnCount),
      ...namesOf(sheet),
      ...chartsOf(sheet, book),
    };
  }

  #rows(sheet: Sheet, looks: Looks): RowView[] {
    const of = sheet.data?.[0]?.rowData ?? undefined;
    if (looks.whole && looks.whole.of === of) return looks.whole.views;
    const views = (of ?? []).map((row, at) => this.#row(row, at, looks));
    while (views.length > 0 && views[views.length - 1]?.length === 0) views.pop();
    looks.whole = { of, views };
    return views;
  }

  #looksOf(sheet: Sheet, today: number): Looks {
    const rules = sheet.conditionalFormats;
    const known = this.#looks.get(idOf(sheet));
    if (known && known.rules === rules && known.today === today) return known;
    const conditions = (rules ?? []).flatMap((rule) => this.#conditions(rule));
    const looks: Looks = { rules, today, conditions, rows: new WeakMap(), whole: undefined };
    this.#looks.set(idOf(sheet), looks);
    return looks;
  }

  #conditions({ ranges, booleanRule }: sheets_v4.Schema$ConditionalFormatRule): Condition[] {
    const formula = booleanRule?.condition?.values?.[0]?.userEnteredValue ?? '';
    const format = booleanRule?.format;
    const isFormula = booleanRule?.condition?.type === 'CUSTOM_FORMULA';
    const made = (ranges ?? []).flatMap((range) => {
      const top = range.startRowIndex ?? 0;
      const holds = isFormula && format ? compileFormula(formula, top + 1) : undefined;
      if (!holds || !format) return [];
      const bottom = range.endRowIndex ?? Number.POSITIVE_INFINITY;
      const right = range.endColumnIndex ?? Number.POSITIVE_INFINITY;
      return [{ top, bottom, left: range.startColumnIndex ?? 0, right, holds, format }];
    });
    const name = formula || (booleanRule?.condition?.type ?? 'gradient');
    if (made.length === 0 && !this.#told.has(name)) {
      this.#told.add(name);
      this.#tell(name);
    }
    return made;
  }

  #row(row: Row, at: number, looks: Looks): RowView {
    const reaching = looks.conditions.filter(({ top, bottom }) => at >= top && at < bottom);
    const reach =
      reaching.length === looks.conditions.length ? 'all' : reaching.map((one) => looks.conditions.indexOf(one)).join();
    const known = looks.rows.get(row);
    if (known && known.reach === reach) return known.view;
    const cells = row.values ?? [];
    const context: RowContext = { today: looks.today, cell: (column) => cellValue(cells[column]) };
    const holding = reaching.filter(({ holds }) => holds(context));
    const view: RowView = cells.map((cell, column) => {
      // the first rule that holds decides, as in Sheets
      const over = holding.find(({ left, right }) => column >= left && column < right)?.format;
      return this.#cell(cell, over);
    });
    while (view.length > 0 && view[view.length - 1] === null) view.pop();
    looks.rows.set(row, { reach, view });
    return view;
  }

  #cell(cell: Cell, over: Format | undefined): CellView | null {
    const out: CellView = {};
    const value = cellValue(cell);
    if (value !== null) out.value = value;
    const shown = cell.formattedValue;
    if (value !== null && typeof shown === 'string' && shown !== String(value)) out.shown = shown;
    if (cell.note) out.note = cell.note;
    const style = this.#styles.indexOf(cell.userEnteredFormat, over);
    // of an empty cell only a background can be seen
    const visible = value !== null || (style !== undefined && this.#styles.list[style]?.background !== undefined);
    if (style !== undefined && visible) out.style = style;
    return value === null && out.note === undefined && out.style === undefined ? null : out;
  }
}

/** Filter views and slicers, by name. */
function namesOf({ filterViews = [], slicers = [] }: Sheet): Pick<SheetView, 'filterViews' | 'slicers'> {
  const views = filterViews.map(({ filterViewId, title }) => ({ id: filterViewId ?? 0, title: title ?? '' }));
  const chips = slicers.map(({ slicerId, spec }) => ({ id: slicerId ?? 0, title: spec?.title ?? '' }));
  return { ...(views.length > 0 ? { filterViews: views } : {}), ...(chips.length > 0 ? { slicers: chips } : {}) };
}

/**
 * Columns the program writes: those under a protection that only warns and reaches below the header without end. Where it
 * covers the whole sheet, every column is.
 */
function systemColumns(sheet: Sheet, columnCount: number): number[] {
  const columns = new Set<number>();
  for (const { range, warningOnly } of sheet.protectedRanges ?? []) {
    if (!warningOnly || !range || typeof range.endRowIndex === 'number') continue;
    const right = range.endColumnIndex ?? columnCount;
    for (let column = range.startColumnIndex ?? 0; column < right; column += 1) columns.add(column);
  }
  return [...columns].sort((a, b) => a - b);
}
