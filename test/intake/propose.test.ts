import { describe, expect, it } from '@jest/globals';
import { proposeFrom } from '../../src/intake/propose';
import { sourceOfText } from '../../src/intake/source';
import { FEEDBACK, FOUR_PARTS, STATISTICS_FIRST, THREE_PARTS, TWO_PARTS } from './samples';

const propose = (text: string) => proposeFrom(sourceOfText(text));
const measuresOf = (text: string) =>
  propose(text).issues.flatMap((issue) => issue.measures.map((measure) => measure.text));
/** A report around the given lines, which are its part 二. */
const report = (...lines: string[]) =>
  ['中共云溪县司法局党组关于巡察整改情况的通报', '一、组织整改情况', '二、整改落实情况', ...lines].join('\n');

describe('a published report in four parts', () => {
  const proposal = propose(FOUR_PARTS);

  it('tells the settings', () => {
    expect(proposal.kind).toBe('report');
    expect(proposal.settings).toEqual({
      unit: '云溪县农业农村局',
      partyBody: '党组',
      inspectionKind: '巡察',
      inspectionTeam: '县委第三巡察组',
      inspectedFrom: '2025-03-03',
      inspectedTo: '2025-03-18',
      feedbackOn: '2025-04-02',
      fedBack: 4,
      variant: '四部分',
      numbering: '连续编号',
      headline: '关于“{问题}”的问题。',
      headlinePlace: '独立成段',
      measureForm: '一是',
      statistics: '无',
      attachment: '否',
      title: '中共云溪县农业农村局党组关于巡察整改情况的通报',
      signature: '单位和日期',
      signatory: '中共云溪县农业农村局党组',
      reportOn: '2025-09-30',
      contact: '联系人：沈明月\n联系电话：0999-5550001',
    });
  });

  it('gives its issues with aspects, measures, 引语 and 结语', () => {
    expect(proposal.issues.map(({ number, printed, aspect, title }) => [number, printed, aspect, title])).toEqual([
      [1, '1.', '政治建设方面', '学习制度落实不够'],
      [2, '2.', '政治建设方面', '责任传导不够'],
      [3, '3.', '作风建设方面', '调研不深入'],
      [4, '4.', '作风建设方面', '台账不规范'],
    ]);
    expect(proposal.issues.map(({ measureForm }) => measureForm)).toEqual(['', '一方面', '', '（1）']);
    expect(proposal.issues[1]).toMatchObject({
      measureLead: '针对上述问题，作了调整：',
      measures: [
        { id: '2-1', text: '完善责任清单，' },
        { id: '2-2', text: '开展督查。' },
      ],
    });
    expect(proposal.issues[3]?.measureClosing).toBe('台账每月核对。');
    expect(proposal.issues.every(({ state }) => state === '整改中')).toBe(true);
  });

  it('gives its other paragraphs as 报告素材', () => {
    expect(proposal.narrative.map(({ part, order, level, title }) => [part, order, level, title])).toEqual([
      ['引言', 1, '段落', ''],
      ['组织整改', 1, '一、', '组织整改情况'],
      ['组织整改', 2, '段落', ''],
      ['组织整改', 3, '1.', '加强领导。'],
      ['组织整改', 4, '1.', '压实责任。'],
      ['整改落实', 1, '一、', '巡察反馈意见整改落实情况'],
      ['整改落实', 2, '段落', ''],
      ['整改成效', 1, '一、', '整改成效'],
      ['整改成效', 2, '段落', ''],
      ['下一步打算', 1, '一、', '下一步打算'],
      ['下一步打算', 2, '（一）', '巩固成果。'],
      ['结尾', 1, '段落', ''],
    ]);
  });

  it('says where every stretch went', () => {
    const roles = proposal.pieces.filter((piece) => piece.key?.startsWith('1')).map(({ role, key }) => [role, key]);
    expect(roles).toEqual([
      ['number', '1'],
      ['issue', '1'],
      ['number', '1-1'],
      ['measure', '1-1'],
      ['number', '1-2'],
      ['measure', '1-2'],
    ]);
    expect(proposal.warnings).toEqual([]);
    expect(proposal.unplaced).toEqual([]);
  });
});

describe('a published report with status lines and three levels', () => {
  const proposal = propose(TWO_PARTS);

  it('is of the variant 两部分, restarting its numbers', () => {
    expect(proposal.settings).toMatchObject({
      unit: '栖云市第二医院',
      partyBody: '委员会',
      round: '六届市委第九轮',
      variant: '两部分',
      numbering: '分方面编号',
      headline: '关于“{问题}”的问题',
    });
    expect([proposal.aspects.length, proposal.groups]).toEqual([2, ['制度执行', '作风建设', '人才培养']]);
  });

  it('maps the printed status words, and says where the report will print another', () => {
    expect(proposal.issues.map(({ statusWord, state }) => [statusWord, state])).toEqual([
      ['已完成', '已销号'],
      ['基本完成', '长期坚持'],
      ['正在整改', '整改中'],
      ['未启动', '未启动'],
    ]);
    expect(proposal.warnings).toEqual([
      '问题2的整改状态写作“基本完成”，报告将写作“阶段性完成”。',
      '问题4的整改状态写作“未启动”，报告将写作“未完成”。',
    ]);
    expect(proposal.issues[0]?.measures.map(({ text }) => text)).toEqual(['修订议事规则。', '补齐会议记录。']);
  });

  it('a status word it does not know is kept and asked about', () => {
    const unknown = propose(TWO_PARTS.replace('正在整改', '有序推进'));
    expect(unknown.issues[2]).toMatchObject({ statusWord: '有序推进', state: '整改中' });
    expect(unknown.warnings).toContain('问题3的整改状态“有序推进”不认识，暂记为“整改中”，请核对。');
  });
});

describe('a published report in three parts', () => {
  const proposal = propose(THREE_PARTS);

  it('is of the variant 三部分, with a part of its own for the secretary', () => {
    expect(proposal.settings).toMatchObject({ unit: '栖云市林业局', partyBody: '委员会', variant: '三部分' });
    expect(proposal.narrative.filter(({ level }) => level === '一、').map(({ part, title }) => [part, title])).toEqual([
      ['组织整改', '党委履行整改主体责任情况'],
      ['第一责任人', '党委书记履行第一责任人责任情况'],
      ['第一责任人', '纪检组履行监督责任情况'],
      ['整改落实', '巡察反馈问题整改落实情况'],
      ['下一步打算', '下一步打算'],
    ]);
    expect(proposal.warnings).toEqual([]);
  });

  it('针对……问题， is no headline where headlines are written otherwise', () => {
    expect(proposal.issues.map(({ title, measures }) => [title, measures.map(({ text }) => text)])).toEqual([
      ['巡林制度落实不严', ['修订巡林制度。', '配备巡护设备36套。']],
      ['岗位练兵不经常', ['针对骨干人才不足问题，举办培训班4期。', '组织技能竞赛1次。']],
    ]);
    expect(proposal.aspects).toEqual(['生态保护方面', '队伍建设方面']);
  });

  it('the issues it counts as not made public are no difference to the total', () => {
    const stated = propose(THREE_PARTS.replace('反馈了意见', '反馈了3个问题'));
    expect([stated.settings.fedBack, stated.warnings]).toEqual([3, []]);
    expect(stated.narrative.find(({ body }) => body.startsWith('另有'))).toMatchObject({
      part: '整改落实',
      level: '段落',
    });
  });

  it.each([
    ['书记履行第一责任人责任情况', '三部分'],
    ['党组书记履行整改第一责任人职责情况', '三部分'],
    ['落实“第一责任人”责任情况', '三部分'],
    ['书记、院长履职尽责情况', '四部分'],
    ['党委履行主体责任和书记履行第一责任人责任情况', '四部分'],
    ['纪委履行监督责任情况', '四部分'],
  ])('%s above the issues makes it %s', (heading, variant) => {
    expect(propose(THREE_PARTS.replace('党委书记履行第一责任人责任情况', heading)).settings.variant).toBe(variant);
  });
});

describe('a published report some of whose status lines are missing', () => {
  it('is told, and 整改情况： is a label all the same', () => {
    const proposal = propose(TWO_PARTS.replace('整改状态：正在整改\n', ''));
    expect(proposal.issues[2]).toMatchObject({ state: '整改中', measures: [{ id: '3-1', text: '开展岗位培训。' }] });
    expect(proposal.warnings.join()).toContain('问题3的“整改状态”“整改情况”两行不全');
  });
});

describe('a published report without level-one headings', () => {
  const proposal = propose(STATISTICS_FIRST);

  it('is of the variant 统计在前 with headlines and text in one paragraph', () => {
    expect(proposal.settings).toMatchObject({
      inspectionKind: '巡视',
      inspectionTeam: '区委第一巡视组',
      variant: '统计在前',
      headline: '关于{问题}的问题。',
      headlinePlace: '接排',
      statistics: '无',
      fedBack: 3,
    });
    expect(proposal.issues.map(({ title }) => title)).toEqual(['库房温湿度监测', '档案数字化', '组织生活']);
  });

  it('keeps the statistics as narrative, and tells intention and ending from the last issue', () => {
    expect(proposal.pieces.find(({ role }) => role === 'statistics')?.key).toBe('引言-2');
    expect(proposal.narrative.map(({ part }) => part)).toEqual(['引言', '引言', '下一步打算', '结尾']);
    expect(proposal.issues[2]?.measures).toEqual([{ id: '3-1', text: '补齐记录，按月检查。' }]);
  });
});

describe('a 反馈意见', () => {
  const proposal = propose(FEEDBACK);

  it('gives findings with their 具体表现 and no measures', () => {
    expect(proposal.kind).toBe('feedback');
    expect(proposal.issues.map(({ title, detail, state }) => [title, detail, state])).toEqual([
      ['群众活动开展不经常', '2024年下乡演出12场，比计划少8场。\n馆内培训班停办两个。', '未启动'],
      ['藏品管理不严', '有3件展品没有登记。', '未启动'],
      ['组织生活不规范', '全年缺少党课记录2次。', '未启动'],
    ]);
    expect(proposal.aspects).toEqual(['履行职能方面', '支部建设方面']);
    expect(proposal.narrative).toEqual([]);
  });

  it('tells the full name of the unit, the dates and the total', () => {
    expect(proposal.settings).toEqual({
      unit: '云溪县文化馆',
      partyBody: '党支部',
      inspectionKind: '巡察',
      inspectionTeam: '县委第三巡察组',
      inspectedFrom: '2025-10-08',
      inspectedTo: '2025-10-31',
      feedbackOn: '2025-12-01',
      fedBack: 3,
    });
    expect(proposal.warnings).toEqual(['正文没有写明反馈日期，暂按落款日期2025年12月1日，请核对。']);
  });

  it('总体评价, 意见建议 and demands are its frame, not issues', () => {
    const frame = proposal.pieces.filter(({ role }) => role === 'frame').map(({ text }) => text.trim());
    expect(frame).toContain('馆党支部能够履行职责。');
    expect(frame).toContain('（一）加强学习。制定学习计划。');
    expect(frame).toContain('请于20个工作日内报送整改方案。');
  });
});

describe('a 反馈意见 of another make', () => {
  const frame = (...lines: string[]) =>
    ['关于巡察云溪县气象局党组的反馈意见', '现将情况反馈如下：', ...lines, '五、意见建议', '加强整改。'].join('\n');
  const found = (text: string) => propose(text).issues.map(({ aspect, group, title }) => [aspect, group, title]);

  it('aspects at level one, findings with and without a group', () => {
    const text = frame(
      '一、政治方面存在的问题',
      '（一）学习不实。念文件为主。',
      '（二）履职不力',
      '1.预报不准。偏差3次。',
      '二、作风方面存在的问题',
      '（一）调研不多。全年4次。',
    );
    expect(found(text)).toEqual([
      ['政治方面存在的问题', '', '学习不实'],
      ['政治方面存在的问题', '履职不力', '预报不准'],
      ['作风方面存在的问题', '', '调研不多'],
    ]);
    expect(propose(text).settings).toMatchObject({ unit: '云溪县气象局', partyBody: '党组', fedBack: 3 });
  });

  it('headlines of the 关于…问题 kind are findings without it; numbered text below is 具体表现', () => {
    const text = frame(
      '一、主要问题',
      '1.关于“质量不高”问题',
      '（1）2024年抽查3次，均不合格，且没有整改。',
      '（2）群众反映12件，没有答复。',
    );
    expect(found(text)).toEqual([['', '', '质量不高']]);
    expect(propose(text).issues[0]?.detail).toBe(
      '（1）2024年抽查3次，均不合格，且没有整改。\n（2）群众反映12件，没有答复。',
    );
  });

  it('three levels with the finding at the head of a paragraph', () => {
    const text = frame(
      '一、主要问题',
      '（一）政治方面',
      '1.学习方面',
      '（1）学习不实。念文件为主。',
      '（2）研讨不够。全年2次。',
    );
    expect(found(text)).toEqual([
      ['政治方面', '学习方面', '学习不实'],
      ['政治方面', '学习方面', '研讨不够'],
    ]);
  });

  it('one that tells another total than it lists is asked about', () => {
    const text = frame('巡察发现3个方面5个问题。', '一、主要问题', '1.学习不实。念文件为主。');
    expect(propose(text).warnings).toContain('文中写明反馈问题5个，识别出1个，请核对。');
  });
});

describe('numbers', () => {
  it('that skip are told, and the issues kept', () => {
    const proposal = propose(report('1.关于“甲”的问题。', '已改。', '3.关于“乙”的问题。', '已改。'));
    expect(proposal.issues.map(({ number, printed }) => [number, printed])).toEqual([
      [1, '1.'],
      [2, '3.'],
    ]);
    expect(proposal.warnings.join()).toContain('“3.关于“乙”的问题。”处按顺序应为第2');
  });

  it('used twice are told, and both issues kept', () => {
    const proposal = propose(report('1.关于“甲”的问题。', '已改。', '1.关于“乙”的问题。', '已改。'));
    expect(proposal.issues.map(({ title }) => title)).toEqual(['甲', '乙']);
    expect(proposal.warnings).toEqual(['同一处有2个问题的序号都是“1”，已全部保留，在台账中编号为1、2。']);
  });

  it('of another level than a report prints are told', () => {
    const proposal = propose(report('（一）关于“甲”的问题。', '已改。', '（二）关于“乙”的问题。', '已改。'));
    expect(proposal.issues).toHaveLength(2);
    expect(proposal.warnings).toEqual(['问题或其标题的序号写作“（一）”，报告将按“（一）”“1.”“（1）”的层次编号。']);
  });

  it('before a year or a decimal are told from text', () => {
    const proposal = propose(report('1.关于“甲”的问题。', '1.5万元已追缴。', '2.2024年合同未清理的问题。'));
    expect(proposal.issues[0]?.measures.map(({ text }) => text)).toEqual(['1.5万元已追缴。']);
    expect(proposal.issues[1]?.title).toBe('2024年合同未清理的问题。');
  });
});

describe('headlines', () => {
  const titlesOf = (...lines: string[]) => {
    const { settings, issues } = propose(report(...lines.flatMap((line) => [line, '已改。'])));
    return [settings.headline, issues.map(({ title }) => title)];
  };

  it.each([
    ['关于“甲”的问题', '关于“{问题}”的问题', '甲'],
    ['关于“甲”问题的整改。', '关于“{问题}”问题的整改。', '甲'],
    ['关于甲的问题', '关于{问题}的问题', '甲'],
    ['关于“甲”和“乙”的问题。', '关于{问题}的问题。', '“甲”和“乙”'],
    ['关于“‘甲’不实”的问题。', '关于“{问题}”的问题。', '“甲”不实'],
    ['关于““甲”不实”的问题。', '关于“{问题}”的问题。', '关于““甲”不实”的问题。'],
  ])('%s is written in the form %s', (headline, form, title) => {
    expect(titlesOf(`1.${headline}`)).toEqual([form, [title]]);
  });

  it('one that does not fit the others is kept whole', () => {
    expect(titlesOf('1.关于“甲”的问题。', '2.关于“乙”的问题。', '3.关于丙问题的整改情况')).toEqual([
      '关于“{问题}”的问题。',
      ['甲', '乙', '关于丙问题的整改情况'],
    ]);
  });

  it('bare findings with their text in one paragraph', () => {
    const proposal = propose(report('1.学习不扎实。一是制定计划。二是开展研讨。', '2.调研走过场。已蹲点调研。'));
    expect(proposal.settings).toMatchObject({ headline: '{问题}。', headlinePlace: '接排' });
    expect(proposal.issues.map(({ title, measures }) => [title, measures.length])).toEqual([
      ['学习不扎实', 2],
      ['调研走过场', 1],
    ]);
  });

  it('针对…的问题 ends at its comma where measures follow', () => {
    const text = report('1.针对“巡查不到位、问题较多”的问题，一是增加频次。二是配备设备。');
    expect(propose(text).issues[0]?.title).toBe('针对“巡查不到位、问题较多”的问题，');
    expect(measuresOf(text)).toEqual(['增加频次。', '配备设备。']);
  });
});

describe('lines that look like others', () => {
  it('the last issue keeps who is to do it by when behind its paragraphs', () => {
    const lines = ['1.关于“甲”的问题。', '已改。', '2.关于“乙”的问题。', '已改。', '定期检查。', '责任单位：办公室。'];
    expect(propose(report(...lines)).issues[1]).toMatchObject({
      measures: [{ id: '2-1', text: '已改。' }],
      measureClosing: '定期检查。\n责任单位：办公室。',
    });
  });

  it.each(['①关于考勤不严的问题。通报3人。②修订制度。', '（1）关于考勤问题，通报3人。\n（2）修订制度。'])(
    'a measure that begins like a headline is no issue: %s',
    (text) => {
      const { issues } = propose(report('（一）甲方面', '1.关于“乙”的问题。', ...text.split('\n')));
      expect(issues.map(({ title, measures }) => [title, measures.length])).toEqual([['乙', 2]]);
    },
  );

  it('a numbered introduction holds no issues, whatever it begins with', () => {
    const text = report('1.学习不深入', '已改。').replace('\n', '\n（一）关于反馈的问题。逐条研究。\n');
    const proposal = propose(text);
    expect(proposal.issues.map(({ title }) => title)).toEqual(['学习不深入']);
    expect(proposal.narrative[0]).toMatchObject({ part: '引言', level: '（一）' });
  });

  it('the text behind a heading in its paragraph does not name its part', () => {
    const text = report('1.学习不深入', '已改。').replace(
      '\n',
      '\n一、落实“一岗双责”情况。问题整改完成率90%。\n（一）加强领导。成立专班。\n',
    );
    expect(propose(text).issues.map(({ title }) => title)).toEqual(['学习不深入']);
  });

  it('an aspect named after 成效 is one where issues stand below it, and a row before the first issue is none', () => {
    const proposal = propose(
      report('（一）总体进展。全部启动。', '（二）巩固整改成效方面', '1.关于“甲”的问题。', '已改。'),
    );
    expect([proposal.aspects, proposal.unplaced]).toEqual([['巩固整改成效方面'], []]);
    expect(proposal.narrative[2]).toMatchObject({ part: '整改落实', level: '（一）', title: '总体进展。' });
  });

  it('issues with and without a group, and their numbers, are told apart', () => {
    const lines = [
      '1.制度执行',
      '（1）关于“甲”的问题。',
      '已改。',
      '2.关于“乙”的问题。',
      '（1）修订制度。',
      '（2）开展培训。',
    ];
    const proposal = propose(report('（一）丙方面', ...lines, '（二）丁方面', '3.关于“戊”的问题。', '已改。'));
    expect(proposal.issues.map(({ group, title, measures }) => [group, title, measures.length])).toEqual([
      ['制度执行', '甲', 1],
      ['', '乙', 2],
      ['', '戊', 1],
    ]);
    expect([proposal.settings.numbering, proposal.warnings]).toEqual(['连续编号', []]);
  });
});

describe('what a report has around its text', () => {
  it('a title broken within its paragraph, whose first line ends like a title', () => {
    const title = '岚溪县人民医院党委关于巡察反馈意见\u000b整改情况的通报';
    const proposal = proposeFrom([{ text: title }, ...sourceOfText('一、整改落实情况\n1.关于“甲”的问题。\n已改。')]);
    expect(proposal.settings.title).toBe('岚溪县人民医院党委关于巡察反馈意见整改情况的通报');
  });

  it('a title in two lines and a date below it', () => {
    const proposal = propose(
      `中共云溪县司法局党组\n关于巡察整改情况的通报\n（2025年9月1日）\n${report().split('\n').slice(1).join('\n')}`,
    );
    expect(proposal.settings).toMatchObject({
      title: '中共云溪县司法局党组关于巡察整改情况的通报',
      reportOn: '2025-09-01',
      signature: '无',
    });
  });

  it('a letterhead above it and the lines of a web page below it are no text of the report', () => {
    const text = report('1.关于“甲”的问题。', '已改。').replace('\n', '\n发布时间：2025-09-02 来源：办公室\n');
    const proposal = propose(`云溪县司法局文件\n云司〔2025〕3号\n${text}`);
    expect(proposal.settings.title).toBe('中共云溪县司法局党组关于巡察整改情况的通报');
    expect(proposal.unplaced).toEqual(['云溪县司法局文件', '云司〔2025〕3号', '发布时间：2025-09-02来源：办公室']);
  });

  it('contact lines after the signature are kept as contact', () => {
    const proposal = propose(
      `${report('1.关于“甲”的问题。', '已改。')}\n云溪县司法局党组\n2025年9月1日\n联系人：沈明月\n联系电话（工作日）：0999-5550003`,
    );
    expect(proposal.settings).toMatchObject({
      contact: '联系人：沈明月\n联系电话（工作日）：0999-5550003',
      signatory: '云溪县司法局党组',
      reportOn: '2025-09-01',
    });
    expect(proposal.warnings).toEqual(['落款之后还有联系方式，报告将把联系方式印在落款之前。']);
  });

  it('no title at all', () => {
    expect(propose('现将整改情况公布如下。\n一、整改落实情况\n1.关于“甲”的问题。\n已改。').settings.title).toBe('无');
  });

  it('attachments and tables are unplaced, told and kept in 未归位', () => {
    const source = sourceOfText(`${report('1.关于“甲”的问题。', '已改。')}\n2025年9月1日\n附件：整改台账\n附件1`);
    const proposal = proposeFrom([...source, { text: '序号', inTable: true }]);
    expect(proposal.settings.reportOn).toBe('2025-09-01');
    expect(proposal.unplaced).toEqual(['附件：整改台账', '附件1', '序号']);
    expect(proposal.narrative.filter(({ part }) => part === '未归位').map(({ body }) => body)).toEqual(
      proposal.unplaced,
    );
    expect(proposal.warnings).toEqual([
      '文档中的表格、文本框或注释共1段，不能自动归入台账，已列为未归位，请人工录入。',
      '有2段文字没有找到归属，列入报告素材的“未归位”，请逐段处理。',
    ]);
  });

  it('a short line after the date is unplaced, not text of the last part', () => {
    const proposal = propose(
      `${report('1.关于“甲”的问题。', '已改。')}\n云溪县司法局党组\n2025年9月1日\n（此件公开发布）`,
    );
    expect(proposal.settings).toMatchObject({ signatory: '云溪县司法局党组', reportOn: '2025-09-01' });
    expect(proposal.unplaced).toEqual(['（此件公开发布）']);
  });

  it('a heading without issues below it is unplaced with its text', () => {
    const proposal = propose(report('（一）甲方面', '1.关于“乙”的问题。', '已改。', '（二）丙方面', '均已整改。'));
    expect(proposal.aspects).toEqual(['甲方面']);
    expect(proposal.unplaced).toEqual(['（二）丙方面', '均已整改。']);
  });

  it('a heading known by its style alone is told', () => {
    const proposal = proposeFrom([
      { text: '中共云溪县司法局党组关于巡察整改情况的通报' },
      { text: '整改落实情况', level: 1 },
      { text: '关于“甲”的问题。', label: '1.' },
      { text: '2024年的合同已清理。', label: '一、' },
    ]);
    expect(proposal.narrative[0]).toMatchObject({ part: '整改落实', level: '一、', title: '整改落实情况' });
    expect(proposal.warnings).toContain('标题“整改落实情况”没有序号，按样式识别；报告将加上序号。');
  });

  it('text that looks like a placeholder is told', () => {
    expect(propose(report('1.关于“甲”的问题。', '{{单位}}已改。')).warnings.join()).toContain('会被当作占位符');
  });
});
