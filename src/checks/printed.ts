/** The cells whose text a report prints, for rules that look at wording and punctuation. */
import type { Ledger, Table } from '../ledger/ledger';
import type { ColumnId, TabId } from '../ledger/schema';
import { SETTINGS, type SettingId } from '../ledger/settings';
import type { Observation } from './finding';
import { about, aboutSetting } from './observe';

export interface TextCell {
  text: string;
  /** Makes an observation about this cell. */
  about(saying: Omit<Observation, 'tab' | 'key' | 'row' | 'column'>): Observation;
}

/** Text columns of an issue that reports or their attachments print. */
const ISSUE_COLUMNS = [
  'aspect',
  'group',
  'title',
  'inference',
  'effect',
  'measureLead',
  'measureClosing',
  'publicText',
] as const;
const SETTING_TEXTS: readonly SettingId[] = ['unit', 'round', 'inspectionTeam', 'title', 'signatory', 'contact'];

/** All printed cells that are not blank. 未归位 is never printed; a cancelled measure neither. */
export function printedCells(ledger: Ledger): TextCell[] {
  const { measures, narrative } = ledger;
  return [
    ...cellsOf(ledger.issues, ISSUE_COLUMNS),
    ...cellsOf(measures, ['content', 'result'], ({ state }) => state !== '已取消'),
    ...cellsOf(narrative, ['title', 'body'], ({ part }) => part !== '未归位'),
    ...settingCells(ledger, SETTING_TEXTS),
  ];
}

/** The cells of some text columns of a table that are not blank, column by column. */
export function cellsOf<T extends TabId>(
  table: Table<T>,
  columns: readonly ColumnId<T>[],
  wanted: (record: Table<T>['records'][number]) => boolean = () => true,
): TextCell[] {
  return columns.flatMap((column) =>
    table.records.flatMap((record, at): TextCell[] => {
      const text = record[column];
      if (typeof text !== 'string' || text === '' || !wanted(record)) return [];
      return [{ text, about: (saying) => about(table, at, column, saying) }];
    }),
  );
}

export function settingCells(ledger: Ledger, ids: readonly SettingId[]): TextCell[] {
  return ids.flatMap((id): TextCell[] => {
    const text = ledger.settings[id];
    if (SETTINGS[id].kind !== 'text' || typeof text !== 'string' || text === '') return [];
    return [{ text, about: (saying) => aboutSetting(id, saying) }];
  });
}
