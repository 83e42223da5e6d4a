/** 提醒: one digest a person, logged before it is sent, so that whatever dies in between nobody is told a thing twice. */
import type { Change } from '../ledger/changes';
import { ok, type Result, refuse } from '../ledger/fault';
import { a1, type Snapshot } from '../ledger/grid';
import type { Ledger } from '../ledger/ledger';
import { readLedger } from '../ledger/read';
import { TABS } from '../ledger/schema';
import { type Digest, type Reminders, remindersOn } from '../progress/reminders';
import { REMINDERS } from '../progress/wording';
import { type LedgerDate, parseDate } from '../text/dates';
import { dossiersOf } from '../workflow/dossier';
import { mailOf } from '../workflow/people';
import type { Gives, Takes } from './contract';
import { logged } from './logged';
import { writeMail } from './mailText';
import type { OutgoingMail, Ports } from './ports';
import { type Outcome, sendMails } from './sendMails';
import { type Standing, standingOf } from './sentMark';

const NOTHING_SENT: Outcome = { sent: 0, unsent: 0, doubtful: [] };

interface Letter extends OutgoingMail {
  number: string;
  digest: Digest;
  urls: string[];
}

interface Plan {
  letters: Letter[];
  postponed: Digest[];
  unreachable: Reminders['unreachable'];
  standing: Standing;
  quota: number;
  snapshot: Snapshot;
  changes: Change[];
}

/**
 * Who is due a mail today. A dry run reads, and gives exactly what a run would send; a run logs all its mails in one
 * commit and then sends them one by one (sentMark.ts says how a run that dies is made good by the next).
 */
export function remind(ports: Ports, { dryRun, today: day }: Takes<'remind'>): Result<Gives<'remind'>> {
  const today = day === undefined ? ports.clock.today() : parseDate(day);
  if (today === undefined) {
    return refuse({ code: 'bad-date', message: `“${day}”不是有效日期，请改为如 2026-06-30 的日期。` });
  }
  if (dryRun) return ok(answerOf(planOf(ports, today), NOTHING_SENT));
  if (day !== undefined) {
    return refuse({ code: 'dry-run-only', message: '指定日期只能试运行；要发送请不写日期，按今天发送。' });
  }
  // others go on working while mails are sent: the document's lock is held for reading and logging only
  return ports.mail.alone(() => {
    const noted = ports.exclusively(() => {
      const plan = planOf(ports, today);
      if (plan.changes.length === 0) return ok(plan);
      if (plan.standing.isUnmarked) ports.mail.keep(plan.standing.mark);
      const written = ports.workbook.commit(plan.snapshot, plan.changes);
      return written.ok ? ok(plan) : written;
    });
    if (!noted.ok) return noted;
    const { changes, letters, standing } = noted.value;
    return ok(answerOf(noted.value, changes.length === 0 ? NOTHING_SENT : sendMails(ports, letters, standing.last)));
  });
}

function planOf(ports: Ports, today: LedgerDate): Plan {
  const snapshot = ports.workbook.read();
  const { ledger } = readLedger(snapshot);
  const standing = standingOf(ledger.log.records, ports.mail.mark(), today);
  const quota = ports.mail.quotaLeft();
  const { writable, wrong } = withGoodAddresses(ledger);
  const options = { quota, sent: standing.sent, dossiers: dossiersOf(ledger) };
  const { mails, postponed, drafts, unreachable } = remindersOn(writable, today, options);
  const linkOf = mails.length === 0 ? () => '' : linksTo(ledger, snapshot, ports.mail.ledgerUrl());
  return {
    letters: mails.map((digest): Letter => {
      const urls = digest.items.map(({ issue }) => linkOf(issue));
      return { ...writeMail(digest, linkOf), number: digest.number, digest, urls };
    }),
    postponed,
    unreachable: unreachable.map((one) =>
      one.why === REMINDERS.noMail && wrong.has(one.name) ? { ...one, why: '“名单”中的邮箱写法不对' } : one,
    ),
    standing,
    quota,
    snapshot,
    changes: logged(ports, ledger, ...standing.drafts, ...drafts, ...mails.flatMap((mail) => mail.drafts)),
  };
}

/** An address the mail service would refuse is none: it must not stop the others, nor use up a number. */
function withGoodAddresses(ledger: Ledger): { writable: Ledger; wrong: ReadonlySet<string> } {
  const wrong = new Set<string>();
  const records = ledger.people.records.map((person) => {
    const mail = mailOf(person);
    if (mail === '' || /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(mail)) return person;
    wrong.add(person.name);
    return { ...person, mail: '' };
  });
  return { writable: wrong.size === 0 ? ledger : { ...ledger, people: { ...ledger.people, records } }, wrong };
}

/** Addresses of the rows in which issues stand now. */
function linksTo({ issues }: Ledger, { grids }: Snapshot, base: string): (issue: number) => string {
  const sheet = grids.find(({ title }) => title === TABS.issues.title)?.sheetId ?? 0;
  const column = issues.columns.number ?? 0;
  const rows = new Map(issues.records.map(({ number }, at) => [number, issues.rows[at] ?? 1]));
  return (issue) => `${base}#gid=${sheet}&range=${a1(rows.get(issue) ?? 1, column)}`;
}

function answerOf(plan: Plan, { sent, unsent, doubtful }: Outcome): Gives<'remind'> {
  const { letters, postponed, unreachable, standing, quota } = plan;
  return {
    mails: letters.map(({ to, subject, body, digest: { name, level, number, items }, urls }) => ({
      ...{ to, name, level, number, subject, body },
      items: items.map((item, at) => ({ ...item, url: urls[at] ?? '' })),
    })),
    postponed: postponed.map(({ to, name }) => ({ to, name })),
    unreachable,
    doubtful: [
      ...standing.doubtful,
      ...letters
        .filter(({ digest }) => doubtful.includes(digest.number))
        .map(({ to, digest }) => `${digest.number}（${digest.name} ${to}）`),
    ],
    sent,
    unsent,
    quotaLeft: Math.max(0, quota - sent),
  };
}
