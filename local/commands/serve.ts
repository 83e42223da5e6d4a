/** `start` without `--once`: opens the ledger of a folder and serves the workbench until it is stopped. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { messageOf, ok, type Result, refuse } from '../files/result';
import { Desk } from '../workbench/server/desk';
import { startServer, type Workbench } from '../workbench/server/server';
import { DONE, type ExitCode, type Given, textOption, type Voice, type World } from './command';
import { readExample } from './example';
import { readProgram } from './project';
import { instantOf } from './session';

const DEFAULT_FOLDER = 'ledger-data';

export async function serve(given: Given, voice: Voice, world: World): Promise<ExitCode> {
  if (textOption(given, 'store') !== undefined)
    return voice.misuse('--store 只与 --once 同用；工作台的存放目录用 --data DIR。');
  if (given.as !== undefined) return voice.misuse('--as 只与 --once 同用；在工作台里用右上角换人员。');
  const portText = textOption(given, 'port');
  const port = portText === undefined ? undefined : Number(portText);
  if (port !== undefined && (!/^\d+$/.test(portText ?? '') || port > 65_535)) {
    return voice.misuse(`--port 应为 0 至 65535 的整数，不能是“${portText}”。`);
  }
  const opened = await openWorkbench(given, port, voice, world);
  if (!opened.ok) return voice.refused(opened.faults);
  const { workbench, folder } = opened.value;
  voice.result({ address: workbench.address, port: workbench.port, folder }, [
    `工作台已启动（只在本机）：${workbench.address}`,
    `工作保存在 ${folder}；按 Ctrl+C 结束。`,
  ]);
  await stopped();
  const closed = await workbench.close();
  return closed.ok ? DONE : voice.refused(closed.faults);
}

async function openWorkbench(
  given: Given,
  port: number | undefined,
  voice: Voice,
  world: World,
): Promise<Result<{ workbench: Workbench; folder: string }>> {
  const program = readProgram(world.root);
  if (!program.ok || world.root === undefined) return program.ok ? refuse() : program;
  const folder = path.resolve(textOption(given, 'data') ?? path.join(world.root, DEFAULT_FOLDER));
  try {
    mkdirSync(folder, { recursive: true });
  } catch (thrown) {
    return refuse({
      code: 'folder-not-made',
      message: `建不了目录“${folder}”（${messageOf(thrown)}）：请用 --data 换一个位置，或检查权限。`,
    });
  }
  const example = readExample(world.root);
  const material = example.ok ? example.value : undefined;
  const { today } = given;
  const log = (line: string): void => voice.remark(line);
  const desk = await Desk.open({
    folder,
    program: program.value,
    html: readHtml(path.join(world.root, 'dist')),
    material,
    now: () => (today === undefined ? new Date() : instantOf(today)),
    log,
  });
  if (!desk.ok) return desk;
  const page = path.join(world.root, 'build/workbench');
  const workbench = await startServer({ desk: desk.value, material, page, port, log });
  if (workbench.ok) return ok({ workbench: workbench.value, folder });
  desk.value.close();
  return workbench;
}

/** The project's HTML files, as the script names them. */
function readHtml(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return Object.fromEntries(names.map((name) => [name.slice(0, -5), readFileSync(path.join(folder, name), 'utf8')]));
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
