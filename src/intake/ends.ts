/** What stands around the text: title above; contact lines, signature, date and attachments below. */
import type { Settings } from '../ledger/settings';
import { type LedgerDate, parseDate } from '../text/dates';
import { type Line, place } from './lines';

export interface Head {
  /** On one line; '' when the document has none. */
  title: string;
  /** A date printed below the title. */
  date: LedgerDate | undefined;
  /** Lines above the title, such as a letterhead; not placed. */
  above: readonly Line[];
  /** Index of the first line of the text. */
  from: number;
}

export interface Tail {
  /** Index after the last line of the text. */
  to: number;
  contact: string;
  signatory: string;
  date: LedgerDate | undefined;
  signature: Settings['signature'];
  /** True when what stands below the text has another order than a report prints: contact, unit, date. */
  reordered: boolean;
}

/** A title ends with the kind of document it is. */
const TITLE = /(?:通报|公告|公示|报告|总结|反馈意见|反馈|情况|意见|说明|函)(?:（[^（）]{1,30}）)?$/;
const MOST_TRAILING_LINES = 6;
const LONGEST_TRAILING_LINE = 60;
/** What a web page puts between title and text. */
const PAGE_LINE =
  /^(?:来源|信息来源|稿件来源|发布时间|发布日期|发布机构|发布人|作者|浏览|阅读|点击|字号|字体|时间|日期)[^。]{0,6}：/;
const MOST_TITLE_LINES = 4;
const LONGEST_TITLE_LINE = 80;
const CONTACT =
  /^(?:联系|监督|举报|受理|咨询|办公|值班|来信|来访|通信|通讯|邮寄|邮政|电子|反映|信访)?(?:人|部门|单位|科室|电话|方式|地址|地点|时间|邮箱|邮件|信箱|邮编|邮政编码|编码|电话及邮箱|电话和邮箱|传真)(?:（[^（）]{1,20}）)?：/;
const SIGNATORY = /^[^，。；：、？！“”]{2,40}$/;
const SIGNATORY_END =
  /(?:党组|党委|党总支|支部|委员会|局|委|办|办公室|院|校|学校|中心|公司|集团|社|站|所|会|组|厅|部|队|处|镇|乡|街道|馆|台|行|厂|场)$/;
const ATTACHMENT = /^附(?:件|表)(?:[0-9一二三四五六七八九十]{0,3})(?:：|$)/;

/** Finds and places the title and a date below it. */
export function readHead(lines: readonly Line[]): Head {
  const title = titleLines(lines);
  lines.slice(title.from, title.to).forEach((line) => {
    place(line, 0, 'title');
  });
  const dateLine = title.to > 0 ? lines[title.to] : undefined;
  const date = dateLine && dateOfLine(dateLine.text);
  if (dateLine && date !== undefined) place(dateLine, 0, 'date');
  let from = date === undefined ? title.to : title.to + 1;
  while (title.to > 0 && PAGE_LINE.test(lines[from]?.text ?? '')) from += 1;
  return {
    title: lines
      .slice(title.from, title.to)
      .map((line) => line.text)
      .join(''),
    date,
    above: lines.slice(0, title.from),
    from,
  };
}

/** Finds and places what stands below the text; attachments stay unplaced. Lines before `from` are not looked at. */
export function readTail(lines: readonly Line[], from: number): Tail {
  const attachment = lines.findIndex((line, i) => i >= from && ATTACHMENT.test(line.text));
  const tail: Tail = {
    to: attachment < 0 ? endOfDocument(lines, from) : attachment,
    contact: '',
    signatory: '',
    date: undefined,
    signature: '无',
    reordered: false,
  };
  // 附件：… stands between the text and the signature, the attachments themselves after it
  if (attachment >= 0) readSignatureAfter(lines, attachment, tail);
  const contact: string[] = [];
  for (; tail.to > from; tail.to -= 1) {
    const line = lines[tail.to - 1];
    if (!line) break;
    const date = tail.date === undefined ? dateOfLine(line.text) : undefined;
    if (date !== undefined) {
      tail.date = date;
      tail.reordered = contact.length > 0;
      place(line, 0, 'date');
    } else if (CONTACT.test(line.text)) {
      contact.unshift(line.text);
      place(line, 0, 'contact');
    } else if (tail.signatory === '' && (contact.length === 0 || tail.reordered) && isSignatory(line)) {
      tail.signatory = line.text;
      place(line, 0, 'signature');
    } else {
      break;
    }
  }
  tail.contact = contact.join('\n');
  if (tail.signatory !== '') tail.signature = '单位和日期';
  else if (tail.date !== undefined) tail.signature = '仅日期';
  return tail;
}

/** After the date, a web page or a printed copy may have short lines of its own (此件公开发布, 责任编辑, 分享到). */
function endOfDocument(lines: readonly Line[], from: number): number {
  for (let i = lines.length - 1; i >= Math.max(from, lines.length - MOST_TRAILING_LINES); i -= 1) {
    const line = lines[i];
    if (!line || line.mark || line.text.length > LONGEST_TRAILING_LINE) break;
    if (dateOfLine(line.text) === undefined) continue;
    const after = lines.slice(i + 1);
    return after.every(({ text }) => CONTACT.test(text)) ? lines.length : i + 1;
  }
  return lines.length;
}

function readSignatureAfter(lines: readonly Line[], attachment: number, tail: Tail): void {
  const dateAt = lines.findIndex((line, i) => i > attachment && dateOfLine(line.text) !== undefined);
  const dateLine = lines[dateAt];
  if (!dateLine || dateAt - attachment > 12) return;
  tail.date = dateOfLine(dateLine.text);
  place(dateLine, 0, 'date');
  const above = lines[dateAt - 1];
  if (above && dateAt - 1 > attachment && isSignatory(above)) {
    tail.signatory = above.text;
    place(above, 0, 'signature');
  }
}

function titleLines(lines: readonly Line[]): { from: number; to: number } {
  let title = { from: 0, to: 0 };
  for (let i = 0; i < Math.min(MOST_TITLE_LINES, lines.length); i += 1) {
    const line = lines[i];
    if (!line || line.text.length > LONGEST_TITLE_LINE || /[。；！？]/.test(line.text)) break;
    // 正文 follows; within its paragraph a line may end like a title: 关于巡察反馈意见 / 整改情况的通报
    if ((line.mark && line.mark.length > 0) || (title.to > 0 && !line.soft)) break;
    if (TITLE.test(line.text)) title = { from: firstTitleLine(lines, i), to: i + 1 };
  }
  return title;
}

/**
 * A title may be broken into lines. One that names who writes about what is whole; a document number, a secrecy mark
 * or a salutation above it is no part of it.
 */
function firstTitleLine(lines: readonly Line[], last: number): number {
  let first = last;
  while (lines[first]?.soft) first -= 1;
  if (first < last || (lines[last]?.text.indexOf('关于') ?? 0) > 0) return first;
  while (first > 0 && !/[〔［[]\d{4}[〕］\]]|^(?:内部|秘密|公开|急件|特急|抄送)|：/.test(lines[first - 1]?.text ?? ''))
    first -= 1;
  return first;
}

function isSignatory(line: Line): boolean {
  return !line.mark && SIGNATORY.test(line.text) && SIGNATORY_END.test(line.text);
}

function dateOfLine(text: string): LedgerDate | undefined {
  return text.length > 20 ? undefined : parseDate(text.replace(/^（(.*)）$/, '$1'));
}
