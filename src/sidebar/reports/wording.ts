/** Words of 生成报告. */
import type { Gives, Takes } from '../../app/contract';

type Asked = Takes<'previewReport'>;

/** The kinds in the order they are offered. */
export const KINDS: Readonly<Record<Asked['kind'], string>> = {
  public: '社会公开通报',
  internal: '党内通报',
  committee: '整改情况报告',
  leader: '主要负责人组织落实情况报告',
  approval: '销号审批表',
  lists: '三清单',
  catalogue: '档案目录',
  recheck: '回头看情况',
  'follow-up': '后续进展报告',
};

export const VARIANTS: Readonly<Record<NonNullable<Asked['variant']>, string>> = {
  'four-part': '四部分',
  'two-part': '两部分',
  'three-part': '三部分',
  'statistics-first': '统计在前',
};

export const CHOICES = {
  title: '生成报告',
  kind: '种类',
  variant: '体例',
  bySettings: '按设置',
  issue: '问题编号',
  all: '不填则列全部问题',
  issueWanted: '请填写问题编号，再预览和生成。',
  notNumber: '问题编号应为整数，如 3。',
  since: '自哪一版起',
  lastFinal: '最近一次定稿的社会公开通报',
  reading: '正在读取报告登记',
  version: (version: number, parts: readonly string[]) => `第${version}版　${parts.join(' · ')}`,
  keepEdits: '沿用上一稿的手工修改',
  keepNote: '手工修改不在右侧预览中，也未经脱敏检查，生成后请通读核对。',
} as const;

export const TEMPLATE = {
  label: '本单位模板',
  choose: '选择 .docx…',
  none: '不选则用内置公文格式',
  more: '模板样张与标签',
  doc: 'Google 文档模板的链接',
  docHint: 'https://docs.google.com/document/d/…',
  explain:
    '改好样张（红头、页眉、落款等），保留标签，再用作模板：.docx 在 Word 中改好后选择文件；Google 文档直接在网上修改，把地址栏中的链接填在上面。Google 文档须是您本人在此生成的样张，副本不能用。',
  make: '生成模板样张',
  making: '正在生成模板样张',
  made: '样张（.docx）：',
  madeDoc: '样张（Google 文档）：',
  tags: '可用的标签',
} as const;

export const STARTER = {
  explain: (kind: string) => `“报告素材”中还没有${kind}的素材，现用的是参考文稿，只供起草，不能定稿。`,
  add: '填入参考文稿',
  adding: '正在填入参考文稿',
  added: (rows: number, kind: string) =>
    rows === 0
      ? '“报告素材”中已有这种报告的素材，没有再填入。'
      : `已在“报告素材”末尾加入${rows}行（${kind}），请逐段修改后再定稿。`,
  look: '查看',
  tab: '报告素材',
} as const;

export const GATE = {
  title: '定稿条件',
  faults: '须先改正',
  jumpHint: '跳转后请关闭本窗口修改，再重新打开。',
  more: (n: number) => `另有${n}处，请在侧栏“校验”中查看。`,
  waivers: '已豁免的校验',
  waived: (by: string, reason: string) => `${by === '' ? '（未署名）' : by}：${reason}`,
  hits: '脱敏检查',
  undecided: (n: number) => (n === 0 ? '全部处理' : `${n}处待处理`),
  differences: '公开前后对照',
  internal: '内部表述',
  public: '公开表述',
  leftOut: '（不公开）',
  about: (issue: number | null) => (issue === null ? '其他文字' : `问题${issue}`),
  releasers: '审查与批准',
  reviewer: '保密审查人',
  approver: '批准人',
  unchosen: '（未选）',
  nobody: '“名单”中没有可选的人：须登记邮箱，且不能是您本人。',
  person: (name: string, position: string, mail: string) =>
    `${name === '' ? mail : name}${position === '' ? '' : `（${position}）`}`,
} as const;

export const HIT = {
  mask: (masked: string) => (masked === '' ? '删去' : `遮盖为“${masked}”`),
  role: (role: string) => `改用职务“${role}”`,
  keep: '保留…',
  keepReason: '保留的理由',
  reasonHint: '至少4个字，记入办理记录',
  tooShort: '请写明理由，至少4个字。',
  confirmKeep: '确认保留',
  none: '程序不能代改，请修改台账中的原句。',
  deciding: '正在记录',
  decided: { 遮盖: '已遮盖', 改用职务: '已改用职务', 保留: '已保留' },
  by: (who: string, at: string) => `${who === '' ? '（未署名）' : who}于${at}决定`,
  why: (reason: string) => `理由：${reason}`,
} as const;

export const PREVIEW = {
  frame: '报告预览',
  notice: '预览供核对文字；版式以生成的 .docx 为准。',
  composing: '正在生成预览',
  failed: '暂时不能预览',
} as const;

export const MAKE = {
  draft: '生成草稿',
  final: '定稿',
  question: '定稿后文件冻结，不能再改，确定？',
  confirm: '确定定稿',
  making: (isFinal: boolean) => `正在生成${isFinal ? '定稿' : '草稿'}，约需十几秒`,
  wait: '正在核对定稿条件',
  /** What still keeps it from being made final. */
  lacking: (faults: number, undecided: number, people: readonly string[]) =>
    [
      faults > 0 ? `改正${faults}处错误` : '',
      undecided > 0 ? `处理${undecided}处脱敏` : '',
      people.length > 0 ? `选择${people.join('和')}` : '',
    ]
      .filter((one) => one !== '')
      .join('，'),
  before: (what: string) => `定稿前还须${what}。`,
  made: ({ status, version }: Gives<'generateReport'>) =>
    `第${version ?? ''}版${status === 'final' ? '定稿' : '草稿'}已生成：`,
  docx: '正式稿（.docx，版式以此为准）：',
  document: '协作稿（Google 文档）：',
  refused: '没有生成，原因：',
  kept: '沿用的手工修改',
  dropped: '未能沿用的手工修改',
} as const;

export const FILE = {
  tooLarge: (name: string) => `“${name}”超过 10 MB，请删去图片后再选。`,
  wrongKind: (name: string, kinds: string) => `“${name}”不是 ${kinds} 文件，请另存后再选。`,
  notRead: (name: string) => `“${name}”没有读出来，请重新选择文件。`,
  or: ' 或 ',
  chosen: (name: string) => `已选择：${name}`,
  remove: '不用文件',
} as const;
