/** Every sentence the filling of a template says to people. */
import type { Fault } from '../../ledger/fault';

const fault = (code: string, sentence: string) => (): Fault => ({
  code: `template-${code}`,
  message: `模板${sentence}`,
});
const SAVE_AS = '请用Word或WPS打开后另存为.docx再上传。';

/** A template that cannot be opened. */
export const PACKAGE_FAULTS = {
  empty: fault('empty', '是空文件，请检查后重新上传。'),
  old: fault('old-word', `是旧版.doc、.wps格式或设有打开密码，${SAVE_AS}`),
  other: fault('not-docx', `不是Word文档（.docx），${SAVE_AS}`),
  dotx: fault('dotx', '是Word模板格式（.dotx），请用Word打开后另存为.docx再上传。'),
  macros: fault('macros', '含有宏（.docm或.dotm），请另存为不含宏的.docx再上传。'),
  broken: fault('broken', `已损坏或没有传完整，${SAVE_AS}`),
  encrypted: fault('encrypted', '设有打开密码，请取消密码后再上传。'),
  'too-large': fault('too-large', '过大（超过10MB或解压后异常庞大），请压缩其中的图片后再上传。'),
  chart: fault('chart', '中不能放图表，请不用模板生成这份文件。'),
  untagged: fault('untagged', '中没有任何标签，请在正文应在之处单独写一段“{@body}”，其他标签如“{标题}”“{文号}”。'),
} as const;

const tagFault =
  <A extends unknown[]>(code: string, sentence: (...a: A) => string) =>
  (place: string, ...a: A): Fault => ({ code: `template-${code}`, message: `${place}：${sentence(...a)}` });
const loop = (name: string): string => `“{#${name}}……{/${name}}”`;

/** What is wrong with a tag, after the place it stands in (`模板正文第3段`). */
export const TAG_FAULTS = {
  placeholder: tagFault(
    'placeholder',
    (written: string) => `“${written}”是报告素材的占位符，模板中请写一对花括号“${written.slice(1, -1)}”。`,
  ),
  wide: tagFault('wide-braces', (written: string) => `“${written}”用了全角花括号，请改为半角“{”和“}”。`),
  notTag: tagFault('not-a-tag', (written: string) => `“${written}”不是标签，请改正，或去掉花括号。`),
  brace: tagFault('brace', (written: string) => `“${written}”处的花括号不成对，标签应写作“{标题}”并在同一段内。`),
  unknown: tagFault(
    'unknown-tag',
    (name: string, near: readonly string[]) =>
      `没有标签“{${name}}”，${near.length > 0 ? `是否应为${near.map((one) => `“{${one}}”`).join('或')}？` : ''}请改正。`,
  ),
  outside: tagFault('outside-list', (name: string, list: string) => `标签“{${name}}”只能写在${loop(list)}之间。`),
  item: tagFault('item-outside-list', () => '标签“{.}”只能写在列表的起止标签之间。'),
  list: tagFault('list-as-text', (name: string) => `“{${name}}”是列表，请写作${loop(name)}。`),
  unclosed: tagFault(
    'unclosed-loop',
    (written: string, name: string) => `“${written}”没有对应的“{/${name}}”，请补上。`,
  ),
  unopened: tagFault('unopened-loop', (written: string) => `“${written}”之前没有对应的起始标签，请补上或删去。`),
  crossing: tagFault(
    'loop-place',
    (written: string, end: string) =>
      `“${written}”和“${end}”的位置不配套：应在同一段、同一表格行内，或分别在一段的开头和一段的末尾。`,
  ),
  body: tagFault(
    'body-place',
    () => '“{@body}”应在正文中单独成段，不能在段落文字之间，也不能在表格、文本框、内容控件、列表或条件中。',
  ),
  bodyMargin: tagFault('body-in-margin', () => '“{@body}”只能写在正文中，请移到正文中单独成段。'),
  bodyTwice: tagFault('body-twice', () => '“{@body}”只能写一次，请删去这一处。'),
} as const;

export const PLACES = {
  paragraph: (n: number): string => `模板正文第${n}段`,
  table: (n: number, row: number): string => `模板第${n}个表格第${row}行`,
  margins: { header: '模板页眉', footer: '模板页脚', footnotes: '模板脚注', endnotes: '模板尾注' },
} as const;

/** 发文字号 as far as it is known: the year, with room for the rest. */
export const blankNumber = (year: string): string => `　　　〔${year}〕　号`;

/** The starter template's own words. */
export const STARTER = {
  file: '文件',
  draft: '（草稿，第{版本}版）',
  appendix: '附表',
  list: '{巡察类型}反馈问题整改清单',
};
