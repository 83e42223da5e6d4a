/** The rules: code, gravity, name, reason, and the check itself. A new rule is a new row. */
import { copiedFinding } from './copiedFinding';
import { copiedMeasure } from './copiedMeasure';
import { closedBeforeDone, dateOrder } from './dateOrder';
import { doneWithoutEvidence } from './doneWithoutEvidence';
import { duplicateKey } from './duplicateKey';
import { enumerationOrder } from './enumerationOrder';
import { evidenceAfterCompletion, evidenceBeforeFeedback } from './evidenceDates';
import { fedBackCount } from './fedBackCount';
import type { Check, Rule, Severity } from './finding';
import { halfWidth } from './halfWidth';
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
import { placeholder } from './placeholder';
import { statedTotals } from './statedTotals';
import { vagueDeadline } from './vagueDeadline';
import { wordingPublicStatus } from './wordingPublicStatus';

type RuleRow = readonly [code: string, severity: Severity, title: string, explains: string, check: Check];

/** Every rule, from what makes a ledger unreadable to what makes it less than good. */
const ROWS: readonly RuleRow[] = [
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
    'closed-before-done',
    'error',
    '先销号后整改',
    '整改完成才能销号；措施未完成或日期在先就销号，是销号不严。',
    closedBeforeDone,
  ],
  ['date-order', 'warning', '日期先后不合', '日期颠倒或落在将来，多半填错，也会被疑为补造。', dateOrder],
  ['overdue', 'warning', '逾期未完成', '久拖不改是监督重点：过了时限，要么抓紧办结，要么按程序延期。', overdue],
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
