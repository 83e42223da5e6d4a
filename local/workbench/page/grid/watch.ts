/** Listens to Univer: what a person typed, pasted, filled, cleared, inserted, deleted, sorted, or stands on. */
import type { BookView, SheetView } from '../../protocol';
import { BOOK_ID, sheetKey } from './bookToUniver';
import { putClipboardTexts } from './clipboard';
import { policyOf } from './commands';
import { isCheck, type MutatedCell, note, type Typed, textOfMutated } from './edits';
import type { Engine } from './univer';
import { HOST } from './write';

export interface GridEvents {
  edited(sheet: SheetView, typed: Typed, pasted: boolean): void;
  rows(sheet: SheetView, action: 'insert' | 'delete', from: number, to: number): void;
  /** From the least to the most important column. */
  sorted(sheet: SheetView, rules: { column: number; ascending: boolean }[]): void;
  /** A tab was brought to the front. */
  tab(sheet: SheetView): void;
  stood(sheet: SheetView, row: number, column: number, isOneCell: boolean): void;
  /** A paste began where nothing is shown. */
  misplaced(): void;
  /** The workbench does not do this. */
  refused(): void;
  /** A cell's editor is about to be opened where the cell stands. */
  opening(row: number, column: number): void;
  /** A cell's editor was opened or closed; what is shown in it must not change under the person's hands. */
  editor(open: boolean): void;
}

type Cells = Record<number, Record<number, MutatedCell | null>>;

interface Span {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}

/** The parameters of the commands and mutations that are looked at, each with some of these. */
interface Params {
  unitId?: string;
  subUnitId?: string;
  trigger?: string;
  cellValue?: Cells;
  range?: Span;
  selections?: { range: Span }[];
  orderRules?: { colIndex: number; type: 'asc' | 'desc' }[];
  from?: { subUnitId: string; value: Cells };
  to?: { subUnitId: string; value: Cells };
}

/** A selection is told when the person has come to rest on it. */
const REST_MS = 150;
/** From the closing of an editor until its text was taken. */
const AFTER_EDIT_MS = 50;
/** From the paste key to the last cell of it. */
const PASTE_MS = 1500;

/** @returns takes at once what was typed and not yet told, before rows stand elsewhere */
export function watch({ api }: Engine, events: GridEvents, book: () => BookView): () => void {
  const sheetOf = (key: string | undefined): SheetView | undefined =>
    book().sheets.find((one) => sheetKey(one) === key);
  const activeSheet = (): SheetView | undefined => sheetOf(api.getActiveWorkbook()?.getActiveSheet().getSheetId());
  const activeSpan = (): Span | undefined => api.getActiveWorkbook()?.getActiveRange()?.getRange();

  const changed = new Map<string, { typed: Typed; pasted: boolean; mutations: number }>();
  let raw: { key: string; row: number; column: number; text: string } | undefined;
  let pastedUntil = 0;
  let clipboard = '';

  const flush = () => {
    if (changed.size === 0) return;
    const all = [...changed];
    changed.clear();
    raw = undefined;
    pastedUntil = 0;
    // what was cut is moved by several mutations, and its texts are right as they are
    const only = all.length === 1 ? all[0]?.[1] : undefined;
    const text = only?.pasted && only.mutations === 1 ? clipboard : '';
    clipboard = '';
    for (const [key, { typed, pasted }] of all) {
      const sheet = sheetOf(key);
      if (text !== '') putClipboardTexts(typed, text);
      if (sheet && typed.size > 0) events.edited(sheet, typed, pasted);
    }
  };

  const collect = (key: string | undefined, cells: Cells, pasted: boolean) => {
    const sheet = sheetOf(key);
    if (key === undefined || !sheet) return;
    const entry = changed.get(key) ?? { typed: new Map(), pasted: false, mutations: 0 };
    entry.mutations += 1;
    // a fill clears its target first: what was done in one go is taken together; what was typed is one cell, and is sent
    // before the page draws
    if (changed.size === 0) {
      if (raw) queueMicrotask(flush);
      else setTimeout(flush, 0);
    }
    entry.pasted ||= pasted;
    for (const [r, line] of Object.entries(cells)) {
      for (const [c, cell] of Object.entries(line ?? {})) {
        const row = Number(r);
        const column = Number(c);
        // a paste that begins in a row hidden by the filter
        if (Number.isNaN(row + column)) return events.misplaced();
        const isRaw = raw && raw.key === key && raw.row === row && raw.column === column;
        const text = isRaw && raw ? raw.text : textOfMutated(cell, isCheck(sheet, row, column));
        if (text !== undefined) note(entry.typed, row, column, text);
      }
    }
    changed.set(key, entry);
  };

  api.addEvent(api.Event.BeforeSheetEditEnd, (event) => {
    if (!event.isConfirm) return;
    const text = event.value
      .toPlainText()
      .replace(/\r?\n$/, '')
      .replace(/\r\n?/g, '\n');
    raw = { key: event.worksheet.getSheetId(), row: event.row, column: event.column, text };
  });

  let closing: ReturnType<typeof setTimeout> | undefined;
  api.addEvent(api.Event.BeforeSheetEditStart, ({ row, column }) => events.opening(row, column));
  api.addEvent(api.Event.SheetEditStarted, () => {
    pastedUntil = 0;
    // the next cell's editor opens before the last one's closing was told
    clearTimeout(closing);
    events.editor(true);
  });
  // told once what was typed is on its way
  api.addEvent(api.Event.SheetEditEnded, () => {
    clearTimeout(closing);
    closing = setTimeout(() => {
      raw = undefined;
      events.editor(false);
    }, AFTER_EDIT_MS);
  });

  api.addEvent(api.Event.BeforeClipboardPaste, ({ text }) => {
    clipboard = text ?? '';
    pastedUntil = Date.now() + PASTE_MS;
  });

  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    if (event.type !== api.Enum.CommandType.COMMAND) return;
    if (/\.(optional-)?paste/.test(event.id)) pastedUntil = Date.now() + PASTE_MS;
    const policy = policyOf(event.id);
    if (policy === 'allow') return;
    event.cancel = true;
    const params: Params = event.params ?? {};
    const sheet = sheetOf(params.subUnitId) ?? activeSheet();
    const span = params.range ?? activeSpan();
    if (policy === 'refuse' || !sheet || !span) return events.refused();
    if (policy === 'insert-rows') return events.rows(sheet, 'insert', span.startRow, span.endRow + 1);
    if (policy === 'delete-rows') return events.rows(sheet, 'delete', span.startRow, span.endRow + 1);
    if (policy === 'sort-rules') {
      const rules = (params.orderRules ?? []).map(({ colIndex, type }) => ({
        column: colIndex,
        ascending: type === 'asc',
      }));
      return events.sorted(sheet, rules.reverse());
    }
    events.sorted(sheet, [{ column: span.startColumn, ascending: policy === 'sort-up' }]);
  });

  api.addEvent(api.Event.CommandExecuted, (event) => {
    const params: Params = event.params ?? {};
    if (event.type !== api.Enum.CommandType.MUTATION || params.trigger === HOST || params.unitId !== BOOK_ID) return;
    if (event.options && ('fromHost' in event.options || 'fromFormula' in event.options)) return;
    const isUndo = params.trigger?.startsWith('univer.command.') === true;
    const pasted = !isUndo && Date.now() < pastedUntil;
    if (event.id === 'sheet.mutation.set-range-values' && params.cellValue)
      collect(params.subUnitId, params.cellValue, pasted);
    if (event.id === 'sheet.mutation.move-range') {
      if (params.from) collect(params.from.subUnitId, params.from.value, false);
      if (params.to) collect(params.to.subUnitId, params.to.value, true);
    }
  });

  let resting: ReturnType<typeof setTimeout> | undefined;
  let place = '';
  let selected: { key: string; span: Span } | undefined;
  const stand = () => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      const sheet = activeSheet();
      const span = sheet && selected?.key === sheetKey(sheet) ? selected.span : activeSpan();
      if (!sheet || !span) return;
      const now = `${sheet.id} ${span.startRow} ${span.startColumn}`;
      if (now === place) return;
      place = now;
      const isOneCell = span.startRow === span.endRow && span.startColumn === span.endColumn;
      events.stood(sheet, span.startRow, span.startColumn, isOneCell);
    }, REST_MS);
  };
  // the name box tells its selection by the operation only
  api.addEvent(api.Event.CommandExecuted, (event) => {
    if (event.id !== 'sheet.operation.set-selections') return;
    const params: Params = event.params ?? {};
    const last = params.selections?.[params.selections.length - 1];
    if (last && params.subUnitId !== undefined) selected = { key: params.subUnitId, span: last.range };
    stand();
  });
  api.addEvent(api.Event.SelectionChanged, stand);
  api.addEvent(api.Event.ActiveSheetChanged, (event) => {
    const sheet = sheetOf(event.activeSheet.getSheetId());
    if (sheet) events.tab(sheet);
    stand();
  });
  return flush;
}
