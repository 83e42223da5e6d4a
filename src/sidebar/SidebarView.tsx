/** The sidebar: follows the row stood on, and checks the ledger. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { CheckPanel } from './check/CheckPanel';
import { type Drafts, draftOf, isDirty, type OnDraft, otherUnsaved, withDraft } from './drafts';
import { nextStep } from './follow';
import { Finder } from './issue/Finder';
import { IssuePanel } from './issue/IssuePanel';
import { Notices } from './issue/Notices';
import { Tabs } from './ui/Tabs';
import { TaskView } from './ui/TaskView';
import { useFollow } from './useFollow';
import { useIssue } from './useIssue';
import { LEAVE, SIDEBAR } from './wording';

/** Every so many answers about the row, the issue itself is read again: the sheet may have been edited meanwhile. */
const REREAD_EVERY = 5;

export function SidebarView() {
  const [tab, setTab] = useState<'issue' | 'check'>('issue');
  const [pinned, setPinned] = useState(false);
  const [offered, setOffered] = useState<number | null>(null);
  const [drafts, setDrafts] = useState<Drafts>([]);
  const [grave, setGrave] = useState(0);
  const { number, issue, state, show, refresh } = useIssue();
  const { standing, lost } = useFollow(!pinned);
  const before = useRef<number | null | undefined>(undefined);

  const keep: OnDraft = useCallback((record, change) => {
    setDrafts((old) => withDraft(old, { ...record, entries: change(draftOf(old, record.kind, record.key)) }));
  }, []);
  const turnTo = useCallback(
    (next: number) => {
      setOffered(null);
      show(next);
    },
    [show],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is acted on once, with what is shown then
  useEffect(() => {
    if (standing === null) return;
    const step = nextStep({
      standing: standing.issue,
      before: before.current,
      shown: number,
      pinned,
      dirty: isDirty(drafts, number),
    });
    before.current = standing.issue;
    if (step.do === 'show') turnTo(step.issue);
    else if (step.do === 'offer') setOffered(step.issue);
    else if (standing.issue === number) {
      setOffered(null);
      if (standing.answer % REREAD_EVERY === 0) void refresh();
    }
  }, [standing]);

  const unsaved = drafts.length > 0;
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      event.returnValue = LEAVE;
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unsaved]);

  const issueTab = (
    <>
      <Finder
        issue={issue}
        pinned={pinned}
        onPin={setPinned}
        onShow={turnTo}
        onReload={() => (number === null ? undefined : show(number))}
      />
      <Notices
        offered={offered}
        unsaved={otherUnsaved(drafts, number)}
        lost={lost}
        onShow={turnTo}
        onStay={() => setOffered(null)}
      />
      <TaskView state={state} />
      {issue === null ? (
        state.kind === 'idle' && <p class="empty">{SIDEBAR.nothing}</p>
      ) : (
        <IssuePanel key={issue.number} issue={issue} drafts={drafts} onDraft={keep} onRefresh={refresh} />
      )}
    </>
  );

  return (
    <main>
      <h1 class="unseen">{SIDEBAR.title}</h1>
      <Tabs
        label={SIDEBAR.title}
        chosen={tab}
        onChoose={setTab}
        tabs={[
          { id: 'issue', title: SIDEBAR.issueTab, content: issueTab },
          {
            id: 'check',
            title: SIDEBAR.checkTab,
            mark: grave,
            content: <CheckPanel active={tab === 'check'} onCounted={setGrave} onChanged={refresh} />,
          },
        ]}
      />
    </main>
  );
}
