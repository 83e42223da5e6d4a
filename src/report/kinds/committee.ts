/** 整改情况报告, to the committee that inspected: the ledger in full, issue by issue, with its tables. */
import type { Result } from '../../ledger/fault';
import type { Ledger } from '../../ledger/ledger';
import type { ColumnId, Issue, Measure } from '../../ledger/schema';
import { byNumber, grouped } from '../../progress/grouping';
import { namesIn } from '../../progress/statistics';
import { subjectOf } from '../../workflow/course';
import { arrangeIssues, issuesIn, openedUp } from '../arrange';
import { measuresByIssue } from '../issues';
import { leadersNamed } from '../ledgerTable';
import { inOrder, printedTexts } from '../measures';
import { overallOf } from '../pack/overall';
import { leaderTable } from '../pack/tables';
import { PACK } from '../pack/wording';
import { heading } from '../paragraphs';
import { partyBodyName, roundName } from '../title';
import { CATALOGUE } from '../wording';
import { eventOf, evidenceNamed, measureText, said } from './clauses';
import { narrated } from './narrated';
import { dated, inSentence, type Page } from './page';
import { headerOf, inOrderOf, issuesOf, recordTable } from './tables';
import type { Composed, KindOptions } from './types';
import * as words from './wording';

export function committeeReport(plain: Ledger, { today }: KindOptions): Result<Composed> {
  const ledger = openedUp(plain);
  const { settings } = ledger;
  const { inspectionKind } = settings;
  const issues = issuesOf(ledger);
  const measures = measuresByIssue(ledger.measures.records);
  return narrated(ledger, '整改情况报告', today, {
    title: words.committeeTitle(partyBodyName(settings), roundName(settings)),
    addressee: settings.inspectionTeam.trim() || words.ADDRESSEE,
    heading: words.committeeHeading(inspectionKind),
    tell(page, statistics) {
      page.head(2, PACK.headings.overall);
      page.say(...overallOf(statistics));
      const { columns, rows } = leaderTable(statistics.aspects);
      const [first, ...rest] = columns;
      const own = { share: 40, align: 'center', ...first, header: headerOf('issues', 'aspect') } as const;
      if (rows.length > 0) page.tabulate({ columns: [own, ...rest], rows });
      tellIssues(page, ledger, measures);
    },
    attached: [
      [
        words.account(inspectionKind),
        recordTable(
          'issues',
          issues,
          'number',
          'aspect',
          'title',
          [words.WORK, 280, ({ number }) => numbered(printedTexts(measures.get(number) ?? []))],
          'leader',
          'department',
          'person',
          'firstDeadline',
          'deadline',
          'state',
        ),
      ],
      [
        words.EVIDENCE_LIST,
        recordTable(
          'evidence',
          inOrderOf(issues, ledger.evidence.records),
          'issue',
          'id',
          'type',
          'name',
          'documentNumber',
          'date',
          'location',
        ),
      ],
    ],
  });
}

function tellIssues(page: Page, ledger: Ledger, measures: ReadonlyMap<number | null, Measure[]>): void {
  const evidence = grouped(ledger.evidence.records, ({ issue }) => [issue]);
  const log = grouped(
    byNumber(ledger.log.records, ({ sequence }) => sequence),
    ({ subject }) => [subject],
  );
  for (const section of arrangeIssues(ledger.issues.records)) {
    page.head(2, section.aspect || words.NO_ASPECT);
    for (const issue of issuesIn([section])) {
      const { number, inference, effect } = issue;
      const events = (log.get(subjectOf(number)) ?? []).map(eventOf).filter((event) => event !== '');
      page.blocks.push(...heading(3, CATALOGUE.issue(number, inSentence(issue.title))));
      page.say(
        standing(issue, ledger),
        ...inOrder(measures.get(number) ?? []).map(measureText),
        said('issues', 'inference', inference),
        said('issues', 'effect', effect),
        words.pieces((number === null ? [] : (evidence.get(number) ?? [])).map(evidenceNamed)),
        events.length === 0 ? '' : words.history(events),
      );
    }
  }
}

/** State, who answers for it, and both deadlines, each under its header. */
function standing(issue: Issue, { people }: Ledger): string {
  const { state, deadline } = issue;
  const closedOn = state === '已销号' || state === '长期坚持' ? dated(issue.closedOn) : '';
  const fields: [id: ColumnId<'issues'>, text: string][] = [
    ['state', (state || '未启动') + words.inBrackets(closedOn)],
    ['leader', leadersNamed(issue.leader, people.records)],
    ['department', namesIn(issue.department).join('、')],
    ['person', namesIn(issue.person).join('、')],
    ['deadlineKind', issue.deadlineKind],
    ['firstDeadline', dated(issue.firstDeadline ?? deadline)],
    ['deadline', dated(deadline)],
  ];
  return `${fields.map(([id, text]) => words.field(headerOf('issues', id), text || words.UNSET)).join('；')}。`;
}

function numbered(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : texts.map((text, i) => `${i + 1}.${text}`).join('\n');
}
