/** The ledger from a terminal: `npm run -s ledger -- <command>`. */
import path from 'node:path';
import { projectRoot } from './commands/project';
import { runTerminal } from './commands/terminal';

const world = {
  root: projectRoot([path.dirname(process.argv[1] ?? '.'), process.cwd()]),
  stdout: (text: string): void => void process.stdout.write(text),
  stderr: (text: string): void => void process.stderr.write(text),
};

// A reader that closes early (`| head`) has read enough.
process.stdout.on('error', (failure: NodeJS.ErrnoException) => {
  if (failure.code !== 'EPIPE') throw failure;
});

runTerminal(process.argv.slice(2), world).then((code) => {
  process.exitCode = code;
});
