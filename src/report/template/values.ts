/** A ledger's values for the listed tags; where the report is for everybody, only what everybody may read. */
import type { Ledger } from '../../ledger/ledger';
import type { Issue } from '../../ledger/schema';
import type { Statistics } from '../../progress/statistics';
import { formatChineseDate, type LedgerDate } from '../../text/dates';
import { normaliseParagraph } from '../../text/punctuation';
import { arrangeIssues, issuesIn, openedUp } from '../arrange';
import type { ReportDocument } from '../document';
import { measuresByIssue } from '../issues';
import { isPublic, KIND_NAMES, REPORT_KINDS } from '../kinds/types';
import { ledgerTable } from '../ledgerTable';
import { inOrder, printedTexts } from '../measures';
import { safeTexts } from '../privacy';
import { partyBodyName } from '../title';
import { ISSUES, MEASURES, SHARED } from './list';
import { type TemplateValues, withTexts } from './scope';
import { blankNumber } from './wording';

/** What is known of the report beside its text. */
export interface TemplateFacts {
  statistics: Statistics;
  today: LedgerDate;
  /** 版本 in 报告登记; null before it has one. */
  version: number | null;
  state: '草稿' | '定稿';
  /** 种类, by its name; one that is not known to be internal counts as public. */
  kind: string;
  reviewer: string;
  approver: string;
}

/** The values of every listed tag. What the ledger lacks is `''`. */
export function templateValues(ledger: Ledger, document: ReportDocument, facts: TemplateFacts): TemplateValues {
  const internal = REPORT_KINDS.some((kind) => !isPublic(kind) && KIND_NAMES[kind] === facts.kind);
  const source = { ledger, statistics: facts.statistics, date: document.date };
  const { settings } = ledger;
  return {
    ...Object.fromEntries(SHARED.map(([tag, placeholder]) => [tag, placeholder.value(source)])),
    标题: document.title,
    文号: blankNumber((document.date || facts.today).slice(0, 4)),
    单位: normaliseParagraph(settings.unit),
    党组织: partyBodyName(settings),
    轮次: settings.round,
    版本: facts.version ?? '',
    状态: facts.state,
    种类: facts.kind,
    保密审查人: facts.reviewer,
    批准人: facts.approver,
    是定稿: facts.state === '定稿',
    是公开: !internal,
    有附件: document.blocks.some(({ kind }) => kind === 'attachment'),
    [ISSUES]: internal
      ? issueValues(openedUp(ledger))
      : withTexts(issueValues(ledger), (texts) => safeTexts(texts, ledger)),
  };
}

/** The issues as the attached ledger prints them, with their measures. */
function issueValues(ledger: Ledger): TemplateValues[] {
  const sections = arrangeIssues(ledger.issues.records);
  const { columns, rows } = ledgerTable(ledger, sections);
  const measures = measuresByIssue(ledger.measures.records);
  return issuesIn(sections).map((issue, at): TemplateValues => {
    const printed = columns.map(({ header }, column) => [header, rows[at]?.[column] ?? ''] as const);
    return {
      // columns nobody filled in are left out of the table
      方面: '',
      责任部门: '',
      牵头领导: '',
      ...Object.fromEntries(printed),
      编号: issue.number ?? '',
      类: normaliseParagraph(issue.group),
      [MEASURES]: measureValues(issue, measures),
    };
  });
}

function measureValues(issue: Issue, measures: ReturnType<typeof measuresByIssue>): TemplateValues[] {
  if (issue.publicity === '概括公开') return [];
  const own = measures.get(issue.number) ?? [];
  const printed = inOrder(own).flatMap((measure) => printedTexts([measure]).map((text) => ({ ...measure, text })));
  return printed.map(({ text, state, deadline }, i) => ({
    序号: i + 1,
    内容: text,
    状态: state || '未开始',
    时限: deadline === null ? '' : formatChineseDate(deadline),
  }));
}
