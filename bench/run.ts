/**
 * `npm run bench [-- --max N] [-- --json]`, or `-- --workbench` for the workbench's round trips (workbench.ts): what the commands cost on ledgers of 10 to 10,000 issues.
 * Service calls are what costs in Apps Script and are exact here; times are those of this machine. `own` leaves out what
 * the host spends standing in for Google (reading cells, converting the .docx to a Google Doc), which the package `docx`
 * does not do either.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot, readProgram } from '../local/commands/project';
import { MEASURES_PER_ISSUE, type Measurement, measure, type Step } from './measure';
import { measureWorkbench } from './workbench';

const SIZES = [10, 100, 1_000, 10_000];

const callCount = ({ calls }: Step): number => Object.values(calls).reduce((sum, count) => sum + count, 0);
const time = (ms: number): string => (ms < 1_000 ? `${ms.toFixed(0)} ms` : `${(ms / 1_000).toFixed(2)} s`);
const size = (bytes: number): string =>
  bytes < 1_048_576 ? `${(bytes / 1_024).toFixed(0)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

const COLUMNS: readonly [string, (one: Measurement) => string][] = [
  ['issues', ({ issues }) => String(issues)],
  ['read calls', ({ read }) => String(callCount(read))],
  ['read', ({ read }) => time(read.cpu)],
  ['check calls', ({ check }) => String(callCount(check))],
  ['check', ({ check }) => time(check.cpu)],
  ['report calls', ({ report }) => String(callCount(report))],
  ['report', ({ report }) => time(report.cpu)],
  ['of it own', ({ report }) => time(report.own)],
  ['writing', ({ writing }) => time(writing.cpu)],
  ['.docx', ({ report }) => size(report.bytes)],
  ['filling', ({ filling }) => time(filling.cpu)],
  ['docx (npm)', ({ docxPackage }) => time(docxPackage.cpu)],
  ['docxtemplater', ({ docxtemplater }) => time(docxtemplater.cpu)],
  ['writing / docx', ({ ratio }) => ratio.toFixed(2)],
  ['writing / docxtemplater', ({ templateRatio }) => templateRatio.toFixed(2)],
  ['filling / docxtemplater', ({ fillingRatio }) => fillingRatio.toFixed(2)],
  ['store', ({ storeBytes }) => size(storeBytes)],
];

function row(cells: readonly string[]): string {
  return cells.map((cell, at) => cell.padStart(Math.max(COLUMNS[at]?.[0].length ?? 0, 8))).join('  ');
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { max: { type: 'string' }, json: { type: 'boolean' }, workbench: { type: 'boolean' } },
  });
  const most = Number(values.max ?? SIZES.at(-1));
  const root = projectRoot([path.dirname(process.argv[1] ?? '.'), process.cwd()]);
  const program = readProgram(root);
  if (root === undefined || !program.ok || !Number.isFinite(most)) {
    process.stderr.write(
      `${root === undefined || program.ok ? `--max ${values.max}: not a number` : program.faults[0]?.message}\n`,
    );
    return 2;
  }
  if (values.workbench) {
    const trips = await measureWorkbench(program.value, path.join(root, 'build/workbench'));
    if (values.json) process.stdout.write(`${JSON.stringify(trips)}\n`);
    else
      for (const { name, median, slow, bytes } of trips)
        process.stdout.write(
          `${name}: median ${time(median)}, 95% ${time(slow)}${bytes === undefined ? '' : `, answer ${size(bytes)}`}\n`,
        );
    return 0;
  }
  const say = (line: string): void => void (values.json ? process.stderr : process.stdout).write(`${line}\n`);
  say(
    `${MEASURES_PER_ISSUE} measures an issue; processor time of the built file in the local host, Node ${process.version}`,
  );
  say(row(COLUMNS.map(([header]) => header)));
  const results: Measurement[] = [];
  for (const issues of SIZES.filter((one) => one <= most)) {
    const result = await measure(root, program.value, issues);
    results.push(result);
    say(row(COLUMNS.map(([, cell]) => cell(result))));
  }
  if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (thrown) => {
    process.stderr.write(`bench: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    process.exitCode = 1;
  },
);
