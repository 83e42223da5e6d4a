/** What each rule finds, what it leaves alone, and what its mask leaves to be read. */
import { describe, expect, test } from '@jest/globals';
import { found, hitsIn, identity, luhn, masks } from './reports';

const ID = identity('36072119850307421');
const ID_X = ['36072119850307402', '36072119850307403', '36072119850307404', '36072119850307405', '36072119850307406']
  .concat(Array.from({ length: 100 }, (_, i) => `36072119850307${String(i + 100)}`))
  .map(identity)
  .find((number) => number.endsWith('X'));
const CARD = luhn('622202151000123456');
const CARD_16 = luhn('622588012345678');

describe('numbers of people', () => {
  test.each([
    [`身份证号${ID}。`, `id-number: ${ID}`],
    [
      `${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`,
      `id-number: ${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`,
    ],
    [`经办人${ID_X?.toLowerCase()}，`, `id-number: ${ID_X?.toLowerCase()}`],
    ['旧证360721850307421共1份', 'id-number: 360721850307421'],
    // named as one, with a slip of the pen
    ['身份证号码：360721198503074219', 'id-number: 360721198503074219'],
    ['电话13812345678联系', 'mobile: 13812345678'],
    ['电话138-1234-5678', 'mobile: 138-1234-5678'],
    ['电话138 1234 5678、', 'mobile: 138 1234 5678'],
    ['＋８６１３８１２３４５６７８', 'mobile: ＋８６１３８１２３４５６７８'],
    ['+86 138 1234 5678', 'mobile: +86 138 1234 5678'],
    ['8613812345678', 'mobile: 8613812345678'],
    ['１３８１２３４５６７８', 'mobile: １３８１２３４５６７８'],
    ['1 3 8 1 2 3 4 5 6 7 8', 'mobile: 1 3 8 1 2 3 4 5 6 7 8'],
    ['2026-06-20 13812345678', 'mobile: 13812345678'],
    [`卡号${CARD}`, `bank-card: ${CARD}`],
    [
      `${CARD.slice(0, 4)} ${CARD.slice(4, 8)} ${CARD.slice(8, 12)} ${CARD.slice(12, 16)} ${CARD.slice(16)}`,
      `bank-card: ${CARD.slice(0, 4)} ${CARD.slice(4, 8)} ${CARD.slice(8, 12)} ${CARD.slice(12, 16)} ${CARD.slice(16)}`,
    ],
    [`${CARD_16}`, `bank-card: ${CARD_16}`],
    [`345 ${CARD_16} 2026`, `bank-card: ${CARD_16}`],
    ['退款账号：1502013409100012346', 'bank-card: 1502013409100012346'],
  ])('%s', (text, hit) => {
    expect(found(text)).toEqual([hit]);
  });

  test('two mobiles beside each other are two hits', () => {
    expect(found('13812345678 13912345678')).toEqual(['mobile: 13812345678', 'mobile: 13912345678']);
    expect(found('13812345678,13912345678')).toEqual(['mobile: 13812345678', 'mobile: 13912345678']);
  });

  test('18 digits that are no identity number are a card where they satisfy Luhn', () => {
    const card = luhn('62258801234567890');
    expect(card).toHaveLength(18);
    expect(found(card)).toEqual([`bank-card: ${card}`]);
  });

  test.each([
    '青水党组〔2026〕12号',
    '追缴资金1,234万元、7.132万元',
    '投入13812345678元',
    '2026年9月15日至2026-09-20',
    '办公电话0797-1234567、07971234567',
    '编号1138123456789012',
    '流水号622202151000123451',
    '360721198503074210',
    '13 45 67 89 101',
    '桩号K138+123至K139+456',
    `统一社会信用代码${luhn('91360721012345678')}`,
    '138****5678、36*************421',
    '档号2026-03-1-0012-0001',
    '全长802公里，其中226公里',
    'ISBN 978-7-5166-0001-8',
  ])('leaves alone: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('masks leave what is documented', () => {
    expect(masks('电话+86 138 1234 5678。')).toEqual(['+86 138 1234 5678 → 138****5678']);
    expect(masks(ID)).toEqual([`${ID} → 36*************${ID.slice(-3)}`]);
    expect(masks(CARD)).toEqual([`${CARD} → ****${CARD.slice(-4)}`]);
  });
});

describe('vehicles, addresses, mail and links', () => {
  test.each([
    ['公务车赣A12345违规停放', '赣A12345 → 赣A****5'],
    ['赣B·8K321', '赣B·8K321 → 赣B****1'],
    ['新能源车赣AD12345', '赣AD12345 → 赣A****5'],
    ['货车赣C3456挂', '赣C3456挂 → 赣C****挂'],
    ['家住青石镇河湾村3组12号', '青石镇河湾村3组12号 → 青石镇'],
    ['现住江原省青水市青水县青石镇河湾村三组', '江原省青水市青水县青石镇河湾村三组 → 江原省青水市青水县青石镇'],
    ['城东街道阳光小区3栋2单元501室漏水', '城东街道阳光小区3栋2单元501室 → 城东街道'],
    ['位于人民路12号', '位于人民路12号 → 位于人民路'],
    ['户籍地为白石乡大坪村', '白石乡大坪村 → 白石乡'],
    ['住址：阳光小区', '阳光小区 → 某处'],
    ['请发至zhang.san@qq.com', 'zhang.san@qq.com → z***@qq.com'],
    ['13812345678@139.com', '13812345678@139.com → 1***@139.com'],
    ['z＠ｑｑ．ｃｏｍ', 'z＠ｑｑ．ｃｏｍ → ***@qq.com'],
    [
      '见https://drive.google.com/file/d/1AbC/view?usp=x。',
      'https://drive.google.com/file/d/1AbC/view?usp=x → 〔链接已略〕',
    ],
    ['（www.x.example/a）', 'www.x.example/a → 〔链接已略〕'],
    ['docs.google.com/document/d/1', 'docs.google.com/document/d/1 → 〔链接已略〕'],
  ])('%s', (text, mask) => {
    expect(masks(text)).toEqual([mask]);
  });

  test.each([
    '在青石镇河湾村开展道路养护',
    '城东街道阳光小区改造',
    '河湾村一组织就改',
    '全村1200户、3个村民小组',
    '分成3组，第2组',
    '整改清单3号问题、12月5号',
    '县委第二巡察组',
    '通村公路2号桥',
    '小区6栋楼加装电梯',
    '青A级景区、新B区',
    '居住环境改善',
    '坚持以www为主@全体',
  ])('leaves alone: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('informants and cases', () => {
  test.each([
    ['举报人钱小明反映道路破损', ['informant: 钱小明']],
    ['信访人：钱小明，', ['informant: 钱小明']],
    ['投诉人系河湾村某组村民', ['informant: 系河湾村'].slice(1)],
    ['投诉人系河湾村养殖户，', ['informant: 河湾村养殖户']],
    ['检举人张三', ['informant: 张三']],
    ['对线索初核3件、立案2件', ['case: 初核', 'case: 立案']],
    ['行政处罚立案5起', ['case: 立案']],
    ['向有关部门移送线索1条', ['case: 移送']],
  ])('%s', (text, hits) => {
    expect(found(text, { names: '姓名' })).toEqual(hits);
  });

  test.each([
    '保护举报人合法权益',
    '及时向举报人反馈、回访信访人',
    '举报人是否满意',
    '举报人张某某反映',
    '投诉人系河湾村某组村民',
    '成立案件评查组、建立案例库',
    '移送档案室保管',
    '接待信访人员20人次',
  ])('leaves alone: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('a mask names nobody; a case can only be rewritten or kept', () => {
    expect(masks('举报人钱小明反映')).toEqual(['钱小明 → 钱某某']);
    expect(masks('投诉人系河湾村养殖户')).toEqual(['河湾村养殖户 → 某某']);
    expect(hitsIn('立案2件')).toMatchObject([{ masked: null, role: null, keepable: true }]);
  });

  test('an informant’s 职务 is not offered: it would tell who it was', () => {
    expect(hitsIn('举报人张三')).toMatchObject([{ rule: 'informant', role: null, masked: '张某' }]);
  });
});

describe('names', () => {
  test('of 名单 are hits where 设置 asks for 职务', () => {
    expect(hitsIn('由张三落实')).toMatchObject([
      { rule: 'name', text: '张三', masked: '张某', role: '党组书记、局长', keepable: true },
    ]);
    expect(found('由张三落实', { names: '姓名' })).toEqual([]);
    expect(hitsIn('赵六参加')).toMatchObject([{ masked: '赵某', role: null }]);
    expect(masks('欧阳静好')).toEqual(['欧阳静好 → 欧阳某某']);
  });

  test.each([
    '给予张三党内警告处分',
    '张三作了检查',
    '对2人问责，其中张三；诫勉1人',
    '责令张三作出书面检查',
    '约谈王建国',
  ])('near a punishment may never be kept: %s', (text) => {
    for (const names of ['职务', '姓名'] as const) {
      const hits = hitsIn(text, { names });
      expect(hits).toMatchObject([{ rule: 'punished-name', keepable: false }]);
    }
  });

  test('in another sentence, at 谈心谈话 or at an inspection are no punishment', () => {
    for (const text of ['诫勉1人。张三主持', '张三开展谈心谈话', '张三带队检查', '张三做好工作检查']) {
      expect(found(text, { names: '姓名' })).toEqual([]);
    }
  });
});
