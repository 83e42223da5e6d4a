/** Workbooks for the tests of the files: one like a small ledger, and generated ones. */
import type { sheets_v4 } from '@googleapis/sheets';
import fc from 'fast-check';

type Spreadsheet = sheets_v4.Schema$Spreadsheet;
type Cell = sheets_v4.Schema$CellData;

export const GREY = { backgroundColor: { red: 0.93, green: 0.93, blue: 0.93 } };
export const DATE = { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } };
const TEXT = { numberFormat: { type: 'TEXT' }, wrapStrategy: 'WRAP' };

export function text(value: string, more: Cell = {}): Cell {
  return {
    userEnteredValue: { stringValue: value },
    effectiveValue: { stringValue: value },
    formattedValue: value,
    ...more,
  };
}

export function number(value: number, shown = String(value), more: Cell = {}): Cell {
  return {
    userEnteredValue: { numberValue: value },
    effectiveValue: { numberValue: value },
    formattedValue: shown,
    ...more,
  };
}

export function flag(value: boolean): Cell {
  return {
    userEnteredValue: { boolValue: value },
    effectiveValue: { boolValue: value },
    formattedValue: value ? 'TRUE' : 'FALSE',
    dataValidation: { condition: { type: 'BOOLEAN' } },
  };
}

const choice = (...values: string[]): Cell => ({
  dataValidation: {
    condition: { type: 'ONE_OF_LIST', values: values.map((userEnteredValue) => ({ userEnteredValue })) },
    strict: true,
    inputMessage: '请选择状态',
  },
});
const departments: Cell = {
  dataValidation: { condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: "='设置'!B2:B" }] } },
};
const states = choice('未启动', '整改中', '已销号');

/** Two issues of 云溪县林业局 and a settings tab, as a set-up ledger would hold them. */
export function smallLedger(): Spreadsheet {
  const blankRow = {
    values: [{}, { userEnteredFormat: TEXT }, { userEnteredFormat: DATE }, states, departments, {}, {}],
  };
  return {
    spreadsheetId: 'store',
    properties: { title: '云溪县林业局整改台账', locale: 'zh_CN', timeZone: 'Asia/Shanghai' },
    sheets: [
      {
        properties: {
          sheetId: 11,
          title: '问题台账',
          gridProperties: { rowCount: 60, columnCount: 7, frozenRowCount: 1, frozenColumnCount: 2 },
        },
        data: [
          {
            columnMetadata: [{ pixelSize: 60 }, { pixelSize: 240 }, { pixelSize: 100 }, {}, {}, {}, {}],
            rowMetadata: Array.from({ length: 60 }, () => ({ pixelSize: 21 })),
            rowData: [
              {
                values: ['编号', '问题', '整改时限', '状态', '责任部门', '已归档', '佐证'].map((header) =>
                  text(header, { note: `${header}的说明`, userEnteredFormat: { textFormat: { bold: true } } }),
                ),
              },
              {
                values: [
                  number(1),
                  text('=护林员巡山记录补记代签', { userEnteredFormat: TEXT }),
                  number(46203, '2026-06-30', { userEnteredFormat: DATE }),
                  text('整改中', states),
                  text('资源管理股', departments),
                  flag(true),
                  text('3-2', { userEnteredFormat: GREY }),
                ],
              },
              {
                values: [
                  number(2),
                  text('造林补助资金\n滞留七个月', { userEnteredFormat: TEXT }),
                  number(46295, '2026-09-30', { userEnteredFormat: DATE }),
                  text('未启动', states),
                  { ...departments },
                  flag(false),
                  { userEnteredFormat: GREY },
                ],
              },
              ...Array.from({ length: 57 }, () => blankRow),
            ],
          },
        ],
        conditionalFormats: [
          {
            ranges: [{ sheetId: 11, startRowIndex: 1, endRowIndex: 60, startColumnIndex: 0, endColumnIndex: 7 }],
            booleanRule: {
              condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$C2<TODAY()' }] },
              format: { backgroundColor: { red: 1, green: 0.8, blue: 0.8 } },
            },
          },
        ],
      },
      {
        properties: { sheetId: 12, title: '设置', gridProperties: { rowCount: 30, columnCount: 2, frozenRowCount: 1 } },
        data: [
          {
            rowData: [
              { values: [text('项'), text('责任部门')] },
              { values: [text('单位名称'), text('资源管理股')] },
              { values: [{}, text('计划财务股')] },
            ],
          },
        ],
        protectedRanges: [
          { protectedRangeId: 7, range: { sheetId: 12 }, editors: { users: ['owner@example.invalid'] } },
        ],
      },
    ],
    developerMetadata: [{ metadataId: 1, metadataKey: 'schema', metadataValue: '1', visibility: 'DOCUMENT' }],
    namedRanges: [
      { namedRangeId: 'n1', name: '责任部门', range: { sheetId: 12, startRowIndex: 1, startColumnIndex: 1 } },
    ],
  };
}

const plainText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('未启动', '=SUM(A1)', '-1.5', 'null', '[1,"a"]', '__proto__', '\ud800', '第一项。\n第二项。', ''),
);
const format = fc.constantFrom<sheets_v4.Schema$CellFormat>(
  GREY,
  DATE,
  { textFormat: { bold: true } },
  { wrapStrategy: 'WRAP' },
);
const value = fc.oneof(
  plainText.map((stringValue) => ({ stringValue })),
  fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((numberValue) => ({ numberValue })),
  fc.boolean().map((boolValue) => ({ boolValue })),
);

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant<Cell>({}),
  plainText.map((one) => text(one)),
  fc.tuple(fc.integer({ min: 0, max: 99_999 }), plainText).map(([n, shown]) => number(n, shown)),
  fc.record<Cell>(
    {
      userEnteredValue: fc.oneof(value, fc.constant({ formulaValue: '=HYPERLINK("https://example.invalid")' })),
      effectiveValue: fc.oneof(value, fc.constant({ errorValue: { type: 'REF', message: '' } })),
      formattedValue: plainText,
      userEnteredFormat: format,
      effectiveFormat: format,
      note: plainText,
      hyperlink: plainText,
      dataValidation: fc.constantFrom(states.dataValidation ?? {}, departments.dataValidation ?? {}),
      textFormatRuns: fc.constant([{ startIndex: 1, format: { bold: true } }]),
    },
    { requiredKeys: [] },
  ),
);

const row: fc.Arbitrary<sheets_v4.Schema$RowData> = fc.oneof(
  fc.constant<sheets_v4.Schema$RowData>({}),
  fc.record({ values: fc.array(anyCell, { maxLength: 5 }) }),
);

const grid: fc.Arbitrary<sheets_v4.Schema$GridData> = fc.record(
  {
    startRow: fc.nat(3),
    rowData: fc
      .array(fc.tuple(row, fc.integer({ min: 1, max: 3 })), { maxLength: 6 })
      .map((rows) => rows.flatMap(([one, times]) => Array.from({ length: times }, () => structuredClone(one)))),
    rowMetadata: fc.array(fc.constantFrom({}, { pixelSize: 21 }, { hiddenByUser: true }), { maxLength: 6 }),
    columnMetadata: fc.array(fc.constantFrom({}, { pixelSize: 60 }), { maxLength: 6 }),
  },
  { requiredKeys: [] },
);

/** Any workbook at all, sparse and odd ones included; -0 apart, which JSON has not. */
export const anyWorkbook: fc.Arbitrary<Spreadsheet> = fc
  .record(
    {
      spreadsheetId: fc.string(),
      properties: fc.record({ title: plainText }),
      sheets: fc.array(
        fc.record(
          {
            properties: fc.record({ sheetId: fc.nat(), title: plainText }),
            data: fc.array(grid, { maxLength: 2 }),
            filterViews: fc.constant([{ filterViewId: 3, title: '逾期' }]),
          },
          { requiredKeys: ['properties'] },
        ),
        { maxLength: 3 },
      ),
      developerMetadata: fc.constant([{ metadataId: 1, metadataKey: 'schema', metadataValue: '1' }]),
    },
    { requiredKeys: [] },
  )
  .map((workbook): Spreadsheet => JSON.parse(JSON.stringify(workbook)));
