/** The rules: code, gravity, name, reason, and the check itself. A new rule is a new row. */
import { cancelledWithoutReason } from './cancelledWithoutReason';
import { copiedFinding } from './copiedFinding';
import { copiedMeasure } from './copiedMeasure';
import { closedBeforeDone, dateOrder } from './dateOrder';
import { documentNumber } from './documentNumber';
import { documentOverdue } from './documentOverdue';
import { doneWithoutEvidence } from './doneWithoutEvidence';
import { duplicateKey } from './duplicateKey';
import { enumerationOrder } from './enumerationOrder';
import { evidenceAfterCompletion, evidenceBeforeFeedback } from './evidenceDates';
import { evidencePeriod, periodDate } from './evidencePeriods';
import { fedBackCount } from './fedBackCount';
import type { Check, Rule, Severity } from './finding';
import { halfWidth } from './halfWidth';
import { linkForm } from './linkForm';
import { closedChanged, deadlineUnapproved, logBroken, stateDiffers } from './logTruth';
import { measureIdMismatch } from './measureIdMismatch';
import { missingField } from './missingField';
import { noData } from './noData';
import { noInference } from './noInference';
import { noMeasure } from './noMeasure';
import { numbering } from './numbering';
import { orphanEvidence, orphanMeasure } from './orphans';
import { overdue } from './overdue';
import { paperOnly } from './paperOnly';
import { pauseMark } from './pauseMark';
import { periodMissed } from './periodMissed';
import { placeholder } from './placeholder';
import { statedTotals } from './statedTotals';
import { vagueDeadline } from './vagueDeadline';
import { wordingPublicStatus } from './wordingPublicStatus';

type RuleRow = readonly [code: string, severity: Severity, title: string, explains: string, check: Check];

/** Every rule, from what makes a ledger unreadable to what makes it less than good. */
const ROWS: readonly RuleRow[] = [
  [
    'log-broken',
    'error',
    '办理记录不完整',
    '办理记录只增不改，每行的链指纹都接着上一行；对不上就是有人改过，销号便失去依据。',
    logBroken,
  ],
  [
    'state-differs',
    'error',
    '状态与办理记录不符',
    '状态、轮次和原定时限只由办理产生；手工改成“已销号”是虚假整改。',
    stateDiffers,
  ],
  [
    'deadline-unapproved',
    'warning',
    '时限改动未经审批',
    '擅自改时限就看不出逾期；延期要有理由和批准。',
    deadlineUnapproved,
  ],
  [
    'closed-changed',
    'warning',
    '销号后有改动',
    '签批的是当时的内容；之后再改，签批就不能证明现在的内容。',
    closedChanged,
  ],
  [
    'missing-field',
    'error',
    '必填项缺失',
    '缺编号、问题或措施就写不进报告；缺牵头领导、部门、责任人或时限，是责任虚化。',
    missingField,
  ],
  [
    'duplicate-key',
    'error',
    '编号重复',
    '编号是记录的身份，重复了就分不清措施、佐证和办理记录属于哪一条。',
    duplicateKey,
  ],
  ['orphan-measure', 'error', '措施无所属问题', '所属问题不在台账里的措施写不进报告，措施数也对不上。', orphanMeasure],
  [
    'orphan-evidence',
    'error',
    '佐证无所属问题或措施',
    '对不上问题和措施的材料，在销号审核时不起作用。',
    orphanEvidence,
  ],
  [
    'measure-id-mismatch',
    'error',
    '编号与问题编号不符',
    '措施编号“3-2”是问题3的第2项措施，与“问题编号”不一致就会算到别的问题上。',
    measureIdMismatch,
  ],
  [
    'numbering',
    'note',
    '编号不连续',
    '编号中断可能是漏登。编号不重复使用，确已删除的不必补号；报告序号另行计算。',
    numbering,
  ],
  ['no-measure', 'error', '问题没有措施', '任务清单要与问题清单一一对应；没有措施，整改无从核实。', noMeasure],
  [
    'fed-back-count',
    'error',
    '反馈问题数不符',
    '反馈的问题一个不能少；数目不符就是漏登、合并或拆分了问题。',
    fedBackCount,
  ],
  [
    'stated-totals',
    'error',
    '口径不一',
    '报告里的总数、完成数、完成率要与台账相符，各项之和要等于总数；数字打架最容易被指出。',
    statedTotals,
  ],
  [
    'wording-public-status',
    'warning',
    '长期坚持写作已完成',
    '长期坚持只能说取得阶段性成效，写作“已完成”是掩盖未完成。',
    wordingPublicStatus,
  ],
  [
    'done-without-evidence',
    'error',
    '完成而无佐证',
    '没有佐证的“完成”无法核实，是虚假整改最常见的样子，回头看首先查它。',
    doneWithoutEvidence,
  ],
  [
    'evidence-before-feedback',
    'error',
    '佐证早于反馈',
    '拿反馈之前的旧材料证明整改，属虚假整改。',
    evidenceBeforeFeedback,
  ],
  [
    'evidence-after-completion',
    'warning',
    '佐证晚于完成',
    '先报完成、后补材料，说明完成时并无依据。',
    evidenceAfterCompletion,
  ],
  [
    'evidence-period',
    'warning',
    '佐证未写所属期',
    '周期性措施逐期落实、逐期留痕；材料不写所属期，就看不出哪一期做了。',
    evidencePeriod,
  ],
  ['period-date', 'warning', '佐证早于所属期', '一期还没有开始就有了材料，不是填错就是补造。', periodDate],
  [
    'period-missed',
    'warning',
    '周期措施缺期',
    '每月、每季度的措施贵在坚持；到期没有材料，长期坚持就成了空话。起止两端不足半期的不算。',
    periodMissed,
  ],
  [
    'cancelled-without-reason',
    'warning',
    '取消措施无理由',
    '措施是向上级作出的承诺；说不清理由的取消，会被看作逃避整改。',
    cancelledWithoutReason,
  ],
  [
    'closed-before-done',
    'error',
    '先销号后整改',
    '整改完成才能销号；措施未完成或日期在先就销号，是销号不严。',
    closedBeforeDone,
  ],
  ['date-order', 'warning', '日期先后不合', '日期颠倒或落在将来，多半填错，也会被疑为补造。', dateOrder],
  ['overdue', 'warning', '逾期未完成', '久拖不改是监督重点：过了时限，要么抓紧办结，要么按程序延期。', overdue],
  ['document-overdue', 'warning', '收文逾期未办', '来文有办结日期，过期没有办结记录，是拖延不办。', documentOverdue],
  ['vague-deadline', 'warning', '时限含糊', '“尽快”“适时”不是时限；没有日期和阶段目标，整改无从督办。', vagueDeadline],
  [
    'copied-measure',
    'warning',
    '措施雷同',
    '不同问题用同一段措施，是没有对症下药，读者一眼可见。固定提法不计入比较。',
    copiedMeasure,
  ],
  ['copied-finding', 'warning', '照抄反馈', '把反馈意见原样抄作措施，等于没有措施。', copiedFinding],
  ['paper-only', 'note', '纸面整改', '只开会、学习、发文而没有行动，是以会议落实会议、以文件落实文件。', paperOnly],
  ['no-data', 'note', '无数据无实例', '没有一个数字、文件名或实例，读来空泛，也无从核对。', noData],
  ['no-inference', 'note', '没有举一反三', '就事论事，同类问题容易再发；销号时要看同类问题的排查。', noInference],
  ['placeholder', 'warning', '占位内容未替换', '“XX”“待补充”、样例姓名和电话一旦公开，会被当作敷衍。', placeholder],
  [
    'link-form',
    'warning',
    '链接打不开',
    '核查的人打不开的链接等于没有佐证；本机路径、邮箱和残缺的网址都打不开。',
    linkForm,
  ],
  [
    'document-number',
    'warning',
    '文号不规范',
    '发文字号由机关代字、年份、序号组成，年份用六角括号，不加“第”，不编虚位（GB/T 9704-2012，7.2.5）。',
    documentNumber,
  ],
  // formulas are not in the records: they come as faults of this code from reading the cells
  [
    'formula-in-text',
    'warning',
    '单元格是公式',
    '公式的结果会随别处变化，定稿的台账不应这样；程序按显示的结果读取，不改公式。',
    () => [],
  ],
  [
    'half-width',
    'note',
    '标点半角',
    '中文文稿的标点用全角（GB/T 15834-2011）。报告会自动改正，台账也改正才一致。',
    halfWidth,
  ],
  ['pause-mark', 'note', '顿号多余', '并列的引号或书名号之间通常不用顿号（GB/T 15834-2011，4.5.3.5）。', pauseMark],
  ['enumeration-order', 'note', '文内序号错乱', '“一是”之后是“三是”，读者会以为漏了一项。', enumerationOrder],
];

export const RULES: readonly Rule[] = ROWS.map(([code, severity, title, explains, check]) => ({
  code,
  severity,
  title,
  explains,
  check,
}));
