/** The tab 设置 → typed settings: rows of items, and the lists beside them. */
import { fromSerial, parseDate } from '../text/dates';
import type { Fault } from './fault';
import type { CellValue, TabGrid } from './grid';
import { a1, isBlank } from './grid';
import { TABS } from './schema';
import { initialSettings, SETTINGS, type Setting, type SettingId, type Settings } from './settings';

/** Row (1-based) of each setting by its item name. */
export type SettingRows = Partial<Record<string, number>>;

/** Reads 设置; an unreadable or unknown value is a fault and leaves the setting at its initial value. */
export function readSettings(
  grid: TabGrid | undefined,
  faults: Fault[],
): { settings: Settings; settingRows: SettingRows } {
  const settings = initialSettings();
  const settingRows: SettingRows = {};
  if (!grid) return { settings, settingRows };
  const header = (grid.values[0] ?? []).map((cell) => String(cell ?? '').trim());
  const at = (id: keyof typeof TABS.settings.columns) => header.indexOf(TABS.settings.columns[id].header);
  const values: Partial<Record<string, string | number | null>> = {};
  const ids = new Map(settingIds().map((id) => [SETTINGS[id].item as string, id]));
  grid.values.forEach((cells, index) => {
    if (index === 0) return;
    const item = String(cells[at('item')] ?? '').trim();
    const id = ids.get(item);
    if (id === undefined) return;
    settingRows[item] ??= index + 1;
    const cell = cells[at('value')];
    if (isBlank(cell) || values[id] !== undefined) return;
    const value = readSetting(SETTINGS[id], cell ?? null);
    if (value === undefined) {
      const place = a1(index + 1, at('value'));
      const allowed = allowedFor(SETTINGS[id]);
      faults.push({
        code: 'unreadable-setting',
        tab: TABS.settings.title,
        cell: place,
        key: item,
        message: `设置 ${place}（${item}）：“${String(cell).slice(0, 30)}”不能识别，请填写${allowed}。`,
      });
    } else {
      values[id] = value;
    }
  });
  const list = (id: 'aspects' | 'groups' | 'departments') =>
    grid.values
      .slice(1)
      .map((cells) => String(cells[at(id)] ?? '').trim())
      .filter((entry, index, all) => entry !== '' && all.indexOf(entry) === index);
  const lists = { aspects: list('aspects'), groups: list('groups'), departments: list('departments') };
  // each value was read by its own setting's kind
  return { settings: { ...settings, ...(values as Partial<Settings>), lists }, settingRows };
}

/** The setting ids in the order of the tab. */
export function settingIds(): SettingId[] {
  return Object.keys(SETTINGS) as SettingId[];
}

/** Reads one value by its setting; undefined when it does not fit. */
export function readSetting(setting: Setting, cell: CellValue): string | number | undefined {
  const text = String(cell ?? '').trim();
  switch (setting.kind) {
    case 'text':
      return String(cell ?? '');
    case 'choice':
      return setting.values.includes(text) ? text : undefined;
    case 'date':
      return typeof cell === 'number' ? fromSerial(cell) : parseDate(text);
    case 'integer': {
      const value = Number(text);
      return Number.isInteger(value) && value >= setting.min && value <= setting.max ? value : undefined;
    }
  }
}

function allowedFor(setting: Setting): string {
  if (setting.kind === 'choice') return `以下之一：${setting.values.join(' / ')}`;
  if (setting.kind === 'date') return '如 2026-06-30 的日期';
  if (setting.kind === 'integer') return `${setting.min}至${setting.max}之间的整数`;
  return '文字';
}
