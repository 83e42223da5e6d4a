/** The attachment 整改台账: a wide table of the issues, in roles and departments, never in persons' names. */
import type { Ledger } from '../ledger/ledger';
import type { Issue, Person } from '../ledger/schema';
import { namesIn } from '../progress/statistics';
import { formatChineseDate } from '../text/dates';
import { type AspectSection, issuesIn } from './arrange';
import type { Table } from './document';
import { measuresByIssue, publicIssue } from './issues';
import { printedTexts } from './measures';
import { closeUnmarked, linesOf } from './paragraphs';
import { LEDGER_HEADERS, PUBLIC_STATUS } from './wording';

/**
 * A post, made of words for posts and bodies alone (`分管副局长`, `党组书记`): whatever else a cell holds — `王局长` — may be
 * a person's name.
 */
const POST =
  /^(?:党组|党委|党总支|党支部|支部|纪委|纪检监察组|纪检|行政|县|市|区|镇|乡|局|院|校|所|站|中心|机关|单位|部门|科室|股室|办公室|整改办|分管|主要|主管|常务|副|总|各|全体|有关|相关|责任|班子|领导|第一)*(?:书记|局长|主任|院长|校长|园长|所长|处长|科长|股长|站长|队长|部长|县长|市长|区长|镇长|乡长|组长|会长|理事长|董事长|经理|主席|委员|领导|负责人|责任人|班子|成员|党组|党委|支部|小组)$/;

type Column = Table['columns'][number];

/** The table of the issues the report prints, one row each, in its order; a column nobody filled in is left out. */
export function ledgerTable(ledger: Ledger, sections: readonly AspectSection[]): Table {
  const { settings, people } = ledger;
  const measures = measuresByIssue(ledger.measures.records);
  const issues = issuesIn(sections);
  const general = (issue: Issue): boolean => issue.publicity === '概括公开';
  const work = (issue: Issue): string => {
    if (general(issue)) return publicIssue(issue, measures, settings).text;
    const texts = printedTexts(issue.number === null ? [] : (measures.get(issue.number) ?? []));
    if (texts.length < 2) return closeUnmarked(texts[0] ?? '');
    return texts.map((text, i) => `${i + 1}.${closeUnmarked(text)}`).join('\n');
  };
  const cells: [Column, (issue: Issue, index: number) => string][] = [
    [column('sequence', 4.5, 'center'), (_, index) => String(index + 1)],
    [column('aspect', 11, 'left'), ({ aspect }) => aspect],
    [column('title', 16, 'left'), (issue) => (general(issue) ? (linesOf(issue.publicText)[0] ?? '') : issue.title)],
    [column('measures', 31, 'left'), work],
    [column('leader', 8.5, 'center'), ({ leader }) => rolesIn(leader, people.records)],
    [column('department', 9, 'center'), ({ department }) => namesIn(department).join('、')],
    [column('deadline', 12, 'center'), deadlineText],
    [column('status', 8, 'center'), ({ state }) => PUBLIC_STATUS[state || '未启动']],
  ];
  const optional: readonly string[] = [LEDGER_HEADERS.aspect, LEDGER_HEADERS.leader, LEDGER_HEADERS.department];
  const kept = cells.filter(
    ([{ header }, text]) => !optional.includes(header) || issues.some((issue, i) => text(issue, i).trim() !== ''),
  );
  const total = kept.reduce((sum, [{ share }]) => sum + share, 0);
  return {
    columns: kept.map(([{ share, ...rest }]) => ({ ...rest, share: share / total })),
    rows: issues.map((issue, index) => kept.map(([, text]) => linesOf(text(issue, index)).join('\n'))),
  };
}

function column(id: keyof typeof LEDGER_HEADERS, share: number, align: Column['align']): Column {
  return { header: LEDGER_HEADERS[id], share, align };
}

/** The posts of the leaders: from 名单 by name or address, else the cell's own words where they are a post's. */
function rolesIn(leaders: string, people: readonly Person[]): string {
  const roles = namesIn(leaders).flatMap((leader) => {
    if (leader === '') return [];
    const person = people.find(({ name, mail }) => name.trim() === leader || mail.trim() === leader);
    if (person) return person.position.trim() === '' ? [] : [person.position.trim()];
    return POST.test(leader) ? [leader] : [];
  });
  return [...new Set(roles)].join('、');
}

function deadlineText({ deadline, deadlineKind }: Issue): string {
  if (deadlineKind === '长期坚持' || deadline === null) return deadlineKind;
  return formatChineseDate(deadline);
}
