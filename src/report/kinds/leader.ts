/** 组织落实情况报告 of the unit's 主要负责人: the narrative, and what the ledger and its log can prove. */
import type { Result } from '../../ledger/fault';
import type { Ledger } from '../../ledger/ledger';
import type { Issue, LogEntry } from '../../ledger/schema';
import { compare, countIssues } from '../../progress/counts';
import { isSettled } from '../../progress/deadlines';
import { namesIn } from '../../progress/statistics';
import { bySequence } from '../../workflow/chain';
import { mailOf } from '../../workflow/people';
import { openedUp } from '../arrange';
import type { Table } from '../document';
import { overallOf } from '../pack/overall';
import { PACK } from '../pack/wording';
import { progressText } from '../summary';
import { partyBodyName, roundName } from '../title';
import { eventOf, evidenceNamed, issueIn } from './clauses';
import { narrated } from './narrated';
import { dated, type Page } from './page';
import { issuesOf, recordTable } from './tables';
import type { Composed, KindOptions } from './types';
import * as words from './wording';

const ROLE = '主要负责人';

/** Decisions are theirs when they made them, or somebody whom they had empowered. */
export function leaderReport(plain: Ledger, { today, world }: KindOptions): Result<Composed> {
  const ledger = openedUp(plain);
  const { settings } = ledger;
  const issues = issuesOf(ledger);
  const heads = world.people.filter(({ role }) => role === ROLE);
  const mails = heads.map(mailOf).filter((mail) => mail !== '');
  const names = [...heads.map(({ name }) => name.trim()), ...mails];
  const led = issues.filter(({ leader }) => namesIn(leader).some((name) => names.includes(name)));
  const post = words.leaderPost(partyBodyName(settings));
  const [heading, own, decided, met, open] = words.LEADER;
  return narrated(ledger, '组织落实情况报告', today, {
    title: words.leaderTitle(post, roundName(settings)),
    author: post + (heads.length === 1 ? (names[0] ?? '') : ''),
    addressee: settings.inspectionTeam.trim() || words.ADDRESSEE,
    heading,
    tell(page, statistics) {
      if (heads.length === 0) page.say(words.NO_LEADER);
      page.head(2, PACK.headings.overall);
      page.say(...overallOf(statistics).slice(0, 2));
      page.head(2, own);
      page.say(words.ledCount(led.length, progressText(countIssues(led, today))));
      if (led.length > 0) page.tabulate(issueTable(led));
      page.head(2, decided);
      tellDecisions(page, bySequence(ledger.log.records), mails);
      page.head(2, met);
      page.say(
        words.meetings(statistics.outcomes.会议.number),
        ...ledger.outcomes.records
          .filter(({ kind }) => kind === '会议')
          .sort((a, b) => compare(a.date ?? '', b.date ?? ''))
          .map((meeting) => `${evidenceNamed({ ...meeting, name: meeting.matter })}。`),
      );
      page.head(2, open);
      page.tabulate(issueTable(issues.filter(({ state }) => !isSettled(state))));
    },
  });
}

function tellDecisions(page: Page, log: readonly LogEntry[], mails: readonly string[]): void {
  const own = log.filter(({ actor, actingFor }) => mails.includes(actor) || mails.includes(actingFor));
  const as = (action: LogEntry['action']): LogEntry[] =>
    own.filter((entry) => entry.action === action && (entry.step === ROLE || eventOf(entry) !== ''));
  const [signed, granted, refused] = [as('签批'), as('延期'), as('不予延期')];
  const delegated = signed.filter(({ actingFor }) => mails.includes(actingFor)).length;
  page.say(
    words.decisions(signed.length, delegated, as('退回').length, granted.length, refused.length),
    ...signed.map((entry) => `${issueIn(entry)}：${dated(entry.at)}签批。`),
    ...[...granted, ...refused].map((entry) => `${issueIn(entry)}：${eventOf(entry)}。`),
  );
}

function issueTable(issues: readonly Issue[]): Table {
  return recordTable('issues', issues, 'number', 'title', 'department', 'deadline', 'state');
}
