/** Rules id-number, bank-card and mobile: numbers of people, written with blanks, hyphens or full-width digits or not. */
import type { Found } from './hit';

/** Eleven digits and more, in groups; an identity card's last may be X. */
const CHAIN = /\d(?:[ \u00a0\u3000·–—-]{0,2}\d){10,}(?:[ -]?x)?/gi;
const MOBILE = /^(?:(?:00)?86)?(1[3-9]\d{9})$/;
const COUNTRY = /(?:(?<!\d)(?:\+|00)?86[ -]{1,2}|\+)$/;
/** Region, date of birth, sequence and check: GB 11643; without century and check before 1999. */
const IDENTITY = /^[1-68]\d{5}(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]?$/;
/** No card begins otherwise; 91 to 93 begin a unit's 统一社会信用代码. */
const CARD = /^(?!9[1-3])[3-9]\d{15,18}$/;
/** What is named as one is one, even with a slip of the pen in it. */
const NAMED_IDENTITY = /身份证件?(?:号码?)?[为是]?[：:（( ]{0,3}$/;
const NAMED_ACCOUNT = /[账帐卡]号码?[为是]?[：:（( ]{0,3}$/;

/** Digits that stand together, perhaps with an X after them. */
interface Group {
  digits: string;
  from: number;
  to: number;
  x: string;
}

/** The numbers in a text whose digits are half-width; none stands within a longer one. */
export function numbersIn(text: string): Found[] {
  const found: Found[] = [];
  for (const chain of text.matchAll(CHAIN)) {
    const groups = groupsOf(text, chain[0], chain.index ?? 0);
    let first = 0;
    // at each group the longest number wins
    const longest = (): Found | undefined => {
      for (let last = Math.min(groups.length, first + 20); last > first; last -= 1) {
        const one = numberOf(text, groups.slice(first, last));
        if (!one) continue;
        first = last;
        return one;
      }
      first += 1;
      return undefined;
    };
    while (first < groups.length) {
      const one = longest();
      if (one) found.push(one);
    }
  }
  return found;
}

/** Digits next to asterisks are what a mask left, and digits before a decimal point an amount. */
function groupsOf(text: string, chain: string, start: number): Group[] {
  return Array.from(chain.matchAll(/(\d+)([ -]?x)?/gi), ({ 1: digits = '', 2: x = '', index = 0 }): Group => {
    const from = start + index;
    return { digits, from, to: from + digits.length, x };
  }).filter(
    ({ from, to }) => !text.startsWith('**', from - 2) && !/^(?:\*\*|\.\d\d?(?!\d))/.test(text.slice(to, to + 4)),
  );
}

function numberOf(text: string, groups: readonly Group[]): Found | undefined {
  const [first, last] = [groups[0], groups[groups.length - 1]];
  const digits = groups.map((group) => group.digits).join('');
  if (!first || !last || digits.length < 11 || digits.length > 22) return undefined;
  const { from } = first;
  const { to, x } = last;
  // a chain of single digits is one number, but what else is in small groups is several
  const least = digits.length === groups.length ? 3 : Math.min(...groups.map((group) => group.digits.length));
  const before = text.slice(Math.max(0, from - 14), from);

  const whole = digits.length === 17 && x !== '' ? `${digits}X` : digits;
  const isLong = whole.length === 18;
  if ((isLong || whole.length === 15) && least > 1) {
    if (NAMED_IDENTITY.test(before) || (IDENTITY.test(whole) && (!isLong || isChecked(whole)))) {
      const masked = whole.slice(0, 2) + '*'.repeat(whole.length - 5) + whole.slice(-3);
      return { rule: 'id-number', from, to: whole === digits ? to : to + x.length, masked };
    }
  }
  if (least < 3) return undefined;
  if ((NAMED_ACCOUNT.test(before) && digits.length > 11) || (CARD.test(digits) && isLuhn(digits))) {
    return { rule: 'bank-card', from, to, masked: `****${digits.slice(-4)}` };
  }
  const mobile = MOBILE.exec(digits)?.[1];
  if (mobile === undefined || /^[万亿]?元/.test(text.slice(to, to + 2))) return undefined;
  const country = COUNTRY.exec(before)?.[0].length ?? 0;
  return { rule: 'mobile', from: from - country, to, masked: `${mobile.slice(0, 3)}****${mobile.slice(-4)}` };
}

/** GB 11643, ISO 7064 MOD 11-2. */
function isChecked(number: string): boolean {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += Number(number.charAt(i)) * 2 ** (17 - i);
  return '10X98765432'.charAt(sum % 11) === number.charAt(17);
}

/** ISO/IEC 7812-1, annex B. */
function isLuhn(number: string): boolean {
  let sum = 0;
  for (let i = 1; i <= number.length; i += 1) {
    const digit = Number(number.charAt(number.length - i)) * (i % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
