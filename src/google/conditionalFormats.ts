/** Conditional formats: 逾期, 临期, 退回, 已销号 — each with a mark besides its colour. */
import { columnLetters } from '../ledger/grid';
import type { TabId } from '../ledger/schema';
import type { Positions } from './formats';

type Rule = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;
type Format = GoogleAppsScript.Sheets.Schema.CellFormat;

/** Stands in every formula of ours, so that our rules are known again and the user's are left alone. N of a text is 0. */
const MARK = /N\("整改台账:[a-z-]+"\)=0/;

const RED = { red: 0.76, green: 0.05, blue: 0.05 };
const AMBER = { red: 0.6, green: 0.36, blue: 0 };
const PURPLE = { red: 0.42, green: 0.15, blue: 0.6 };
const GREEN = { red: 0.05, green: 0.4, blue: 0.15 };
const LIGHT_RED = { red: 0.99, green: 0.89, blue: 0.88 };
const LIGHT_AMBER = { red: 1, green: 0.95, blue: 0.8 };
const LIGHT_PURPLE = { red: 0.94, green: 0.88, blue: 0.98 };
const LIGHT_GREEN = { red: 0.87, green: 0.95, blue: 0.87 };

export function isOurs(rule: Rule): boolean {
  return (rule.booleanRule?.condition?.values ?? []).some(({ userEnteredValue }) => MARK.test(userEnteredValue ?? ''));
}

/** The rules of a tab, in order of precedence; a rule whose columns are missing is left out. `soonDays`: 设置 临期天数. */
export function conditionalFormats(tab: TabId, sheetId: number, columns: Positions, soonDays: number): Rule[] {
  if (tab === 'issues') return issueRules(sheetId, columns, soonDays);
  if (tab === 'measures') return measureRules(sheetId, columns, soonDays);
  return [];
}

function issueRules(sheetId: number, columns: Positions, soonDays: number): Rule[] {
  const { state, deadline, hints } = columns;
  if (state === undefined || deadline === undefined || hints === undefined) return [];
  const open = not(state, ['已销号', '长期坚持', '已终止']);
  return [
    ...deadlineRules(sheetId, [deadline, hints], deadline, open, soonDays),
    made(sheetId, [state, hints], 'returned', `ISNUMBER(SEARCH("退回",${cell(hints)}))`, {
      backgroundColor: LIGHT_PURPLE,
      textFormat: { foregroundColor: PURPLE, italic: true },
    }),
    made(sheetId, [state], 'closed', `${cell(state)}="已销号"`, {
      backgroundColor: LIGHT_GREEN,
      textFormat: { foregroundColor: GREEN, bold: true },
    }),
  ];
}

function measureRules(sheetId: number, columns: Positions, soonDays: number): Rule[] {
  const { state, deadline } = columns;
  if (state === undefined || deadline === undefined) return [];
  return [
    ...deadlineRules(sheetId, [deadline], deadline, not(state, ['已完成', '已取消']), soonDays),
    made(sheetId, [state], 'done', `${cell(state)}="已完成"`, {
      backgroundColor: LIGHT_GREEN,
      textFormat: { foregroundColor: GREEN, bold: true },
    }),
  ];
}

function deadlineRules(sheetId: number, shown: number[], deadline: number, open: string, soonDays: number): Rule[] {
  const due = cell(deadline);
  const overdue = { backgroundColor: LIGHT_RED, textFormat: { foregroundColor: RED, bold: true } };
  const soon = { backgroundColor: LIGHT_AMBER, textFormat: { foregroundColor: AMBER, underline: true } };
  return [
    made(sheetId, shown, 'overdue', `ISNUMBER(${due}),${due}<TODAY(),${open}`, overdue),
    made(sheetId, shown, 'soon', `ISNUMBER(${due}),${due}>=TODAY(),${due}<TODAY()+${soonDays},${open}`, soon),
  ];
}

function made(sheetId: number, shown: number[], name: string, condition: string, format: Format): Rule {
  return {
    ranges: shown.map((column) => ({
      sheetId,
      startRowIndex: 1,
      startColumnIndex: column,
      endColumnIndex: column + 1,
    })),
    booleanRule: {
      condition: {
        type: 'CUSTOM_FORMULA',
        values: [{ userEnteredValue: `=AND(N("整改台账:${name}")=0,${condition})` }],
      },
      format,
    },
  };
}

function cell(column: number): string {
  return `$${columnLetters(column)}2`;
}

function not(column: number, states: readonly string[]): string {
  return states.map((state) => `${cell(column)}<>"${state}"`).join(',');
}
