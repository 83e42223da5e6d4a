/** How columns look and what they accept: number formats, wrapping, colours, drop-downs and rules, as Sheets requests. */
import type { Column } from '../ledger/columns';
import { columnLetters, quotedTitle, type TabGrid } from '../ledger/grid';
import { locateColumns } from '../ledger/read';
import { columnsOf } from '../ledger/records';
import { TAB_ORDER, TABS, type TabId } from '../ledger/schema';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Rule = GoogleAppsScript.Sheets.Schema.DataValidationRule;
type CellFormat = GoogleAppsScript.Sheets.Schema.CellFormat;

/** Positions of columns by id, as `locateColumns` gives them. */
export type Positions = Partial<Record<string, number>>;

/** Where drop-downs take the unit's own values from, as A1 references; absent when the column is missing. */
export interface ListRanges {
  people?: string;
  方面?: string;
  类?: string;
  责任部门?: string;
}

const GREY = { red: 0.95, green: 0.95, blue: 0.95 };
const WHITE = { red: 1, green: 1, blue: 1 };
const HEADER = { red: 0.12, green: 0.31, blue: 0.47 };
const SYSTEM_HEADER = { red: 0.45, green: 0.45, blue: 0.45 };

/** The references drop-downs read, from the places of 名单 and 设置's list columns. */
export function listRanges(people: Positions, settings: Positions): ListRanges {
  const column = (title: string, at: number | undefined) => {
    if (at === undefined) return undefined;
    const letters = columnLetters(at);
    return `=${quotedTitle(title)}!$${letters}$2:$${letters}`;
  };
  const ranges: ListRanges = {};
  const people_ = column(TABS.people.title, people.name);
  const aspects = column(TABS.settings.title, settings.aspects);
  const groups = column(TABS.settings.title, settings.groups);
  const departments = column(TABS.settings.title, settings.departments);
  if (people_ !== undefined) ranges.people = people_;
  if (aspects !== undefined) ranges.方面 = aspects;
  if (groups !== undefined) ranges.类 = groups;
  if (departments !== undefined) ranges.责任部门 = departments;
  return ranges;
}

/** The same from tabs as they were read. */
export function listRangesOf(grids: readonly TabGrid[]): ListRanges {
  const header = (tab: TabId) => grids.find(({ title }) => title === TABS[tab].title)?.values[0] ?? [];
  return listRanges(locateColumns('people', header('people')), locateColumns('settings', header('settings')));
}

/** Formats and rules for rows `from` (0-based) up to `to` (exclusive) of every known column. */
export function formatRequests(
  tab: TabId,
  sheetId: number,
  columns: Positions,
  rows: { from: number; to: number },
  lists: ListRanges,
): Request[] {
  return columnsOf<TabId>(tab).flatMap(([id, column]): Request[] => {
    const at = columns[id];
    if (at === undefined) return [];
    const range = {
      sheetId,
      startRowIndex: rows.from,
      endRowIndex: rows.to,
      startColumnIndex: at,
      endColumnIndex: at + 1,
    };
    const format = formatOf(column);
    const rule = column.system || tab === 'settings' ? undefined : ruleOf(column, lists);
    return [
      {
        repeatCell: {
          range,
          cell: { userEnteredFormat: format },
          // staff may colour their own cells; only system columns have a colour of the program's
          fields: `userEnteredFormat(numberFormat,wrapStrategy,verticalAlignment,horizontalAlignment${column.system ? ',backgroundColor' : ''})`,
        },
      },
      // 操作 offers in each row what that row's state allows (src/app/operations.ts)
      ...(tab === 'issues' && id === 'operation'
        ? []
        : [{ setDataValidation: rule === undefined ? { range } : { range, rule } }]),
    ];
  });
}

/** Formats and rules of every known column of the tabs anybody may edit, as set-up gives them. */
export function repairRequests(grids: readonly TabGrid[], lists: ListRanges): Request[] {
  return TAB_ORDER.filter((tab) => TABS[tab].guard === 'open' || TABS[tab].guard === 'log').flatMap((tab) => {
    const grid = grids.find(({ title }) => title === TABS[tab].title);
    if (grid === undefined || grid.rowCount < 2) return [];
    const columns = locateColumns(tab, grid.values[0] ?? []);
    return formatRequests(tab, grid.sheetId, columns, { from: 1, to: grid.rowCount }, lists);
  });
}

/** The header cell of a column: its title, its look, and the note that explains it. */
export function headerCell(column: Column): GoogleAppsScript.Sheets.Schema.CellData {
  const kind = column.system ? '（系统列，由程序填写）' : column.required ? '（必填）' : '';
  return {
    userEnteredValue: { stringValue: column.header },
    note: `${column.note}${kind}`,
    userEnteredFormat: {
      backgroundColor: column.system ? SYSTEM_HEADER : HEADER,
      textFormat: { bold: true, foregroundColor: WHITE },
      horizontalAlignment: 'CENTER',
      verticalAlignment: 'MIDDLE',
      wrapStrategy: 'WRAP',
    },
  };
}

function formatOf(column: Column): CellFormat {
  const number = numberFormat(column);
  // names of aspects and departments are long for their columns, and several may stand in one cell
  const wraps = column.kind === 'text' && (column.long || column.list !== undefined);
  return {
    ...(number === undefined ? {} : { numberFormat: number }),
    wrapStrategy: wraps ? 'WRAP' : 'CLIP',
    verticalAlignment: 'TOP',
    horizontalAlignment: column.kind === 'text' ? 'LEFT' : 'CENTER',
    ...(column.system ? { backgroundColor: GREY } : {}),
  };
}

function numberFormat(column: Column): GoogleAppsScript.Sheets.Schema.NumberFormat | undefined {
  if (column.kind === 'date') return { type: 'DATE', pattern: 'yyyy-mm-dd' };
  if (column.kind === 'integer') return { type: 'NUMBER', pattern: '0' };
  // the automatic format shows 7 and 7.132 as they are, and keeps a tick a tick
  if (column.kind === 'amount' || column.kind === 'check') return undefined;
  // text format keeps 3-2 and 2026-03 from turning into dates
  return { type: 'TEXT', pattern: '@' };
}

function ruleOf(column: Column, lists: ListRanges): Rule | undefined {
  switch (column.kind) {
    case 'choice':
      return rule('ONE_OF_LIST', column.values, true, `请从下拉列表中选择：${column.values.join('、')}。`);
    case 'text': {
      const source = column.list?.from === 'people' ? lists.people : column.list && lists[column.list.list];
      // several people or departments may share a cell, so the list proposes and does not force
      return source === undefined ? undefined : rule('ONE_OF_RANGE', [source], false, column.note);
    }
    case 'date':
      // not strict: 2026.6.30 and 2026年6月30日 are accepted and read
      return rule('DATE_IS_VALID', [], false, '请填写日期，如 2026-06-30。');
    case 'integer':
      return rule(
        'NUMBER_BETWEEN',
        [String(column.min), String(column.max)],
        true,
        `请填写${column.min}至${column.max}之间的整数。`,
      );
    case 'amount':
      return rule('NUMBER_GREATER_THAN_EQ', ['0'], true, '请填写不小于0的数字。');
    case 'check':
      return rule('BOOLEAN', [], true, column.note);
    case 'instant':
      return undefined;
  }
}

/** A validation rule; a drop-down is shown where there is one. */
export function rule(type: string, values: readonly string[], strict: boolean, inputMessage: string): Rule {
  return {
    condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) },
    inputMessage,
    strict,
    showCustomUi: type.startsWith('ONE_OF'),
  };
}
