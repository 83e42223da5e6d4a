/** The table of what the public reads otherwise than the ledger says. */
import { expect, test } from '@jest/globals';
import { publicDifferences, rolesForNames, scanReport } from '../../../src/report/privacy';
import { composed, forestryBureau } from '../reports';
import { decide } from './reports';

const ledger = forestryBureau({
  people: [{ mail: 'a@x.example', name: '林木森', position: '副局长' }],
  issues: [
    { number: 3, aspect: '甲', title: '公务接待审批手续不全', publicity: '不公开' },
    { number: 1, aspect: '甲', title: '巡林记录不完整', publicity: '公开' },
    {
      number: 2,
      aspect: '甲',
      title: '防火物资管理混乱',
      publicity: '概括公开',
      publicText: '物资管理不规范\n已加强管理，电话13812345678。',
    },
    { number: 4, aspect: '甲', title: '活动不经常', publicity: '概括公开', publicText: '加强支部建设' },
  ],
  measures: [
    { id: '1-1', issue: 1, content: '由林木森负责修订日志' },
    { id: '2-1', issue: 2, content: '清点物资' },
    { id: '2-2', issue: 2, content: '建立登记' },
    { id: '3-1', issue: 3, content: '退回接待费' },
  ],
});
const report = composed(ledger);

test('issues left out or generalised, by number, and nothing else of an unchanged report', () => {
  expect(publicDifferences(ledger, report, report)).toEqual([
    {
      about: 2,
      publicity: '概括公开',
      internal: '防火物资管理混乱\n一是清点物资。二是建立登记。',
      public: '关于“物资管理不规范”的问题。\n已加强管理，电话13812345678。',
    },
    { about: 3, publicity: '不公开', internal: '公务接待审批手续不全\n退回接待费。', public: '' },
    { about: 4, publicity: '概括公开', internal: '活动不经常', public: '加强支部建设。' },
  ]);
});

test('texts with names or numbers changed, before and after; a generalised issue as it is going out', () => {
  const named = rolesForNames(report, ledger.people.records, ledger.settings.contact);
  const { hits } = scanReport(named, ledger, new Map());
  const { document } = scanReport(named, ledger, decide(hits, '遮盖'));
  const differences = publicDifferences(ledger, report, document);
  expect(differences).toContainEqual({
    about: 1,
    publicity: '公开',
    internal: '由林木森负责修订日志。',
    public: '由副局长负责修订日志。',
  });
  expect(differences).toHaveLength(4);
  expect(differences[0]?.public).toMatch(/^2\.关于“物资管理不规范”的问题。\n已加强管理，电话138\*{4}5678。$/);
});
