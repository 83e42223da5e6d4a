/** 设置 from elsewhere: items by name, and the lists beside them. */
import type { Change } from '../../ledger/changes';
import { addRecord } from '../../ledger/changes';
import type { Fault } from '../../ledger/fault';
import { isBlank } from '../../ledger/grid';
import type { LedgerReading } from '../../ledger/read';
import { readSetting, settingIds } from '../../ledger/readSettings';
import { TABS } from '../../ledger/schema';
import { SETTINGS } from '../../ledger/settings';
import type { EditedRow, Merge } from './merge';

const { title, columns } = TABS.settings;
const LISTS = ['aspects', 'groups', 'departments'] as const;

export function mergeSettings({ ledger, settingRows }: LedgerReading, rows: readonly EditedRow[]): Merge {
  const changes: Change[] = [];
  const refused: Fault[] = [];
  const ids = new Map<string, ReturnType<typeof settingIds>[number]>(settingIds().map((id) => [SETTINGS[id].item, id]));
  for (const { values } of rows) {
    const item = String(values[columns.item.header] ?? '').trim();
    const cell = values[columns.value.header];
    if (item === '' || cell === undefined) continue;
    const id = ids.get(item);
    const row = settingRows[item];
    const value = id === undefined || isBlank(cell) ? null : readSetting(SETTINGS[id], cell);
    if (id === undefined || value === undefined) {
      refused.push({
        code: id === undefined ? 'unknown-setting' : 'unreadable-setting',
        tab: title,
        key: item,
        message:
          id === undefined
            ? `${title}没有“${item}”一项，未收入；请核对项名。`
            : `${title}（${item}）：“${String(cell).slice(0, 30)}”不能识别，未收入；请参照该项的说明填写。`,
      });
      continue;
    }
    if (value === ledger.settings[id] || (value === null && isBlank(ledger.settings[id]))) continue;
    const written = value === null ? null : String(value);
    if (row !== undefined) changes.push({ kind: 'setting', item, row, value: written });
    else changes.push(addRecord('settings', { item, value: written ?? '', explanation: SETTINGS[id].explanation }));
  }
  for (const list of LISTS) {
    const entries = rows
      .map(({ values }) => String(values[columns[list].header] ?? '').trim())
      .filter(
        (entry, at, all) => entry !== '' && all.indexOf(entry) === at && !ledger.settings.lists[list].includes(entry),
      );
    if (entries.length > 0) changes.push({ kind: 'list', list, entries });
  }
  return { changes, refused, drafts: [] };
}
