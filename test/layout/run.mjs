// `npm run layout`: bundles the proof of the page and runs it. `-- --only NAME` for the documents whose names hold NAME.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const bundle = path.join(root, 'build/layout/layout.cjs');
await build({
  absWorkingDir: root,
  entryPoints: [path.join(here, 'main.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  charset: 'utf8',
  logLevel: 'warning',
});
const installed = spawnSync('sh', [path.join(here, 'install.sh')], { stdio: ['ignore', 'inherit', 'inherit'] });
if (installed.status !== 0) {
  console.error('layout: nothing was proved');
  process.exitCode = 2;
} else {
  const { status } = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], { stdio: 'inherit', cwd: root });
  process.exitCode = status ?? 1;
}
