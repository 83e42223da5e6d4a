import { describe, expect, it } from '@jest/globals';
import { readCell } from '../../src/ledger/codec';
import type { Column } from '../../src/ledger/columns';
import { readSetting, settingIds } from '../../src/ledger/readSettings';
import { TAB_ORDER, TABS, type TabId } from '../../src/ledger/schema';
import { SETTINGS } from '../../src/ledger/settings';
import { PLACEHOLDERS } from '../../src/report/placeholders';
import { cellText, feedbackText, progressOf, rowsOf, UNITS, type Unit } from './examples';

const TODAY = '2026-11-24';
/** Where a deadline has moved, what was planned first; every other system column is left to the program. */
const PLANNED = ['原定时限'];

function tabOf(title: string): TabId | undefined {
  return TAB_ORDER.find((id) => TABS[id].title === title);
}

function columnsByHeader(tab: TabId): Map<string, Column> {
  const columns: Column[] = Object.values(TABS[tab].columns);
  return new Map(columns.map((column) => [column.header, column]));
}

function setting(unit: Unit, item: string): string {
  return cellText(rowsOf(unit, '设置').find((row) => row.项 === item) ?? {}, '值');
}

function listed(cell: string): string[] {
  return cell.split('、').filter((entry) => entry !== '');
}

describe.each(UNITS)('the progress of %s', (unit) => {
  const progress = progressOf(unit);
  const departments = rowsOf(unit, '设置').map((row) => cellText(row, '责任部门'));
  const names = rowsOf(unit, '名单').map((row) => cellText(row, '姓名'));
  const measures = new Map(rowsOf(unit, '整改措施').map((row) => [cellText(row, '措施编号'), row]));
  const issues = new Map(rowsOf(unit, '问题台账').map((row) => [Number(row.编号), row]));

  it('uses only tabs, headers and values the ledger can read', () => {
    const unreadable: string[] = [];
    for (const [title, rows] of Object.entries(progress)) {
      const tab = tabOf(title);
      if (tab === undefined) unreadable.push(title);
      const columns = tab === undefined ? new Map<string, Column>() : columnsByHeader(tab);
      for (const [header, cell] of rows.flatMap((row) => Object.entries(row))) {
        const column = columns.get(header);
        if (column === undefined) unreadable.push(`${title} ${header}`);
        else if ('fault' in readCell(column, cell)) unreadable.push(`${title} ${header} ${cell}`);
        else if (column.system && !PLANNED.includes(header)) unreadable.push(`${title} 〔${header}〕`);
      }
    }
    expect(unreadable).toEqual([]);
  });

  it('fills in settings the program knows, with values they allow', () => {
    const known = new Map(settingIds().map((id) => [SETTINGS[id].item, SETTINGS[id]]));
    for (const row of rowsOf(unit, '设置')) {
      const found = known.get(cellText(row, '项'));
      expect(found && readSetting(found, row.值 ?? null)).toBeDefined();
    }
  });

  it('names every record once', () => {
    for (const [title, rows] of Object.entries(progress)) {
      const tab = tabOf(title);
      if (tab === undefined) continue;
      const columns: Record<string, Column> = TABS[tab].columns;
      const keys = rows.map((row) => TABS[tab].key.map((id: string) => row[columns[id]?.header ?? '']).join('-'));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('lists as many issues as were fed back, numbered from 1', () => {
    const fedBack = Number(setting(unit, '反馈问题总数'));
    expect([...issues.keys()]).toEqual(Array.from({ length: fedBack }, (_, i) => i + 1));
    const level = unit === 'hospital' ? /^（\d+）/ : /^\d+\./;
    expect(
      feedbackText(unit)
        .split('\n')
        .filter((line) => level.test(line)),
    ).toHaveLength(fedBack);
  });

  it('gives every issue measures, and every measure an issue', () => {
    const served = [...measures.values()].map((row) => Number(row.问题编号));
    expect([...new Set(served)]).toEqual([...issues.keys()]);
    for (const [id, row] of measures) expect(id.startsWith(`${row.问题编号}-`)).toBe(true);
  });

  it('names only people and departments of the unit', () => {
    const rows = ['问题台账', '整改措施', '收文登记', '名单', '代签委托'].flatMap((title) => rowsOf(unit, title));
    const strangers = rows.flatMap((row) => [
      ...['牵头领导', '责任人', '签批人', '委托人', '受托人']
        .flatMap((h) => listed(cellText(row, h)))
        .filter((n) => !names.includes(n)),
      ...['责任部门', '承办部门', '部门']
        .flatMap((h) => listed(cellText(row, h)))
        .filter((department) => !departments.includes(department)),
    ]);
    expect(strangers).toEqual([]);
  });

  it('files evidence for measures that exist, and none after the work was reported done', () => {
    for (const row of rowsOf(unit, '佐证材料')) {
      const measure = measures.get(cellText(row, '措施编号'));
      const doneOn = cellText(measure ?? {}, '完成日期') || TODAY;
      expect(measure?.问题编号).toBe(row.问题编号);
      expect(cellText(row, '材料编号').startsWith(`${row.措施编号}-`)).toBe(true);
      expect(cellText(row, '日期') <= doneOn).toBe(true);
    }
  });

  it('fills its narrative from placeholders the report knows', () => {
    const narrative = rowsOf(unit, '报告素材').map((row) => cellText(row, '正文'));
    const names = narrative.flatMap((text) => [...text.matchAll(/\{\{([^}]*)\}\}/g)].map((match) => match[1] ?? ''));
    expect(names).not.toEqual([]);
    expect(names.filter((name) => PLACEHOLDERS[name] === undefined)).toEqual([]);
  });

  it('counts discipline with zeros', () => {
    const zeros = rowsOf(unit, '整改成果').filter((row) => row.数量 === 0);
    expect(zeros.length).toBeGreaterThan(0);
    expect(zeros.every((row) => row.单位 === '人')).toBe(true);
  });
});

it('the hospital states in words what its outcomes add up to', () => {
  const unit = 'hospital';
  const narrative = rowsOf(unit, '报告素材')
    .map((row) => cellText(row, '正文'))
    .join('\n');
  const sum = (kind: string) => {
    const rows = rowsOf(unit, '整改成果').filter((row) => row.类别 === kind);
    return Math.round(rows.reduce((total, row) => total + Number(row.数量) * 1000, 0)) / 1000;
  };
  const money = [...narrative.matchAll(/(清退|追缴|追回)资金([\d.]+)万元/g)];
  const discipline = [...narrative.matchAll(/(党纪处分|政务处分|组织处理|诫勉|谈话提醒|批评教育)(\d+)人/g)];
  expect(money.map((match) => match[0])).toEqual([`清退资金${sum('资金清退')}万元`, `追回资金${sum('资金追回')}万元`]);
  expect(discipline.map(([, kind = '', figure]) => [kind, Number(figure)])).toEqual(
    discipline.map(([, kind = '']) => [kind, sum(kind)]),
  );
  expect(discipline).toHaveLength(6);
  expect(narrative).toContain(`${rowsOf(unit, '整改措施').length}项措施`);
});

describe('what a supervisor should find in the county bureau', () => {
  const unit = 'county-bureau';
  const measures = rowsOf(unit, '整改措施');
  const evidence = rowsOf(unit, '佐证材料');

  it('is one measure copied under two issues', () => {
    const contents = measures.map((row) => cellText(row, '措施内容'));
    const copied = measures.filter((row) => contents.filter((content) => content === row.措施内容).length > 1);
    expect(copied.map((row) => row.措施编号)).toEqual(['6-2', '12-2']);
    expect(cellText(copied[0] ?? {}, '措施内容').length).toBeGreaterThan(50);
  });

  it('is one measure done without evidence', () => {
    const proven = evidence.map((row) => row.措施编号);
    const bare = measures.filter((row) => row.状态 === '已完成' && !proven.includes(row.措施编号));
    expect(bare.map((row) => row.措施编号)).toEqual(['9-3']);
  });

  it('is one piece of evidence older than the feedback', () => {
    const early = evidence.filter((row) => cellText(row, '日期') < setting(unit, '反馈日期'));
    expect(early.map((row) => row.材料编号)).toEqual(['9-2-01']);
  });

  it('is one measure with a vague date', () => {
    const vague = measures.filter((row) => /尽快|适时|近期|逐步/.test(cellText(row, '措施内容')));
    expect(vague.map((row) => row.措施编号)).toEqual(['4-3']);
  });
});

it('has nothing for a supervisor to find in evidence elsewhere', () => {
  for (const unit of ['hospital', 'small-office'] as const) {
    const proven = rowsOf(unit, '佐证材料').map((row) => row.措施编号);
    const done = rowsOf(unit, '整改措施').filter((row) => row.状态 === '已完成');
    expect(done.filter((row) => !proven.includes(row.措施编号))).toEqual([]);
    const early = rowsOf(unit, '佐证材料').filter((row) => cellText(row, '日期') < setting(unit, '反馈日期'));
    expect(early).toEqual([]);
  }
});
