/** 后续进展报告: what has become of the issues since an earlier report, for everybody to read. */
import { PUBLIC_STATUS } from '../../intake/status';
import { type Result, refuse } from '../../ledger/fault';
import type { Ledger } from '../../ledger/ledger';
import type { LogEntry } from '../../ledger/schema';
import { countIssues } from '../../progress/counts';
import { isSettled } from '../../progress/deadlines';
import { sumOutcomes } from '../../progress/outcomes';
import { bySequence } from '../../workflow/chain';
import { subjectOf } from '../../workflow/course';
import { withheldIn } from '../arrange';
import { measuresByIssue, publicIssue, publicityFaults } from '../issues';
import { progressText, yieldText } from '../summary';
import { partyBodyName, roundName } from '../title';
import { withheldSentence } from '../wording';
import { narrated } from './narrated';
import { dated, type Page } from './page';
import { type Changed, differenceSince } from './then';
import type { Composed, KindOptions } from './types';
import * as words from './wording';

/** Changes told issue by issue. */
const TOLD = ['closed', 'ongoing', 'reopened', 'open', 'ended', 'added'] as const;

/** Fault `no-since`; and those of 公开表述 and of placeholders. */
export function followUpReport(ledger: Ledger, { since, today }: KindOptions): Result<Composed> {
  if (since === undefined) return refuse({ code: 'no-since', message: words.NO_SINCE });
  const faults = publicityFaults(ledger);
  if (faults.length > 0) return refuse(...faults);
  const { settings } = ledger;
  const day = since.generatedAt.slice(0, 10);
  return narrated(ledger, '后续进展报告', today, {
    title: words.followUpTitle(partyBodyName(settings), roundName(settings)),
    heading: words.FOLLOW_UP,
    contact: settings.contact,
    tell(page, { issues }) {
      const { changed, before, gone } = differenceSince(ledger, since.basis);
      const count = (wanted: Changed['change']): number => changed.filter(({ change }) => change === wanted).length;
      const groups = TOLD.map((id) => words.counted(words.CHANGES[id], count(id)));
      const counts = countIssues(before, day);
      page.say(
        words.standing(dated(day), counts.total, progressText(counts)) +
          words.standing(dated(today), issues.total, progressText(issues)) +
          words.sinceThen(dated(day), groups, count('same'), gone) +
          withheldSentence(withheldIn(ledger.issues.records)),
      );
      tellIssues(page, ledger, changed, since.basis);
      const outcomes = ledger.outcomes.records.filter(({ date }) => date !== null && date > day && date <= today);
      const yields = yieldText(sumOutcomes(outcomes.filter((outcome) => outcome.public)));
      if (yields === '') return;
      page.head(2, words.RESULTS);
      page.say(`${yields}。`);
    },
  });
}

function tellIssues(page: Page, ledger: Ledger, changed: readonly Changed[], basis: number): void {
  const measures = measuresByIssue(ledger.measures.records);
  const decided = decidedSince(ledger.log.records, basis);
  for (const id of TOLD) {
    const some = changed.filter(({ issue, change }) => change === id && issue.publicity !== '不公开');
    if (some.length > 0) page.head(2, words.issuesThat(words.CHANGES[id]));
    for (const { issue, before } of some) {
      const state = issue.state || '未启动';
      const { headline, text } = publicIssue(issue, measures, ledger.settings);
      const { reopened = '', extended } = decided.get(subjectOf(issue.number)) ?? {};
      const extension = extended === undefined ? '' : words.extendedFrom(dated(before?.deadline ?? null), extended);
      const open = isSettled(state) ? '' : words.inBrackets(reopened, extension);
      page.head(3, headline);
      page.say(text, words.publicState(PUBLIC_STATUS[state], isSettled(state) ? '' : dated(issue.deadline), open));
    }
  }
}

/**
 * What the log has decided on deadlines since row `basis`, by subject: the last reopening, and of a later extension the
 * class of its reason; the reason itself is for the unit alone.
 */
function decidedSince(log: readonly LogEntry[], basis: number): Map<string, { reopened?: string; extended?: string }> {
  const asked = new Map<string, string>();
  const decided = new Map<string, { reopened?: string; extended?: string }>();
  for (const { action, subject, sequence, reasonClass, at } of bySequence(log)) {
    if (action === '申请延期') asked.set(subject, reasonClass);
    if ((sequence ?? 0) <= basis) continue;
    if (action === '重新整改') decided.set(subject, { reopened: words.reopenedSince(dated(at)) });
    if (action === '延期') {
      const why = reasonClass || (asked.get(subject) ?? '');
      decided.set(subject, { ...decided.get(subject), extended: why === '其他' ? '' : why });
    }
  }
  return decided;
}
