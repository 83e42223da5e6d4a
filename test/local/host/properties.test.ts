import fc from 'fast-check';
import { newSpreadsheet } from '../../../local/host';
import { cellsA1, parseCells, quoteSheet, resolveA1 } from '../../../local/host/workbook/a1';
import { applyRequests } from '../../../local/host/workbook/batchUpdate';
import { instantToSerial, serialToInstant } from '../../../local/host/workbook/serial';
import { Workbook } from '../../../local/host/workbook/store';
import { OWNER, row, write } from './ledger';

const actor = { user: OWNER, owner: OWNER, year: 2026 };
const index = fc.integer({ min: 0, max: 800 });

test('a box written in A1 notation is read back the same', () => {
  fc.assert(
    fc.property(index, index, index, index, (a, b, c, d) => {
      const box = { top: Math.min(a, b), bottom: Math.max(a, b) + 1, left: Math.min(c, d), right: Math.max(c, d) + 1 };
      expect(parseCells(cellsA1(box))).toEqual({
        startRowIndex: box.top,
        endRowIndex: box.bottom,
        startColumnIndex: box.left,
        endColumnIndex: box.right,
      });
    }),
  );
});

test('a sheet of any name is found by its quoted name', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), (title) => {
      const workbook = {
        sheets: [{ properties: { sheetId: 1, title: '别的' } }, { properties: { sheetId: 2, title } }],
      };
      expect(resolveA1(`${quoteSheet(title)}!A1`, workbook).sheetId).toBe(2);
    }),
  );
});

test.each(['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Etc/GMT'])(
  'a serial of %s is an instant and back',
  (zone) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80_000 }), (days) => {
        // noon exists on every day, whatever the clocks do at night
        const serial = days + 0.5;
        expect(instantToSerial(serialToInstant(serial, zone), zone)).toBeCloseTo(serial, 6);
      }),
    );
  },
);

test('rows put in and taken out again leave the workbook as it was', () => {
  const made = new Workbook(newSpreadsheet('台账'));
  const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 2 };
  made.change(actor, (draft) =>
    applyRequests(draft, [
      write([row('编号', '状态'), row(1, '整改中'), row(2, '已销号'), row(3, '整改中')]),
      { addNamedRange: { namedRange: { name: '明细', range } } },
      { addProtectedRange: { protectedRange: { range, warningOnly: true } } },
      {
        setDataValidation: {
          range,
          rule: { condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=$A$2:$A$4' }] } },
        },
      },
    ]),
  );
  const before = made.current;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom('ROWS', 'COLUMNS'),
      (at, count, dimension) => {
        const place = { sheetId: 0, dimension, startIndex: at, endIndex: at + count };
        const copy = new Workbook(before);
        copy.change(actor, (draft) =>
          applyRequests(draft, [{ insertDimension: { range: place } }, { deleteDimension: { range: place } }]),
        );
        expect(copy.current.namedRanges).toEqual(before.namedRanges);
        expect(copy.current.sheets?.[0]?.protectedRanges).toEqual(before.sheets?.[0]?.protectedRanges);
        expect(copy.current.sheets?.[0]?.properties).toEqual(before.sheets?.[0]?.properties);
        const shown = (workbook: Workbook['current']): unknown =>
          workbook.sheets?.[0]?.data?.[0]?.rowData
            ?.slice(0, 4)
            .map((one) => one.values?.slice(0, 2).map((cell) => [cell.formattedValue, cell.dataValidation?.condition]));
        expect(shown(copy.current)).toEqual(shown(before));
      },
    ),
  );
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) frozen(item);
  }
  return value;
}

test('no request changes the committed workbook in place', () => {
  const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 2 };
  const rows = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
  const columns = { ...rows, dimension: 'COLUMNS' };
  const metadata = { metadataKey: '行', visibility: 'DOCUMENT', location: { dimensionRange: rows } };
  const rule = { condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=$A$2:$A$4' }] } };
  const lookup = { developerMetadataLookup: { metadataKey: '行' } };
  const source = { sourceRange: { sources: [{ ...range, startColumnIndex: 1 }] } };
  const chart = { basicChart: { chartType: 'COLUMN', series: [{ series: source }] } };
  const position = { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 1, columnIndex: 3 } } };
  const first = [
    write([row('编号', '状态'), row(1, '整改中'), row(2, '已销号'), row(3, '整改中')]),
    { addSheet: { properties: { title: '设置', sheetId: 4 } } },
    { addNamedRange: { namedRange: { name: '明细', range } } },
    { addProtectedRange: { protectedRange: { range, warningOnly: true } } },
    { setDataValidation: { range, rule } },
    { createDeveloperMetadata: { developerMetadata: metadata } },
    {
      addConditionalFormatRule: {
        rule: { ranges: [range], booleanRule: { condition: { type: 'BLANK' }, format: {} } },
      },
    },
    { addFilterView: { filter: { range } } },
    { addBanding: { bandedRange: { range, rowProperties: {} } } },
    { setBasicFilter: { filter: { range, filterSpecs: [{ columnIndex: 1, filterCriteria: {} }] } } },
    { addChart: { chart: { spec: chart, position } } },
    { addSlicer: { slicer: { spec: { dataRange: range }, position } } },
    { mergeCells: { range: { ...range, startRowIndex: 5, endRowIndex: 6 }, mergeType: 'MERGE_ALL' } },
  ];
  const second = [
    write([row('号', '态')]),
    { appendCells: { sheetId: 0, rows: [row(4)], fields: '*' } },
    { repeatCell: { range, cell: { note: '说明' }, fields: 'note' } },
    { updateBorders: { range, top: { style: 'SOLID' } } },
    { sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] } },
    { updateDimensionProperties: { range: rows, properties: { pixelSize: 40 }, fields: 'pixelSize' } },
    {
      updateDeveloperMetadata: {
        dataFilters: [lookup],
        developerMetadata: { metadataValue: '2' },
        fields: 'metadataValue',
      },
    },
    { deleteDeveloperMetadata: { dataFilter: lookup } },
    { insertDimension: { range: rows } },
    { insertDimension: { range: columns } },
    { moveDimension: { source: rows, destinationIndex: 4 } },
    { deleteDimension: { range: rows } },
    { deleteDimension: { range: columns } },
    { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 3 } },
    { updateNamedRange: { namedRange: { namedRangeId: 'nr1', name: '明细表' }, fields: 'name' } },
    { deleteNamedRange: { namedRangeId: 'nr1' } },
    { updateProtectedRange: { protectedRange: { protectedRangeId: 1, description: '系统列' }, fields: 'description' } },
    { deleteProtectedRange: { protectedRangeId: 1 } },
    { updateConditionalFormatRule: { index: 0, newIndex: 0, sheetId: 0 } },
    { deleteConditionalFormatRule: { index: 0, sheetId: 0 } },
    { updateFilterView: { filter: { filterViewId: 1, title: '逾期' }, fields: 'title' } },
    { deleteFilterView: { filterId: 1 } },
    { updateChartSpec: { chartId: 1, spec: { ...chart, title: '进展' } } },
    { updateSlicerSpec: { slicerId: 2, spec: { title: '状态' }, fields: 'title' } },
    { updateEmbeddedObjectPosition: { objectId: 2, newPosition: position, fields: '*' } },
    { deleteEmbeddedObject: { objectId: 2 } },
    { updateBanding: { bandedRange: { bandedRangeId: 1, columnProperties: {} }, fields: 'columnProperties' } },
    { deleteBanding: { bandedRangeId: 1 } },
    { clearBasicFilter: { sheetId: 0 } },
    { updateSheetProperties: { properties: { sheetId: 4, title: '单位设置', index: 0 }, fields: 'title,index' } },
    { updateSpreadsheetProperties: { properties: { title: '台账二' }, fields: 'title' } },
    {
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { rowCount: 5 } },
        fields: 'gridProperties.rowCount',
      },
    },
    { deleteSheet: { sheetId: 4 } },
  ];
  const made = new Workbook(newSpreadsheet('台账'));
  made.change(actor, (draft) => applyRequests(draft, first));
  const before = JSON.stringify(frozen(made.current));
  for (const request of second) {
    const copy = new Workbook(made.current);
    frozen(copy.current);
    const was = JSON.stringify(copy.current);
    const held = copy.current;
    copy.change(actor, (draft) => applyRequests(draft, [request]));
    expect(JSON.stringify(held)).toBe(was);
  }
  made.change(actor, (draft) => applyRequests(draft, second));
  expect(before).toContain('明细');
});
