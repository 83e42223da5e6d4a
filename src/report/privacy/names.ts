/** Names of 名单 in a text, whether they stand for the person there, and what their 职务 replaces. */
import type { Person } from '../../ledger/schema';
import { tidyBlanks } from '../../text/spacing';
import { tidy } from '../paragraphs';
import { COMPOUND, SURNAMES } from './masks';

export interface Named {
  name: string;
  /** 职务; null where 名单 gives none, or several people of one name have different ones. */
  role: string | null;
  from: number;
  to: number;
}

/** Finds names in a text, from left to right, of two at one place the longer, none over another. */
export type NameFinder = (text: string) => Named[];

/** The finder of a 名单. A single character is no name, nor is what is masked already. */
export function nameFinder(people: readonly Person[]): NameFinder {
  const roles = new Map<string, string | null>();
  for (const { name: written, position } of people) {
    const name = tidyBlanks(written);
    const role = tidy(position) || null;
    if (name.length > 1 && !name.includes('某')) roles.set(name, (roles.get(name) ?? role) === role ? role : null);
  }
  const byFirst = new Map<number, string[]>();
  for (const name of [...roles.keys()].sort((a, b) => b.length - a.length)) {
    const first = name.charCodeAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
  }
  const find: NameFinder = (text) => {
    const found: Named[] = [];
    for (let from = 0; from < text.length; from += 1) {
      const name = byFirst.get(text.charCodeAt(from))?.find((one) => text.startsWith(one, from));
      if (name === undefined) continue;
      const to = from + name.length;
      found.push({ name, role: roles.get(name) ?? null, from, to });
      from = to - 1;
    }
    return found;
  };
  // 张三的秘书 would tell of 张三
  for (const [name, role] of roles) if (role !== null && find(role).length > 0) roles.set(name, null);
  return find;
}

const TITLE =
  '(?:书记(?!员)|[局县乡镇村组科股站所队院处部厅会行班书区市事社室庭察馆州]长(?![期远效达时])|主任(?!务)|主席|委员(?!会)|常委|专员|干事(?![业创])|经理|会计|出纳|科员|调研员|秘书|工程师)';
/** Words that a name follows, and that, titles apart, never follow one. */
const CALLED = `(?:${TITLE}|[管头要联]领导|[负责联][责任系]人|成员)`;
const TITLE_ENDS = new RegExp(`${CALLED}$`);
const LABEL_ENDS = new RegExp(`${CALLED}[：:]$`);
const OPENS = /[（(]$/;
const CLOSES = /^[）)]/;
/** What shows a person after the name: what only people do, 同志, a title, a title in brackets, 等3人. */
const ACTS =
  /^(?:同志)?(?:主持|带队|负责(?![制人])|牵头|带领|率[队领]|担任|[任为](?:第一|常务)?副?(?:[组队]长|主任|[责负][任责]人)|分管|包[保联]|挂[点帮]|签[批字发署]|审[批核定签阅]|批[示准]|同意|督[办促]|讲授|汇报|[列出]席|主讲|作[了出]?[^，。]{0,6}(?:报告|发言|检查|讲话|部署|表态))/;
const COMRADE = /^同志(?!们)/;
const TITLE_BEGINS = new RegExp(`^(?:党组|党委|党?总?支部)?(?:第一|常务)?[副总]?${TITLE}`);
const BRACKET = new RegExp(`^[（(]([\u4e00-\u9fff、]{0,12}${TITLE})[）)]`);
const SEVERAL = /^等(?:[\d一二三四五六七八九十多]+[人名位]|同志|领导|人)/;
/** The text goes on in a new word: it ends, a mark follows, or what hardly ever ends a given name. */
const BOUNDED_AFTER =
  /^(?:$|[^\u4e00-\u9fff]|同志|[主带负牵参担作做签率到在对就与及等已将还又再也均都的了是说要指提召赴听审批按给从于没不走代陪则应须出列往认受因被把让请其两各共分包挂组汇巡督检查抓表])/;
const BOUNDED_BEFORE = /(?:^|[^\u4e00-\u9fff]|[由经请对向与和同及给为让派令])$/;
const OTHER_SURNAME = new RegExp(`(?:^|[^\u4e00-\u9fff]|[由经对与和请给同]|${TITLE})[${SURNAMES}]$`);

/** Whether somebody acts here: then a punishment in the same sentence is hardly his. `after`: what follows the name. */
export function isActing(after: string): boolean {
  return ACTS.test(after);
}

/**
 * Whether a name stands for the person, by what stands around it; `listed`: in a row with other names. Two characters
 * may be any word (高峰, 方正) or the beginning of a longer name, so they need more than their ends.
 */
export function isPerson(name: string, before: string, after: string, listed: boolean): boolean {
  if (OTHER_SURNAME.test(before) || COMPOUND.test(before.slice(-1) + name.charAt(0))) return false;
  if ([ACTS, COMRADE, TITLE_BEGINS, BRACKET, SEVERAL].some((sign) => sign.test(after))) return true;
  const [bounded, long] = [BOUNDED_AFTER.test(after), name.length > 2];
  if (listed || TITLE_ENDS.test(before) || LABEL_ENDS.test(before)) return bounded || long;
  return isBracketed(before, after) || (long && bounded && BOUNDED_BEFORE.test(before));
}

/**
 * What a 职务 stands in for: the name with so many characters to its left and right. Where the text gives a title of its
 * own (党组书记张三同志, 张三局长, 张三（副局长）), that title stays and nothing is added.
 */
export function standIn(role: string, before: string, after: string): { left: number; right: number; text: string } {
  if (isBracketed(before, after)) return { left: 1, right: 1, text: '' };
  const right = COMRADE.test(after) ? 2 : 0;
  if (TITLE_ENDS.test(before)) return { left: 0, right, text: '' };
  const bracket = BRACKET.exec(after);
  if (bracket) return { left: 0, right: bracket[0].length, text: bracket[1] ?? '' };
  return { left: 0, right, text: TITLE_BEGINS.test(after) ? '' : role };
}

/** 副局长（张三） */
function isBracketed(before: string, after: string): boolean {
  return OPENS.test(before) && CLOSES.test(after) && TITLE_ENDS.test(before.slice(0, -1));
}
