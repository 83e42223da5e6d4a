/** What a ledger is: its tabs, their columns and keys. Everything else (set-up, codec, records) follows from here. */
import { amount, type Column, check, choice, date, instant, integer, longText, text, type ValueOf } from './columns';
import {
  DEADLINE_KINDS,
  EVIDENCE_TYPES,
  ISSUE_STATES,
  LOG_ACTIONS,
  MEASURE_FORMS,
  MEASURE_STATES,
  NARRATIVE_KINDS,
  NARRATIVE_LEVELS,
  NARRATIVE_PARTS,
  OUTCOME_KINDS,
  PERIODS,
  PUBLICITY,
  ROLES,
} from './lists';

/** Raised with every change of the schema; a ledger carries the version it was built by (developer metadata). */
export const SCHEMA_VERSION = 4;

export * from './lists';

export interface Tab<C extends Readonly<Record<string, Column>> = Readonly<Record<string, Column>>> {
  title: string;
  columns: C;
  /** Column(s) whose values identify a record; composite keys are joined by `-`. */
  key: readonly (keyof C & string)[];
  frozenColumns: number;
  /** `walled`: only the owner and 整改办 edit; `log`: append-only, all system; `owner`: only the owner writes. */
  guard: 'open' | 'walled' | 'log' | 'owner';
}

function tab<const C extends Readonly<Record<string, Column>>>(definition: Tab<C>): Tab<C> {
  return definition;
}

const PEOPLE = { from: 'people' } as const;
const DEPARTMENTS = { from: 'settings', list: '责任部门' } as const;

export const TABS = {
  issues: tab({
    title: '问题台账',
    key: ['number'],
    frozenColumns: 4,
    guard: 'open',
    columns: {
      number: integer('编号', '问题编号：整数，一经使用不再改变、不重复使用。报告中的序号在生成时另行计算。', {
        min: 1,
        required: true,
      }),
      aspect: text('方面', '反馈意见所列的方面，如“落实全面从严治党责任方面”。', {
        list: { from: 'settings', list: '方面' },
        required: true,
        width: 140,
      }),
      group: text('类', '方面之下的分类，没有则留空。', { list: { from: 'settings', list: '类' }, width: 120 }),
      title: longText('问题', '反馈意见指出的问题，一句话。', { required: true, width: 240 }),
      detail: longText('具体表现', '反馈意见列举的具体表现（内部掌握，不对外公开）。', { internal: true }),
      deadlineKind: choice('整改类型', DEADLINE_KINDS, '立行立改、限期整改、分阶段整改或长期坚持。', {
        required: true,
        width: 115,
      }),
      deadline: date('整改时限', '现行时限，如 2026-06-30。延期须经审批。', { required: true }),
      firstDeadline: date('原定时限', '首次确定的时限，由程序记录，延期后不变。', { system: true }),
      leader: text('牵头领导', '牵头的班子成员；多人用顿号分开。', { list: PEOPLE, required: true }),
      department: text('责任部门', '责任部门；多个用顿号分开。', { list: DEPARTMENTS, required: true, width: 120 }),
      person: text('责任人', '具体责任人；多人用顿号分开。', { list: PEOPLE, required: true }),
      state: choice('状态', ISSUE_STATES, '由程序按办理记录填写，请勿手改。', { system: true }),
      operation: text(
        '操作',
        '在下拉列表中选择要办理的动作；需要理由、日期的写在后面，如“退回：佐证不足”。结果见本格批注。须先启用“自动处理”。',
        { width: 110 },
      ),
      measureProgress: text('措施进度', '已完成措施数/措施总数，由程序填写。', { system: true, width: 80 }),
      evidenceCount: integer('佐证', '佐证材料件数，由程序填写。', { system: true }),
      hints: longText('提示', '校验发现的情况，由程序填写。', { system: true, width: 220 }),
      cause: longText('原因剖析', '问题产生的原因。', { internal: true }),
      inference: longText('举一反三', '同类问题的排查和整改。'),
      effect: longText('整改成效', '整改取得的成效；申请销号前须填写。'),
      measureLead: longText('措施引语', '报告中写在各项措施之前的一段话，可留空。', { width: 200 }),
      measureForm: choice('措施体例', MEASURE_FORMS, '本问题各项措施的写法；留空按“设置”。'),
      measureClosing: longText('措施结语', '报告中写在各项措施之后的一段话，可留空。', { width: 200 }),
      publicity: choice('公开方式', PUBLICITY, '公开、概括公开（用公开表述）或不公开。'),
      publicText: longText('公开表述', '概括公开时对外使用的表述。'),
      doneOn: date('完成日期', '整改完成日期，由程序记录。', { system: true }),
      closedOn: date('销号日期', '销号日期，由程序记录。', { system: true }),
      round: integer('轮次', '第几轮整改，由程序记录。', { system: true, min: 1, max: 99 }),
    },
  }),
  measures: tab({
    title: '整改措施',
    key: ['id'],
    frozenColumns: 2,
    guard: 'open',
    columns: {
      id: text('措施编号', '问题编号-顺序号，如 3-2。', { required: true, width: 80 }),
      issue: integer('问题编号', '所属问题的编号。', { min: 1, required: true, width: 80 }),
      content: longText('措施内容', '整改措施的内容，不写“一是”“二是”。', { required: true, width: 360 }),
      department: text('责任部门', '责任部门；多个用顿号分开。', { list: DEPARTMENTS, width: 120 }),
      person: text('责任人', '责任人；多人用顿号分开。', { list: PEOPLE }),
      deadline: date('时限', '本项措施的完成时限。'),
      period: choice('周期', PERIODS, '一次性措施选“一次”，周期性措施选相应周期。'),
      startOn: date('起始日期', '周期性措施从哪天起算；留空按反馈日期。'),
      state: choice('状态', MEASURE_STATES, '未开始、进行中、已完成或已取消。'),
      doneOn: date('完成日期', '本项措施完成的日期。'),
      result: longText('落实情况', '落实的情况和数据；填写后报告以此为准。', { width: 360 }),
    },
  }),
  evidence: tab({
    title: '佐证材料',
    key: ['id'],
    frozenColumns: 2,
    guard: 'open',
    columns: {
      id: text('材料编号', '问题编号-措施序号-顺序号，如 3-2-01。', { required: true, width: 90 }),
      issue: integer('问题编号', '所属问题的编号。', { min: 1, required: true, width: 80 }),
      measure: text('措施编号', '所佐证的措施，如 3-2；佐证整个问题的可留空。', { width: 80 }),
      type: choice('类型', EVIDENCE_TYPES, '材料的类型。', { required: true }),
      name: longText('名称', '材料题名。', { required: true }),
      documentNumber: text('文号', '发文字号，如 青水党组〔2026〕1号。', { width: 150 }),
      date: date('日期', '材料形成的日期。', { required: true }),
      period: text('所属期', '周期性措施的所属期，如 2026-03。', { width: 80 }),
      location: text('链接或档号', '电子材料的链接，或纸质材料的档号。', { required: true, width: 200 }),
      pages: integer('页数', '纸质材料的页数。', { min: 1, max: 100_000, width: 70 }),
      filed: check('已归档', '材料已归档的打勾。'),
      registeredBy: text('登记人', '由程序填写。', { system: true }),
      registeredAt: instant('登记时间', '由程序填写。', { system: true }),
      checksum: text('校验值', '电子材料登记时的校验值，由程序填写，供以后核对。', { system: true, width: 120 }),
    },
  }),
  outcomes: tab({
    title: '整改成果',
    key: ['id'],
    frozenColumns: 2,
    guard: 'open',
    columns: {
      id: text('成果编号', '成果的编号，如 C01。', { required: true, width: 80 }),
      kind: choice('类别', OUTCOME_KINDS, '成果的类别。', { required: true }),
      matter: longText('事项', '成果的名称或内容。', { required: true }),
      documentNumber: text('文号', '发文字号，没有则留空。', { width: 150 }),
      date: date('日期', '取得成果的日期。'),
      quantity: amount('数量', '数量或金额，如 7.132。'),
      unit: text('单位', '数量的单位，如 万元、项、人次。', { width: 70 }),
      issue: text('问题编号', '有关问题的编号；多个用顿号分开。', { width: 80 }),
      public: check('公开', '可写入公开报告的打勾。'),
    },
  }),
  documents: tab({
    title: '收文登记',
    key: ['id'],
    frozenColumns: 1,
    guard: 'open',
    columns: {
      id: text('收文编号', '收文的编号，如 2026-001。', { required: true, width: 90 }),
      sender: text('来文单位', '来文单位。', { width: 140 }),
      title: longText('标题', '来文标题。'),
      documentNumber: text('文号', '来文字号。', { width: 150 }),
      receivedOn: date('收文日期', '收到的日期。'),
      instructedBy: text('签批人', '签批的领导。', { list: PEOPLE }),
      instruction: longText('签批意见', '签批意见。', { internal: true }),
      department: text('承办部门', '承办部门。', { list: DEPARTMENTS, width: 120 }),
      dueOn: date('办结日期', '应当办结的日期。'),
      settledOn: date('办结于', '实际办结的日期。'),
      issue: text('问题编号', '有关问题的编号；多个用顿号分开。', { width: 80 }),
    },
  }),
  narrative: tab({
    title: '报告素材',
    key: ['kind', 'part', 'order'],
    frozenColumns: 3,
    guard: 'open',
    columns: {
      part: choice('版块', NARRATIVE_PARTS, '报告的哪一部分。', { required: true }),
      order: integer('序号', '在版块内的顺序。', { min: 1, required: true }),
      level: choice('层级', NARRATIVE_LEVELS, '段落、标题或带序号的段落；序号由程序计算。', { required: true }),
      title: text('标题', '标题或段首的小标题，不写序号。', { width: 240 }),
      body: longText('正文', '正文；可用占位符，如 {{反馈问题数}}。', { width: 520 }),
      kind: choice('种类', NARRATIVE_KINDS, '写给哪种报告；留空即通报（社会公开通报和党内通报共用）。'),
    },
  }),
  reports: tab({
    title: '报告登记',
    key: ['version'],
    frozenColumns: 1,
    guard: 'open',
    columns: {
      version: integer('版本', '由程序编号。', { system: true, min: 1 }),
      kind: text('种类', '由程序填写。', { system: true, width: 140 }),
      generatedAt: instant('生成时间', '由程序填写。', { system: true }),
      generatedBy: text('生成人', '由程序填写。', { system: true, width: 160 }),
      files: longText('文件', '由程序填写。', { system: true }),
      fingerprint: text('指纹', '文件内容的 SHA-256，由程序填写。', { system: true, width: 140 }),
      basis: integer('依据序号', '生成时办理记录的最后序号，由程序填写。', { system: true }),
      state: choice('状态', ['草稿', '定稿', '已公开'], '草稿、定稿或已公开。'),
      secrecyReviewer: text('保密审查人', '公开前的保密审查人。', { list: PEOPLE }),
      approver: text('批准人', '批准公开的领导。', { list: PEOPLE }),
      publishedOn: date('公开日期', '对外公开的日期。'),
      channel: text('渠道', '公开的渠道。', { width: 140 }),
      variant: text('体例', '生成时的体例，由程序填写。', { system: true }),
    },
  }),
  bases: tab({
    title: '报告底稿',
    key: ['version', 'part'],
    frozenColumns: 2,
    guard: 'log',
    columns: {
      version: integer('版本', '“报告登记”的版本。', { system: true, min: 1 }),
      part: integer('分段', '底稿过长时分段保存的顺序。', { system: true, min: 1 }),
      text: text('底稿', '生成时的全文，段落之间用⏎隔开，供对账使用，由程序填写。', { system: true, width: 520 }),
    },
  }),
  log: tab({
    title: '办理记录',
    key: ['sequence'],
    frozenColumns: 1,
    guard: 'log',
    columns: {
      sequence: integer('序号', '由程序编号，只增不改。', { system: true, min: 1 }),
      at: instant('时间', '由程序填写。', { system: true, width: 190 }),
      actor: text('办理人', '办理人的邮箱，由程序填写。', { system: true, width: 180 }),
      action: choice('动作', LOG_ACTIONS, '由程序填写。', { system: true }),
      subject: text('对象', '表名和编号，如 问题台账 3。', { system: true, width: 140 }),
      from: text('原状态', '由程序填写。', { system: true }),
      to: text('新状态', '由程序填写。', { system: true }),
      reason: longText('事由', '由程序填写。', { system: true }),
      round: integer('轮次', '由程序填写。', { system: true }),
      step: text('环节', '签批的环节，或申请时定下的各环节，由程序填写。', { system: true, width: 140 }),
      actingFor: text('代签', '受谁委托代签，由程序填写。', { system: true, width: 180 }),
      reasonClass: text('事由类别', '由程序填写。', { system: true }),
      deadline: date('时限', '办理后的时限，由程序填写。', { system: true }),
      doers: text('经办', '当时的责任人和登记人，由程序填写；他们不能签批。', { system: true, width: 140 }),
      parts: longText('分项指纹', '申请时各条记录的指纹，用于指出申请后改了什么，由程序填写。', {
        system: true,
        width: 120,
      }),
      decidedOn: text('内容指纹', '办理时所依据内容的 SHA-256，由程序填写。', { system: true, width: 140 }),
      chain: text('链指纹', '对本行和上一行链指纹计算的 SHA-256，由程序填写。', { system: true, width: 140 }),
    },
  }),
  people: tab({
    title: '名单',
    key: ['mail'],
    frozenColumns: 2,
    guard: 'walled',
    columns: {
      mail: text('邮箱', '登录账号的邮箱。', { required: true, width: 200 }),
      name: text('姓名', '姓名。', { required: true }),
      department: text('部门', '所在部门。', { list: DEPARTMENTS, width: 120 }),
      position: text('职务', '职务。', { width: 140 }),
      role: choice('角色', ROLES, '在整改工作中的角色。', { required: true }),
    },
  }),
  delegations: tab({
    title: '代签委托',
    key: ['id'],
    frozenColumns: 1,
    guard: 'walled',
    columns: {
      id: text('委托编号', '委托的编号，如 W01。', { required: true, width: 90 }),
      principal: text('委托人', '把签批委托出去的人。', { list: PEOPLE, required: true }),
      delegate: text('受托人', '代为签批的人。', { list: PEOPLE, required: true }),
      from: date('起', '委托开始的日期。', { required: true }),
      until: date('止', '委托结束的日期（含当日）。', { required: true }),
      reason: longText('事由', '委托的事由，如“外出学习”。', { required: true }),
    },
  }),
  seals: tab({
    title: '封存记录',
    key: ['date'],
    frozenColumns: 1,
    guard: 'owner',
    columns: {
      date: date('日期', '由每日核验填写。', { system: true }),
      sequence: integer('序号', '封存时办理记录的最后序号。', { system: true }),
      chain: text('链指纹', '封存时最后一行的链指纹。', { system: true, width: 320 }),
      verdict: longText('核验结果', '办理记录是否完整。', { system: true }),
    },
  }),
  settings: tab({
    title: '设置',
    key: ['item'],
    frozenColumns: 1,
    guard: 'walled',
    columns: {
      item: text('项', '设置项的名称，由程序建立。', { required: true, width: 150 }),
      value: longText('值', '设置项的值。', { width: 320 }),
      explanation: longText('说明', '设置项的含义和可选值。', { width: 360 }),
      aspects: text('方面', '“方面”下拉列表的各项，逐行填写。', { width: 180 }),
      groups: text('类', '“类”下拉列表的各项，逐行填写。', { width: 140 }),
      departments: text('责任部门', '“责任部门”下拉列表的各项，逐行填写。', { width: 140 }),
    },
  }),
  snapshots: tab({
    title: '进度快照',
    key: ['date'],
    frozenColumns: 1,
    guard: 'log',
    columns: {
      date: date('日期', '快照的日期，每日一行，由程序填写。', { system: true }),
      total: integer('台账问题', '台账中的问题数。', { system: true }),
      closed: integer('已销号', '已销号的问题数。', { system: true }),
      ongoing: integer('长期坚持', '长期坚持的问题数。', { system: true }),
      inProgress: integer('正在整改', '整改中、待审核、自查完成和重新整改的问题数。', { system: true }),
      notStarted: integer('未启动', '未启动的问题数。', { system: true }),
      terminated: integer('已终止', '已终止的问题数。', { system: true }),
      overdue: integer('逾期', '超过整改时限且未销号的问题数。', { system: true }),
      measuresInForce: integer('措施', '未取消的措施数。', { system: true }),
      measuresDone: integer('已完成措施', '已完成的措施数。', { system: true }),
    },
  }),
} as const;

export type TabId = keyof typeof TABS;
/** The record of a tab, inferred from its columns. */
export type RecordOf<T extends TabId> = {
  -readonly [K in keyof (typeof TABS)[T]['columns']]: ValueOf<(typeof TABS)[T]['columns'][K]>;
};
export type ColumnId<T extends TabId> = keyof RecordOf<T> & string;

export type Issue = RecordOf<'issues'>;
export type Measure = RecordOf<'measures'>;
export type Evidence = RecordOf<'evidence'>;
export type Outcome = RecordOf<'outcomes'>;
export type IncomingDocument = RecordOf<'documents'>;
export type Narrative = RecordOf<'narrative'>;
export type ReportEntry = RecordOf<'reports'>;
export type ReportBase = RecordOf<'bases'>;
export type LogEntry = RecordOf<'log'>;
export type Person = RecordOf<'people'>;
export type Delegation = RecordOf<'delegations'>;
export type Seal = RecordOf<'seals'>;
export type ProgressSnapshot = RecordOf<'snapshots'>;
export type SettingRow = RecordOf<'settings'>;

/** Title of the tab the program draws and never reads as records. */
export const DASHBOARD_TITLE = '看板';
/** Order of the tabs in the workbook. */
export const TAB_ORDER: readonly TabId[] = [
  'issues',
  'measures',
  'evidence',
  'outcomes',
  'documents',
  'narrative',
  'reports',
  'log',
  'people',
  'delegations',
  'settings',
  'seals',
  'snapshots',
  'bases',
];
