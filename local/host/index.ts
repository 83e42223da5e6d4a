/** Apps Script on Node: runs a built script file, unchanged, over a workbook shaped like the Sheets API v4 resource. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { Host, HostOptions } from './api';
import { ScriptHost } from './host';

export type {
  CallMode,
  ExecutionRecord,
  Host,
  HostOptions,
  PersonsFile,
  ServiceCall,
  TriggerFailure,
} from './api';
export type { Simulation } from './clock';
export { type EditEvent, editEvent } from './events';
export type { CallPoint } from './interrupts';
export { ExecutionStopped, ScriptError } from './scriptError';
export type { DriveFile } from './services/driveStore';
export type { SentMail } from './services/mail';
export type { OtherFile, OtherFiles } from './services/otherFiles';
export type { ButtonName, MenuItem, UiEvent, UiEvents } from './services/spreadsheetApp/uiRecord';
export type { InstalledTrigger } from './services/triggers';
export { type Filter, rowsShownBy } from './workbook/filtering';
export { todayOf } from './workbook/serial';

export function createHost(options: HostOptions): Host {
  return new ScriptHost(options);
}

/** What Google gives for a new file in a Chinese account: one sheet, 工作表1, of 1000 × 26. */
export function newSpreadsheet(title: string): sheets_v4.Schema$Spreadsheet {
  const spreadsheetId = 'local-spreadsheet';
  return {
    spreadsheetId,
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`,
    properties: { title, locale: 'zh_CN', autoRecalc: 'ON_CHANGE', timeZone: 'Asia/Shanghai' },
    sheets: [
      {
        properties: {
          sheetId: 0,
          title: '工作表1',
          index: 0,
          sheetType: 'GRID',
          gridProperties: { rowCount: 1000, columnCount: 26 },
        },
      },
    ],
  };
}
