/** A workbench folder whose example ledger has filter views, a slicer and charts, put there by hand. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { sheets_v4 } from '@googleapis/sheets';
import { readExample } from '../../local/commands/example';
import { readProgram } from '../../local/commands/project';
import { Desk } from '../../local/workbench/server/desk';

export const OPEN_VIEW = 9001;
const NOW = new Date('2026-11-24T09:00:00+08:00');

export interface Prepared {
  data: string;
  /** Id of 问题台账. */
  issues: number;
}

export async function prepared(): Promise<Prepared> {
  const data = mkdtempSync(path.join(tmpdir(), 'workbench-'));
  const program = readProgram(process.cwd());
  const material = readExample(process.cwd());
  if (!program.ok || !material.ok) throw new Error('run npm run build first');
  const desk = await Desk.open({
    ...{ folder: data, program: program.value, html: {}, now: () => NOW, log: () => undefined },
    material: material.value,
  });
  if (!desk.ok) throw new Error(desk.faults[0]?.message);
  const { host } = desk.value;
  const sheets = host.spreadsheet().sheets ?? [];
  const idOf = (title: string): number =>
    sheets.find(({ properties }) => properties?.title === title)?.properties?.sheetId ?? -1;
  const issues = idOf('问题台账');
  const headers =
    sheets.find(({ properties }) => properties?.sheetId === issues)?.data?.[0]?.rowData?.[0]?.values ?? [];
  const column = (name: string): number => headers.findIndex(({ formattedValue }) => formattedValue === name);
  host.apply([...viewsOf(issues, column), ...boardCharts(idOf('看板'))]);
  if (!desk.value.commit().ok || !desk.value.close().ok) throw new Error('not saved');
  return { data, issues };
}

function viewsOf(sheetId: number, column: (name: string) => number): sheets_v4.Schema$Request[] {
  const range = { sheetId, startRowIndex: 0, startColumnIndex: 0 };
  const state = column('状态');
  return [
    {
      addFilterView: {
        filter: {
          ...{ filterViewId: OPEN_VIEW, title: '未销号', range },
          filterSpecs: [
            { columnIndex: state, filterCriteria: { hiddenValues: ['已销号', '建议销号'] } },
            { columnIndex: 0, filterCriteria: { condition: { type: 'NOT_BLANK' } } },
          ],
          sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
        },
      },
    },
    {
      addSlicer: {
        slicer: {
          spec: { title: '整改类型', dataRange: range, columnIndex: column('整改类型') },
          position: { overlayPosition: { anchorCell: { sheetId, rowIndex: 0, columnIndex: 3 } } },
        },
      },
    },
  ];
}

function boardCharts(sheetId: number): sheets_v4.Schema$Request[] {
  const lines: (string | number)[][] = [
    ['责任部门', '已销号', '整改中'],
    ['水资源股', 3, 1],
    ['办公室', 2, 4],
  ];
  const part = (columnIndex: number): sheets_v4.Schema$ChartData => ({
    sourceRange: {
      sources: [
        {
          sheetId,
          startRowIndex: 190,
          endRowIndex: 193,
          startColumnIndex: columnIndex,
          endColumnIndex: columnIndex + 1,
        },
      ],
    },
  });
  return [
    {
      updateCells: {
        start: { sheetId, rowIndex: 190, columnIndex: 0 },
        rows: lines.map((line) => ({
          values: line.map((value) => ({
            userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value },
          })),
        })),
        fields: 'userEnteredValue',
      },
    },
    {
      addChart: {
        chart: {
          spec: {
            title: '各部门整改进展',
            altText: '水资源股已销号3个、整改中1个；办公室已销号2个、整改中4个。',
            basicChart: {
              ...{ chartType: 'BAR', stackedType: 'STACKED', legendPosition: 'BOTTOM_LEGEND', headerCount: 1 },
              domains: [{ domain: part(0) }],
              series: [1, 2].map((at) => ({ series: part(at), targetAxis: 'BOTTOM_AXIS' })),
            },
          },
          position: {
            overlayPosition: {
              anchorCell: { sheetId, rowIndex: 1, columnIndex: 1 },
              widthPixels: 480,
              heightPixels: 260,
            },
          },
        },
      },
    },
  ];
}
