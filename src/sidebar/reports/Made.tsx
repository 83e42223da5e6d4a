/** What came of making a report: where its files are, what became of hand edits, or why there is none. */
import type { Gives } from '../../app/contract';
import { ChangeItem } from '../reconcile/ChangeItem';
import { SafeLink } from '../ui/SafeLink';
import { FaultList } from './FaultList';
import { MAKE } from './wording';

type Report = Gives<'generateReport'>;

export function Made({ report }: { report: Report }) {
  const { docx, document, notes, kept, dropped, refused } = report;
  if (docx === null) {
    return (
      <>
        <h2>{MAKE.refused}</h2>
        <FaultList faults={refused} />
      </>
    );
  }
  return (
    <div class="done">
      <b>{MAKE.made(report)}</b>
      <p>
        {MAKE.docx}
        <SafeLink text={docx.url} label={docx.name} />
      </p>
      {document !== null && (
        <p>
          {MAKE.document}
          <SafeLink text={document.url} label={document.name} />
        </p>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <Edits title={MAKE.kept} changes={kept} />
      <Edits title={MAKE.dropped} changes={dropped} />
    </div>
  );
}

function Edits({ title, changes }: { title: string; changes: Report['kept'] }) {
  if (changes.length === 0) return null;
  return (
    <details>
      <summary class="more">
        {title} <span class="tally">{changes.length}</span>
      </summary>
      <ul class="changes">
        {changes.map((change) => (
          <ChangeItem key={change.base + change.published + change.ledger} change={change} />
        ))}
      </ul>
    </details>
  );
}
