/** Rule copied-finding: a measure that only repeats what the inspection found. */
import { repeatedShare } from '../text/similarity';
import { printedColumn } from './context';
import type { Rule } from './finding';
import { about } from './observe';

/** A measure must name its issue's matter, so some overlap is natural; this much leaves no room for a measure. */
const SHARE = 0.7;

export const copiedFinding: Rule = {
  code: 'copied-finding',
  severity: 'warning',
  title: '照抄反馈',
  explains: '把反馈意见原样抄作措施，等于没有措施。',
  check({ ledger, joined }) {
    const { issues, measures } = ledger;
    return measures.records.flatMap((measure, at) => {
      const issue = measure.issue === null ? undefined : issues.records[joined.issueAt.get(measure.issue) ?? -1];
      if (issue === undefined || measure.state === '已取消') return [];
      const column = printedColumn(measure);
      const share = repeatedShare(measure[column], `${issue.title}\n${issue.detail}`);
      if (share < SHARE) return [];
      return about(measures, at, column, {
        message: `有${Math.round(share * 100)}%的文字重复问题${issue.number}的反馈内容，没有写出做法`,
        remedy: '写明做了什么、由谁做、做到什么程度',
        related: [String(issue.number)],
      });
    });
  },
};
