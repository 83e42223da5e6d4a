/** Reminders of a day: one digest for each person, its numbers and its log rows, and nothing said twice. */
import type { Ledger } from '../ledger/ledger';
import { type LogEntry, TABS } from '../ledger/schema';
import { addDays, type LedgerDate } from '../text/dates';
import type { LogDraft } from '../workflow/chain';
import { subjectOf } from '../workflow/course';
import { type Dossier, dossiersOf } from '../workflow/dossier';
import { mailOf, type World } from '../workflow/people';
import { compare } from './counts';
import { LEVELS, type Level, type Reason, reasonsOf, rulesOf } from './reasons';
import { REMINDERS } from './wording';

export interface DigestItem {
  issue: number;
  title: string;
  /** Plain words, as `已逾期7天`. */
  reason: string;
  level: Level;
  /** `督办〔2026〕3号`; `''` for a mere reminder. */
  number: string;
}

/** One mail to one person. */
export interface Digest {
  to: string;
  name: string;
  /** The gravest of its items. */
  level: Level;
  /** `提醒〔2026〕12号`. */
  number: string;
  subject: string;
  items: DigestItem[];
  /** What 办理记录 says once it is sent; time and actor are the caller's. */
  drafts: Omit<LogDraft, 'at' | 'actor'>[];
}

export interface Reminders {
  /** Those to be sent today, the longest waiting first, then the gravest. */
  mails: Digest[];
  /** Those beyond the quota, without number and drafts; what they say will be said next day. */
  postponed: Digest[];
  /** Log rows besides those of the mails: that mails were put off. */
  drafts: Omit<LogDraft, 'at' | 'actor'>[];
  /** Names nobody can write to, why, and the issues concerned. */
  unreachable: { name: string; why: string; issues: number[] }[];
}

/** What 办理记录 tells of the mails so far. */
export interface Sent {
  /** `mail key` of every occasion a person was told of. */
  told: ReadonlySet<string>;
  /** Number of each step of escalation by `issue deadline level`. */
  steps: ReadonlyMap<string, string>;
  /** The last number of each `level year`. */
  last: ReadonlyMap<string, number>;
  /** The first day whose occasions may still be untold. */
  from: LedgerDate;
  /** Today's log says already that mails were put off. */
  postponed: boolean;
}

const NUMBER = /^(提醒|督办|告诫)〔(\d{4})〕(\d+)号$/;
/** Keys in one log row: a cell holds 50,000 characters. */
const KEYS_A_ROW = 1000;

/**
 * What was sent before `today`, and today. Days since the last mail are looked back on, so that a day on which the
 * trigger failed is made up for; a ledger without any mail starts with today.
 */
export function sentIn(log: readonly LogEntry[], today: LedgerDate): Sent {
  const told = new Set<string>();
  const steps = new Map<string, string>();
  const last = new Map<string, number>();
  let lastDay = '';
  let putOff = { on: '', since: '' };
  for (const { action, at, subject, reasonClass, parts } of log) {
    if (!isLevel(action)) continue;
    const day = at.slice(0, 10);
    const [, level = '', year = '', sequence = ''] = NUMBER.exec(reasonClass) ?? [];
    if (level !== '') last.set(`${level} ${year}`, Math.max(last.get(`${level} ${year}`) ?? 0, Number(sequence)));
    if (action !== '提醒') {
      steps.set(`${subject.slice(TABS.issues.title.length).trim()} ${parts} ${action}`, reasonClass);
      continue;
    }
    if (day > lastDay) lastDay = day;
    if (subject === TABS.people.title) {
      if (day >= putOff.on) putOff = { on: day, since: parts };
      continue;
    }
    const mail = subject.slice(TABS.people.title.length).trim();
    for (const key of parts.split('\n')) told.add(`${mail} ${key}`);
  }
  const isOpen = putOff.on !== '' && putOff.on === lastDay;
  const from = isOpen ? putOff.since : lastDay === '' ? today : addDays(lastDay, 1);
  return { told, steps, last, from: from < today ? from : today, postponed: isOpen && putOff.on === today };
}

export interface RemindOptions {
  /** Mails that may still be sent today; without it all are. */
  quota?: number;
  /** As `sentIn` of the ledger's log gives it. */
  sent?: Sent;
  /** The ledger's own, when the caller has made them already. */
  dossiers?: ReadonlyMap<number, Dossier>;
}

/** The digests due on a day; the same ledger gives the same, and what was sent and logged is not due again. */
export function remindersOn(ledger: Ledger, today: LedgerDate, options: RemindOptions = {}): Reminders {
  const { settings, people, delegations, log } = ledger;
  const { quota = Infinity, sent = sentIn(log.records, today), dossiers = dossiersOf(ledger) } = options;
  const world: World = { people: people.records, delegations: delegations.records, settings, today };
  const rules = rulesOf(settings);
  const digests = new Map<string, Waiting>();
  const unreachable = new Map<string, Reminders['unreachable'][number]>();
  for (const dossier of dossiers.values()) {
    for (const reason of reasonsOf(dossier, world, rules, sent.from)) gather(reason, sent, digests, unreachable);
  }
  const due = [...digests.values()].sort(
    (a, b) => compare(a.on, b.on) || gravest(b.reasons) - gravest(a.reasons) || compare(a.to, b.to),
  );
  const numbers = numbering(sent, today.slice(0, 4));
  const mails = due.slice(0, quota).map((waiting) => digestOf(waiting, settings.unit, today, numbers));
  const postponed = due.slice(mails.length).map((waiting) => digestOf(waiting, settings.unit, today, undefined));
  return {
    mails,
    postponed,
    drafts: postponed.length > 0 && !sent.postponed ? [putOffDraft(postponed.length, sent.from)] : [],
    unreachable: [...unreachable.values()].sort((a, b) => compare(a.name, b.name) || compare(a.why, b.why)),
  };
}

/** A mail as plain text, each item with a link to its row. */
export function digestText({ name, number, items }: Digest, linkOf: (issue: number) => string): string {
  const lines = items.map((item, at) => {
    const step = item.number === '' ? '' : `【${item.number}】`;
    return `${at + 1}. ${step}${REMINDERS.line(item.issue, item.title, item.reason)}\n   ${linkOf(item.issue)}`;
  });
  return [REMINDERS.greeting(name), '', ...lines, '', REMINDERS.foot(number)].join('\n');
}

/** What one person is to be told. */
interface Waiting {
  to: string;
  name: string;
  reasons: Reason[];
  keys: string[];
  /** The day its oldest occasion arose. */
  on: LedgerDate;
}

function gather(
  reason: Reason,
  sent: Sent,
  digests: Map<string, Waiting>,
  unreachable: Map<string, Reminders['unreachable'][number]>,
): void {
  const seen = new Set<string>();
  for (const who of reason.to) {
    if (!('person' in who)) {
      const { name, why } = who;
      const known = unreachable.get(`${name} ${why}`) ?? { name, why, issues: [] };
      unreachable.set(`${name} ${why}`, known);
      if (!known.issues.includes(reason.issue)) known.issues.push(reason.issue);
      continue;
    }
    const to = mailOf(who.person);
    const fresh = reason.occasions.filter(({ key }) => !sent.told.has(`${to} ${key}`));
    if (fresh.length === 0 || seen.has(to)) continue;
    seen.add(to);
    const waiting = digests.get(to) ?? { to, name: who.person.name || to, reasons: [], keys: [], on: '9999' };
    digests.set(to, waiting);
    waiting.reasons.push(reason);
    for (const { key, on } of fresh) {
      waiting.keys.push(key);
      if (on < waiting.on) waiting.on = on;
    }
  }
}

interface Numbers {
  next(level: Level): string;
  /** The step's number, and whether it is new. */
  ofStep(reason: Reason): { number: string; isNew: boolean };
}

/** 〔年〕号: from 1 each year, each level for itself. */
function numbering({ last, steps }: Sent, year: string): Numbers {
  const counts = new Map(last);
  const given = new Map(steps);
  const next = (level: Level): string => {
    const count = (counts.get(`${level} ${year}`) ?? 0) + 1;
    counts.set(`${level} ${year}`, count);
    return REMINDERS.number(level, year, count);
  };
  return {
    next,
    ofStep({ issue, step, level }) {
      if (step === undefined) return { number: '', isNew: false };
      const key = `${issue} ${step.deadline} ${level}`;
      const known = given.get(key);
      const number = known ?? next(level);
      given.set(key, number);
      return { number, isNew: known === undefined };
    },
  };
}

function digestOf(waiting: Waiting, unit: string, today: LedgerDate, numbers: Numbers | undefined): Digest {
  const { to, name, keys } = waiting;
  const reasons = [...waiting.reasons].sort(
    (a, b) =>
      LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) ||
      (b.overdue ?? -Infinity) - (a.overdue ?? -Infinity) ||
      a.issue - b.issue ||
      compare(a.words, b.words),
  );
  const level = reasons[0]?.level ?? '提醒';
  const number = numbers?.next('提醒') ?? '';
  const drafts: Digest['drafts'] = [];
  const items = reasons.map((reason): DigestItem => {
    const step = numbers?.ofStep(reason) ?? { number: '', isNew: false };
    if (step.isNew && reason.step !== undefined) {
      const { deadline, words } = reason.step;
      const subject = subjectOf(reason.issue);
      drafts.push({ action: reason.level, subject, reason: words, reasonClass: step.number, parts: deadline });
    }
    return { issue: reason.issue, title: reason.title, reason: reason.words, level: reason.level, number: step.number };
  });
  const told = LEVELS.flatMap((one) => {
    const count = items.filter((item) => item.level === one).length;
    return count === 0 ? [] : [`${one}${count}项`];
  });
  for (let at = 0; numbers !== undefined && at < keys.length; at += KEYS_A_ROW) {
    drafts.push({
      action: '提醒',
      subject: `${TABS.people.title} ${to}`,
      reason: REMINDERS.mailed(name, told.join('、')),
      reasonClass: number,
      parts: keys.slice(at, at + KEYS_A_ROW).join('\n'),
    });
  }
  const subject = REMINDERS.subject(unit, level, items.length, today);
  return { to, name, level, number, subject, items, drafts };
}

function gravest(reasons: readonly Reason[]): number {
  return Math.max(...reasons.map(({ level }) => LEVELS.indexOf(level)));
}

function putOffDraft(mails: number, since: LedgerDate): Omit<LogDraft, 'at' | 'actor'> {
  return { action: '提醒', subject: TABS.people.title, reason: REMINDERS.postponed(mails), parts: since };
}

function isLevel(action: string): action is Level {
  return LEVELS.some((level) => level === action);
}
