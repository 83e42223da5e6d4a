/** Who runs the command, when, and alone: Session, the clock in the script's time zone, the document lock. */
import type { Clock, Ports } from '../app/ports';
import { type Result, refuse } from '../ledger/fault';

const LOCK_WAIT_MS = 20_000;

export function scriptClock(): Clock {
  const zone = Session.getScriptTimeZone();
  return {
    now: () => Utilities.formatDate(new Date(), zone, "yyyy-MM-dd'T'HH:mm:ssXXX"),
    today: () => Utilities.formatDate(new Date(), zone, 'yyyy-MM-dd'),
  };
}

export function activeUser(): string {
  return Session.getActiveUser().getEmail();
}

/** Runs under the document lock, so that two commands on one file come one after the other. */
export const exclusively: Ports['exclusively'] = <T>(work: () => Result<T>): Result<T> => {
  const lock = LockService.getDocumentLock();
  if (lock !== null && !lock.tryLock(LOCK_WAIT_MS)) {
    return refuse({ code: 'busy', message: '另一项操作正在进行，本次操作未作任何改动，请稍后重试。' });
  }
  try {
    return work();
  } finally {
    lock?.releaseLock();
  }
};
