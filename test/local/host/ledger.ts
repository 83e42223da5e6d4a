/** A host with a small workbook of the fictitious 青禾县 for the contract tests, and a way to run a line of script in it. */
import { type CallMode, createHost, type Host, type HostOptions, newSpreadsheet } from '../../../local/host';

export const OWNER = 'zgb@qinghe.example.cn';
export const CLERK = 'lichun@qinghe.example.cn';

export interface Ledger {
  host: Host;
  /** Runs the lines as the body of a script function; `id` is the file's id, `book` the active spreadsheet. */
  run(lines: string, mode?: CallMode, args?: unknown[]): unknown;
  /** One batchUpdate of the requests (JSON). */
  update(...requests: object[]): unknown;
  /** values.get of the range. */
  values(range: string, options?: object): unknown;
}

export function ledger(options: Partial<HostOptions> = {}): Ledger {
  const host = createHost({
    spreadsheet: newSpreadsheet('青禾县住建局整改台账'),
    owner: OWNER,
    user: OWNER,
    now: () => new Date('2026-09-15T01:30:00Z'),
    ...options,
  });
  const run = (lines: string, mode: CallMode = 'menu', args: unknown[] = []): unknown => {
    host.load(
      `function go(a, b) { const book = SpreadsheetApp.getActiveSpreadsheet(); const id = book.getId(); ${lines} }`,
    );
    return host.call('go', args, mode);
  };
  return {
    host,
    run,
    update: (...requests) => run(`return Sheets.Spreadsheets.batchUpdate({ requests: a }, id);`, 'menu', [requests]),
    values: (range, given = {}) => {
      const answer = run('return Sheets.Spreadsheets.Values.get(id, a, b);', 'menu', [range, given]);
      return typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'values') : undefined;
    },
  };
}

/** Cells of one row from plain values. */
export function row(...values: (string | number | boolean | null)[]): object {
  return {
    values: values.map((value) => {
      if (value === null) return {};
      if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
      if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
      return { userEnteredValue: value.startsWith('=') ? { formulaValue: value } : { stringValue: value } };
    }),
  };
}

/** An updateCells request that writes the rows from A1 of the first sheet. */
export function write(rows: object[], start: object = {}, fields = 'userEnteredValue'): object {
  return { updateCells: { start: { sheetId: 0, rowIndex: 0, columnIndex: 0, ...start }, rows, fields } };
}
