/** What outlives an execution beside the workbook, as a host begins with it. */
import type { HostOptions } from './api';
import type { Shared } from './services/define';
import { DriveStore } from './services/driveStore';
import { Outbox } from './services/mail';
import { UiRecord } from './services/spreadsheetApp/uiRecord';
import { TriggerStore } from './services/triggers';

export function sharedOf(options: HostOptions): Shared {
  return {
    drive: new DriveStore(options.drive),
    ui: new UiRecord(),
    lock: { heldByOther: false, holders: new Map() },
    selection: { sheetId: undefined, box: { top: 0, bottom: 1, left: 0, right: 1 } },
    triggers: new TriggerStore(options.triggers ?? []),
    outbox: new Outbox(options.mails, options.mailQuota),
    stores: {
      script: new Map(Object.entries(options.scriptProperties ?? {})),
      document: new Map(Object.entries(options.documentProperties ?? {})),
      users: new Map(),
    },
  };
}
