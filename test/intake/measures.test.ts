import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { printBody, splitMeasures } from '../../src/intake/measures';

const textsOf = (...paragraphs: string[]) => splitMeasures(paragraphs).measures;

describe('措施 in the text of an issue', () => {
  it('一是、二是、三是 in one paragraph are three measures', () => {
    const split = splitMeasures(['一是修订制度。二是开展培训；三是每月检查。']);
    expect(split.form).toBe('一是');
    expect(split.measures).toEqual(['修订制度。', '开展培训；', '每月检查。']);
  });

  it.each([
    '坚持一是一、二是二，台账与实物相符。',
    '数据口径统一是关键，二是要及时报送。',
    '会上提出“一是到场签字多，二是提出意见少”，已经整改。',
    '二是补齐记录。三是加强检查。',
    '一是修订制度。三是加强检查。',
    '第一是学习，第二是落实。',
  ])('%s is one measure', (text) => {
    expect(textsOf(text)).toEqual([text]);
    expect(splitMeasures([text]).form).toBe('');
  });

  it('numbers go on beyond ten', () => {
    const leads = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
    expect(textsOf(leads.map((lead) => `${lead}是做好工作。`).join(''))).toHaveLength(12);
  });

  it('a list inside a measure does not cut it', () => {
    expect(textsOf('一是抓学习：一是学原文，二是谈体会。二是抓落实。')).toEqual([
      '抓学习：一是学原文，二是谈体会。',
      '抓落实。',
    ]);
  });

  it('a comma is enough where nothing stronger stands', () => {
    expect(textsOf('采取三项办法，一是核查，二是追缴，三是问责。')).toEqual(['核查，', '追缴，', '问责。']);
    expect(splitMeasures(['采取三项办法，一是核查，二是追缴，三是问责。']).lead).toBe('采取三项办法，');
  });

  it('a list in paragraphs inside a measure does not cut it, one below 引语 does', () => {
    const inside = splitMeasures(['一是清理台账：', '1.合同12份。', '2.票据3张。', '二是加强检查。']);
    expect([inside.form, inside.measures]).toEqual([
      '一是分段',
      ['清理台账：\n1.合同12份。\n2.票据3张。', '加强检查。'],
    ]);
    const below = splitMeasures(['局党组一是研究方案，二是分解任务。', '（1）修订制度。', '（2）开展培训。']);
    expect([below.form, below.measures]).toEqual(['（1）', ['修订制度。', '开展培训。']]);
  });

  it.each([
    ['针对上述问题，（1）修订制度。\n（2）开展培训。', '（1）'],
    ['针对上述问题，一是修订制度。\n二是开展培训。', '一是分段'],
    ['针对上述问题，一方面修订制度。\n①已印发。\n②已培训。另一方面开展检查。', '一方面'],
  ])("引语 may end with a comma in the first one's paragraph: %s", (text, form) => {
    const split = splitMeasures(text.split('\n'));
    expect([split.form, split.lead, split.measures.length]).toEqual([form, '针对上述问题，', 2]);
    expect(printBody(split)).toBe(text);
  });

  it('a quotation mark without its partner hides no other', () => {
    expect(textsOf('一是整改“一是到场签字多。二是意见少”的问题。二是推行“一站式服务。')).toEqual([
      '整改“一是到场签字多。二是意见少”的问题。',
      '推行“一站式服务。',
    ]);
  });

  it('each in its own paragraph is the form 一是分段; what stands before and after is 引语 and 结语', () => {
    const split = splitMeasures(['县局高度重视。', '一是核查。', '二是追缴。', '已追缴3.2万元。']);
    expect(split).toMatchObject({
      form: '一是分段',
      lead: '县局高度重视。\n',
      measures: ['核查。', '追缴。'],
      closing: '已追缴3.2万元。',
    });
  });

  it.each([
    ['一方面完善制度。另一方面加强检查。', '一方面', ['完善制度。', '加强检查。']],
    ['一方面是完善制度；另一方面是加强检查。', '一方面是', ['完善制度；', '加强检查。']],
    ['①完善制度；②加强检查。', '①', ['完善制度；', '加强检查。']],
  ])('%s', (text, form, measures) => {
    const split = splitMeasures([text]);
    expect([split.form, split.measures]).toEqual([form, measures]);
    expect(printBody(split)).toBe(text);
  });

  it('numbered paragraphs are measures, with their further paragraphs', () => {
    const split = splitMeasures(['（1）建立台账。', '台账含12项。', '（2）专人管理。']);
    expect(split.form).toBe('（1）');
    expect(split.measures).toEqual(['建立台账。\n台账含12项。', '专人管理。']);
  });

  it('paragraphs without any lead are a measure each; one that ends with a colon announces them', () => {
    expect(splitMeasures(['完善制度。', '加强检查。'])).toMatchObject({
      form: '分段',
      measures: ['完善制度。', '加强检查。'],
    });
    expect(splitMeasures(['采取以下措施：', '完善制度。'])).toMatchObject({
      lead: '采取以下措施：\n',
      measures: ['完善制度。'],
    });
  });

  it('who is to do it by when is no measure', () => {
    const split = splitMeasures(['责任领导：分管副局长', '完善制度。', '加强检查。', '整改时限：长期坚持']);
    expect(split).toMatchObject({
      lead: '责任领导：分管副局长\n',
      measures: ['完善制度。', '加强检查。'],
      closing: '整改时限：长期坚持',
    });
  });

  it('an issue without text has no measure', () => {
    expect(splitMeasures([])).toEqual({ form: '', lead: '', measures: [], closing: '', cuts: [] });
  });

  const clause = fc.constantFrom('修订制度', '开展培训12次', '坚持一是一、二是二', '追缴3.2万元', '“一是”写入清单');
  const mark = fc.constantFrom('。', '；', '，', '：', '！');
  const lead = fc.constantFrom('', '一是', '二是', '三是', '一方面', '另一方面是', '（1）', '（2）', '①', '②');
  const paragraph = fc
    .array(fc.tuple(lead, clause, mark), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.flat().join(''));

  it('loses no character: cuts put together give every paragraph', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 5 }), (paragraphs) => {
        const { cuts } = splitMeasures(paragraphs);
        paragraphs.forEach((text, i) => {
          const starts = cuts.filter((cut) => cut.paragraph === i).map((cut) => cut.at);
          expect(starts).toEqual([...starts].sort((a, b) => a - b));
          expect(starts[0]).toBe(0);
          expect(starts[starts.length - 1]).toBeLessThanOrEqual(text.length);
        });
      }),
    );
  });

  it('measures written in one of the forms come back as they were', () => {
    const forms = fc.constantFrom('一是' as const, '一是分段' as const, '（1）' as const, '①' as const);
    const texts = fc.array(fc.constantFrom('修订制度。', '开展培训12次；', '坚持一是一、二是二。'), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(forms, texts, fc.constantFrom('', '县局高度重视。', '县局高度重视。\n'), (form, measures, lead) => {
        const printed = printBody({ form, lead, measures, closing: '', cuts: [] });
        const split = splitMeasures(printed.split('\n'));
        // 一是 in a paragraph that opens with the lead-in is not told from 一是分段 with it
        if (form !== '一是分段' && form !== '（1）') expect(split).toMatchObject({ form, lead, measures });
        expect(split.measures).toEqual(measures);
        expect(printBody(split).replace(/\n/g, '')).toBe(printed.replace(/\n/g, ''));
      }),
    );
  });
});
