/** Protected ranges: system columns and the log warn, 设置 and 名单 are walled (DESIGN, decision 4). */
import { columnsOf } from '../ledger/records';
import { TABS, type TabId } from '../ledger/schema';
import type { Positions } from './formats';

type Protected = GoogleAppsScript.Sheets.Schema.ProtectedRange;

/** Descriptions of ours begin with this, so that they are known again. */
const PREFIX = '整改台账：';

export function isOurs({ description }: Protected): boolean {
  return (description ?? '').startsWith(PREFIX);
}

/** The protections a tab wants. `keepers`: mails of 整改办 in 名单, who may edit the walled tabs besides the owner. */
export function protections(tab: TabId, sheetId: number, columns: Positions, keepers: readonly string[]): Protected[] {
  const { title, guard } = TABS[tab];
  if (guard === 'walled') {
    return [
      {
        range: { sheetId },
        description: `${PREFIX}“${title}”只由表格所有者和整改办修改`,
        editors: { users: [...keepers] },
      },
    ];
  }
  if (guard === 'owner') {
    // the owner passes every protection (PLATFORM, Rights), so nobody needs naming
    const description = `${PREFIX}“${title}”由所有者的每日核验填写，他人不能改动`;
    return [{ range: { sheetId }, description, editors: { users: [] } }];
  }
  if (guard === 'log') {
    return [{ range: { sheetId }, description: `${PREFIX}“${title}”由程序追加，请勿手改`, warningOnly: true }];
  }
  const system = columnsOf<TabId>(tab).flatMap(([id, column]) => {
    const at = columns[id];
    return column.system && at !== undefined ? [{ at, header: column.header }] : [];
  });
  const header: Protected = {
    range: { sheetId, startRowIndex: 0, endRowIndex: 1 },
    description: `${PREFIX}“${title}”的列名用于识别各列，请勿改动`,
    warningOnly: true,
  };
  return [
    header,
    ...system.map(({ at, header }) => ({
      range: { sheetId, startRowIndex: 1, startColumnIndex: at, endColumnIndex: at + 1 },
      description: `${PREFIX}“${title}”的“${header}”是系统列，由程序填写`,
      warningOnly: true,
    })),
  ];
}
