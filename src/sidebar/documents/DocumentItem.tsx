/** One incoming document: what it asks, of whom, until when, and the issues it has to do with. */
import { Badge } from '../ui/Badge';
import { JumpButton } from '../ui/JumpButton';
import { SIDEBAR, TABS } from '../wording';
import { type Document, documentDue } from './due';
import { DOCUMENTS } from './wording';

interface Props {
  document: Document;
  onOpen: (issue: number) => void;
  onStart: () => void;
  /** A form is open, whose text another one would push out. */
  busy: boolean;
}

export function DocumentItem({ document, onOpen, onStart, busy }: Props) {
  const { id, sender, title, documentNumber, receivedOn, instruction, department, dueOn, issues, cell } = document;
  const due = documentDue(document);
  const origin = [sender, documentNumber, receivedOn === null ? '' : DOCUMENTS.received(receivedOn)];
  const handling = [department === '' ? '' : DOCUMENTS.department(department), dueOn ? DOCUMENTS.due(dueOn) : ''];
  const line = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
  return (
    <li>
      <p class="marks">
        <b>{id}</b>
        <Badge words={due.words} tone={due.tone} />
      </p>
      <p class="wrap">{title === '' ? DOCUMENTS.untitled : title}</p>
      <p class="quiet wrap">{line(origin)}</p>
      <p class="quiet wrap">{line(handling)}</p>
      {instruction !== '' && <p class="wrap">{DOCUMENTS.instruction(instruction)}</p>}
      <div class="actions">
        {issues.length > 0 && <span class="quiet">{DOCUMENTS.issues}</span>}
        {issues.map((issue) => (
          <button key={issue} type="button" class="link" onClick={() => onOpen(issue)}>
            {SIDEBAR.issueName(issue)}
          </button>
        ))}
        <JumpButton tab={TABS.documents} cell={cell} />
        <button type="button" class="small" disabled={busy} aria-label={DOCUMENTS.startFrom(id)} onClick={onStart}>
          {DOCUMENTS.start}
        </button>
      </div>
    </li>
  );
}
