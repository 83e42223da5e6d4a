/** The letterhead to begin with, as we give it and as LibreOffice saved it again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { statisticsOf } from '../../../src/progress/statistics';
import { starterTemplate, TEMPLATE_TAGS, templateValues } from '../../../src/report/template';
import { composed, forestryBureau, TODAY } from '../reports';
import { bytesOf, errorsOf, lines, partsOf } from './templates';

jest.setTimeout(120_000);

const resaved = new Uint8Array(readFileSync(join(__dirname, 'resaved.docx')));
const ledger = (attachment: '是' | '否') => forestryBureau({ settings: { attachment } });
const filledWith = (template: Uint8Array, attachment: '是' | '否', state: '草稿' | '定稿' = '草稿'): Uint8Array => {
  const document = composed(ledger(attachment));
  const facts = { today: TODAY, version: 3, state, kind: '社会公开通报', reviewer: '', approver: '' };
  const statistics = statisticsOf(ledger(attachment), TODAY);
  return bytesOf(template, templateValues(ledger(attachment), document, { ...facts, statistics }), document);
};
const main = (bytes: Uint8Array): string => partsOf(bytes)['word/document.xml'] ?? '';

test('the starter is the same bytes each time, and names listed tags alone', () => {
  expect(starterTemplate()).toEqual(starterTemplate());
  const written = Array.from(main(starterTemplate()).matchAll(/\{[#^/]?([^{}]+)\}/g), ([, name = '']) => name);
  const listed = TEMPLATE_TAGS.map(({ tag }) => tag);
  expect(written.filter((name) => !listed.includes(name))).toEqual([]);
  expect(new Set(written)).toEqual(
    new Set([
      '党组织',
      '是定稿',
      '版本',
      '文号',
      '标题',
      '@body',
      '巡察类型',
      '问题清单',
      '序号',
      '问题',
      '责任部门',
      '整改时限',
      '整改状态',
    ]),
  );
});

describe.each([
  ['the starter', starterTemplate()],
  ['the starter saved again', resaved],
])('%s, filled', (_, template) => {
  test('has the letterhead, the report, its attachment and the table', () => {
    const shown = lines(main(filledWith(template, '是'))).filter((line) => line !== '');
    expect(shown.slice(0, 6)).toEqual([
      '中共竹溪湾县林业局党组文件',
      '（草稿，第3版）',
      '　　　〔2026〕　号',
      '中共竹溪湾县林业局党组\n关于巡察整改情况的通报',
      '现将巡察整改情况通报如下。',
      '一、党组抓整改情况',
    ]);
    expect(shown.slice(-7)).toEqual([
      '附表',
      '巡察反馈问题整改清单',
      '序号|问题|责任部门|整改时限|整改状态',
      '1|林长制巡林记录不完整|||已完成',
      '2|森林防火物资管理混乱|||正在整改',
      '3|公务接待审批手续不全|||阶段性完成',
      '4|党支部活动不经常|||未完成',
    ]);
    expect(shown).toContain('巡察反馈问题整改台账');
    expect(main(filledWith(template, '是')).match(/w:orient="landscape"/g)).toHaveLength(1);
  });

  test('says nothing of a draft once it is final', () => {
    expect(lines(main(filledWith(template, '否', '定稿'))).join()).not.toContain('草稿');
  });

  test.each(['是', '否'] as const)(
    'adds nothing to what the SDK finds wrong with it: attachment %s',
    async (attachment) => {
      const before = await errorsOf(template);
      expect((await errorsOf(filledWith(template, attachment))).sort()).toEqual(before.sort());
    },
  );
});

test('Microsoft’s Open XML SDK finds nothing wrong with the starter', async () => {
  expect(await errorsOf(starterTemplate())).toEqual([]);
});
