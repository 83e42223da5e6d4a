/** Rules that hold the ledger against 办理记录: log-broken, state-differs, deadline-unapproved, closed-changed. */
import { dossiersOf } from '../workflow/dossier';
import { changedSince, sealOf } from '../workflow/seal';
import type { Difference } from '../workflow/verify';
import { type CheckContext, rowsOf } from './context';
import type { Check, Observation } from './finding';
import { about } from './observe';

export const logBroken: Check = ({ ledger, verification: { intact, broken } }) => {
  if (intact) return [];
  const rows = rowsOf(ledger.log);
  // a row that is gone is named at the one that follows
  const row = rows.find(({ record }) => (record.sequence ?? 0) >= (broken ?? 0)) ?? rows[rows.length - 1];
  const message = `从序号${broken}起与原来的记录不符，可能被改动、删除或插入`;
  const remedy = '用“文件—版本记录”找回原来的行；查清前不要据此销号或公开';
  if (row !== undefined) return [about(row, 'sequence', message, remedy)];
  return [{ tab: 'log', key: String(broken), column: 'sequence', message, remedy }];
};

export const stateDiffers: Check = (context) =>
  differing(
    context,
    ({ column }) => column !== 'deadline',
    ({ stated, logged, row }) => [
      row === null
        ? `是“${stated}”，而办理记录没有这个问题的办理，应为“${logged}”`
        : `是“${stated}”，而办理记录（序号${row}）是“${logged}”`,
      '状态只能通过“办理”改变；办理记录完整时，校验已按它恢复',
    ],
  );

export const deadlineUnapproved: Check = (context) =>
  differing(
    context,
    ({ column }) => column === 'deadline',
    ({ stated, logged }) => [
      `是${stated || '空'}，而办理记录定的是${logged}，改动未经审批`,
      `改回${logged}，需要延期的通过“申请延期”办理`,
    ],
  );

export const closedChanged: Check = ({ ledger }) =>
  [...dossiersOf(ledger).values()].flatMap((dossier): Observation[] => {
    const { course, at, issue } = dossier;
    const { closed } = course;
    if (closed === null || closed.seal === '' || closed.seal === sealOf(dossier)) return [];
    const changed = changedSince(closed.parts, dossier).slice(0, 3).join('、') || '内容';
    return [
      about(
        { table: ledger.issues, at, record: issue },
        'closedOn',
        `${closed.closedOn}${course.state === '长期坚持' ? '转长期坚持' : '销号'}之后，${changed}有改动，与签批时不同`,
        '改回签批时的内容；确需改动的，经“重新整改”再次办理',
      ),
    ];
  });

function differing(
  { ledger, verification }: CheckContext,
  isMeant: (difference: Difference) => boolean,
  say: (difference: Difference) => [message: string, remedy: string],
): Observation[] {
  return verification.differs.filter(isMeant).flatMap((difference) => {
    const record = ledger.issues.records[difference.at];
    if (record === undefined) return [];
    const [message, remedy] = say(difference);
    return about({ table: ledger.issues, at: difference.at, record }, difference.column, message, remedy);
  });
}
