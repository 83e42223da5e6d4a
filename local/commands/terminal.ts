/** Reads a command line and runs the command it names. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { messageOf } from '../files/result';
import { fileErrorCode } from '../files/store';
import { actCommand } from './act';
import { catalogueCommand } from './catalogue';
import { checkCommand } from './check';
import {
  type Command,
  DONE,
  type ExitCode,
  type Given,
  isDay,
  MISUSE,
  type OptionsConfig,
  Voice,
  type World,
} from './command';
import { documentsCommand } from './documents';
import { exportCommand } from './export';
import { importCommand } from './import';
import { logCommand } from './log';
import { newCommand } from './new';
import { openCommand } from './open';
import { packCommand } from './pack';
import { privacyCommand } from './privacy';
import { recheckCommand } from './recheck';
import { reconcileCommand } from './reconcile';
import { remindCommand } from './remind';
import { reportCommand } from './report';
import { rollupCommand } from './rollup';
import { sampleCommand } from './sample';
import { showCommand } from './show';
import { startCommand } from './start';
import { statsCommand } from './stats';
import { templateCommand } from './template';
import { viewsCommand } from './views';

export const COMMANDS: readonly Command[] = [
  startCommand,
  newCommand,
  importCommand,
  actCommand,
  logCommand,
  recheckCommand,
  remindCommand,
  checkCommand,
  reportCommand,
  packCommand,
  catalogueCommand,
  reconcileCommand,
  privacyCommand,
  templateCommand,
  documentsCommand,
  rollupCommand,
  statsCommand,
  viewsCommand,
  showCommand,
  exportCommand,
  openCommand,
  sampleCommand,
];

const DEFAULT_STORE = 'out/ledger.json';

const COMMON: OptionsConfig = {
  store: { type: 'string' },
  json: { type: 'boolean' },
  today: { type: 'string' },
  as: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

function help(): string {
  const lines = COMMANDS.flatMap(({ name, usage, summary }) => [`  ${`${name} ${usage}`.trim()}`, `      ${summary}`]);
  return [
    '整改台账：用法 npm run -s ledger -- <命令> [选项]',
    '',
    ...lines,
    '',
    '每个命令都可用：',
    `  --store FILE        台账的存储文件（默认 ${DEFAULT_STORE}）`,
    '  --json              结果以一个 JSON 值写到标准输出',
    '  --today YYYY-MM-DD  以这一天为今天',
    '  --as MAIL           以谁的身份办理（默认为台账的所有者）',
    '退出码：0 完成；1 被拒绝，或校验有错误；2 用法不对',
    '',
  ].join('\n');
}

/** Runs one command line (without node and script). Gives the exit code; never throws for what somebody typed. */
export async function runTerminal(args: readonly string[], world: World): Promise<ExitCode> {
  const voice = new Voice(world, args.includes('--json'));
  const name = args.find((arg) => !arg.startsWith('-'));
  const command = COMMANDS.find((one) => one.name === name);
  if (args.includes('--help') || args.includes('-h')) {
    world.stdout(help());
    return DONE;
  }
  if (args.length === 0) {
    world.stderr(help());
    return MISUSE;
  }
  if (!command || args[0] !== name) {
    const said = command ? `命令要写在选项前面：${name} ……` : `没有“${name ?? args[0]}”这个命令`;
    return voice.misuse(`${said}。可用的命令：${COMMANDS.map((one) => one.name).join('、')}；详见 --help。`);
  }
  const read = readArguments(command, args.slice(1));
  if ('wrong' in read) return voice.misuse(`${read.wrong}；用法：${command.name} ${command.usage}`.trim());
  try {
    return await command.run(read.given, voice, world);
  } catch (thrown) {
    const trace = thrown instanceof Error ? (thrown.stack ?? '') : '';
    return voice.refused([
      {
        code: 'unexpected',
        message: `程序出错（${messageOf(thrown)}），台账没有改动；请把下面的内容告诉维护人员。\n${trace}`,
      },
    ]);
  }
}

function readArguments(command: Command, args: readonly string[]): { given: Given } | { wrong: string } {
  const config = { args: [...args], options: { ...COMMON, ...command.options }, allowPositionals: true, strict: true };
  const parsed = parsedArguments(config);
  if ('wrong' in parsed) return parsed;
  const { positionals } = parsed;
  const values: Record<string, string | boolean | string[] | undefined> = {};
  for (const [option, value] of Object.entries(parsed.values)) {
    if (typeof value === 'string' || typeof value === 'boolean') values[option] = value;
    else if (value) values[option] = value.filter((one) => typeof one === 'string');
    if (value === '' || (Array.isArray(value) && value.includes(''))) return { wrong: `选项 --${option} 后面没有内容` };
  }
  const missing = command.arguments[positionals.length];
  if (missing !== undefined) return { wrong: `缺少 ${missing}` };
  const extra = positionals[command.arguments.length];
  if (extra !== undefined) return { wrong: `多了“${extra}”` };
  const { store, today, as } = values;
  if (typeof today === 'string' && !isDay(today)) {
    return { wrong: `--today 应为存在的日期，如 2026-06-30，不能是“${today}”` };
  }
  return {
    given: {
      values,
      positionals,
      store: typeof store === 'string' ? store : DEFAULT_STORE,
      today: typeof today === 'string' ? today : undefined,
      as: typeof as === 'string' ? as : undefined,
    },
  };
}

function parsedArguments(config: ParseArgsConfig) {
  try {
    return parseArgs(config);
  } catch (thrown) {
    return { wrong: misuseOf(thrown) };
  }
}

/** Node's complaint in Chinese; the option it means stands in quotes in the message. */
function misuseOf(thrown: unknown): string {
  const option = /'(-[^' ]*)/.exec(messageOf(thrown))?.[1] ?? '';
  switch (fileErrorCode(thrown)) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `没有 ${option} 这个选项`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `选项 ${option} 的写法不对：要么缺少内容，要么不该有内容`;
    default:
      return `命令行不能识别（${messageOf(thrown)}）`;
  }
}
