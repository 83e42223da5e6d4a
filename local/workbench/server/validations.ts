/** Drop-downs and checkboxes of a sheet, each as a run of rows in one column, with the choices as they stand now. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { ValidationView } from '../protocol';
import { columnOf } from './formula';

type Rule = sheets_v4.Schema$DataValidationRule;
type Sheet = sheets_v4.Schema$Sheet;

interface Run {
  fromRow: number;
  toRow: number;
  column: number;
  rule: Rule;
}

const runsByRows = new WeakMap<object, Run[]>();
const keys = new WeakMap<Rule, string>();

function keyOf(rule: Rule): string {
  let key = keys.get(rule);
  if (key === undefined) {
    key = JSON.stringify(rule.condition ?? null);
    keys.set(rule, key);
  }
  return key;
}

const isShown = ({ condition }: Rule): boolean =>
  condition?.type === 'ONE_OF_LIST' || condition?.type === 'ONE_OF_RANGE' || condition?.type === 'BOOLEAN';

function runsOf(rows: readonly sheets_v4.Schema$RowData[]): Run[] {
  const known = runsByRows.get(rows);
  if (known) return known;
  const runs: Run[] = [];
  const open: (Run | undefined)[] = [];
  rows.forEach(({ values = [] }, row) => {
    values.forEach(({ dataValidation: rule }, column) => {
      if (!rule || !isShown(rule)) return;
      const last = open[column];
      if (last && last.toRow === row && (last.rule === rule || keyOf(last.rule) === keyOf(rule))) {
        last.toRow = row + 1;
        return;
      }
      const run = { fromRow: row, toRow: row + 1, column, rule };
      open[column] = run;
      runs.push(run);
    });
  });
  runsByRows.set(rows, runs);
  return runs;
}

export function validationsOf(sheet: Sheet, book: sheets_v4.Schema$Spreadsheet): ValidationView[] {
  const lists = new Map<string, string[]>();
  return runsOf(sheet.data?.[0]?.rowData ?? []).map(({ rule, ...place }) => {
    const given = (rule.condition?.values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? '');
    if (rule.condition?.type === 'BOOLEAN') return { ...place, kind: 'check', values: given };
    if (rule.condition?.type === 'ONE_OF_LIST') return { ...place, kind: 'list', values: given };
    const range = given[0] ?? '';
    const values = lists.get(range) ?? listed(range, sheet, book);
    lists.set(range, values);
    return { ...place, kind: 'list', values };
  });
}

/** What the cells of `='设置'!$D$2:$D` show, each once. */
function listed(text: string, own: Sheet, book: sheets_v4.Schema$Spreadsheet): string[] {
  const found = /^=?(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Z]+)\$?(\d+)?(?::\$?([A-Z]+)\$?(\d+)?)?$/i.exec(
    text.trim(),
  );
  const named = found ? undefined : book.namedRanges?.find(({ name }) => name === text.replace(/^=/, ''))?.range;
  if (!found && !named) return [];
  const title = found?.[1]?.replaceAll("''", "'") ?? found?.[2];
  const sheet = named
    ? book.sheets?.find(({ properties }) => (properties?.sheetId ?? 0) === (named.sheetId ?? 0))
    : title === undefined
      ? own
      : book.sheets?.find(({ properties }) => properties?.title === title);
  const left = named ? (named.startColumnIndex ?? 0) : columnOf(found?.[3] ?? 'A');
  const right = named ? (named.endColumnIndex ?? left + 1) : columnOf(found?.[5] ?? found?.[3] ?? 'A') + 1;
  const top = named ? (named.startRowIndex ?? 0) : Number(found?.[4] ?? 1) - 1;
  const bottom = named ? (named.endRowIndex ?? undefined) : bottomOf(found);
  const values = new Set<string>();
  for (const row of sheet?.data?.[0]?.rowData?.slice(top, bottom) ?? []) {
    for (const cell of row.values?.slice(left, right) ?? []) if (cell.formattedValue) values.add(cell.formattedValue);
  }
  return [...values];
}

function bottomOf(found: RegExpExecArray | null): number | undefined {
  const last = found?.[6] ?? (found?.[5] === undefined ? found?.[4] : undefined);
  return last === undefined ? undefined : Number(last);
}
