/** The cells whose text a report prints, for rules that look at wording and punctuation. */
import type { ColumnId, TabId } from '../ledger/schema';
import type { Settings } from '../ledger/settings';
import type { CheckContext, Row } from './context';
import type { Observation } from './finding';
import { about, aboutSetting } from './observe';

export interface TextCell {
  text: string;
  /** Makes an observation about this cell. */
  about(message: string, remedy: string): Observation;
}

type TextSetting = 'unit' | 'round' | 'inspectionTeam' | 'title' | 'signatory' | 'contact';

/** All printed cells that are not blank. 未归位 is never printed; a cancelled measure neither. */
export function printedCells({ issues, measures, narrative, ledger }: CheckContext): TextCell[] {
  const inForce = measures.filter(({ record }) => record.state !== '已取消');
  const placed = narrative.filter(({ record }) => record.part !== '未归位');
  return [
    ...cellsOf(
      issues,
      'aspect',
      'group',
      'title',
      'inference',
      'effect',
      'measureLead',
      'measureClosing',
      'publicText',
    ),
    ...cellsOf(inForce, 'content', 'result'),
    ...cellsOf(placed, 'title', 'body'),
    ...settingCells(ledger.settings, 'unit', 'round', 'inspectionTeam', 'title', 'signatory', 'contact'),
  ];
}

/** The cells of some text columns that are not blank, column by column. */
export function cellsOf<T extends TabId>(rows: readonly Row<T>[], ...columns: ColumnId<T>[]): TextCell[] {
  return columns.flatMap((column) =>
    rows.flatMap((row): TextCell[] => {
      const text = row.record[column];
      return typeof text === 'string' && text !== ''
        ? [{ text, about: (message, remedy) => about(row, column, message, remedy) }]
        : [];
    }),
  );
}

export function settingCells(settings: Settings, ...ids: TextSetting[]): TextCell[] {
  return ids
    .filter((id) => settings[id] !== '')
    .map((id) => ({ text: settings[id], about: (message, remedy) => aboutSetting(id, message, remedy) }));
}

/** What is said of each cell in which `faultIn` finds something: message and remedy. */
export function aboutCells(
  cells: readonly TextCell[],
  faultIn: (text: string) => [message: string, remedy: string] | undefined,
): Observation[] {
  return cells.flatMap(({ text, about: say }) => {
    const fault = faultIn(text);
    return fault ? say(...fault) : [];
  });
}
