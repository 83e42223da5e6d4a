/** 查找问题: by number or by words. */
import { ok, type Result } from '../ledger/fault';
import { readLedger } from '../ledger/read';
import type { Issue } from '../ledger/schema';
import type { Gives, Takes } from './contract';
import type { Ports } from './ports';
import { byNumber } from './viewIssue';

/** Issues whose number is `query`, or whose texts or people contain every word of it; all of them for a blank query. */
export function searchIssues(ports: Ports, { query }: Takes<'searchIssues'>): Result<Gives<'searchIssues'>> {
  const { ledger } = readLedger(ports.workbook.read());
  const words = query
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const measures = new Map<number | null, string>();
  for (const { issue, content, result } of ledger.measures.records) {
    measures.set(issue, `${measures.get(issue) ?? ''}\n${content}\n${result}`);
  }
  const matches = (issue: Issue) => {
    if (words.length === 1 && words[0] === String(issue.number)) return true;
    const { title, detail, aspect, group, department, leader, person, state } = issue;
    const all = [title, detail, aspect, group, department, leader, person, state, measures.get(issue.number)].join(
      '\n',
    );
    return words.every((word) => all.includes(word));
  };
  return ok(
    byNumber(ledger.issues.records)
      .filter(matches)
      .map(({ number, title, state, deadline }) => ({ number: number ?? 0, title, state, deadline })),
  );
}
