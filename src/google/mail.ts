/** Mails through MailApp, and beside the ledger the mark of how far sending has come. */
import type { Mail, SentMark } from '../app/ports';
import { type Result, refuse } from '../ledger/fault';

/** Script property: it outlives a run that dies, and costs no call of the Sheets API. */
const MARK = 'mailMark';
const LOCK_WAIT_MS = 1000;

export function scriptMail(): Mail {
  let kept: GoogleAppsScript.Properties.Properties | undefined;
  const properties = () => {
    kept = kept ?? PropertiesService.getScriptProperties();
    return kept;
  };
  return {
    quotaLeft: () => MailApp.getRemainingDailyQuota(),

    send({ to, subject, body, html }) {
      try {
        MailApp.sendEmail({ to, subject, body, htmlBody: html, name: '整改台账' });
        return true;
      } catch {
        return false;
      }
    },

    mark() {
      const text = properties().getProperty(MARK);
      return text === null ? undefined : readMark(text);
    },

    keep(mark) {
      properties().setProperty(MARK, JSON.stringify(mark));
    },

    alone<T>(work: () => Result<T>): Result<T> {
      // not the document's lock: sending takes minutes, and others go on working
      const lock = LockService.getScriptLock();
      if (!lock.tryLock(LOCK_WAIT_MS)) {
        return refuse({ code: 'busy', message: '另一次提醒正在发送，本次没有发送，请稍后再看。' });
      }
      try {
        return work();
      } finally {
        lock.releaseLock();
      }
    },

    ledgerUrl: () => SpreadsheetApp.getActiveSpreadsheet().getUrl(),
  };
}

/** A mark somebody spoilt is none. */
function readMark(text: string): SentMark | undefined {
  try {
    const { last, begun, doubtful } = JSON.parse(text);
    const isMark = typeof last === 'number' && typeof begun === 'boolean' && Array.isArray(doubtful);
    return isMark ? { last, begun, doubtful: doubtful.map(String) } : undefined;
  } catch {
    return undefined;
  }
}
