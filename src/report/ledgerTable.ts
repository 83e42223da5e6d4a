/** The attachment 整改台账: a wide table of the issues, in roles and departments, never in persons' names. */
import { PUBLIC_STATUS } from '../intake/status';
import type { Ledger } from '../ledger/ledger';
import type { Issue, Person } from '../ledger/schema';
import { namesIn } from '../progress/statistics';
import { formatChineseDate } from '../text/dates';
import { type AspectSection, issuesIn } from './arrange';
import type { Table } from './document';
import { type PrintedMeasures, printedByIssue, publicIssue } from './issues';
import { closeUnmarked, linesOf } from './paragraphs';
import { LEDGER_HEADERS } from './wording';

/**
 * A post, made of words for posts and bodies alone (`分管副局长`, `党组书记`): whatever else a cell holds — `王局长` — may be
 * a person's name.
 */
const POST =
  /^(?:党组|党委|党总支|党支部|支部|纪委|纪检监察组|纪检|行政|县|市|区|镇|乡|局|院|校|所|站|中心|机关|单位|部门|科室|股室|办公室|整改办|分管|主要|主管|常务|副|总|各|全体|有关|相关|责任|班子|领导|第一)*(?:书记|局长|主任|院长|校长|园长|所长|处长|科长|股长|站长|队长|部长|县长|市长|区长|镇长|乡长|组长|会长|理事长|董事长|经理|主席|委员|领导|负责人|责任人|班子|成员|党组|党委|支部|小组)$/;

type Align = Table['columns'][number]['align'];
type Cell = (issue: Issue, index: number) => string;

/**
 * The table of the issues the report prints, one row each, in its order; a column nobody filled in is left out.
 * @param printed  the issues' measures, when the caller has them already
 */
export function ledgerTable(
  ledger: Ledger,
  sections: readonly AspectSection[],
  printed: PrintedMeasures = printedByIssue(ledger.measures.records),
): Table {
  const { settings, people } = ledger;
  const issues = issuesIn(sections);
  const general = (issue: Issue): boolean => issue.publicity === '概括公开';
  const work = (issue: Issue): string => {
    if (general(issue)) return publicIssue(issue, new Map(), settings, printed).text;
    const texts = (printed.get(issue.number) ?? []).map(closeUnmarked);
    return texts.length < 2 ? texts.join('') : texts.map((text, i) => `${i + 1}.${text}`).join('\n');
  };
  const { sequence, aspect, title, measures: done, leader, department, deadline, status } = LEDGER_HEADERS;
  const roles = remembered((leaders) => rolesIn(leaders, people.records));
  const departments = remembered((names) => namesIn(names).join('、'));
  const columns: readonly (readonly [header: string, share: number, align: Align, text: Cell])[] = [
    [sequence, 5, 'center', (_, index) => String(index + 1)],
    [aspect, 11, 'left', (issue) => issue.aspect],
    [title, 16, 'left', (issue) => (general(issue) ? (linesOf(issue.publicText)[0] ?? '') : issue.title)],
    [done, 28.5, 'left', work],
    [leader, 8.5, 'center', ({ leader }) => roles(leader)],
    [department, 9, 'center', ({ department }) => departments(department)],
    [deadline, 13.5, 'center', deadlineText],
    [status, 8.5, 'center', (issue) => PUBLIC_STATUS[issue.state || '未启动']],
  ];
  const optional: readonly string[] = [aspect, leader, department];
  const kept = columns.filter(
    ([header, , , text]) => !optional.includes(header) || issues.some((issue, i) => text(issue, i).trim() !== ''),
  );
  const total = kept.reduce((sum, [, share]) => sum + share, 0);
  // column by column: one and the same text function over and over is what an engine makes quick
  const cells = kept.map(([, , , text]) => issues.map((issue, index) => linesOf(text(issue, index)).join('\n')));
  return {
    columns: kept.map(([header, share, align]) => ({ header, align, share: share / total })),
    rows: issues.map((_, index) => cells.map((column) => column[index] ?? '')),
  };
}

/** The function, reckoned once for each text: of cells that name a post or a body few differ. */
function remembered(of: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? of(text);
    known.set(text, found);
    return found;
  };
}

/** The posts of the leaders: from 名单 by name or address, else the cell's own words where they are a post's. */
function rolesIn(leaders: string, people: readonly Person[]): string {
  const roles = namesIn(leaders).map((leader) => {
    const person = listed(leader, people);
    return person ? person.position.trim() : POST.test(leader) ? leader : '';
  });
  return [...new Set(roles)].filter((role) => role !== '').join('、');
}

/** Posts and names of the leaders, `副局长卫兰`: the post from 名单 where it knows one, else the cell's own words. */
export function leadersNamed(leaders: string, people: readonly Person[]): string {
  const named = namesIn(leaders).map((leader) => {
    const person = listed(leader, people);
    return person ? person.position.trim() + (person.name.trim() || leader) : leader;
  });
  return named.filter((leader) => leader !== '').join('、');
}

/** Whom 名单 knows by the name or the address. */
function listed(leader: string, people: readonly Person[]): Person | undefined {
  return people.find(({ name, mail }) => leader !== '' && [name.trim(), mail.trim()].includes(leader));
}

function deadlineText({ deadline, deadlineKind }: Issue): string {
  if (deadlineKind === '长期坚持' || deadline === null) return deadlineKind;
  return formatChineseDate(deadline);
}
