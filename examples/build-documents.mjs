/**
 * Builds each example's feedback.docx from its feedback.txt: the same paragraphs, but with the numbers left to
 * automatic lists, as units receive them. `node examples/build-documents.mjs [OUT]` writes below OUT (this folder when
 * left out); the same text gives the same bytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AlignmentType, Document, LevelFormat, LevelSuffix, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const HERE = dirname(fileURLToPath(import.meta.url));

/** `runningIssues`: level `1.` is a list of its own, so that it runs on across aspects instead of restarting. */
const EXAMPLES = [
  { folder: 'county-bureau', runningIssues: true },
  { folder: 'hospital', runningIssues: false },
  { folder: 'small-office', runningIssues: true },
];

const PREFIXES = [/^[一二三四五六七八九十]+、/, /^（[一二三四五六七八九十]+）/, /^\d+\./, /^（\d+）/];
const FONTS = ['黑体', '楷体_GB2312', '仿宋_GB2312', '仿宋_GB2312'];

const level = (index, format, text) => ({
  level: index,
  format,
  text,
  alignment: AlignmentType.LEFT,
  suffix: LevelSuffix.NOTHING,
  style: { paragraph: { indent: { left: 0, firstLine: 640 } } },
});

const LISTS = [
  {
    reference: 'outline',
    levels: [
      level(0, LevelFormat.CHINESE_COUNTING, '%1、'),
      level(1, LevelFormat.CHINESE_COUNTING, '（%2）'),
      level(2, LevelFormat.DECIMAL, '%3.'),
      level(3, LevelFormat.DECIMAL, '（%4）'),
    ],
  },
  { reference: 'issues', levels: [level(0, LevelFormat.DECIMAL, '%1.')] },
];

function runs(text, font, boldLead) {
  const end = boldLead ? text.indexOf('。') + 1 : 0;
  const parts = end > 0 && end < text.length ? [text.slice(0, end), text.slice(end)] : [text];
  return parts.map((part, i) => new TextRun({ text: part, font, size: 32, bold: parts.length > 1 && i === 0 }));
}

function paragraph(line, place, runningIssues) {
  const spacing = { line: 579, lineRule: 'exact' };
  if (place === 'title') {
    const title = new TextRun({ text: line, font: '方正小标宋简体', size: 44 });
    return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 579 }, children: [title] });
  }
  if (place === 'signature') {
    return new Paragraph({ alignment: AlignmentType.RIGHT, spacing, children: runs(line, FONTS[2], false) });
  }
  const depth = PREFIXES.findIndex((prefix) => prefix.test(line));
  if (depth < 0) {
    const indent = line.endsWith('：') && line.length < 20 ? {} : { indent: { firstLine: 640 } };
    return new Paragraph({ ...indent, spacing, children: runs(line, FONTS[2], false) });
  }
  const text = line.replace(PREFIXES[depth], '');
  const ownList = depth === 2 && runningIssues;
  const numbering = ownList ? { reference: 'issues', level: 0 } : { reference: 'outline', level: depth };
  return new Paragraph({ numbering, spacing, children: runs(text, FONTS[depth], depth === 2) });
}

/** docx stamps the time of the run; a fixed one keeps the committed bytes the same. */
function withoutClock(bytes) {
  const files = unzipSync(bytes);
  const core = strFromU8(files['docProps/core.xml']);
  files['docProps/core.xml'] = strToU8(core.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-01-01T00:00:00Z'));
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  // ZIP times have no zone: a local time is what fflate writes
  return zipSync(sorted, { level: 9, mtime: new Date(2026, 0, 1) });
}

async function buildFeedback(text, runningIssues) {
  const lines = text.split('\n').filter((line) => line !== '');
  const place = (i) => (i === 0 ? 'title' : i >= lines.length - 2 ? 'signature' : 'body');
  const document = new Document({
    creator: '巡察组',
    lastModifiedBy: '巡察组',
    numbering: { config: LISTS },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } },
        },
        children: lines.map((line, i) => paragraph(line, place(i), runningIssues)),
      },
    ],
  });
  return withoutClock(new Uint8Array(await Packer.toBuffer(document)));
}

const out = process.argv[2] ?? HERE;
for (const { folder, runningIssues } of EXAMPLES) {
  const text = readFileSync(join(HERE, folder, 'feedback.txt'), 'utf8');
  mkdirSync(join(out, folder), { recursive: true });
  writeFileSync(join(out, folder, 'feedback.docx'), await buildFeedback(text, runningIssues));
}
