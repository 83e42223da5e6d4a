/** Every sentence intake says to people. */
import type { Fault } from '../ledger/fault';
import { formatChineseDate, type LedgerDate } from '../text/dates';

const listed = (numbers: readonly number[]): string =>
  numbers.length > 8 ? `问题${numbers.slice(0, 8).join('、')}等${numbers.length}个` : `问题${numbers.join('、')}`;
const short = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}……` : text);

/** What a proposal warns of; none of it stops the import. */
export const WARNINGS = {
  skips: (printed: string, expected: number) =>
    `序号不连续：“${short(printed)}”处按顺序应为第${expected}；报告将按顺序重新编号，请核对原文是否缺漏。`,
  samePrinted: (printed: string, numbers: readonly number[]) =>
    `同一处有${numbers.length}个问题的序号都是“${printed}”，已全部保留，在台账中编号为${numbers.join('、')}。`,
  unusualMark: (printed: string) => `序号写作“${short(printed)}”等，报告将按国家标准写作“一、”“（一）”“1.”“（1）”。`,
  otherLevel: (printed: string) => `问题或其标题的序号写作“${printed}”，报告将按“（一）”“1.”“（1）”的层次编号。`,
  headingByStyle: (text: string) => `标题“${short(text)}”没有序号，按样式识别；报告将加上序号。`,
  headlineMisfit: (number: number, headline: string) =>
    `问题${number}的标题“${short(headline)}”与其他问题写法不同，报告将改用统一写法。`,
  headlinePlace: (numbers: readonly number[]) =>
    `${listed(numbers)}的标题排法（独立成段或接排）与其他问题不同，报告将统一。`,
  relaid: (numbers: readonly number[]) => `${listed(numbers)}的措施分段或序号写法不统一，报告将统一排版，文字不变。`,
  noMeasures: (numbers: readonly number[]) => `${listed(numbers)}没有写整改措施，请补充。`,
  noFullStop: (numbers: readonly number[]) => `${listed(numbers)}有措施末尾没有标点，报告将补上句号。`,
  statusWord: (numbers: readonly number[], word: string, printed: string) =>
    `${listed(numbers)}的整改状态写作“${word}”，报告将写作“${printed}”。`,
  statusUnknown: (numbers: readonly number[], word: string) =>
    `${listed(numbers)}的整改状态“${word}”不认识，暂记为“整改中”，请核对。`,
  statusLayout: (numbers: readonly number[]) =>
    `${listed(numbers)}的“整改状态”“整改情况”两行不全，或写法、次序与其他问题不同，报告将统一写出；没有写状态的暂记为“整改中”。`,
  statusInText: (numbers: readonly number[]) =>
    `${listed(numbers)}的整改状态写在措施正文里，已按其登记状态，文字保留在措施内容中；状态变化时请同时修改。`,
  statusOnlySome: (numbers: readonly number[]) => `只有${listed(numbers)}写了整改状态，报告体例不印状态行。`,
  aspectsAtLevelOne: () =>
    '问题分列在几个一级标题下，已将这些一级标题记为“方面”；报告将另加一个一级标题，这些标题写作“（一）”。',
  sectionMoved: (title: string) => `“${short(title)}”排在问题之间，报告中的位置会有变化。`,
  placeholder: (text: string) => `原文“${short(text)}”含有“{{”，会被当作占位符，请核对。`,
  unplaced: (count: number) => `有${count}段文字没有找到归属，已记入报告素材的“未归位”，请逐段处理。`,
  apart: (count: number) => `文档中的表格、文本框或注释共${count}段，不能自动归入台账，已列为未归位，请人工录入。`,
  noIssues: () => '没有识别出问题：请确认文档是反馈意见或整改情况通报，且问题带有序号。',
  totalDiffers: (stated: number, found: number) => `文中写明反馈问题${stated}个，识别出${found}个，请核对。`,
  tailReordered: () => '落款之后还有联系方式，报告将把联系方式印在落款之前。',
  titleDate: (date: LedgerDate) => `标题下方的日期${formatChineseDate(date)}不再印在标题下，报告的日期印在文末。`,
  signatureWithoutDate: () => '落款没有日期，报告将印上报告日期。',
  feedbackDateFromSignature: (date: LedgerDate) =>
    `正文没有写明反馈日期，暂按落款日期${formatChineseDate(date)}，请核对。`,
  longAspect: (text: string) => `方面“${short(text)}”的标题带有整段文字，已全部保留在“方面”一栏，请核对。`,
} as const;

const SAVE_AS = '请用Word或WPS打开后另存为.docx再导入。';

/** Why a file cannot be read. `name` is the file's name as the user sees it. */
export const FAULTS = {
  empty: (name: string): Fault => ({
    code: 'empty-file',
    message: `文件“${name}”是空的，没有可导入的内容，请检查后重新选择。`,
  }),
  noText: (name: string): Fault => ({
    code: 'no-text',
    message: `文件“${name}”里没有文字（可能是扫描图片），请用含有文字的.docx或.txt重新导入。`,
  }),
  tooLarge: (name: string, megabytes: number): Fault => ({
    code: 'file-too-large',
    message: `文件“${name}”超过${megabytes}MB，不能导入，请删去图片或拆分后重试。`,
  }),
  binary: (name: string): Fault => ({
    code: 'binary-file',
    message: `文件“${name}”不是文本文件，请用.docx或.txt文件导入。`,
  }),
  wrongEncoding: (name: string): Fault => ({
    code: 'wrong-encoding',
    message: `文件“${name}”的文字编码不能识别，请用UTF-8或GB18030编码另存为.txt后重试。`,
  }),
  oldWord: (name: string): Fault => ({
    code: 'old-word-file',
    message: `文件“${name}”是旧版Word（.doc）或WPS（.wps）格式，不能直接读取，${SAVE_AS}`,
  }),
  encrypted: (name: string): Fault => ({
    code: 'encrypted-file',
    message: `文件“${name}”设有打开密码，不能读取，请取消密码后另存为.docx再导入。`,
  }),
  pdf: (name: string): Fault => ({
    code: 'pdf-file',
    message: `文件“${name}”是PDF格式，不能读取其中的段落，${SAVE_AS}`,
  }),
  rtf: (name: string): Fault => ({ code: 'rtf-file', message: `文件“${name}”是RTF格式，不能直接读取，${SAVE_AS}` }),
  brokenZip: (name: string): Fault => ({
    code: 'broken-docx',
    message: `文件“${name}”已损坏或没有传完整，${SAVE_AS}`,
  }),
  zipBomb: (name: string): Fault => ({
    code: 'docx-too-large-inside',
    message: `文件“${name}”解压后的内容异常庞大，已停止读取，请确认文件来源，或把文字另存为.txt后导入。`,
  }),
  noDocument: (name: string): Fault => ({
    code: 'not-a-docx',
    message: `文件“${name}”不是Word文档（缺少正文 word/document.xml），请选择.docx文件，或另存为.docx再导入。`,
  }),
  brokenXml: (name: string, part: string): Fault => ({
    code: 'broken-docx-xml',
    message: `文件“${name}”的内部内容（${part}）已损坏，不能读取，${SAVE_AS}`,
  }),
} as const;
