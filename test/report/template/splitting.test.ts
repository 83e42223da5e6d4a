/** However a word processor splits a text over runs, the template comes to the same. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scanXml } from '../../../src/intake/xml';
import { fillTemplate, type TemplateValues } from '../../../src/report/template';
import { lines, linesOf, partsOf, report, template } from './templates';

/** A tree of a template's text, which is printed with tags, and worked out by itself. */
type Tree = string | { value: string } | { loop: string; inverted: boolean; inner: Tree[] };

const NAMES = ['甲', '乙', '丙', '丁', '列', '表', '.'];
const VALUES: TemplateValues = {
  甲: '值<甲>',
  乙: '',
  丙: true,
  丁: 0,
  列: [{ 甲: '内甲' }, { 乙: '内乙', 表: ['外'] }],
  表: ['一', '二'],
};
const LISTS = ['列', '表'];

const trees = fc.letrec<{ tree: Tree; trees: Tree[] }>((tie) => ({
  trees: fc.array(tie('tree'), { maxLength: 4 }),
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: fc.constantFrom('文', '字', 'a', ' ', '。'), minLength: 1, maxLength: 4 }),
    fc.record({ value: fc.constantFrom('甲', '乙', '丙', '丁') }),
    fc.record({ loop: fc.constantFrom(...NAMES.slice(0, 6)), inverted: fc.boolean(), inner: tie('trees') }),
  ),
})).trees;

function printed(tree: Tree): string {
  if (typeof tree === 'string') return tree;
  if ('value' in tree) return `{${tree.value}}`;
  return `{${tree.inverted ? '^' : '#'}${tree.loop}}${tree.inner.map(printed).join('')}{/${tree.loop}}`;
}

/** What docxtemplater's grammar says it comes to. */
function expected(tree: Tree, scopes: readonly unknown[]): string {
  const look = (name: string): unknown => {
    for (const scope of scopes) {
      const found = Object.entries(Object(scope)).find(([key]) => key === name && typeof scope === 'object');
      if (found) return found[1];
    }
    return undefined;
  };
  if (typeof tree === 'string') return tree;
  if ('value' in tree) {
    const value = look(tree.value);
    return typeof value === 'boolean' ? (value ? '是' : '否') : String(value);
  }
  const value = look(tree.loop);
  const items = Array.isArray(value) ? value : value ? [value] : [];
  const round = (inner: readonly unknown[]): string => tree.inner.map((one) => expected(one, inner)).join('');
  if (tree.inverted) return items.length === 0 ? round(scopes) : '';
  return items.map((item) => round([item, ...scopes])).join('');
}

const escaped = (text: string): string => text.replace(/</g, '&lt;').replace(/>/g, '&gt;');
const NOISE = [
  '',
  '<w:proofErr w:type="spellStart"/>',
  '<w:bookmarkStart w:id="0" w:name="_G"/>',
  '<w:bookmarkEnd w:id="0"/>',
];

/** The text in runs that end where the cuts say, with what word processors leave between. */
function split(text: string, cuts: readonly number[]): string {
  const ends = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  const pieces = [0, ...ends].map((from, i) => text.slice(from, ends[i] ?? text.length));
  return pieces
    .map((piece, i) => {
      const run = `<w:r w:rsidR="00${i}"><w:rPr><w:sz w:val="${20 + (i % 3)}"/></w:rPr><w:t xml:space="preserve">${piece}</w:t></w:r>`;
      const link = i % 5 === 3 ? `<w:hyperlink w:anchor="a">${run}</w:hyperlink>` : run;
      return NOISE[i % NOISE.length] + (i % 7 === 4 ? `<w:ins w:id="${i}" w:author="a">${link}</w:ins>` : link);
    })
    .join('');
}

test('a text with tags comes to what the grammar says, in one run or in many', () => {
  fc.assert(
    fc.property(trees, fc.array(fc.nat(200), { maxLength: 30 }), (forest, cuts) => {
      const text = `{甲}${forest.map(printed).join('')}`;
      const meant = escaped(`${VALUES.甲}${forest.map((tree) => expected(tree, [VALUES])).join('')}`);
      expect(linesOf(`<w:p>${split(text, [])}</w:p>`, VALUES)).toEqual([meant]);
      expect(linesOf(`<w:p>${split(text, cuts)}</w:p>`, VALUES)).toEqual([meant]);
    }),
    { numRuns: 150 },
  );
});

test('paragraphs and rows of a loop come to the same in one run or in many', () => {
  const cell = (inner: string) => `<w:tc><w:tcPr/><w:p>${inner}</w:p></w:tc>`;
  fc.assert(
    fc.property(
      fc.constantFrom(...LISTS, '丙', '丁'),
      fc.constantFrom('#', '^'),
      fc.array(fc.nat(40), { maxLength: 12 }),
      (name, mark, cuts) => {
        const body = (some: readonly number[]): string =>
          [
            `<w:p>${split(`{${mark}${name}}`, some)}</w:p><w:p>${split('甲：{甲}', some)}</w:p>`,
            `<w:tbl><w:tr>${cell(split(`{#列}{甲}`, some))}${cell(split('{乙}{/列}', some))}</w:tr></w:tbl>`,
            `<w:p>${split(`{/${name}}`, some)}</w:p><w:p>${split('完{丁}', some)}</w:p>`,
          ].join('');
        const rounds = { 列: 2, 表: 2, 丙: 1, 丁: 0 }[name] ?? 0;
        const times = mark === '#' ? rounds : rounds === 0 ? 1 : 0;
        const lines = linesOf(body(cuts), VALUES);
        expect(lines).toEqual(linesOf(body([]), VALUES));
        expect(lines.filter((line) => line.startsWith('甲：'))).toHaveLength(times);
        expect(lines.filter((line) => line.includes('|'))).toHaveLength(2 * times);
        expect(lines[lines.length - 1]).toBe('完0');
      },
    ),
    { numRuns: 80 },
  );
});

test('whatever stands in a template, it is filled or refused, and what is filled is well-formed', () => {
  const whole = ['', '文', '{甲}', '{#列}{甲}{/列}', '{^丁}文{/丁}', '{#表}{.}{/}'];
  const stray = ['{#列}', '{/列}', '{/}', '{@body}', '{', '}', '{无名}', '{.}'];
  const text = fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...whole) },
    { weight: 1, arbitrary: fc.constantFrom(...stray) },
  );
  const texts = fc.array(text, { maxLength: 3 });
  const run = (text: string): string => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`;
  const blocks = fc.letrec<{ block: string; blocks: string }>((tie) => ({
    blocks: fc.array(tie('block'), { maxLength: 5 }).map((some) => some.join('')),
    block: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      fc.array(texts, { maxLength: 3 }).map((some) => `<w:p>${some.map((one) => run(one.join(''))).join('')}</w:p>`),
      texts.map(([a = '', ...more]) => `<w:p>${run(a)}<w:r><w:br w:type="page"/></w:r>${more.map(run).join('')}</w:p>`),
      texts.map((some) => `<w:p><w:pPr><w:sectPr/></w:pPr>${some.map(run).join('')}</w:p>`),
      fc
        .array(tie('blocks'), { minLength: 1, maxLength: 3 })
        .map((cells) => `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${cell}<w:p/></w:tc>`).join('')}</w:tr></w:tbl>`),
      tie('blocks').map((inner) => `<w:p>${run('{#列}')}</w:p>${inner}<w:p>${run('{/列}')}</w:p>`),
      tie('blocks').map((inner) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`),
      tie('blocks').map((inner) => `<w:p><w:r><w:pict><w:txbxContent>${inner}</w:txbxContent></w:pict></w:r></w:p>`),
    ),
  })).blocks;
  const table = { columns: [{ header: '列', share: 1, align: 'left' as const }], rows: [['格']] };
  const document = report({ kind: 'attachment', label: '附件', title: '台账', table });
  let made = 0;
  fc.assert(
    fc.property(blocks, blocks, (before, after) => {
      const body = `${before}<w:p>${run('{甲}')}</w:p><w:p>${run('{@body}')}</w:p>${after}`;
      const result = fillTemplate(template({ body }), VALUES, document);
      if (!result.ok) return expect(result.faults.length).toBeGreaterThan(0);
      made += 1;
      const xml = partsOf(result.value.bytes)['word/document.xml'] ?? '';
      expect(scanXml(xml, { open() {}, close() {} })).toBe(true);
      expect(lines(xml).join('')).not.toMatch(/\{[^{}]*\}/);
      expect(xml).not.toMatch(/<w:tbl><\/w:tbl>|<w:tc><\/w:tc>/);
    }),
    { numRuns: 300 },
  );
  expect(made).toBeGreaterThan(50);
});
