/** Rules plate, address, mail, link, informant and case: what shows by how it is written. */
import type { Found, PrivacyRule } from './hit';
import { maskedName, SURNAMES } from './masks';
import { LEFT_OUT } from './wording';

interface Pattern {
  rule: PrivacyRule;
  /** Global; what is found is its first group at the end of the match, else all of it. */
  sign: RegExp;
  /** What stands before it in the text belongs to it: how many characters. */
  reach?: (before: string) => number;
  /** Undefined: not a hit after all. */
  mask: (found: string, match: RegExpExecArray) => string | null | undefined;
}

const HAN = '[\u4e00-\u9fff]';
/** `3组12号`, `2栋1单元501室`; not 组织, 5号文件, 6栋楼. */
const DOOR =
  '第?[\\d一二三四五六七八九十百零〇]{1,5}(?:-\\d{1,4}){0,3}(?:组(?![织成建合])|号(?![文令线项桥洞标])|[栋幢](?![楼房住])|单元|室|弄)';
const DOORS = `${DOOR}(?:${HAN}{0,2}${DOOR})*`;
const PART = '[\u4e00-\u9fffA-Za-z\\d-]';
const DWELLING = '(?:村|屯|寨|庄|社区|小区|花园|苑|公寓|家园)';
const TOWNSHIP = '(?:乡|镇|街道(?:办事处)?)';
/** The township and what follows it up to the door; without one, the name of the road or village. */
const REACH = new RegExp(`(?:(?!住)${HAN}){1,12}${TOWNSHIP}${PART}{0,14}$|(?:(?!住)${HAN}){1,6}$`);
const TO_TOWNSHIP = new RegExp(`^.*?${TOWNSHIP}`);
const FIRST_DOOR = new RegExp(DOOR);
const NAME = `([${SURNAMES}](?!某)${HAN}{1,2}?)`;

const PATTERNS: readonly Pattern[] = [
  {
    rule: 'mail',
    sign: /(?<![\w.+-])[\w.+-]+(?:@[\w-]+(?:\.[\w+-]+)+)+/g,
    mask: (found) => {
      const domain = found.slice(found.lastIndexOf('@') + 1);
      return `${found.charAt(1) === '@' ? '' : found.charAt(0)}***@${/\d{5}|www\.|google|baidu/i.test(domain) ? '***' : domain}`;
    },
  },
  {
    rule: 'link',
    sign: /(?:https?:\/\/|www\.|(?:drive|docs|forms|sheets)\.google\.|pan\.baidu\.)[!#-;=?-~]+/gi,
    mask: () => LEFT_OUT.link,
  },
  {
    rule: 'plate',
    sign: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• -]?(?:[A-HJK][A-HJ-NP-Z\d]\d{4}|\d{5}[A-HJK]|[A-HJ-NP-Z\d]{4}[A-HJ-NP-Z\d挂学警港澳])(?!\d)/gi,
    mask: (found) => (/\d/.test(found) ? `${found.slice(0, 2)}****${found.slice(-1)}` : undefined),
  },
  {
    rule: 'address',
    sign: new RegExp(
      `(?:家住|现住|租住|居住[在于地]|住[址所在]|户籍所?在?地?|家庭地址)[是为:：在于]{0,2}((?:${PART}{0,24}?${TOWNSHIP})?${PART}{1,6}?${DWELLING}(?:${PART}{1,6}?${DWELLING}|${DWELLING}(?![民委]))*(?:${DOORS})?)`,
      'g',
    ),
    mask: (found) => {
      const kept = TO_TOWNSHIP.exec(found)?.[0] ?? '';
      return found.includes('某') ? undefined : kept || LEFT_OUT.address;
    },
  },
  {
    rule: 'address',
    sign: new RegExp(`(?:[路街巷弄]|大道|胡同|${DWELLING}|${TOWNSHIP})${DOORS}`, 'g'),
    reach: (before) => REACH.exec(before)?.[0].length ?? 0,
    mask: (found, [whole]) =>
      TO_TOWNSHIP.exec(found)?.[0] ??
      found.slice(0, found.length - whole.length) + whole.slice(0, whole.search(FIRST_DOOR)),
  },
  {
    rule: 'informant',
    sign: new RegExp(
      `(?:举报|信访|投诉|检举|控告|上访)[人者](?:姓名|身份)?(?:(?:系|名?叫|为|是(?!否)|[：:（(“])+([^，。；！？、,;:：）)”\\s\\d*〔]{2,15})|${NAME}(?=[，。、；（(：]|$|等|同志|先生|女士|反映|举报|投诉|来[信访]|于|的|称))`,
      'g',
    ),
    // what is masked already is nobody's
    mask: (found, { 0: whole, 1: told, index, input }) => {
      if (found.includes('某') || input.startsWith('*', index + whole.length)) return undefined;
      return told === undefined ? maskedName(found) : LEFT_OUT.person;
    },
  },
  {
    rule: 'case',
    sign: /初核|初步核实|(?<![成建设确独树])立案|留置|移送(?!档案|归档|资料)|审查调查/g,
    mask: () => null,
  },
];

/** What the patterns find in a text whose digits and letters are half-width. */
export function patternsIn(text: string): Found[] {
  const found: Found[] = [];
  for (const { rule, sign, reach, mask } of PATTERNS) {
    for (const match of text.matchAll(sign)) {
      const end = (match.index ?? 0) + match[0].length;
      const own = (match[1] ?? match[2] ?? match[0]).length;
      const start = end - own;
      const from = start - (reach?.(text.slice(Math.max(0, start - 30), start)) ?? 0);
      const masked = mask(text.slice(from, end), match);
      if (masked !== undefined) found.push({ rule, from, to: end, masked });
    }
  }
  return found;
}
