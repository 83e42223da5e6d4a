// Makes each example's filled ledger, examples/NAME/ledger.xlsx, by the program itself: the feedback document imported, the
// history played by its people, everything checked. Run after `npm run build`; what it made is committed.
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
for (const name of ['county-bureau', 'hospital', 'small-office']) {
  execFileSync(process.execPath, ['build/cli.cjs', 'start', '--once', '--example', name], { cwd: root });
  copyFileSync(path.join(root, 'out/整改台账.xlsx'), path.join(root, 'examples', name, 'ledger.xlsx'));
}
