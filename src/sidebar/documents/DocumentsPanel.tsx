/** 收文登记: the incoming documents, those still to be settled first; a new one, and issues that one starts. */
import { useEffect, useState } from 'preact/hooks';
import { RecordForm } from '../add/RecordForm';
import type { Entries } from '../drafts';
import { usePage } from '../page';
import { Section } from '../ui/Section';
import { TaskView } from '../ui/TaskView';
import { useFocusOn } from '../ui/useFocusOn';
import { NOTHING, useAnswer } from '../useAnswer';
import { ADD_ISSUE, SIDEBAR } from '../wording';
import { DocumentItem } from './DocumentItem';
import type { Document } from './due';
import { DOCUMENTS } from './wording';

interface Props {
  active: boolean;
  onOpen: (issue: number) => void;
}

/** The form that is open: of a new document, or of an issue started by one. */
type Open = { kind: 'document' } | { kind: 'issue'; from: Document } | null;
type Added = { words: string; issue: number | null } | null;

export function DocumentsPanel({ active, onOpen }: Props) {
  const { remote } = usePage();
  const { value, state, ask } = useAnswer('listDocuments', NOTHING, DOCUMENTS.loading);
  const [open, setOpen] = useState<Open>(null);
  const [added, setAdded] = useState<Added>(null);
  const told = useFocusOn<HTMLParagraphElement>(added, added !== null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: coming to the panel is what asks
  useEffect(() => {
    if (active) void ask();
  }, [active]);

  const show = (form: Open) => {
    setAdded(null);
    setOpen(form);
  };
  const done = (what: Added) => {
    setOpen(null);
    setAdded(what);
    void ask();
  };
  const waiting = (value ?? []).filter(({ settledOn }) => settledOn === null);
  const settled = (value ?? []).filter(({ settledOn }) => settledOn !== null);
  const items = (documents: readonly Document[]) => (
    <ul class="rows">
      {documents.map((document) => (
        <DocumentItem
          key={`${document.id}${document.cell}`}
          document={document}
          busy={open !== null}
          onOpen={onOpen}
          onStart={() => show({ kind: 'issue', from: document })}
        />
      ))}
    </ul>
  );
  return (
    <div class="check-panel">
      <div class="turns">
        <span role="status" class="quiet">
          {value === null ? '' : value.length === 0 ? DOCUMENTS.none : DOCUMENTS.open(waiting.length)}
        </span>
        <span class="spring" />
        <button type="button" disabled={state.kind === 'running'} onClick={() => void ask()}>
          {DOCUMENTS.reload}
        </button>
      </div>
      {value === null || state.kind === 'failed' ? <TaskView state={state} /> : null}
      <p ref={told} tabIndex={-1} role="status" class={added === null ? 'unseen' : 'good'}>
        {added?.words}
        {added !== null && added.issue !== null && <OpenAdded issue={added.issue} onOpen={onOpen} />}
      </p>
      {open === null && (
        <button type="button" class="add" onClick={() => show({ kind: 'document' })}>
          + {DOCUMENTS.add}
        </button>
      )}
      {open?.kind === 'document' && (
        <RecordForm
          tab="documents"
          title={DOCUMENTS.add}
          boxed
          submit={DOCUMENTS.add}
          sending={DOCUMENTS.adding}
          send={(values) => remote.call('addDocument', { values })}
          onDone={(key) => done({ words: DOCUMENTS.added(key), issue: null })}
          onCancel={() => setOpen(null)}
        />
      )}
      {open?.kind === 'issue' && (
        <RecordForm
          key={open.from.id}
          tab="issues"
          title={DOCUMENTS.startFrom(open.from.id)}
          boxed
          prefilled={fromDocument(open.from)}
          submit={ADD_ISSUE.submit}
          sending={DOCUMENTS.starting}
          send={(values) => remote.call('addIssue', { values, document: open.from.id })}
          onDone={(key) => done({ words: DOCUMENTS.started(key, open.from.id), issue: Number(key) })}
          onCancel={() => setOpen(null)}
        />
      )}
      {items(waiting)}
      {settled.length > 0 && (
        <Section title={DOCUMENTS.settled} count={settled.length} open={false}>
          {items(settled)}
        </Section>
      )}
    </div>
  );
}

function OpenAdded({ issue, onOpen }: { issue: number; onOpen: (issue: number) => void }) {
  return (
    <button type="button" class="link" onClick={() => onOpen(issue)}>
      {SIDEBAR.issueName(issue)}
    </button>
  );
}

/** Whoever handles the document begins as the one who answers for the issue; the rest is for the person to say. */
function fromDocument({ department }: Document): Entries {
  return department === '' ? {} : { department: { typed: department, seen: null } };
}
