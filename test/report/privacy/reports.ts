/** Reports of plain paragraphs and a fictitious 名单 for the tests of the privacy scan. */
import type { Block, ReportDocument } from '../../../src/report/document';
import { type PrivacyDecision, type PrivacyHit, rolesForNames, scanReport } from '../../../src/report/privacy';
import { textOf } from '../../../src/report/text';
import { ledgerOf } from '../../support/ledgerOf';

type Parts = NonNullable<Parameters<typeof ledgerOf>[0]>;

export const PEOPLE = [
  { mail: 'a@x.example', name: '张三', position: '党组书记、局长' },
  { mail: 'b@x.example', name: '李四', position: '副局长' },
  { mail: 'c@x.example', name: '王建国', position: '副局长' },
  { mail: 'd@x.example', name: '高峰', position: '办公室主任' },
  { mail: 'e@x.example', name: '方正', position: '财务科科长' },
  { mail: 'f@x.example', name: '赵六', position: '' },
  { mail: 'g@x.example', name: '欧阳静好', position: '总工程师' },
  { mail: 'h@x.example', name: '方向明', position: '纪检组长' },
];

export function paragraph(text: string): Block {
  return { kind: 'paragraph', runs: [{ text }] };
}

export function reportOf(...blocks: (Block | string)[]): ReportDocument {
  return {
    title: '',
    author: '',
    date: '2026-09-15',
    blocks: blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
  };
}

export function peopledLedger(parts: Parts = {}) {
  return ledgerOf({ people: PEOPLE, ...parts });
}

/** The hits of one paragraph, undecided. */
export function hitsIn(text: string, settings: Parts['settings'] = {}): PrivacyHit[] {
  return scanReport(reportOf(text), peopledLedger({ settings }), new Map()).hits;
}

/** `rule: text` of every hit of one paragraph. */
export function found(text: string, settings: Parts['settings'] = {}): string[] {
  return hitsIn(text, settings).map((hit) => `${hit.rule}: ${hit.text}`);
}

/** `text → mask` of every hit of one paragraph. */
export function masks(text: string): string[] {
  return hitsIn(text).map((hit) => `${hit.text} → ${hit.masked}`);
}

export function decide(hits: readonly PrivacyHit[], choice: PrivacyDecision['choice']): Map<string, PrivacyDecision> {
  return new Map(
    hits.map(({ key }) => [key, { key, choice, by: 'n@x.example', at: '2026-09-15T09:00:00+08:00', reason: '已核对' }]),
  );
}

/** One paragraph with 职务 for names. */
export function withRoles(text: string, contact = ''): string {
  return textOf(rolesForNames(reportOf(text), PEOPLE.map(personOf), contact));
}

export function personOf(values: { mail: string; name: string; position: string }) {
  return { department: '', role: '' as const, ...values };
}

/** A valid identity number of its first 17 digits (GB 11643). */
export function identity(first: string): string {
  const sum = [...first].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0);
  return first + '10X98765432'.charAt(sum % 11);
}

/** A number with the digit after it that satisfies Luhn. */
export function luhn(first: string): string {
  const sum = [...first].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return first + String((10 - (sum % 10)) % 10);
}
