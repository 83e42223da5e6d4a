import { existsSync } from 'node:fs';
import path from 'node:path';
import { readProgram } from '../../../local/commands/project';
import { runTerminal } from '../../../local/commands/terminal';
import { Desk } from '../../../local/workbench/server/desk';
import { startServer } from '../../../local/workbench/server/server';
import { ROOT, Workbenches } from './client';

jest.setTimeout(30_000);
const workbenches = new Workbenches();
afterAll(() => workbenches.remove());

async function start(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const hear = (text: string): void => {
    said += text;
  };
  const code = await runTerminal(['start', ...args], { root: ROOT, stdout: hear, stderr: hear });
  return { code, said };
}

test('a port that is taken is refused by name, and the ledger is let go', async () => {
  const { workbench } = await workbenches.start(workbenches.folder(), { example: false });
  const folder = workbenches.folder();
  const { code, said } = await start('--port', String(workbench.port), '--data', folder);
  expect(code).toBe(1);
  expect(said).toContain(`端口 ${workbench.port} 已被占用`);
  expect(existsSync(path.join(folder, 'ledger.json.lock'))).toBe(false);
  await workbenches.start(folder);
});

test('without a port the next free one is taken', async () => {
  const program = readProgram(ROOT);
  if (!program.ok) throw new Error('run npm run build first');
  const open = async () => {
    const given = {
      program: program.value,
      html: {},
      material: undefined,
      now: () => new Date(),
      log: () => undefined,
    };
    const desk = await Desk.open({ folder: workbenches.folder(), ...given });
    if (!desk.ok) throw new Error(desk.faults[0]?.message);
    const server = await startServer({
      ...{ desk: desk.value, material: undefined, page: ROOT, port: undefined, log: () => undefined },
    });
    if (!server.ok) throw new Error(server.faults[0]?.message);
    return server.value;
  };
  const first = await open();
  const second = await open();
  expect(second.port).not.toBe(first.port);
  await first.close();
  await second.close();
});

test('a wrong port, --store and --as are misuse', async () => {
  expect(await start('--port', 'abc')).toMatchObject({ code: 2, said: expect.stringContaining('“abc”') });
  expect(await start('--port', '70000')).toMatchObject({ code: 2 });
  expect(await start('--store', 'x.json')).toMatchObject({ code: 2, said: expect.stringContaining('--data') });
  expect(await start('--as', 'a@b.example')).toMatchObject({ code: 2 });
});
