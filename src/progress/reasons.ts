/** Why somebody is reminded of an issue on a day: the rules of 设置 held against its deadline and what it waits for. */
import type { Person } from '../ledger/schema';
import type { Settings } from '../ledger/settings';
import { addDays, daysBetween, type LedgerDate } from '../text/dates';
import { splitNames } from '../text/names';
import type { Dossier } from '../workflow/dossier';
import { stepNow } from '../workflow/guards';
import { mailOf, signersOf, type World } from '../workflow/people';
import { isSettled } from './deadlines';
import { decidersNow, signersNow } from './turns';
import { REMINDERS } from './wording';

export const LEVELS = ['提醒', '督办', '告诫'] as const;
export type Level = (typeof LEVELS)[number];

export interface Reason {
  issue: number;
  title: string;
  /** Its occasions: the same for the same person has the same key for ever (`3 2026-06-30 +7`), and arose on one day. */
  occasions: { key: string; on: LedgerDate }[];
  level: Level;
  /** In plain words, as `已逾期7天`. */
  words: string;
  /** Days after the deadline, negative before it; null when the reason is a decision that is waited for. */
  overdue: number | null;
  to: Recipient[];
  /** The step of escalation it has come to; absent for a mere reminder. */
  step?: { deadline: LedgerDate; words: string };
}

/** A person of 名单, or a name that can't be written to, and why. */
export type Recipient = { person: Person } | { name: string; why: string };

/** 设置 as numbers; every list in days, rising. */
export interface Rules {
  before: number[];
  onDay: boolean;
  overdue: number[];
  /** 0: no reminders of decisions. */
  waiting: number;
  /** 0: no such step. */
  superviseAfter: number;
  warnAfter: number;
}

/** Interval of reminders after the last day of 逾期提醒天数, in days. */
const REPEAT = 30;

export function rulesOf(settings: Settings): Rules {
  return {
    before: daysIn(settings.remindBefore),
    onDay: settings.remindOnDay === '是',
    overdue: daysIn(settings.remindOverdue),
    waiting: settings.remindWaiting ?? 0,
    superviseAfter: settings.superviseAfter ?? 0,
    warnAfter: settings.warnAfter ?? 0,
  };
}

/** The whole numbers from 1 on in a text, rising, each once; `无` has none. */
function daysIn(text: string): number[] {
  const days = (text.match(/\d+/g) ?? []).map(Number).filter((day) => day > 0);
  return [...new Set(days)].sort((a, b) => a - b);
}

/**
 * The reasons of an issue: of the rules' days from `from` to today only the latest; a step of escalation, or a decision
 * waited for, as long as it lasts. The keys of their occasions tell who knows already.
 */
export function reasonsOf(dossier: Dossier, world: World, rules: Rules, from: LedgerDate): Reason[] {
  const { issue } = dossier;
  // 自查完成: nobody in the unit can do more
  if (issue.number === null || isSettled(issue.state) || issue.state === '自查完成') return [];
  return [...deadlineReasons(dossier, world, rules, from), ...waitingReasons(dossier, world, rules)];
}

function deadlineReasons(dossier: Dossier, world: World, rules: Rules, from: LedgerDate): Reason[] {
  const { number: issue, title, deadline } = dossier.issue;
  if (issue === null || deadline === null) return [];
  const overdue = daysBetween(deadline, world.today);
  const level = levelAt(overdue, rules);
  const mark = lastMark(overdue, Math.max(0, daysBetween(from, world.today)), rules);
  const occasions = mark === undefined ? [] : [{ key: `${issue} ${deadline} ${mark}`, on: addDays(deadline, mark) }];
  const base = { issue, title, level, words: wordsAt(overdue), overdue };
  const turn = turnOf(dossier, world);
  if (level === '提醒') return occasions.length === 0 ? [] : [{ ...base, occasions, to: turn }];
  const isSupervised = level === '督办';
  const higher = ofRole(world.settings[isSupervised ? 'superviseRole' : 'warnRole'], dossier, world);
  const names = higher.map((who) => ('person' in who ? who.person.name : who.name)).join('、');
  const since = addDays(deadline, isSupervised ? rules.superviseAfter : rules.warnAfter);
  return [
    {
      ...base,
      occasions: [...occasions, { key: `${issue} ${deadline} ${level}`, on: since }],
      to: [...turn, ...higher],
      step: { deadline, words: REMINDERS.step(overdue, names, level) },
    },
  ];
}

function levelAt(overdue: number, { superviseAfter, warnAfter }: Rules): Level {
  if (warnAfter > 0 && overdue >= warnAfter) return '告诫';
  return superviseAfter > 0 && overdue >= superviseAfter ? '督办' : '提醒';
}

/** The latest day of the rules within the last `back` days and today, in days after the deadline. */
function lastMark(overdue: number, back: number, { before, onDay, overdue: after }: Rules): number | undefined {
  const last = after[after.length - 1];
  const repeated = last === undefined || overdue <= last ? [] : [last + Math.floor((overdue - last) / REPEAT) * REPEAT];
  const marks = [...before.map((days) => -days), ...(onDay ? [0] : []), ...after, ...repeated];
  const reached = marks.filter((mark) => mark <= overdue && mark >= overdue - back);
  return reached.length === 0 ? undefined : Math.max(...reached);
}

function wordsAt(overdue: number): string {
  if (overdue === 0) return REMINDERS.onDay;
  return overdue < 0 ? REMINDERS.before(-overdue) : REMINDERS.overdue(overdue);
}

/** A signature or a decision on an extension waited for more than 待办提醒天数; told anew each time as many have passed. */
function waitingReasons(dossier: Dossier, world: World, { waiting }: Rules): Reason[] {
  const { attempt, extension } = dossier.course;
  const { number, title } = dossier.issue;
  if (waiting === 0 || number === null) return [];
  const { today } = world;
  const reasons: Reason[] = [];
  const add = (since: string, kind: string, words: (days: number) => string, to: Recipient[]): void => {
    const day = since.slice(0, 10);
    const days = daysBetween(day, today);
    if (days <= waiting) return;
    const mark = Math.floor((days - 1) / waiting) * waiting;
    const occasion = { key: `${number} ${day} ${kind}${mark}`, on: addDays(day, mark + 1) };
    reasons.push({ issue: number, title, occasions: [occasion], level: '提醒', words: words(days), overdue: null, to });
  };
  const step = stepNow(dossier);
  if (attempt !== null && step !== undefined) {
    const signed = attempt.signatures.length;
    const since = attempt.signatures[signed - 1]?.at ?? attempt.at;
    add(since, `签${signed}+`, (days) => REMINDERS.toSign(step, days), reachable(signersNow(dossier, world)));
  }
  if (extension !== null) {
    const { at, to } = extension;
    add(at, '延+', (days) => REMINDERS.toExtend(to, days), reachable(decidersNow(dossier, world)));
  }
  return reasons;
}

/** Who can move the issue on: those who may sign, while an application is under way; else its 责任人. */
function turnOf(dossier: Dossier, world: World): Recipient[] {
  if (dossier.course.attempt !== null) {
    const signers = signersNow(dossier, world);
    if (signers.length > 0) return reachable(signers);
  }
  const names = splitNames(dossier.issue.person);
  return names.length === 0 ? [{ name: '', why: REMINDERS.nobody }] : names.map((name) => named(name, world.people));
}

function ofRole(role: Settings['superviseRole'], dossier: Dossier, world: World): Recipient[] {
  const people = signersOf(role, dossier.issue, world.people);
  return people.length === 0 ? [{ name: role, why: REMINDERS.role(role) }] : reachable(people);
}

function named(name: string, people: readonly Person[]): Recipient {
  const found = people.filter((person) => person.name === name);
  const [person] = found;
  if (person === undefined) return { name, why: REMINDERS.notListed };
  if (found.length > 1) return { name, why: REMINDERS.ambiguous };
  return mailOf(person) === '' ? { name, why: REMINDERS.noMail } : { person };
}

function reachable(people: readonly Person[]): Recipient[] {
  return people.map((person) => (mailOf(person) === '' ? { name: person.name, why: REMINDERS.noMail } : { person }));
}
