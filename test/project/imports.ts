// Finds which file of src/ and local/ knows which, and says where that breaks the arrows of the design.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type BuildFailure, build } from 'esbuild';

/** One import: paths from the project root with forward slashes; a package or `node:` name stands as written. */
export interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const PURE = ['text', 'ledger', 'intake', 'workflow', 'progress', 'checks', 'report'];

/** Which folders of src/ a folder may know beside itself. `main` is src/main.ts. */
const MAY_KNOW: Record<string, readonly string[]> = {
  text: [],
  ledger: ['text'],
  intake: ['ledger', 'text'],
  workflow: ['ledger', 'text'],
  progress: ['workflow', 'intake', 'ledger', 'text'],
  checks: ['progress', 'workflow', 'intake', 'ledger', 'text'],
  report: ['progress', 'workflow', 'intake', 'ledger', 'text'],
  app: PURE,
  google: ['app', 'ledger', 'text'],
  main: ['google', 'app', ...PURE],
  sidebar: ['app'],
};

/** Where a package may be imported for what it does; types may be imported from `TYPE_PACKAGES` anywhere. */
const PACKAGE_PLACES: Record<string, readonly string[]> = {
  fflate: ['src/intake/', 'src/report/', 'local/'],
  exceljs: ['local/files/'],
  preact: ['src/sidebar/', 'local/workbench/page/'],
  '@univerjs/*': ['local/workbench/page/grid/'],
  'docx-preview': ['local/workbench/page/'],
};

/**
 * What of app/ the sidebar may know for more than its types: the contract of the remote door and its shapes, which name
 * no command's work, so that the client can check what it is given by the same words as the server.
 */
const SHARED_WITH_CLIENT: readonly string[] = [
  'src/app/contract.ts',
  'src/app/contractReports.ts',
  'src/app/contractShapes.ts',
  'src/app/shape.ts',
];

const TYPE_PACKAGES = /^@googleapis\//;

/** What the pure folders must not name: services, the clock, chance. */
const IMPURE: readonly RegExp[] = [
  /\b(?:Spreadsheet|Drive|Document|Mail|Gmail|Script|UrlFetch|Calendar|Forms|Slides|Groups)App\b/,
  /\b(?:Properties|Cache|Lock|Html|Content)Service\b/,
  /\b(?:Utilities|Session|Logger|Browser)\./,
  /\bSheets\.Spreadsheets\b/,
  /\bDrive\.Files\b/,
  /\bgoogle\.script\b/,
  /\bnew Date\(\s*\)/,
  /\bnew Date\b(?!\s*\()/,
  /\bDate\.now\b/,
  /\bperformance\.now\b/,
  /\bMath\.random\b/,
  /\bcrypto\./,
];

/** The source files of some folders, as paths from the root. */
export function sourceFiles(root: string, folders: readonly string[]): string[] {
  return folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
        .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`),
    )
    .sort();
}

/** The module names a text imports for their types alone, which no bundler reports. */
function typeImports(source: string): string[] {
  const found = [
    ...source.matchAll(/^\s*(?:import|export)\s+type\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/gm),
    ...source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
  ];
  return found.map((match) => match[1] ?? '');
}

/** A relative module name as a path from the root, resolved as the bundler resolves it; packages stay as written. */
function resolve(root: string, from: string, name: string): string {
  if (!name.startsWith('.')) return name;
  const base = path.posix.join(path.posix.dirname(from), name);
  const candidates = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'].map((ending) => base + ending);
  const isFile = (file: string) => statSync(path.join(root, file), { throwIfNoEntry: false })?.isFile() === true;
  return candidates.find(isFile) ?? base;
}

/** Every import in these files, those for types included. Throws where a file cannot be read as TypeScript. */
export async function findImports(root: string, files: readonly string[]): Promise<Import[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...files],
    outdir: 'nowhere',
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
    // Unused imports of values are imports too.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  }).catch((failure: BuildFailure) => {
    const told = failure.errors.map(({ text, location }) => `${location?.file}:${location?.line}: ${text}`);
    throw new Error(told.join('\n'));
  });
  return files.flatMap((from) => {
    const values = (metafile.inputs[from]?.imports ?? []).map(({ path: to }) => ({ from, to, typeOnly: false }));
    const types = typeImports(readFileSync(path.join(root, from), 'utf8')).map((name) => ({
      from,
      to: resolve(root, from, name),
      typeOnly: true,
    }));
    return [...values, ...types];
  });
}

/** The part of src/ a file belongs to; undefined outside. */
function part(file: string): string | undefined {
  if (file === 'src/main.ts') return 'main';
  return /^src\/([^/]+)\//.exec(file)?.[1];
}

function packageName(module: string): string {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Why an import is not allowed; undefined where it is. */
function objection({ from, to, typeOnly }: Import): string | undefined {
  const inSource = from.startsWith('src/');
  const isFile =
    /^(?:\.\.?\/|src\/|local\/|test\/|bench\/|docs\/|examples\/|dist\/|build\/|[\w.-]+\.(?:json|[cm]?[jt]s)$)/;
  if (isFile.test(to)) {
    if (!inSource) return to.startsWith('src/') ? 'local/ knows the built file, never src/' : undefined;
    const own = part(from);
    const other = part(to);
    if (other === undefined) return 'src/ knows nothing outside src/';
    if (own === undefined || !(own in MAY_KNOW)) return `src/ has no place for ${from} in the design`;
    if (own === other) return undefined;
    if (!MAY_KNOW[own]?.includes(other)) return `${own} may not know ${other}`;
    if (own === 'sidebar' && !typeOnly && !SHARED_WITH_CLIENT.includes(to)) {
      return 'the sidebar knows the contract and its shapes, and of the rest of app types alone';
    }
    return undefined;
  }
  if (to.startsWith('node:')) return inSource ? 'Apps Script has no modules of Node' : undefined;
  const name = packageName(to);
  if (TYPE_PACKAGES.test(name)) return typeOnly ? undefined : `${name} is for its types alone`;
  const places = PACKAGE_PLACES[name] ?? PACKAGE_PLACES[`${name.split('/')[0]}/*`];
  if (places === undefined) return `${name} has no place in the design`;
  return places.some((place) => from.startsWith(place)) ? undefined : `${name} belongs in ${places.join(' and ')}`;
}

/** One sentence for each import the design does not allow. */
export function forbidden(imports: readonly Import[]): string[] {
  return imports.flatMap((one) => {
    const why = objection(one);
    return why === undefined ? [] : [`${one.from} → ${one.to}: ${why}`];
  });
}

/** The rings of files that import each other, each as a chain that ends where it began. */
export function cycles(imports: readonly Import[]): string[] {
  const known = new Map<string, string[]>();
  for (const { from, to } of imports) known.set(from, [...(known.get(from) ?? []), to]);
  const found: string[] = [];
  const done = new Set<string>();
  const chain: string[] = [];
  const visit = (file: string): void => {
    const start = chain.indexOf(file);
    if (start >= 0) {
      found.push([...chain.slice(start), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    chain.push(file);
    for (const next of known.get(file) ?? []) visit(next);
    chain.pop();
    done.add(file);
  };
  for (const file of known.keys()) visit(file);
  return found;
}

/** Whether a file belongs to the pure core. */
export function isPure(file: string): boolean {
  return PURE.includes(part(file) ?? '');
}

/** The lines of a text that name a service, the clock or chance. */
export function impureLines(source: string): string[] {
  return source.split('\n').filter((line) => IMPURE.some((word) => word.test(line)));
}
