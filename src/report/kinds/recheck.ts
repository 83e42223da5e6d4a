/** 回头看情况: what was drawn and looked at again, how it was found, and what became of it, all from 办理记录. */
import type { Result } from '../../ledger/fault';
import type { Ledger } from '../../ledger/ledger';
import type { Issue, LogEntry } from '../../ledger/schema';
import { byNumber } from '../../progress/grouping';
import { normaliseParagraph } from '../../text/punctuation';
import { RECHECK_FINDINGS } from '../../workflow/actions';
import { bySequence } from '../../workflow/chain';
import { subjectOf } from '../../workflow/course';
import { nameOf } from '../../workflow/people';
import { overturnRate } from '../../workflow/recheck';
import { rateText } from '../pack/overall';
import { PACK } from '../pack/wording';
import { eventOf, issueIn, numberIn } from './clauses';
import { dated, inSentence, type Page, startPage } from './page';
import { headerOf, issuesOf, recordTable } from './tables';
import { type Composed, KIND_NAMES, type KindOptions } from './types';
import * as words from './wording';

const [FIRM] = RECHECK_FINDINGS;
type Issues = ReadonlyMap<string, Issue>;

/** An internal paper. The changes are those since the last report of this kind in the log. */
export function recheckReport(ledger: Ledger, { today, world }: KindOptions): Result<Composed> {
  const { settings } = ledger;
  const log = bySequence(ledger.log.records);
  const issues: Issues = new Map(issuesOf(ledger).map((issue) => [subjectOf(issue.number), issue]));
  const as = (action: LogEntry['action']): LogEntry[] => log.filter((entry) => entry.action === action);
  const findings = findingsOf(as('回头看'));
  const reopened = as('重新整改');
  const title = words.recheckTitle(normaliseParagraph(settings.unit), settings.inspectionKind);
  const page = startPage(title, settings, PACK.internal);
  const [drawn, found, dealt, anew, since] = words.RECHECK;
  const tell = (heading: string, sentences: readonly string[]): void => {
    page.head(1, heading);
    page.say(...(sentences.length === 0 ? [words.NONE] : sentences));
  };

  tell(
    drawn,
    as('抽样').map(({ at, reason }) => `${dated(at)}：${inSentence(reason)}。`),
  );
  const counts = RECHECK_FINDINGS.map((finding) =>
    words.counted(finding, findings.filter(({ reasonClass }) => reasonClass === finding).length),
  );
  tell(found, [words.recheckCounts(dated(today), findings.length, counts, rateText(overturnRate(log)))]);
  page.tabulate(
    recordTable(
      'log',
      findings,
      [headerOf('issues', 'number'), 75, numberIn],
      [headerOf('issues', 'title'), 240, ({ subject }) => issues.get(subject)?.title ?? PACK.unknownIssue],
      'round',
      [words.CHECKED_ON, 150, ({ at }) => at.slice(0, 10)],
      [words.CHECKED_BY, 100, ({ actor }) => nameOf(world.people, actor)],
      [found, 110, ({ reasonClass }) => reasonClass],
      'reason',
    ),
  );
  page.head(1, dealt);
  tellClasses(page, findings, reopened, issues);
  tell(
    anew,
    reopened.map((entry) =>
      words.reopened(issueIn(entry), eventOf(entry), issues.get(entry.subject)?.state || words.NONE),
    ),
  );
  tell(since, [changesOf(log)]);
  return page.close(today);
}

/** By 编号, one for each round of an issue: looking again replaces what was found before, as the rate counts. */
function findingsOf(rows: readonly LogEntry[]): LogEntry[] {
  const told = rows.filter(({ reasonClass }) => RECHECK_FINDINGS.some((finding) => finding === reasonClass));
  const last = new Map(told.map((entry) => [`${entry.subject} ${entry.round ?? 1}`, entry]));
  return byNumber([...last.values()], (entry) => Number(numberIn(entry)));
}

/** Each re-checked issue is in one of the three classes, by its last finding and what it is now. */
function tellClasses(page: Page, findings: readonly LogEntry[], reopened: readonly LogEntry[], issues: Issues): void {
  const classes: string[][] = words.CLASSES.map(() => []);
  const latest = new Map(byNumber(findings, ({ sequence }) => sequence).map((entry) => [entry.subject, entry]));
  for (const entry of findings) {
    if (latest.get(entry.subject) !== entry) continue;
    const { subject, reasonClass, sequence } = entry;
    const { title = PACK.unknownIssue, department = '', state = '' } = issues.get(subject) ?? {};
    const named = PACK.issue(Number(numberIn(entry)), inSentence(title), inSentence(department));
    const holds = reasonClass === FIRM;
    const at = holds && state === '已销号' ? 0 : holds && state === '长期坚持' ? 1 : 2;
    const anew = reopened.some((one) => one.subject === subject && (one.sequence ?? 0) > (sequence ?? 0));
    classes[at]?.push(at < 2 ? `${named}。` : words.again(named, reasonClass, anew));
  }
  words.CLASSES.forEach((name, i) => {
    const some = classes[i] ?? [];
    page.head(2, name + words.inBrackets(words.counted('', some.length)));
    page.say(...some);
  });
}

/** What the log tells since the last report of this kind. */
function changesOf(log: readonly LogEntry[]): string {
  const last = log.filter(({ action, reasonClass }) => action === '报告' && reasonClass === KIND_NAMES.recheck).pop();
  if (last === undefined) return words.FIRST;
  const since = log.filter(({ sequence }) => (sequence ?? 0) > (last.sequence ?? 0));
  const times = (wanted: (entry: LogEntry) => boolean): string => words.times(since.filter(wanted).map(issueIn));
  return words.changes(
    dated(last.at),
    times(({ action }) => action === '回头看'),
    times(({ action, reasonClass }) => action === '回头看' && reasonClass !== FIRM),
    times(({ action }) => action === '重新整改'),
    times(({ action, round }) => (action === '销号' || action === '转长期坚持') && (round ?? 1) > 1),
  );
}
