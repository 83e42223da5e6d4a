/** MailApp: mails are kept, not sent; the daily quota counts recipients ("Quotas for Google Services"). */
import { notImplemented, serviceFault, signatureFault } from '../errors';
import { Face } from '../runtime/face';
import type { Execution } from './execution';

export interface SentMail {
  to: string[];
  cc?: string[];
  bcc?: string[];
  subject: string;
  body: string;
  htmlBody?: string;
  /** Name of the sender as it is to be shown. */
  name?: string;
  replyTo?: string;
  noReply?: true;
  /** Mail of whoever it was sent as. */
  by: string;
  /** ISO instant in UTC. */
  at: string;
}

/** Recipients a day: of a consumer account; a Workspace account has 1,500. */
const RECIPIENTS_PER_DAY = 100;
const RECIPIENTS_PER_MAIL = 50;
const BODY_BYTES = 200 * 1024;
const SUBJECT_CHARACTERS = 250;
/** "Quotas are set per user and reset 24 hours after the first request." */
const DAY = 86_400_000;

const recipientsOf = ({ to, cc = [], bcc = [] }: SentMail): number => to.length + cc.length + bcc.length;

export class Outbox {
  readonly #sent: SentMail[];
  readonly #perDay: number;
  constructor(sent: readonly SentMail[] = [], perDay = RECIPIENTS_PER_DAY) {
    this.#sent = [...sent];
    this.#perDay = perDay;
  }

  all(): SentMail[] {
    return [...this.#sent];
  }

  remaining(user: string, now: Date): number {
    let start = Number.NEGATIVE_INFINITY;
    let used = 0;
    for (const mail of this.#sent) {
      if (mail.by.toLowerCase() !== user.toLowerCase()) continue;
      const at = Date.parse(mail.at);
      if (at >= start + DAY) {
        start = at;
        used = 0;
      }
      used += recipientsOf(mail);
    }
    return now.getTime() >= start + DAY ? this.#perDay : Math.max(0, this.#perDay - used);
  }

  /** @throws ScriptFault when the day's recipients do not reach */
  send(mail: SentMail): void {
    if (recipientsOf(mail) > this.remaining(mail.by, new Date(mail.at)))
      throw serviceFault('Service invoked too many times for one day: email.');
    this.#sent.push(mail);
  }
}

const FIELDS = ['to', 'cc', 'bcc', 'subject', 'body', 'htmlBody', 'name', 'replyTo', 'noReply'];
const ADDRESS = /^[^\s@,<>]+@[^\s@,<>]+\.[^\s@,<>]+$/;

function addresses(value: unknown): string[] {
  const list = value === undefined || value === null ? [] : String(value).split(',');
  return list.map((one) => {
    const address = /<([^<>]*)>\s*$/.exec(one)?.[1] ?? one.trim();
    if (!ADDRESS.test(address)) throw serviceFault(`Invalid email: ${one.trim()}`);
    return address;
  });
}

export class MailApp extends Face {
  readonly path = 'MailApp';
  readonly #run: Execution;
  readonly #outbox: Outbox;
  constructor(run: Execution, outbox: Outbox) {
    super();
    this.#run = run;
    this.#outbox = outbox;
  }

  getRemainingDailyQuota(...args: unknown[]): number {
    if (args.length > 0) throw signatureFault('MailApp.getRemainingDailyQuota', args);
    return this.#outbox.remaining(this.#run.actor.user, this.#run.now());
  }

  /** (message) · (recipient, subject, body) · (recipient, subject, body, options) */
  sendEmail(...args: unknown[]): void {
    const [first, subject, body, options] = args;
    if (args.length === 1 && typeof first === 'object' && first !== null) {
      this.#send({ ...first });
      return;
    }
    const texts = [first, subject, body].every((one) => typeof one === 'string');
    if (args.length === 4 && typeof options === 'string')
      throw notImplemented('MailApp.sendEmail(to, replyTo, subject, body)');
    const isOptions = args.length === 3 || (args.length === 4 && typeof options === 'object' && options !== null);
    if (!texts || !isOptions) throw signatureFault('MailApp.sendEmail', args);
    this.#send({ ...(typeof options === 'object' ? options : {}), to: first, subject, body });
  }

  #send(given: Record<string, unknown>): void {
    for (const field of Object.keys(given)) {
      if (!FIELDS.includes(field)) throw notImplemented(`"${field}" of MailApp.sendEmail`);
    }
    const text = (name: string): string | undefined => {
      const value = given[name];
      return value === undefined || value === null ? undefined : String(value);
    };
    const [to, cc, bcc] = [addresses(given.to), addresses(given.cc), addresses(given.bcc)];
    if (to.length + cc.length + bcc.length === 0) throw serviceFault('Failed to send email: no recipient');
    if (to.length + cc.length + bcc.length > RECIPIENTS_PER_MAIL)
      throw serviceFault('Limit Exceeded: Email Recipients Per Message.');
    const [subject, body, htmlBody] = [text('subject') ?? '', text('body') ?? '', text('htmlBody')];
    if (subject.length > SUBJECT_CHARACTERS) throw serviceFault('Argument too large: subject');
    if (Buffer.byteLength(body) + Buffer.byteLength(htmlBody ?? '') > BODY_BYTES)
      throw serviceFault('Limit Exceeded: Email Body Size.');
    const [name, replyTo] = [text('name'), text('replyTo')];
    this.#outbox.send({
      to,
      ...(cc.length > 0 ? { cc } : {}),
      ...(bcc.length > 0 ? { bcc } : {}),
      subject,
      body,
      ...(htmlBody === undefined ? {} : { htmlBody }),
      ...(name === undefined ? {} : { name }),
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(given.noReply === true ? { noReply: true } : {}),
      by: this.#run.actor.user,
      at: this.#run.now().toISOString(),
    });
  }
}
