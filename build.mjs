// Builds what is pushed to Apps Script (dist/) and the local programs (build/) from the sources.
//
//   node build.mjs [--quiet] [--root DIR]
//
// Apps Script calls only top-level function declarations, and knows no modules. So esbuild makes one module of the
// sources, this file closes it in one expression that gives what src/main.ts exports, and after it stands one function
// declaration for each name. swc, whose output is smaller than esbuild's, then minifies the whole.
import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { minify, parse } from '@swc/core';
import { build } from 'esbuild';
import { marked } from 'marked';

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

/**
 * fflate probes for a TextDecoder as it loads. Apps Script has none, and what is thrown then makes V8 parse the whole
 * program again to tell the place: most of what loading costs, in every execution.
 */
const withoutTextDecoderProbe = {
  name: 'without-text-decoder-probe',
  setup(build) {
    build.onLoad({ filter: /[\\/]fflate[\\/]esm[\\/]browser\.js$/ }, async ({ path: file }) => {
      const probe = /try \{\s*td\.decode\(et, \{ stream: true \}\);\s*tds = 1;\s*\}\s*catch \(e\) \{ \}/;
      const text = await readFile(file, 'utf8');
      if (!probe.test(text)) throw new Error('fflate no longer probes for a TextDecoder as it did');
      return { contents: text.replace(probe, ''), loader: 'js' };
    });
  },
};

/** The server as one module of esbuild's. Platform neutral has no main fields of its own, and packages are found by them. */
const server = {
  absWorkingDir: root,
  entryPoints: ['src/main.ts'],
  outfile: 'Code.js',
  bundle: true,
  write: false,
  metafile: true,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  format: 'esm',
  // The target lowers what the Apps Script parser refuses (#private, static class fields) and makes top-level await
  // an error.
  target: 'es2020',
  charset: 'utf8',
  minify: true,
  plugins: [withoutTextDecoderProbe],
  // The licences of bundled packages stand in full at the head instead.
  legalComments: 'none',
  logLevel: 'silent',
};

/** How swc minifies. The top level is left alone: it holds the program and the entry points, by their names. */
const smallest = {
  compress: { ecma: 2020, passes: 3, toplevel: false },
  mangle: { toplevel: false },
  ecma: 2020,
  module: false,
  format: { comments: false, ascii_only: false },
};

/** The names the entry file exports: what Apps Script may call. */
function entryPointNames(metafile) {
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

/** Calls `see` with every node of a syntax tree, the node that holds it, and its name there. */
function visit(tree, see) {
  for (const [name, node] of Object.entries(tree)) {
    if (node === null || typeof node !== 'object') continue;
    if (node.type !== undefined) see(node, tree, name);
    visit(node, see);
  }
}

/** Engines compare `typeof` with these without looking at a string. */
const TYPE_NAMES = ['string', 'number', 'boolean', 'object', 'function', 'undefined'];

/** String literals that, written once and then named, take fewer bytes: [their text as written, the nodes] each. */
function repeatedTexts(tree) {
  const uses = new Map();
  visit(tree, (node, holder, name) => {
    // a key stays a key, and a directive a directive
    if (node.type !== 'StringLiteral' || name === 'key' || holder.type === 'ExpressionStatement') return;
    if (!TYPE_NAMES.includes(node.value)) uses.set(node.raw, [...(uses.get(node.raw) ?? []), node]);
  });
  // a name has two letters, and its declaration three characters more
  return [...uses].filter(
    ([raw, { length }]) => length * Buffer.byteLength(raw) > (length + 1) * 3 + Buffer.byteLength(raw),
  );
}

/** The function declarations of a module's top level that an arrow function can stand for. */
function arrowsOf(tree) {
  const constructors = new Set();
  visit(tree, (node) => {
    if (node.type === 'NewExpression') constructors.add(node.callee.value);
    if (node.type === 'MemberExpression' && node.property.value === 'prototype') constructors.add(node.object.value);
  });
  return tree.body.filter((node) => {
    let fits = node.type === 'FunctionDeclaration' && !node.generator && !constructors.has(node.identifier.value);
    visit(node, ({ type, value }) => {
      if (['ThisExpression', 'MetaProperty'].includes(type) || ['arguments', 'eval'].includes(value)) fits = false;
    });
    return fits;
  });
}

/**
 * A module of esbuild's as a classic script: one closed expression, and a function declaration for each export. Before
 * swc minifies it, texts that come again are named, and functions become arrows where that changes nothing: both stand
 * at the head, so that they are there from the start, as hoisted functions are.
 */
async function classicScript(module, names) {
  const tree = await parse(module, { syntax: 'ecmascript', target: server.target });
  const bytes = Buffer.from(module);
  const place = (offset) => offset - tree.span.start;
  const texts = repeatedTexts(tree).map(([raw, nodes], i) => ({ raw, nodes, name: `text$${i}` }));
  const named = texts.flatMap(({ raw, nodes, name }) => nodes.map(({ span }) => ({ ...span, raw, name })));
  named.sort((a, b) => a.start - b.start);
  /** The module from one offset to another, texts named. */
  const written = (start, end) => {
    let at = start;
    let code = '';
    for (const one of named) {
      if (one.start < start || one.end > end) continue;
      const found = bytes.toString('utf8', place(one.start), place(one.end));
      if (found !== one.raw) throw new Error(`swc places ${one.raw} where ${found} stands`);
      code += `${bytes.toString('utf8', place(at), place(one.start))} ${one.name} `;
      at = one.end;
    }
    return code + bytes.toString('utf8', place(at), place(end));
  };
  // esbuild writes one list of exports, at the end
  const { specifiers } = tree.body.pop();
  const gives = specifiers.map(({ orig, exported }) => `${(exported ?? orig).value}:${orig.value}`);
  const arrows = arrowsOf(tree);
  const head = [
    ...texts.map(({ raw, name }) => `${name}=${raw}`),
    ...arrows.map(({ async, identifier, body }) => {
      const parameters = written(identifier.span.end, body.span.start);
      return `${identifier.value}=${async ? 'async' : ''}${parameters}=>${written(body.span.start, body.span.end)}`;
    }),
  ];
  const rest = tree.body.filter((node) => !arrows.includes(node)).map(({ span }) => written(span.start, span.end));
  const program = `${head.length > 0 ? `var ${head};` : ''}${rest.join(';')};return{${gives}}`;
  const stubs = names.map((name) => `function ${name}(){return ${PROGRAM}.${name}.apply(this,arguments)}`);
  const script = `"use strict";var ${PROGRAM}=(()=>{${program}})();${stubs.join('')}`;
  return (await minify(script, smallest)).code;
}

/** The whole text of Code.js. */
async function serverFile() {
  const { outputFiles, metafile, warnings } = await build(server);
  for (const { text } of warnings) console.error(`build: ${text}`);
  const program = await classicScript(outputFiles[0].text, entryPointNames(metafile));
  const code = `${await licences(metafile)}${program}\n`;
  // Parsed as Apps Script parses it: a classic script, where import, export and top-level await are syntax errors.
  new vm.Script(code, { filename: 'Code.js' });
  return code;
}

/**
 * The manual for staff as a page of its own, shown in 帮助; null where there is none. Its pictures and its table of
 * contents are left out: the page has no files beside it, and no room for them at 300 px.
 */
async function manualPage() {
  const file = path.join(root, 'docs/manual.zh-CN.md');
  if (!(await exists(file))) return null;
  const text = (await readFile(file, 'utf8')).replace(/^(!\[.*|- \[.*\]\(#.*\))\n/gm, '');
  const style =
    'body{font:14px/1.6 system-ui,sans-serif;margin:0;color:#1f2933}h1{font-size:18px}h2{font-size:15px}table{border-collapse:collapse}td,th{border:1px solid #ccd3da;padding:2px 6px;text-align:left}';
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${style}</style>${marked.parse(text)}</html>`;
}

/**
 * The client's one file, or undefined where there is no client: script and style stand in the page, since what
 * HtmlService serves has no other files beside it.
 */
async function sidebarFile() {
  if (!(await exists(path.join(root, 'src/sidebar/main.tsx')))) return undefined;
  const { outputFiles, metafile, warnings } = await build({
    absWorkingDir: root,
    entryPoints: ['src/sidebar/main.tsx'],
    outdir: 'sidebar',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2020',
    // HtmlService takes `//` and `/*` inside a template literal for comments and strips what follows
    // (github.com/enuchi/React-Google-Apps-Script/issues/157), so none is left.
    supported: { 'template-literal': false },
    define: { MANUAL_PAGE: JSON.stringify(await manualPage()) },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  for (const { text } of warnings) console.error(`build: ${text}`);
  const textOf = (ending) => outputFiles.find((file) => file.path.endsWith(ending))?.text.trim() ?? '';
  const script = (await licences(metafile)) + textOf('.js');
  const style = textOf('.css');
  // Either would end its element early, or be evaluated as a scriptlet of the template.
  for (const [what, text, never] of [
    ['script', script, /<\/script|<script|<!--|<\?|\?>/i],
    ['style', style, /<|@import|url\(/i],
  ]) {
    const found = never.exec(text);
    if (found) {
      const around = text.slice(Math.max(0, found.index - 40), found.index + 40);
      throw new Error(`the ${what} of the sidebar holds “${found[0]}”, which the page cannot: …${around}…`);
    }
  }
  const page = await readFile(path.join(root, 'src/sidebar/page.html'), 'utf8');
  return page.replace('/*STYLE*/', () => style).replace('/*SCRIPT*/', () => script);
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

/**
 * Univer carries hyphenation dictionaries of 70 languages, 4.6 MB, loaded on demand by names such as `./af-x1y2z3w4.js`;
 * Chinese is not hyphenated.
 */
const withoutHyphenation = {
  name: 'without-hyphenation',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/[a-z]{2,3}(-[a-z0-9-]+)?-[A-Za-z0-9_-]{8}\.js$/ }, ({ path: file, importer, kind }) =>
      importer.includes('engine-render') && kind === 'dynamic-import'
        ? { path: file, namespace: 'hyphenation' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'hyphenation' }, () => ({ contents: 'export default {}' }));
  },
};

const PAGE_ENTRIES = ['local/workbench/page/main.tsx', 'local/workbench/page/main.ts'];
/** What the page was built from, by content: it takes seconds, and `npm start` is to be quick. */
const PAGE_INPUTS = 'build/workbench/inputs.json';

/** [file, digest] of each file. */
async function digests(files) {
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(root, file)).catch(() => '');
      return [file, createHash('sha256').update(text).digest('hex')];
    }),
  );
}

/** The workbench's page, app.js and app.css; undefined where there is none, or where it stands as it would be built. */
async function workbenchPage() {
  const present = await Promise.all(PAGE_ENTRIES.map((entry) => exists(path.join(root, entry))));
  const entry = PAGE_ENTRIES[present.indexOf(true)];
  if (entry === undefined) return undefined;
  const standing = JSON.parse(await readFile(path.join(root, PAGE_INPUTS), 'utf8').catch(() => '[]'));
  const built = await exists(path.join(root, 'build/workbench/app.js'));
  if (built && standing.length > 0) {
    const now = await digests(standing.map(([file]) => file));
    if (JSON.stringify(now) === JSON.stringify(standing)) return undefined;
  }
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { app: entry },
    outdir: 'build/workbench',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    // Univer's ESM awaits at top level
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutHyphenation],
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const own = Object.keys(metafile.inputs).filter((file) => !/node_modules\/|^hyphenation:/.test(file));
  // the packages are those of the lock file, and this file is how they are put together
  const inputs = await digests([...own, 'build.mjs', 'package-lock.json']);
  const textOf = (ending) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { 'app.js': textOf('.js'), 'app.css': textOf('.css'), 'inputs.json': JSON.stringify(inputs) };
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
  const [code, manifest, programs, sidebar, page] = await Promise.all([
    serverFile(),
    readFile(path.join(root, 'appsscript.json'), 'utf8'),
    localPrograms(),
    sidebarFile(),
    workbenchPage(),
  ]);
  await mkdir(path.join(root, 'dist'), { recursive: true });
  await mkdir(path.join(root, 'build'), { recursive: true });
  const client = sidebar === undefined ? {} : { 'sidebar.html': sidebar };
  await fill('dist', { 'Code.js': code, 'appsscript.json': manifest, ...client });
  await Promise.all(programs.map(([name, text]) => put('build', name, text)));
  if (page) {
    await mkdir(path.join(root, 'build/workbench'), { recursive: true });
    const { 'inputs.json': inputs, ...files } = page;
    await Promise.all(Object.entries(files).map(([name, text]) => put('build/workbench', name, text)));
    // last, so that a build broken off is done again
    await put('build/workbench', 'inputs.json', inputs);
  }

  const bytes = Buffer.byteLength(code);
  const size = `dist/Code.js ${(bytes / 1024).toFixed(1)} KB`;
  if (bytes > WARN_ABOVE_BYTES) console.error(`build: ${size}, above ${WARN_ABOVE_BYTES / 1024} KB`);
  const clientSizes = Object.entries(client).map(
    ([name, text]) => `dist/${name} ${(Buffer.byteLength(text) / 1024).toFixed(1)} KB`,
  );
  if (!quiet)
    console.log(
      [
        size,
        ...clientSizes,
        ...programs.map(([name]) => `build/${name}`),
        ...(page ? ['build/workbench/app.js'] : []),
      ].join('\n'),
    );
}

main().catch((failure) => {
  const errors = failure.errors ?? [{ text: failure.message }];
  for (const { text, location } of errors) {
    console.error(`build: ${location ? `${location.file}:${location.line}:${location.column}: ` : ''}${text}`);
  }
  process.exitCode = 1;
});
