/** What holds of the privacy scan for any text. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Run } from '../../../src/report/document';
import { type PrivacyHit, rolesForNames, scanReport } from '../../../src/report/privacy';
import { textOf } from '../../../src/report/text';
import { decide, identity, luhn, PEOPLE, peopledLedger, personOf, reportOf } from './reports';

const LEDGER = peopledLedger();
const scan = (texts: readonly string[], decided: Parameters<typeof scanReport>[2] = new Map()) =>
  scanReport(reportOf(...texts), LEDGER, decided);

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((some) => some.join(''));
const personal = fc.oneof(
  digits(9).map((rest) => `13${rest}`),
  digits(3).map((rest) => identity(`36072119850307${rest}`)),
  fc.integer({ min: 15, max: 18 }).chain((length) => digits(length - 1).map((rest) => luhn(`6${rest}`))),
  digits(4).map((rest) => `赣A1${rest}`),
  fc.constantFrom('zhang.san@qq.com', 'a@13812345678.com', 'https://x.example/a?13812345678', 'www.x.example'),
  fc.constantFrom('青石镇河湾村3组12号', '人民路8号', '家住白石乡大坪村', '举报人钱小明反映', '信访人：钱小明'),
);
const glue = fc.oneof(
  fc.constantFrom(
    '，',
    '。',
    '、',
    '；',
    ' ',
    '-',
    '.',
    ',',
    '（',
    '）',
    '：',
    '+86',
    '元',
    'x',
    'X',
    '@',
    '*',
    '某',
    '\n',
  ),
  fc.constantFrom(
    '处分',
    '同志',
    '局长',
    '由',
    '主持',
    '负责',
    '举报人',
    '身份证号',
    '账号：',
    '村',
    '3组',
    '12号',
    '丰',
  ),
  fc.constantFrom(...PEOPLE.map(({ name }) => name)),
  fc.integer({ min: 0, max: 99_999 }).map(String),
);
const text = fc.array(fc.oneof(personal, glue), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
const texts = fc.array(text, { minLength: 1, maxLength: 4 });
const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  text,
);

test('it never throws, and without decisions changes nothing', () => {
  fc.assert(
    fc.property(fc.array(wild, { maxLength: 4 }), (some) => {
      const document = reportOf(...some);
      const before = structuredClone(document);
      expect(scanReport(document, LEDGER, new Map()).document).toEqual(before);
      rolesForNames(document, PEOPLE.map(personOf), '');
      expect(document).toEqual(before);
    }),
    { numRuns: 500 },
  );
});

test('masked and scanned again there is nothing left but what has no mask', () => {
  fc.assert(
    fc.property(texts, (some) => {
      const first = scan(some);
      const masked = scanReport(first.document, LEDGER, decide(first.hits, '遮盖')).document;
      const left = scanReport(masked, LEDGER, new Map()).hits;
      expect(left.filter((hit) => hit.masked !== null)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

/** What a mask may look like; each letter and digit it leaves is where documented. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  mobile: /^1\d\d\*{4}\d{4}$/,
  'id-number': /^\d\d(?:\*{10}|\*{13})\d\d[\dX]$/,
  'bank-card': /^\*{4}\d{4}$/,
  plate: /^..\*{4}.$/,
  address: /^[^\d]*$/,
  mail: /^[^@]?\*\*\*@(?!.*\d{5})/,
  link: /^〔链接已略〕$/,
  informant: /^(?:(?:欧阳|.)某{1,2}|某某)$/u,
  name: /^(?:欧阳|.)某{1,2}$/u,
  'punished-name': /^(?:欧阳|.)某{1,2}$/u,
};

function isDocumented({ rule, masked }: PrivacyHit): boolean {
  return rule === 'case' ? masked === null : masked !== null && SHAPES[rule]?.test(masked) === true;
}

test('masks leave no more than is documented', () => {
  fc.assert(
    fc.property(texts, (some) => {
      expect(scan(some).hits.filter((hit) => !isDocumented(hit))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('keys do not depend on the order of paragraphs', () => {
  fc.assert(
    fc.property(texts, (some) => {
      const keys = (order: readonly string[]) =>
        scan(order)
          .hits.map(({ key }) => key)
          .sort();
      expect(keys([...some].reverse())).toEqual(keys(some));
    }),
  );
});

test('however a paragraph is cut into runs, its hits and its masked text are the same', () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat({ max: 60 }), { maxLength: 5 }), (whole, cuts) => {
      const ends = [...cuts.filter((cut) => cut < whole.length), whole.length].sort((a, b) => a - b);
      const runs: Run[] = ends.map((end, i) => ({ text: whole.slice(ends[i - 1] ?? 0, end) }));
      const cut = reportOf({ kind: 'paragraph', runs });
      const { hits } = scan([whole]);
      expect(scanReport(cut, LEDGER, new Map()).hits).toEqual(hits);
      const decided = decide(hits, '遮盖');
      expect(textOf(scanReport(cut, LEDGER, decided).document)).toBe(textOf(scan([whole], decided).document));
      const people = PEOPLE.map(personOf);
      expect(textOf(rolesForNames(cut, people, ''))).toBe(textOf(rolesForNames(reportOf(whole), people, '')));
    }),
    { numRuns: 300 },
  );
});

test('text without digits, Latin letters, names and the words of the rules has no hits', () => {
  const words = [
    '召开党组会',
    '研究部署',
    '制定制度',
    '加强管理',
    '监督检查',
    '落实责任',
    '道路养护',
    '整改到位',
    '，',
    '。',
    '：',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (some) => {
      expect(scan([some.join('')]).hits).toEqual([]);
    }),
  );
});

test('after 职务 for names no name of somebody with a 职务 is found that the scan does not report', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const document = rolesForNames(reportOf(whole), PEOPLE.map(personOf), '');
      const { hits } = scanReport(document, LEDGER, new Map());
      const shown = hits.map((hit) => hit.text).join('\n');
      for (const { name } of PEOPLE) if (textOf(document).includes(name)) expect(shown).toContain(name);
    }),
    { numRuns: 500 },
  );
});
