/** What stands around the text: title above; contact lines, signature, date and attachments below. */
import type { Settings } from '../ledger/settings';
import { type LedgerDate, parseDate } from '../text/dates';
import { type Line, place } from './lines';

export interface Head {
  /** On one line; '' when the document has none. */
  title: string;
  /** A date printed below the title. */
  date: LedgerDate | undefined;
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
const TITLE = /(?:通报|公告|公示|报告|反馈意见|反馈|情况|意见|说明|函)(?:（[^（）]{1,30}）)?$/;
const MOST_TITLE_LINES = 4;
const LONGEST_TITLE_LINE = 80;
const CONTACT =
  /^(?:联系|监督|举报|受理|咨询|办公|值班|来信|来访|通信|通讯|邮寄|邮政|电子|反映|信访)?(?:人|部门|单位|科室|电话|方式|地址|地点|时间|邮箱|邮件|信箱|邮编|邮政编码|编码|电话及邮箱|电话和邮箱|传真)：/;
const SIGNATORY = /^[^，。；：、？！“”]{2,40}$/;
const SIGNATORY_END =
  /(?:党组|党委|党总支|支部|委员会|局|委|办|办公室|院|校|学校|中心|公司|集团|社|站|所|会|组|厅|部|队|处|镇|乡|街道|馆|台|行|厂|场)$/;
const ATTACHMENT = /^附(?:件|表)(?:[0-9一二三四五六七八九十]{0,3})(?:：|$)/;

/** Finds and places the title and what stands above the text. */
export function readHead(lines: readonly Line[]): Head {
  const title = titleLines(lines);
  lines.slice(title.from, title.to).forEach((line) => {
    place(line, 0, 'title');
  });
  lines.slice(0, title.from).forEach((line) => {
    place(line, 0, 'frame');
  });
  const dateLine = title.to > 0 ? lines[title.to] : undefined;
  const date = dateLine && dateOfLine(dateLine.text);
  if (dateLine && date !== undefined) place(dateLine, 0, 'date');
  return {
    title: lines
      .slice(title.from, title.to)
      .map((line) => line.text)
      .join(''),
    date,
    from: date === undefined ? title.to : title.to + 1,
  };
}

/** Finds and places what stands below the text; attachments stay unplaced. Lines before `from` are not looked at. */
export function readTail(lines: readonly Line[], from: number): Tail {
  const attachment = lines.findIndex((line, i) => i >= from && ATTACHMENT.test(line.text));
  const tail: Tail = {
    to: attachment < 0 ? lines.length : attachment,
    contact: '',
    signatory: '',
    date: undefined,
    signature: '无',
    reordered: false,
  };
  // 附件：… stands between the text and the signature, the attachments themselves after it
  if (attachment >= 0) readSignatureAfter(lines, attachment, tail);
  const contact: string[] = [];
  let settled: 'contact' | 'signatory' | 'date' | undefined = tail.date === undefined ? undefined : 'date';
  for (; tail.to > from; tail.to -= 1) {
    const line = lines[tail.to - 1];
    if (!line) break;
    const date = tail.date === undefined ? dateOfLine(line.text) : undefined;
    if (date !== undefined) {
      tail.date = date;
      place(line, 0, 'date');
      tail.reordered ||= settled !== undefined;
      settled = 'date';
    } else if (CONTACT.test(line.text)) {
      contact.unshift(line.text);
      place(line, 0, 'contact');
      settled ??= 'contact';
    } else if (tail.signatory === '' && contact.length === 0 && isSignatory(line)) {
      tail.signatory = line.text;
      place(line, 0, 'signature');
      settled = 'signatory';
    } else if (tail.signatory === '' && tail.date !== undefined && tail.reordered && isSignatory(line)) {
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
  const none = { from: 0, to: 0 };
  for (let i = 0; i < Math.min(MOST_TITLE_LINES, lines.length); i += 1) {
    const line = lines[i];
    if (!line || line.text.length > LONGEST_TITLE_LINE || /[。；！？]/.test(line.text)) return none;
    if (line.mark && line.mark.length > 0) return none;
    // 正文 follows, or the line is the document's heading by its words
    if (TITLE.test(line.text)) return { from: firstTitleLine(lines, i), to: i + 1 };
  }
  return none;
}

/** A title may be broken into lines; a document number, a secrecy mark or a date above it is no part of it. */
function firstTitleLine(lines: readonly Line[], last: number): number {
  let first = last;
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
