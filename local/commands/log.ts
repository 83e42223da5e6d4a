/** `log`: 办理记录 as lines, all of it or an issue's; with `--verify` whether it holds and every status follows from it. */
import { ok, type Result } from '../files/result';
import { type Command, DONE, type ExitCode, issueNumber, REFUSED, textOption, type Voice } from './command';
import type { VerifyAnswer } from './door/course';
import type { Row } from './door/ledger';
import { onLedger } from './ledgerCommand';
import type { Session } from './session';

/** `整改措施 3-2` and `问题台账 3` are both of issue 3. */
const SUBJECT = /^\S+ (\d+)(?:-|$)/;

export const logCommand: Command = {
  name: 'log',
  usage: '[--issue N] | --verify',
  summary: '列出办理记录；--verify 核验记录的链和各问题的状态，不符时退出码为 1',
  options: { issue: { type: 'string' }, verify: { type: 'boolean' } },
  arguments: [],
  async run(given, voice, world) {
    const named = textOption(given, 'issue');
    const issue = named === undefined ? undefined : issueNumber(named);
    if (typeof issue === 'string') return voice.misuse(issue);
    const verify = given.values.verify === true;
    if (verify && issue !== undefined) return voice.misuse('--verify 核验整份办理记录，不与 --issue 同用。');
    return onLedger(given, voice, world, 'read', (session) =>
      verify ? verified(session, voice) : listed(session, voice, issue),
    );
  },
};

function verified(session: Session, voice: Voice): Result<ExitCode> {
  const answer = session.call('verifyLog', {});
  if (!answer.ok) return answer;
  const { rows, intact, broken, differs } = answer.value;
  const more = { ...(broken === null ? {} : { broken }), ...(differs.length === 0 ? {} : { differs }) };
  voice.result({ rows, intact, ...more }, describe(answer.value));
  return ok(intact && differs.length === 0 ? DONE : REFUSED);
}

function describe({ rows, intact, broken, differs }: VerifyAnswer): string[] {
  const chain = intact
    ? `办理记录 ${rows} 条，前后相接，没有改动的痕迹。`
    : `办理记录 ${rows} 条，第 ${broken ?? '?'} 条与前文不符：该条或其前一条被改动、删除或插入过。`;
  if (differs.length === 0) return intact ? [chain, '各问题的状态都与办理记录相符。'] : [chain];
  return [chain, `与办理记录不符 ${differs.length} 处：`, ...differs.map(({ message }) => `  ${message}`)];
}

function listed(session: Session, voice: Voice, issue: number | undefined): Result<ExitCode> {
  const log = session.call('readTab', { tab: '办理记录' });
  if (!log.ok) return log;
  const people = session.call('readTab', { tab: '名单' });
  if (!people.ok) return people;
  const names = new Map(people.value.rows.map((row) => [text(row, '邮箱').toLowerCase(), text(row, '姓名')]));
  const rows = log.value.rows.filter((row) => issue === undefined || issueOf(row) === issue);
  const lines = rows.map((row) => lineOf(row, names));
  voice.result(rows, lines.length > 0 ? lines : ['（没有记录）']);
  return ok(DONE);
}

function issueOf(row: Row): number | undefined {
  const [, number] = SUBJECT.exec(text(row, '对象')) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** `12  2026-10-12 16:00  沈砚秋  签批  问题台账 5  待审核→已销号  （主要负责人）` */
function lineOf(row: Row, names: ReadonlyMap<string, string>): string {
  const actor = text(row, '办理人');
  const [from, to] = [text(row, '原状态'), text(row, '新状态')];
  const reasonClass = text(row, '事由类别');
  const parts = [
    text(row, '序号'),
    text(row, '时间').slice(0, 16).replace('T', ' '),
    names.get(actor.toLowerCase()) || actor,
    text(row, '动作'),
    text(row, '对象'),
    to === '' || from === to ? '' : `${from}→${to}`,
    text(row, '环节'),
    reasonClass === '' ? '' : `【${reasonClass}】`,
    text(row, '事由'),
  ];
  return parts.filter((part) => part !== '').join('  ');
}

function text(row: Row, header: string): string {
  const value = row[header];
  return value === null || value === undefined ? '' : String(value).replace(/\s*\n\s*/g, '；');
}
