/** `stats`: the ledger's numbers; with `--json` all of them, every rate as n of d. */
import { ok } from '../files/result';
import { type Command, DONE } from './command';
import type { Fraction, StatsAnswer } from './door/progress';
import { onLedger } from './ledgerCommand';

export const statsCommand: Command = {
  name: 'stats',
  usage: '',
  summary: '统计：问题、措施、时限和质量；--json 给出全部数据，比率为 n/d',
  options: {},
  arguments: [],
  run: (given, voice, world) =>
    onLedger(given, voice, world, 'read', (session) => {
      const answer = session.call('statistics', {});
      if (!answer.ok) return answer;
      voice.result(answer.value, linesOf(answer.value));
      return ok(DONE);
    }),
};

function linesOf({ asOf, fedBack, issues, measures, onTime, evidenced, returned, overturned }: StatsAnswer): string[] {
  return [
    `截至 ${asOf}：反馈问题 ${fedBack} 个，台账问题 ${issues.total} 个`,
    `已销号 ${issues.closed}、长期坚持 ${issues.ongoing}、正在整改 ${issues.inProgress}、未启动 ${issues.notStarted}、已终止 ${issues.terminated}；逾期 ${issues.overdue}`,
    `问题完成率 ${rate(issues.completion)}，措施完成率 ${rate(measures.completion)}`,
    `按时率：按原定时限 ${rate(onTime.first.rate)}，按现行时限 ${rate(onTime.present.rate)}`,
    `佐证覆盖 ${rate(evidenced)}，申请被退回 ${rate(returned)}，回头看反弹 ${rate(overturned)}`,
  ];
}

function rate({ n, d }: Fraction): string {
  return d === 0 ? '—' : `${n}/${d}`;
}
