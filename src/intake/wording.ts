/** Every sentence intake says to people. */
import type { Fault } from '../ledger/fault';
import { formatChineseDate, type LedgerDate } from '../text/dates';

const listed = (numbers: readonly number[]): string =>
  numbers.length > 8 ? `问题${numbers.slice(0, 8).join('、')}等${numbers.length}个` : `问题${numbers.join('、')}`;
const short = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}……` : text);

/** A sentence on some issues, when there are any. */
const of =
  (sentence: string) =>
  (numbers: readonly number[]): string[] =>
    numbers.length === 0 ? [] : [listed(numbers) + sentence];

/** What a proposal warns of; none of it stops the import. */
export const WARNINGS = {
  skips: (printed: string, expected: number) =>
    `序号不连续：“${short(printed)}”处按顺序应为第${expected}；报告将重新编号，请核对原文有无缺漏。`,
  samePrinted: (printed: number, numbers: readonly number[]) =>
    `同一处有${numbers.length}个问题的序号都是“${printed}”，已全部保留，在台账中编号为${numbers.join('、')}。`,
  unusualMark: (printed: string) => `序号写作“${short(printed)}”等，报告将写作“一、”“（一）”“1.”“（1）”。`,
  otherLevel: (printed: string) => `问题或其标题的序号写作“${printed}”，报告将按“（一）”“1.”“（1）”的层次编号。`,
  headingByStyle: (text: string) => `标题“${short(text)}”没有序号，按样式识别；报告将加上序号。`,
  headlineMisfit: (number: number, headline: string) =>
    `问题${number}的标题“${short(headline)}”与其他问题写法不同，报告将统一。`,
  headlinePlace: of('的标题与其他问题排法不同（独立成段或接排），报告将统一。'),
  relaid: of('的措施分段或序号不统一，报告将统一排版，文字不变。'),
  noMeasures: of('没有写整改措施，请补充。'),
  noFullStop: of('有措施末尾没有标点，报告将补上句号。'),
  statusWord: (numbers: readonly number[], word: string, printed: string) =>
    of(`的整改状态写作“${word}”，报告将写作“${printed}”。`)(numbers),
  statusUnknown: (numbers: readonly number[], word: string) =>
    of(`的整改状态“${word}”不认识，暂记为“整改中”，请核对。`)(numbers),
  statusLayout: of('的“整改状态”“整改情况”两行不全或写法不同，报告将统一；没有写状态的暂记为“整改中”。'),
  statusInText: of('的整改状态写在措施里，已按其登记，文字保留在措施内容中；状态变化时请同时修改。'),
  statusOnlySome: of('才写有整改状态，报告不印状态行。'),
  aspectsAtLevelOne: '问题分列在几个一级标题下，已把这些标题记为“方面”，报告写作“（一）”，另加一个一级标题。',
  sectionMoved: (title: string) => `“${short(title)}”排在问题之间，报告中的位置会有变化。`,
  placeholder: (text: string) => `原文“${short(text)}”含有“{{”，会被当作占位符，请核对。`,
  unplaced: (count: number) => `有${count}段文字没有找到归属，列入报告素材的“未归位”，请逐段处理。`,
  apart: (count: number) => `文档中的表格、文本框或注释共${count}段，不能自动归入台账，已列为未归位，请人工录入。`,
  noIssues: '没有识别出问题：请确认文档是反馈意见或整改通报，且问题带有序号。',
  totalDiffers: (stated: number, found: number) => `文中写明反馈问题${stated}个，识别出${found}个，请核对。`,
  tailReordered: '落款之后还有联系方式，报告将把联系方式印在落款之前。',
  titleDate: (date: LedgerDate) => `标题下方的日期${formatChineseDate(date)}不再印出，报告的日期印在文末。`,
  signatureWithoutDate: '落款没有日期，报告将印上报告日期。',
  feedbackDateFromSignature: (date: LedgerDate) =>
    `正文没有写明反馈日期，暂按落款日期${formatChineseDate(date)}，请核对。`,
  longAspect: (text: string) => `方面“${short(text)}”的标题带有整段文字，已全部保留在“方面”一栏，请核对。`,
} as const;

const SAVE_AS = '请用Word或WPS打开后另存为.docx再导入。';

/** Why a file cannot be read, by the file's name as the user sees it. */
const fault =
  (code: string, sentence: string) =>
  (name: string): Fault => ({
    code,
    message: `文件“${name}”${sentence}`,
  });

export const FAULTS = {
  empty: fault('empty-file', '是空的，请检查后重新选择。'),
  noText: fault('no-text', '里没有文字（可能是扫描图片），请改用有文字的.docx或.txt。'),
  tooLarge: (name: string, megabytes: number) =>
    fault('file-too-large', `超过${megabytes}MB，不能导入，请删去图片或拆分后重试。`)(name),
  binary: fault('binary-file', '不是文本文件，请用.docx或.txt文件导入。'),
  wrongEncoding: fault('wrong-encoding', '的文字编码不能识别，请用UTF-8或GB18030另存为.txt后重试。'),
  oldWord: fault('old-word-file', `是旧版Word（.doc）或WPS（.wps）格式，不能读取，${SAVE_AS}`),
  encrypted: fault('encrypted-file', '设有打开密码，请取消密码后另存为.docx再导入。'),
  pdf: fault('pdf-file', `是PDF格式，不能读取，${SAVE_AS}`),
  rtf: fault('rtf-file', `是RTF格式，不能读取，${SAVE_AS}`),
  brokenZip: fault('broken-docx', `已损坏或没有传完整，${SAVE_AS}`),
  zipBomb: fault('docx-too-large-inside', '解压后异常庞大，已停止读取，请确认文件来源，或把文字另存为.txt后导入。'),
  noDocument: fault('not-a-docx', '不是Word文档（缺少正文 word/document.xml），请另存为.docx再导入。'),
  brokenXml: (name: string, part: string) =>
    fault('broken-docx-xml', `的内部内容（${part}）已损坏，不能读取，${SAVE_AS}`)(name),
} as const;
