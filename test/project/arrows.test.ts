import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cycles, findImports, forbidden, type Import, impureLines, isPure, sourceFiles } from './imports';
import { ROOT, ThrowAwayProjects } from './project';

const projects = new ThrowAwayProjects();
afterAll(() => projects.removeAll());

describe('the project', () => {
  const files = sourceFiles(ROOT, ['src', 'local']);
  let imports: Import[] = [];
  beforeAll(async () => {
    imports = await findImports(ROOT, files);
  }, 60_000);

  test('has sources, and the finder sees their imports', () => {
    expect(files).toContain('src/main.ts');
    expect(imports.filter(({ from }) => from === 'src/main.ts')).not.toEqual([]);
  });

  test('every import goes the way of the arrows', () => {
    expect(forbidden(imports)).toEqual([]);
  });

  test('no files import each other in a ring', () => {
    expect(cycles(imports)).toEqual([]);
  });

  test('the pure folders name no service, no clock and no chance', () => {
    const named = files.filter(isPure).flatMap((file) => {
      const lines = impureLines(readFileSync(path.join(ROOT, file), 'utf8'));
      return lines.map((line) => `${file}: ${line.trim()}`);
    });
    expect(named).toEqual([]);
  });
});

describe('the finder', () => {
  test('sees every form of import', async () => {
    const root = projects.make({
      'src/text/numeral.ts': 'export const one = 1; export type Numeral = string;',
      'src/text/index.ts': "export * from './numeral';",
      'src/ledger/a.ts': "import { one } from '../text/numeral'; // unused",
      'src/ledger/b.ts': "import type { Numeral } from '../text/numeral';\nexport type N = Numeral;",
      'src/ledger/c.ts':
        "import {\n  type Numeral,\n  one,\n} from '../text/numeral';\nexport const n: Numeral = String(one);",
      'src/ledger/d.ts': "export type N = import('../text/numeral').Numeral;",
      'src/ledger/e.ts': "export type {\n  Numeral,\n} from '../text';",
      'src/ledger/f.ts': "import '../text/numeral';\nexport const late = () => import('fflate');",
      'src/ledger/g.ts': "import { type Numeral } from '../text/numeral';\nexport type N = Numeral;",
      'src/ledger/h.ts': "// import { one } from '../text/numeral';\nexport const said = 'import x from y';",
    });
    const files = sourceFiles(root, ['src']);
    const imports = await findImports(root, files);
    const seen = (name: string) => [
      ...new Set(imports.filter(({ from }) => from === `src/ledger/${name}.ts`).map(({ to }) => to)),
    ];
    for (const name of ['a', 'b', 'c', 'd', 'g']) expect([name, seen(name)]).toEqual([name, ['src/text/numeral.ts']]);
    expect(seen('e')).toEqual(['src/text/index.ts']);
    expect(seen('f')).toEqual(['src/text/numeral.ts', 'fflate']);
    expect(seen('h')).toEqual([]);
    expect(imports.find(({ from }) => from === 'src/ledger/b.ts')?.typeOnly).toBe(true);
    expect(imports.find(({ from }) => from === 'src/ledger/a.ts')?.typeOnly).toBe(false);
  });

  const value = (from: string, to: string): Import => ({ from, to, typeOnly: false });
  const types = (from: string, to: string): Import => ({ from, to, typeOnly: true });

  test.each([
    value('src/text/date.ts', 'src/ledger/schema.ts'),
    types('src/text/date.ts', 'src/ledger/schema.ts'),
    value('src/intake/split.ts', 'src/workflow/states.ts'),
    value('src/workflow/states.ts', 'src/intake/split.ts'),
    value('src/checks/overdue.ts', 'src/report/compose.ts'),
    value('src/report/compose.ts', 'src/checks/overdue.ts'),
    value('src/ledger/codec.ts', 'src/checks/overdue.ts'),
    value('src/app/check.ts', 'src/google/sheets.ts'),
    value('src/app/check.ts', 'src/main.ts'),
    value('src/google/sheets.ts', 'src/report/compose.ts'),
    value('src/sidebar/panel.tsx', 'src/app/door.ts'),
    types('src/sidebar/panel.tsx', 'src/ledger/records.ts'),
    value('src/stray/thing.ts', 'src/text/date.ts'),
    value('src/app/check.ts', 'local/host/host.ts'),
    value('src/app/check.ts', 'package.json'),
    value('local/cli.ts', 'src/main.ts'),
    types('local/host/host.ts', 'src/ledger/schema.ts'),
    value('src/app/check.ts', 'node:fs'),
    value('src/app/check.ts', 'fflate'),
    value('src/workflow/chain.ts', 'fflate'),
    value('src/google/files.ts', 'exceljs'),
    value('local/host/host.ts', 'exceljs'),
    value('src/google/sheets.ts', '@googleapis/sheets'),
    value('src/report/docx.ts', 'docx'),
  ])('objects to $from → $to', (one) => {
    expect(forbidden([one])).toEqual([expect.stringContaining(`${one.from} → ${one.to}: `)]);
  });

  test.each([
    value('src/ledger/codec.ts', 'src/text/date.ts'),
    value('src/ledger/codec.ts', 'src/ledger/schema.ts'),
    value('src/checks/overdue.ts', 'src/progress/ageing.ts'),
    value('src/google/sheets.ts', 'src/app/ports.ts'),
    value('src/main.ts', 'src/google/sheets.ts'),
    types('src/sidebar/panel.tsx', 'src/app/door.ts'),
    types('src/google/sheets.ts', '@googleapis/sheets'),
    types('local/host/workbook/model.ts', '@googleapis/sheets'),
    value('src/report/docx.ts', 'fflate'),
    value('local/files/xlsx.ts', 'exceljs'),
    value('local/cli.ts', 'local/host/host.ts'),
    value('local/cli.ts', 'node:fs'),
  ])('lets $from → $to be', (one) => {
    expect(forbidden([one])).toEqual([]);
  });

  test('sees a ring, also one that only types close, and no ring in a diamond', () => {
    const ring = [
      value('src/ledger/a.ts', 'src/ledger/b.ts'),
      value('src/ledger/b.ts', 'src/ledger/c.ts'),
      types('src/ledger/c.ts', 'src/ledger/a.ts'),
    ];
    expect(cycles(ring)).toEqual(['src/ledger/a.ts → src/ledger/b.ts → src/ledger/c.ts → src/ledger/a.ts']);
    const diamond = [
      value('src/app/a.ts', 'src/app/b.ts'),
      value('src/app/a.ts', 'src/app/c.ts'),
      value('src/app/b.ts', 'src/app/d.ts'),
      value('src/app/c.ts', 'src/app/d.ts'),
    ];
    expect(cycles(diamond)).toEqual([]);
  });

  test.each([
    'const now = new Date();',
    'const now = new Date( );',
    'const now = Date.now();',
    'const salt = Math.random();',
    'SpreadsheetApp.flush();',
    '// as DriveApp does',
    'Utilities.sleep(1)',
    'Session.getActiveUser()',
  ])('sees what is not pure in `%s`', (line) => {
    expect(impureLines(`const a = 1;\n${line}\n`)).toEqual([line]);
  });

  test('leaves given times and like-sounding names alone', () => {
    const pure = 'new Date(Date.UTC(y, m, d)); closeOutSession(x); utilitiesOf(y); Date.UTC(y, 0, 1); Math.round(n);';
    expect(impureLines(pure)).toEqual([]);
  });
});
