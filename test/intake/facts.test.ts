import { describe, expect, it } from '@jest/globals';
import { factsOf } from '../../src/intake/facts';

const facts = (parts: { title?: string; intro?: string; narrative?: string; signatory?: string }) =>
  factsOf({ title: '', intro: '', narrative: parts.intro ?? '', signatory: '', ...parts });

describe('who was inspected', () => {
  it.each([
    ['中共青苇区卫生健康委员会党组关于巡察整改情况的通报', '青苇区卫生健康委员会', '党组'],
    ['中共青苇区教育局委员会关于区委第三轮巡察整改情况的通报', '青苇区教育局', '委员会'],
    ['青苇区实验小学党总支关于巡察整改情况的公告', '青苇区实验小学', '党总支'],
    ['中共青苇区委第一巡察组关于巡察区档案馆党支部的反馈意见', '青苇区档案馆', '党支部'],
    ['关于对青苇区人民医院党委巡察情况的反馈意见', '青苇区人民医院', '党委'],
    ['区委第一巡察组向区气象局党组反馈巡察情况', '区气象局', '党组'],
  ])('%s', (title, unit, partyBody) => {
    expect(facts({ title })).toMatchObject({ unit, partyBody });
  });

  it('the short name in the text is completed from the title or the signature', () => {
    const intro = '区委第二巡察组对区水务局党组开展了巡察。';
    expect(facts({ title: '青苇区水务局关于巡察整改情况的通报', intro })).toMatchObject({
      unit: '青苇区水务局',
      partyBody: '党组',
    });
    expect(facts({ intro, signatory: '青苇区水务局' })).toMatchObject({ unit: '青苇区水务局', partyBody: '党组' });
    expect(facts({ intro })).toMatchObject({ unit: '区水务局', partyBody: '党组' });
  });

  it('我局党组 names no unit', () => {
    expect(facts({ intro: '区委第二巡察组对我局党组开展了巡察。' }).unit).toBeUndefined();
  });
});

describe('when', () => {
  const datesIn = (intro: string) => {
    const { inspectedFrom, inspectedTo, feedbackOn } = facts({ intro });
    return [inspectedFrom, inspectedTo, feedbackOn];
  };

  it.each([
    ['2025年10月9日至11月27日，巡察组进驻。', ['2025-10-09', '2025-11-27', undefined]],
    ['2025年3月3日至18日进行了巡察。', ['2025-03-03', '2025-03-18', undefined]],
    ['2025年12月1日至2026年1月20日进行了巡察，2月3日反馈意见。', ['2025-12-01', '2026-01-20', '2026-02-03']],
    ['2025年12月1日至20日进行了巡察，1月8日反馈意见。', ['2025-12-01', '2025-12-20', '2026-01-08']],
    ['二〇二五年三月三日至三月十八日进行了巡察。', ['2025-03-03', '2025-03-18', undefined]],
    ['2025年2月30日至3月18日进行了巡察。', [undefined, undefined, undefined]],
    ['并于2025年11月6日向区水务局党组反馈了巡察意见。', [undefined, undefined, '2025-11-06']],
    ['11月6日反馈意见。', [undefined, undefined, undefined]],
  ])('%s', (intro, dates) => {
    expect(datesIn(intro)).toEqual(dates);
  });

  it('the end of the rectification, where a date is told', () => {
    expect(facts({ narrative: '须于2025年9月30日前完成集中整改。' }).dueOn).toBe('2025-09-30');
    expect(facts({ narrative: '集中整改期为6个月。' }).dueOn).toBeUndefined();
  });
});

describe('by whom, in which round, and how many', () => {
  it('the team with its number before one without', () => {
    expect(facts({ intro: '区委巡察组统一安排，区委第三巡察组对区水务局党组进行了巡察。' }).inspectionTeam).toBe(
      '区委第三巡察组',
    );
    expect(facts({ intro: '省委巡视组反馈了意见。' })).toMatchObject({
      inspectionTeam: '省委巡视组',
      inspectionKind: '巡视',
    });
  });

  it('the round only from the title, where it is printed', () => {
    expect(facts({ title: '关于六届区委第九轮巡察整改情况的通报' }).round).toBe('六届区委第九轮');
    expect(facts({ intro: '六届区委第九轮巡察期间进行了巡察。' }).round).toBeUndefined();
  });

  it.each([
    ['巡察反馈的25个问题已全部整改。', 25],
    ['反馈了4个方面39个问题。', 39],
    ['区委巡察组反馈九个问题。', 9],
    ['共12个具体问题，其中10个问题已完成。', 12],
    ['梳理形成10个问题、31项措施。', 10],
    ['8个问题中已完成整改6个。', 8],
    ['开展整改12次，追缴7.132万元。', undefined],
  ])('%s', (narrative, total) => {
    expect(facts({ narrative }).fedBack).toBe(total);
  });
});
