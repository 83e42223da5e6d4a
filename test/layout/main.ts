/**
 * Proves the page: makes the reports, sets them with LibreOffice in stand-in typefaces, reads the PDFs with poppler and
 * holds them against GB/T 9704-2012. Exit code 0: everything passed; 1: something failed. What could not be measured is
 * told in notes and counted nowhere.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../local/commands/project';
import { align } from './align';
import { checkCharacters } from './checks/characters';
import { checkGrid } from './checks/grid';
import { checkPageNumbers } from './checks/pageNumbers';
import { checkIndents, checkSignature, checkTitles } from './checks/paragraphs';
import { checkSchema } from './checks/schema';
import { checkInk, checkTables } from './checks/tables';
import { checkFaces, coverage } from './checks/typefaces';
import type { Rendered } from './context';
import { documents, type Made } from './documents';
import { linesOf } from './lines';
import { readPdf, run } from './pdf';
import { startTally, type Tally } from './tally';
import { startTypesetter, type Typesetter } from './typesetter';
import { readWord } from './word';

/** Pages somebody may want to look at: document, page, file. */
const PICTURES = [
  ['county-bureau 四部分', 1, 'county-bureau-1'],
  ['county-bureau 四部分', 2, 'county-bureau-2'],
  ['county-bureau 四部分', 'landscape', 'county-bureau-landscape'],
] as const;

const COLUMNS = [
  'pages',
  'full',
  'lines',
  'wrapped',
  'characters',
  'lacking',
  'titles',
  'signed',
  'tables',
  'on pages',
  'attached',
  'passed',
  'failed',
] as const;
type Row = readonly [name: string, ...values: number[]];

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const root = projectRoot([process.cwd()]);
  if (root === undefined) throw new Error('not in the project');
  const folder = path.join(root, 'build/layout');
  mkdirSync(folder, { recursive: true });
  const typesetter = startTypesetter(folder);
  const lacks = coverage((file) => typesetter.fontFile(file));
  tell(`${typesetter.version}; stand-ins: Fandol and Noto Serif CJK SC`);
  const wanted = (name: string): boolean => values.only === undefined || name.includes(values.only);
  const rows: Row[] = [];
  const lines: string[] = [];
  const kinds = new Map<string, { passed: number; failed: number }>();
  for await (const made of documents(root, folder, wanted)) {
    if (!wanted(made.name)) continue;
    const started = Date.now();
    process.stderr.write(`${made.name} …`);
    const tally = startTally(made.name);
    rows.push(examine(made, root, folder, typesetter, lacks, tally));
    lines.push(...tally.lines());
    for (const [kind, { passed, failed }] of tally.kinds()) {
      const sum = kinds.get(kind) ?? { passed: 0, failed: 0 };
      kinds.set(kind, { passed: sum.passed + passed, failed: sum.failed + failed });
    }
    process.stderr.write(` ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  }
  if (rows.length === 0) throw new Error(`no document is called ${values.only}`);
  for (const line of lines) tell(line);
  tell('');
  tell(
    table(
      ['document', ...COLUMNS],
      rows.map((row) => row.map(String)),
    ),
  );
  tell('');
  tell(
    table(
      ['what', 'passed', 'failed'],
      [...kinds].map(([kind, { passed, failed }]) => [kind, String(passed), String(failed)]),
    ),
  );
  const passed = rows.reduce((sum, row) => sum + Number(row[row.length - 2]), 0);
  const failed = rows.reduce((sum, row) => sum + Number(row[row.length - 1]), 0);
  tell('');
  tell(`${passed} checks passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function examine(
  made: Made,
  root: string,
  folder: string,
  typesetter: Typesetter,
  lacks: ReturnType<typeof coverage>,
  tally: Tally,
): Row {
  const { name, docx, text, unit, report } = made;
  const pdf = typesetter.pdfOf(docx);
  const word = readWord(docx);
  const pages = readPdf(pdf);
  const alignment = align(word, pages);
  const lines = linesOf(word, alignment);
  process.stderr.write(` ${pages.length} pages`);
  const rendered: Rendered = { name, docx, pdf, text, unit, word, pages, alignment, lines, report, tally };
  const characters = checkCharacters(rendered);
  const grid = checkGrid(rendered);
  const faces = checkFaces(rendered, lacks);
  checkPageNumbers(rendered);
  checkIndents(rendered);
  const titles = checkTitles(rendered);
  const signatures = checkSignature(rendered);
  const tables = checkTables(rendered);
  checkInk(rendered, (done) => {
    if (pages.length > 50 && done % 100 === 0) process.stderr.write(` ${done}`);
  });
  checkSchema(rendered, root);
  if (faces.lacking.size > 0)
    tally.note(`the stand-ins lack ${[...faces.lacking].join('')}: set in Noto, typeface not checked`);
  const turned = pages.findIndex(({ width, height }) => width > height) + 1;
  for (const [document, page, file] of PICTURES) {
    const number = page === 'landscape' ? turned : page;
    const target = path.join(folder, file);
    if (document !== name || number < 1) continue;
    rmSync(`${target}.png`, { force: true });
    run('pdftoppm', ['-r', '70', '-png', '-singlefile', '-f', String(number), '-l', String(number), pdf, target]);
  }
  const { passed, failed } = tally.counts();
  const { fullPages, fullLines } = grid;
  return [
    name,
    ...[pages.length, fullPages, grid.lines, fullLines, characters, faces.lacking.size],
    ...[titles, signatures, tables.tables, tables.tablePages, tables.attachments, passed, failed],
  ];
}

/** Columns set under each other; Chinese takes two places. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const width = (text: string): number =>
    Array.from(text).reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
  const widths = head.map((title, i) => Math.max(width(title), ...rows.map((row) => width(row[i] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (i === 0 ? cell + ' '.repeat((widths[i] ?? 0) - width(cell)) : cell.padStart(widths[i] ?? 0)))
      .join('  ');
  return [head, ...rows].map(line).join('\n');
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (thrown: unknown) => {
    process.stderr.write(`layout: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`);
    process.exitCode = 1;
  },
);
