/** The .docx: the page of GB/T 9704-2012 in numbers, the same bytes every time, valid by Microsoft's SDK. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, jest, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import type { Block, ReportDocument } from '../../../src/report/document';
import { writeDocx } from '../../../src/report/docx';
import { textOf } from '../../../src/report/text';
import { composed, forestryBureau } from '../reports';
import { bodyOf, paragraphsOf, partsOf, validationErrors } from './docx';

const sample = () => composed(forestryBureau({ settings: { attachment: '是' } }));
const report = (...blocks: Block[]): ReportDocument => ({
  title: '通报',
  author: '林业局',
  date: '2026-09-15',
  blocks,
});
const HOSTILE = '<w:p>&amp;"\'\u0000\u000b\u001f\ufffe\ud800中\udc00文𠮷]]>\u2028尾';

describe('the page', () => {
  const body = bodyOf(sample());
  const { 'word/styles.xml': styles = '', 'word/settings.xml': settings = '', ...parts } = partsOf(sample());

  test('is A4 with a type area of 156 × 225 mm, upright for the text and across for the ledger', () => {
    expect(body).toContain(
      '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1462" w:bottom="1984" w:left="1587"',
    );
    expect(body).toContain(
      '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1587" w:right="2098" w:bottom="1462" w:left="1984"',
    );
    expect(body.match(/<w:type w:val="nextPage"\/>/g)).toHaveLength(2);
  });

  test('holds 22 lines of 28 characters without a document grid', () => {
    expect(styles.match(/w:line="579" w:lineRule="exact"/g)).toHaveLength(5);
    expect(styles).toContain('<w:spacing w:val="-4"/><w:sz w:val="32"/>');
    expect(22 * 579).toBeLessThanOrEqual(16838 - 2098 - 1984);
    expect(28 * (320 - 4)).toBeLessThanOrEqual(11906 - 1587 - 1462);
    expect(body + settings).not.toContain('docGrid');
  });

  test('has the typefaces of the standard, one for all scripts of a run', () => {
    const family = (style: string) =>
      new RegExp(`w:styleId="${style}">.*?<w:rFonts w:ascii="([^"]*)" w:hAnsi="\\1" w:eastAsia="\\1"`).exec(
        styles,
      )?.[1];
    expect(['Normal', 'Title', 'Heading1', 'Heading2', 'Heading3', 'Heading4'].map(family)).toEqual([
      '仿宋_GB2312',
      '方正小标宋简体',
      '黑体',
      '楷体_GB2312',
      '仿宋_GB2312',
      '仿宋_GB2312',
    ]);
    expect(/w:styleId="Title">.*?<w:sz w:val="(\d+)"/.exec(styles)?.[1]).toBe('44');
    expect(styles).toContain('<w:ind w:firstLine="632"/><w:jc w:val="both"/>');
  });

  test('is numbered right on odd and left on even pages, 4号, one character in', () => {
    expect(settings).toContain('<w:evenAndOddHeaders/>');
    expect(parts['word/footer1.xml']).toContain(
      'w:left="0" w:right="280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>',
    );
    expect(parts['word/footer2.xml']).toContain(
      'w:left="280" w:right="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>',
    );
    for (const footer of ['word/footer1.xml', 'word/footer2.xml']) {
      expect(paragraphsOf((parts[footer] ?? '').replace('<w:t>1</w:t>', '<w:t xml:space="preserve">1</w:t>'))).toEqual([
        '— 1 —',
      ]);
      expect(parts[footer]).toContain('w:eastAsia="宋体"');
      expect(parts[footer]).toContain('<w:sz w:val="28"/>');
    }
  });
});

describe('the text', () => {
  test('is every character of the report, in order', () => {
    const document = sample();
    const lines = paragraphsOf(bodyOf(document)).filter((line) => line !== '');
    expect(lines.join('').replace(/\n/g, '')).toBe(textOf(document).replace(/[\n\t]/g, ''));
  });

  test('sets a run-in heading in its level’s typeface', () => {
    const runs = [
      { text: '（一）压实责任。', level: 2 as const },
      { text: '逐条认领。' },
      { text: '重点', strong: true },
    ];
    const body = bodyOf(report({ kind: 'paragraph', runs }));
    expect(body).toMatch(/<w:rFonts w:ascii="楷体_GB2312"[^>]*>\s*<\/w:rPr><w:t xml:space="preserve">（一）压实责任。/);
    expect(body).toContain('<w:r><w:t xml:space="preserve">逐条认领。');
    expect(body).toContain('<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">重点');
  });

  test('has headings of four levels', () => {
    const heading = (level: 1 | 2 | 3 | 4): Block => ({ kind: 'heading', level, runs: [{ text: `第${level}级` }] });
    const body = bodyOf(report(heading(1), heading(2), heading(3), heading(4)));
    expect(Array.from(body.matchAll(/w:val="Heading(\d)"/g), ([, level]) => level)).toEqual(['1', '2', '3', '4']);
  });
});

describe('the signature', () => {
  const rights = (unit?: string) => {
    const block: Block = { kind: 'signature', ...(unit === undefined ? {} : { unit }), date: '2026年9月15日' };
    return Array.from(bodyOf(report(block)).matchAll(/<w:ind w:right="(\d+)"/g), ([, right]) => Number(right));
  };
  // 2026, 9 and 15 are seven half-width digits
  const dateWidth = 7 * 158 + 3 * 316;

  test('begins two characters left of the date below it and ends two characters from the edge', () => {
    const unit = '中共竹溪湾县林业局党组';
    const body = bodyOf(report({ kind: 'signature', unit, date: '2026年9月15日' }));
    expect(rights(unit)).toEqual([640]);
    expect(/<w:ind w:left="(\d+)"/.exec(body)?.[1]).toBe(String(8857 - 640 - 11 * 316 + 2 * 316));
  });

  test('moves left where the date is the longer', () => {
    expect(rights('林业局')).toEqual([640 + dateWidth + 2 * 316 - 3 * 316, 640]);
  });

  test('may be the date alone', () => {
    expect(rights()).toEqual([640]);
  });
});

describe('the attached ledger', () => {
  const body = bodyOf(sample());

  test('repeats its header row and names the width and borders of each cell', () => {
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    const widths = Array.from(body.matchAll(/<w:gridCol w:w="(\d+)"\/>/g), ([, width]) => Number(width));
    expect(widths.reduce((a, b) => a + b, 0)).toBe(16838 - 2098 - 1984);
    expect(body.match(/<w:tc>/g)?.length).toBe(body.match(/<w:tcBorders>/g)?.length);
    expect(body.match(/<w:tcW w:w="\d+" w:type="dxa"\/>/g)?.length).toBe(body.match(/<w:tc>/g)?.length);
  });

  test('begins on its own page without an empty page before it', () => {
    const date = body.lastIndexOf('<w:p>', body.indexOf('2026年9月15日'));
    expect(body.slice(date, body.indexOf('2026年9月15日'))).toContain('<w:sectPr>');
  });
});

describe('the same report', () => {
  test('gives the same bytes, in any time zone', () => {
    const bytes = Buffer.from(writeDocx(sample())).toString('base64');
    expect(Buffer.from(writeDocx(sample())).toString('base64')).toBe(bytes);
    const script = `const { writeDocx } = require(process.argv[1]); process.stdout.write(Buffer.from(writeDocx(JSON.parse(process.argv[2]))).toString('base64'))`;
    const folder = mkdtempSync(join(tmpdir(), 'report-'));
    const bundle = join(folder, 'writer.cjs');
    build(bundle);
    for (const TZ of ['America/New_York', 'Pacific/Apia']) {
      const output = execFileSync(process.execPath, ['-e', script, bundle, JSON.stringify(sample())], {
        env: { ...process.env, TZ },
      });
      expect(output.toString()).toBe(bytes);
    }
    rmSync(folder, { recursive: true });
  });

  test('gives the same bytes where there is no TextEncoder and no other global, as in Apps Script', () => {
    const source = build();
    const sandbox: { exports?: unknown; result?: ArrayLike<number> } = {};
    runInNewContext(
      `var module = { exports: {} };\n${source}\nresult = module.exports.writeDocx(${JSON.stringify(sample())})`,
      sandbox,
    );
    expect(Buffer.from(Array.from(sandbox.result ?? [])).equals(Buffer.from(writeDocx(sample())))).toBe(true);
  });
});

function build(outfile?: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, '../../../src/report/docx/index.ts')],
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    target: 'es2020',
    write: outfile !== undefined,
    ...(outfile === undefined ? {} : { outfile }),
  });
  return outputFiles?.[0]?.text ?? '';
}

describe('hostile text', () => {
  test('leaves no character XML cannot hold, and no markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const xml = bodyOf(report({ kind: 'paragraph', runs: [{ text }] }));
        const shown = /<w:t xml:space="preserve">([^<]*)<\/w:t>/s.exec(xml)?.[1];
        // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
        expect(shown).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?!amp;|lt;|gt;|quot;)/);
        expect(shown).toBe(Buffer.from(shown ?? '').toString());
      }),
      { numRuns: 60 },
    );
  });
});

describe('Microsoft’s Open XML SDK finds nothing wrong with', () => {
  jest.setTimeout(120_000);

  test.each(['四部分', '两部分', '统计在前'] as const)('a %s report', async (variant) => {
    const attachment = variant === '四部分' ? '是' : '否';
    expect(await validationErrors(composed(forestryBureau({ settings: { attachment } }), { variant }))).toEqual([]);
  });

  test('every kind of block, full of hostile text', async () => {
    const runs = [{ text: HOSTILE, strong: true, level: 2 as const }, { text: '' }];
    const table = {
      columns: [
        { header: HOSTILE, share: 0.3, align: 'left' as const },
        { header: '列', share: 0.7, align: 'center' as const },
      ],
      rows: [[HOSTILE], ['一\n二', '']],
    };
    const attachment: Block = { kind: 'attachment', label: '附件1', title: HOSTILE, table };
    const document = report(
      { kind: 'title', lines: [HOSTILE, HOSTILE] },
      { kind: 'blank' },
      ...([1, 2, 3, 4] as const).map((level): Block => ({ kind: 'heading', level, runs })),
      { kind: 'paragraph', runs },
      { kind: 'attachments', names: ['甲', '乙', HOSTILE] },
      { kind: 'signature', unit: HOSTILE.repeat(5), date: '2026年9月15日' },
      attachment,
      { ...attachment, label: '附件2' },
    );
    expect(await validationErrors({ ...document, title: HOSTILE, author: HOSTILE })).toEqual([]);
  });

  test('a report with nothing in it', async () => {
    expect(await validationErrors(report())).toEqual([]);
  });
});
