/** Work in several executions: a one-off trigger goes on with it, and a lock of its own keeps it to one at a time. */
import type { LongWork } from '../app/ports';
import { ok, type Result, refuse } from '../ledger/fault';

const HANDLER = 'continueRollUp';
/** A second trigger follows the first: an execution may be killed before it has arranged for the next. */
const SPARE_MS = 480_000;
const LOCK_WAIT_MS = 1_000;

export function longWork(): LongWork {
  const began = Date.now();
  return {
    elapsed: () => Date.now() - began,
    sleep: (ms) => Utilities.sleep(ms),

    callAgain(afterMs) {
      // spent ones stay in the list, and count, until they are deleted (docs/fidelity.md)
      const before = ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);
      try {
        for (const ms of afterMs === null ? [] : [afterMs, afterMs + SPARE_MS]) {
          ScriptApp.newTrigger('continueRollUp').timeBased().after(ms).create();
        }
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return refuse({
          code: 'no-trigger',
          message: `不能安排自动继续，本次没有汇总：请在“扩展程序 ▸ Apps 脚本 ▸ 触发器”删去不用的触发器。（${detail}）`,
        });
      }
      for (const trigger of before) ScriptApp.deleteTrigger(trigger);
      return ok(undefined);
    },

    alone<T>(work: () => Result<T>): Result<T> {
      // not the document's lock, which other commands need while this takes minutes
      const lock = LockService.getScriptLock();
      if (!lock.tryLock(LOCK_WAIT_MS)) {
        return refuse({ code: 'busy', message: '正在汇总，请稍后选择“汇总 ▸ 查看进度”。' });
      }
      try {
        return work();
      } finally {
        lock.releaseLock();
      }
    },
  };
}
