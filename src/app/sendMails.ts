/** Sends logged mails one by one, each after its mark, as far as time and the service allow. */
import type { OutgoingMail, Ports } from './ports';
import { rankOf } from './sentMark';

/** Apps Script ends a run after six minutes; the mails then left over are the next run's. */
const SENDING_MS = 4 * 60_000;
/** So many refusals one after the other mean that no mail goes out at all. */
const REFUSALS_IN_A_ROW = 3;

export interface Outcome {
  sent: number;
  /** Logged and surely not sent: the next run takes them back and sends them. */
  unsent: number;
  /** Numbers of the mails the service refused, which may all the same have gone out. */
  doubtful: string[];
}

/** @param last  rank of the last mail logged before these */
export function sendMails(
  { mail, clock }: Pick<Ports, 'mail' | 'clock'>,
  letters: readonly (OutgoingMail & { number: string })[],
  last: number,
): Outcome {
  const start = Date.parse(clock.now());
  const doubtful: string[] = [];
  let mark = last;
  let sent = 0;
  let inARow = 0;
  for (const { number, ...letter } of letters) {
    if (inARow >= REFUSALS_IN_A_ROW || Date.parse(clock.now()) - start > SENDING_MS) break;
    mark = rankOf(number);
    mail.keep({ last: mark, begun: true, doubtful });
    if (mail.send(letter)) {
      sent += 1;
      inARow = 0;
    } else {
      doubtful.push(number);
      inARow += 1;
      if (mail.quotaLeft() === 0) break;
    }
  }
  mail.keep({ last: mark, begun: false, doubtful });
  return { sent, unsent: letters.length - sent - doubtful.length, doubtful };
}
