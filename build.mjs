// Builds what is pushed to Apps Script (dist/) and the local programs (build/) from the sources.
//
//   node build.mjs [--quiet] [--root DIR]
//
// Apps Script calls only top-level function declarations, and knows no modules. So the server file is built in two
// passes: the first learns the names src/main.ts exports, the second writes everything as one closed expression and,
// after it, one function declaration for each name.
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build } from 'esbuild';

/** Above this a cold start is feared to suffer; what it costs cannot be measured outside Google. */
const WARN_ABOVE_BYTES = 150 * 1024;

/** The global that holds the program; entry points are declared beside it. */
const PROGRAM = 'Ledger';

/** The local programs: entry file → bundle. Each is built when its entry file exists. */
const LOCAL_PROGRAMS = {
  'local/cli.ts': 'cli.cjs',
  'local/push.ts': 'push.cjs',
  'bench/run.ts': 'bench.cjs',
};

const args = process.argv.slice(2);
const quiet = args.includes('--quiet');
const rootOption = args.indexOf('--root');
const root = rootOption < 0 ? path.dirname(fileURLToPath(import.meta.url)) : path.resolve(args[rootOption + 1] ?? '.');

/** Server code: platform neutral has no main fields of its own, and packages are found by them. */
const server = {
  absWorkingDir: root,
  entryPoints: ['src/main.ts'],
  bundle: true,
  write: false,
  metafile: true,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  // The target lowers what the Apps Script parser refuses (#private, static class fields) and makes top-level await
  // an error; the closed expression leaves no import or export.
  target: 'es2020',
  charset: 'utf8',
  minify: true,
  // The licences of bundled packages stand in full at the head instead.
  legalComments: 'none',
  logLevel: 'silent',
};

/** The names the entry file exports: what Apps Script may call. */
async function entryPointNames() {
  const { metafile } = await build({ ...server, format: 'esm', outfile: 'Code.js' });
  const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
  for (const name of names) {
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name) || name === 'default' || name === PROGRAM) {
      throw new Error(`src/main.ts exports “${name}”, which cannot be the name of an Apps Script function`);
    }
    if (name.endsWith('_')) {
      throw new Error(`src/main.ts exports “${name}”: Apps Script hides functions whose name ends in “_”`);
    }
  }
  if (names.length === 0) throw new Error('src/main.ts exports nothing, so Apps Script could call nothing');
  return names.sort();
}

/** The licence texts of the packages that are in the file, as a comment. Their licences ask for it. */
async function licences(metafile) {
  const packages = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) packages.add(found[1]);
  }
  const texts = await Promise.all(
    [...packages].sort().map(async (folder) => {
      const absolute = path.resolve(root, folder);
      const { name, version, license } = createRequire(path.join(absolute, 'x'))('./package.json');
      const file = (await readdir(absolute)).find((entry) => /^licen[cs]e/i.test(entry));
      if (!file) throw new Error(`${name} is bundled but carries no licence text`);
      const text = (await readFile(path.join(absolute, file), 'utf8')).replaceAll('*/', '* /').trim();
      return `/*! ${name} ${version} (${license})\n\n${text}\n*/`;
    }),
  );
  return texts.map((text) => `${text}\n`).join('');
}

/** The whole text of Code.js. */
async function serverFile() {
  const names = await entryPointNames();
  const stubs = names.map((name) => `function ${name}(){return ${PROGRAM}.${name}.apply(this,arguments)}`);
  const { outputFiles, metafile, warnings } = await build({
    ...server,
    format: 'iife',
    globalName: PROGRAM,
    footer: { js: stubs.join('\n') },
    outfile: 'Code.js',
  });
  for (const { text } of warnings) console.error(`build: ${text}`);
  const code = (await licences(metafile)) + outputFiles[0].text;
  // Parsed as Apps Script parses it: a classic script, where import, export and top-level await are syntax errors.
  new vm.Script(code, { filename: 'Code.js' });
  return code;
}

/** The local programs as Node runs them: [file name, text] each; packages stay in node_modules. */
async function localPrograms() {
  const present = [];
  for (const entry of Object.keys(LOCAL_PROGRAMS)) if (await exists(path.join(root, entry))) present.push(entry);
  return Promise.all(
    present.map(async (entry) => {
      const { outputFiles } = await build({
        absWorkingDir: root,
        entryPoints: [entry],
        outfile: LOCAL_PROGRAMS[entry],
        bundle: true,
        write: false,
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        packages: 'external',
        charset: 'utf8',
        logLevel: 'silent',
      });
      return [LOCAL_PROGRAMS[entry], outputFiles[0].text];
    }),
  );
}

async function exists(file) {
  return access(file).then(
    () => true,
    () => false,
  );
}

/**
 * Puts a text in its place whole: another build, a push or a test may be reading. Written beside, in build/, so that
 * dist/ never holds anything but what is pushed; then renamed, and only when it differs.
 */
async function put(folder, name, text) {
  const target = path.join(root, folder, name);
  const standing = await readFile(target, 'utf8').catch(() => undefined);
  if (standing === text) return;
  const written = path.join(root, 'build', `.${name}.${process.pid}.tmp`);
  await writeFile(written, text);
  await rename(written, target);
}

/** Makes a folder hold these files and nothing else: clasp pushes whatever lies in dist/. */
async function fill(folder, files) {
  await Promise.all(Object.entries(files).map(([name, text]) => put(folder, name, text)));
  const strangers = (await readdir(path.join(root, folder))).filter((name) => !(name in files));
  await Promise.all(strangers.map((name) => rm(path.join(root, folder, name), { recursive: true, force: true })));
}

async function main() {
  const [code, manifest, programs] = await Promise.all([
    serverFile(),
    readFile(path.join(root, 'appsscript.json'), 'utf8'),
    localPrograms(),
  ]);
  await mkdir(path.join(root, 'dist'), { recursive: true });
  await mkdir(path.join(root, 'build'), { recursive: true });
  await fill('dist', { 'Code.js': code, 'appsscript.json': manifest });
  await Promise.all(programs.map(([name, text]) => put('build', name, text)));

  const bytes = Buffer.byteLength(code);
  const size = `dist/Code.js ${(bytes / 1024).toFixed(1)} KB`;
  if (bytes > WARN_ABOVE_BYTES) console.error(`build: ${size}, above ${WARN_ABOVE_BYTES / 1024} KB`);
  if (!quiet) console.log([size, ...programs.map(([name]) => `build/${name}`)].join('\n'));
}

main().catch((failure) => {
  const errors = failure.errors ?? [{ text: failure.message }];
  for (const { text, location } of errors) {
    console.error(`build: ${location ? `${location.file}:${location.line}:${location.column}: ` : ''}${text}`);
  }
  process.exitCode = 1;
});
