/** 三清单: what is wrong, what is done about it, and who answers for it, each a table across the page. */

import type { Result } from '../../ledger/fault';
import type { Ledger } from '../../ledger/ledger';
import { formatChineseDate } from '../../text/dates';
import { normaliseParagraph } from '../../text/punctuation';
import { PACK } from '../pack/wording';
import { startPage } from './page';
import { inOrderOf, issuesOf, recordTable } from './tables';
import type { Composed, KindOptions } from './types';
import { LISTS, listsSaid, listsTitle } from './wording';

/** An internal paper, with 具体表现 and persons' names; cancelled measures are no tasks. */
export function listsOf(ledger: Ledger, { today }: KindOptions): Result<Composed> {
  const { settings, measures } = ledger;
  const issues = issuesOf(ledger);
  const tasks = measures.records.filter(({ state }) => state !== '已取消');
  const page = startPage(
    listsTitle(normaliseParagraph(settings.unit), settings.inspectionKind),
    settings,
    PACK.internal,
  );
  page.say(listsSaid(formatChineseDate(today), issues.length, tasks.length));
  const [problems, work, duties] = LISTS;
  return page.close(today, {
    attached: [
      [problems, recordTable('issues', issues, 'number', 'aspect', 'group', 'title', 'detail', 'deadlineKind')],
      [
        work,
        recordTable(
          'measures',
          inOrderOf(issues, tasks),
          'issue',
          'id',
          'content',
          'period',
          'department',
          'person',
          'deadline',
          'state',
        ),
      ],
      [
        duties,
        recordTable(
          'issues',
          issues,
          'number',
          'title',
          'leader',
          'department',
          'person',
          'deadlineKind',
          'deadline',
          'state',
        ),
      ],
    ],
  });
}
