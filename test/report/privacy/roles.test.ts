/** 职务 for names: where they read well, and where a word is left for a person to judge. */
import { describe, expect, test } from '@jest/globals';
import { rolesForNames } from '../../../src/report/privacy';
import { textOf } from '../../../src/report/text';
import { PEOPLE, paragraph, personOf, reportOf, withRoles } from './reports';

describe('a name becomes its 职务', () => {
  test.each([
    ['党组书记张三同志主持会议', '党组书记主持会议'],
    ['由张三主持会议', '由党组书记、局长主持会议'],
    ['张三、李四带队', '党组书记、局长、副局长带队'],
    ['由李四（副局长）负责', '由副局长负责'],
    ['由副局长（李四）负责', '由副局长负责'],
    ['副局长李四、王建国带队', '副局长带队'],
    ['李四、王建国带队督查', '副局长带队督查'],
    ['李四和王建国负责', '副局长负责'],
    ['李四副局长到场', '副局长到场'],
    ['听取李四同志汇报', '听取副局长汇报'],
    ['李四等3人参加', '副局长等3人参加'],
    ['牵头领导：李四；', '牵头领导：副局长；'],
    ['由王建国到现场督办', '由副局长到现场督办'],
    ['李四任组长，方正任副组长', '副局长任组长，财务科科长任副组长'],
    ['办公室主任高峰在会上要求', '办公室主任在会上要求'],
    ['由高峰、方正负责', '由办公室主任、财务科科长负责'],
    ['欧阳静好主持', '总工程师主持'],
    ['李四、赵六带队', '副局长、赵六带队'],
    ['书记张三主持会议，对3名干部谈话提醒', '书记主持会议，对3名干部谈话提醒'],
    ['党组书记、局长张三主持召开会议', '党组书记、局长主持召开会议'],
    ['成立以张三为组长、李四为副组长的专班', '成立以党组书记、局长为组长、副局长为副组长的专班'],
    ['组长：张三（党组书记、局长），成员：李四', '组长：党组书记、局长，成员：副局长'],
    ['在张三同志的带领下', '在党组书记、局长的带领下'],
    ['李四、方正、高峰分别牵头', '副局长、财务科科长、办公室主任分别牵头'],
    ['张三', '党组书记、局长'],
    ['张三\n李四', '党组书记、局长\n副局长'],
  ])('%s → %s', (before, after) => {
    expect(withRoles(before)).toBe(after);
  });
});

describe('left as it is', () => {
  test.each([
    ['part of another name', '张三丰主持、由李四光负责'],
    ['part of another name', '党组书记张三丰同志主持'],
    ['another person of a longer name', '钱方正主持会议'],
    ['a common word', '用电高峰期、增长高峰和为人方正'],
    ['a common word', '工作方向明确，方向明确'],
    ['a common word before a word of persons', '高峰负责人值守'],
    ['without 职务', '由赵六负责'],
    ['a punishment that is his', '给予张三党内警告处分'],
    ['a punishment that is his', '对副局长李四同志进行诫勉谈话'],
    ['an informant', '举报人李四同志反映'],
  ])('%s: %s', (_, text) => {
    expect(withRoles(text)).toBe(text);
  });

  test('contact, signature, titles, headings and headings that run on', () => {
    const document = reportOf(
      { kind: 'title', lines: ['关于张三同志主持工作', '的通报'] },
      { kind: 'heading', level: 2, runs: [{ text: '（一）张三同志主持' }] },
      { kind: 'paragraph', runs: [{ text: '1.张三同志主持。', level: 3 }, { text: '张三同志主持。' }] },
      '联系人：张三',
      { kind: 'signature', unit: '张三同志', date: '2026年9月15日' },
    );
    expect(
      textOf(rolesForNames(document, PEOPLE.map(personOf), '联系人：张三\n电话：0797-1234567')).split('\n'),
    ).toEqual([
      '关于张三同志主持工作的通报',
      '（一）张三同志主持',
      '1.张三同志主持。党组书记、局长主持。',
      '联系人：张三',
      '张三同志',
      '2026年9月15日',
    ]);
  });
});

test('over several runs, and in the cells of a table', () => {
  const document = reportOf(
    { kind: 'paragraph', runs: [{ text: '由李' }, { text: '四', strong: true }, { text: '同志负责' }] },
    {
      kind: 'attachment',
      label: '附件',
      title: '台账',
      table: {
        columns: [{ header: '牵头领导', share: 1, align: 'center' }],
        rows: [['李四、赵六'], ['方正']],
      },
    },
  );
  const before = structuredClone(document);
  const changed = rolesForNames(document, PEOPLE.map(personOf), '');
  expect(document).toEqual(before);
  expect(changed.blocks[0]).toEqual({ kind: 'paragraph', runs: [{ text: '由副局长' }, { text: '负责' }] });
  expect(textOf(changed)).toContain('牵头领导\n副局长、赵六\n财务科科长');
});

test('people of one name with different 职务 stay', () => {
  const people = [...PEOPLE, { mail: 'z@x.example', name: '李四', position: '会计' }].map(personOf);
  expect(textOf(rolesForNames(reportOf(paragraph('李四同志主持')), people, ''))).toBe('李四同志主持');
});
