/** One issue, whole: where it stands, who answers for it, what was found, done and recorded, and its forms. */

import { useEffect, useState } from 'preact/hooks';
import { FindingCard } from '../check/FindingCard';
import { CoursePart } from '../course/CoursePart';
import { draftOf } from '../drafts';
import { type Finding, findingKey } from '../findings';
import { Section } from '../ui/Section';
import type { IssueView } from '../useIssue';
import { ISSUE } from '../wording';
import { EditForm } from './EditForm';
import { EvidenceFiles } from './EvidenceFiles';
import { EvidenceList } from './EvidenceList';
import { Facts } from './Facts';
import { History } from './History';
import { IssueHead } from './IssueHead';
import { MeasureItem } from './MeasureItem';
import { type Asked, NewRecord } from './NewRecord';
import { PeriodStrip } from './PeriodStrip';
import type { RecordProps } from './recordProps';
import { Unsaved } from './Unsaved';

export function IssuePanel(props: RecordProps) {
  const { issue, drafts, onRefresh } = props;
  const key = String(issue.number);
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => scrollTo(0, 0), []);
  const standing = issue.findings.filter(({ waiver }) => waiver === null);
  const waived = issue.findings.filter(({ waiver }) => waiver !== null);
  return (
    <article class="issue" aria-labelledby="issue-title">
      <IssueHead issue={issue} />
      <Facts issue={issue} />
      <CoursePart {...props} />
      <Section title={ISSUE.findings} count={standing.length} open={standing.length > 0}>
        {standing.length === 0 && <p class="empty">{ISSUE.noFindings}</p>}
        {[...standing, ...waived].map((finding) => (
          <FindingCard
            key={findingKey(finding)}
            finding={finding}
            onWaived={onRefresh}
            aside={isOwn(finding, issue) ? undefined : ISSUE.alsoHere(finding.key)}
          />
        ))}
      </Section>
      <Section title={ISSUE.measures} count={issue.measures.length}>
        {issue.measures.length === 0 && <p class="empty">{ISSUE.noMeasures}</p>}
        {issue.measures.map((measure) => (
          <div key={measure.id}>
            <MeasureItem measure={measure} {...props} />
            <PeriodStrip
              measure={measure}
              onAsk={(period) => setAsked({ measure: measure.id, period, turn: (asked?.turn ?? 0) + 1 })}
            />
          </div>
        ))}
        <NewRecord kind="newMeasure" {...props} />
      </Section>
      <Section title={ISSUE.evidence} count={issue.evidence.length}>
        <EvidenceList issue={issue} />
        <NewRecord kind="newEvidence" asked={asked} {...props} />
        <EvidenceFiles issue={issue.number} />
      </Section>
      <Section
        title={ISSUE.edit}
        open={Object.keys(draftOf(drafts, 'issues', key)).length > 0}
        mark={<Unsaved drafts={drafts} kind="issues" of={key} />}
      >
        <EditForm kind="issues" recordKey={key} fields={issue.fields} {...props} />
      </Section>
      <Section title={ISSUE.history} count={issue.history.length} open={false}>
        <History events={issue.history} />
      </Section>
    </article>
  );
}

/** A finding of many alike is told once, at the first of them. */
function isOwn({ key, alike }: Finding, { number }: IssueView): boolean {
  return !alike || key === String(number) || key.startsWith(`${number}-`);
}
