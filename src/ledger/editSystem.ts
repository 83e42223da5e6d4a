/** System columns that a person overwrote: what can be put back, from where, and what to tell the person. */
import type { CellValue } from './grid';
import { locateColumns } from './read';
import { ISSUE_STATES, type IssueState, TABS, type TabId } from './schema';

/** Which command writes a system column, as a clause. */
export function writtenBy(tab: TabId, id: string): string {
  if (tab === 'log') return '办理记录只增不改，由程序在办理时填写';
  if (tab === 'reports') return '由程序在“整改台账 → 生成报告”时填写';
  if (tab === 'evidence') return '由程序在登记时填写';
  if (REFILLED.includes(id)) return '由“整改台账 → 校验台账”更新';
  return '由程序按办理记录填写，要改变它请用菜单“整改台账”办理';
}

/** Columns of 问题台账 that 校验台账 works out anew. */
export const REFILLED: readonly string[] = ['measureProgress', 'evidenceCount', 'hints'];

/** Says of a system cell that it is as it was: such a note has been read by the next check. */
export const RESTORED = '已恢复原值';

/** What the log says of an issue. */
export interface Standing {
  state: IssueState | undefined;
  round: number | undefined;
}

/** State and round of every issue by its 编号, from the rows of 办理记录 (header first); the highest 序号 decides. */
export function standingsIn(log: readonly (readonly CellValue[])[]): Map<string, Standing> {
  const { sequence, subject, to, round } = locateColumns('log', log[0] ?? []);
  const standings = new Map<string, Standing>();
  if (sequence === undefined || subject === undefined || to === undefined || round === undefined) return standings;
  const rows = log
    .slice(1)
    .filter((cells) => typeof cells[sequence] === 'number')
    .sort((a, b) => Number(a[sequence]) - Number(b[sequence]));
  for (const cells of rows) {
    const key = new RegExp(`^${TABS.issues.title} (\\d+)$`).exec(String(cells[subject] ?? ''))?.[1];
    if (key === undefined) continue;
    const before = standings.get(key);
    const state = ISSUE_STATES.find((known) => known === cells[to]);
    const counted = cells[round];
    standings.set(key, {
      state: state ?? before?.state,
      round: typeof counted === 'number' ? counted : before?.round,
    });
  }
  return standings;
}
