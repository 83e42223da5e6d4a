/** The sidebar: follows the row stood on; its other panels are about the whole ledger. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { CheckPanel } from './check/CheckPanel';
import { DocumentsPanel } from './documents/DocumentsPanel';
import { type Drafts, draftOf, isDirty, type OnDraft, otherUnsaved, withDraft } from './drafts';
import { nextStep } from './follow';
import { Finder } from './issue/Finder';
import { IssuePanel } from './issue/IssuePanel';
import { Notices } from './issue/Notices';
import { RecheckPanel } from './recheck/RecheckPanel';
import { Tabs } from './ui/Tabs';
import { TaskView } from './ui/TaskView';
import { NOTHING, useAnswer } from './useAnswer';
import { useFollow } from './useFollow';
import { useIssue } from './useIssue';
import { useLeaveWarning } from './useLeaveWarning';
import { ViewsPanel } from './views/ViewsPanel';
import { WhoLine } from './WhoLine';
import { WaitingPanel } from './waiting/WaitingPanel';
import { WAITING } from './waiting/wording';
import { SIDEBAR, WHO } from './wording';

/** Every so many answers about the row, the issue itself is read again: the sheet may have been edited meanwhile. */
const REREAD_EVERY = 5;

type Panel = 'issue' | 'waiting' | 'views' | 'documents' | 'recheck' | 'check';

/** @param first the panel seen at first */
export function SidebarView({ first = 'issue' }: { first?: Panel }) {
  const [tab, setTab] = useState<Panel>(first);
  const [pinned, setPinned] = useState(false);
  const [offered, setOffered] = useState<number | null>(null);
  const [drafts, setDrafts] = useState<Drafts>([]);
  const [grave, setGrave] = useState(0);
  const { number, issue, state, show, refresh } = useIssue();
  const { standing, lost } = useFollow(!pinned);
  // behind the question of the row, which waits while others are under way
  const who = useAnswer('whoAmI', NOTHING, WHO.loading);
  const waiting = useAnswer('waiting', NOTHING, WAITING.loading);
  const { ask: askWho } = who;
  const { ask: askWaiting } = waiting;
  useEffect(() => {
    void askWho();
    void askWaiting();
  }, [askWho, askWaiting]);
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

  const open = (next: number) => {
    setTab('issue');
    turnTo(next);
  };
  const reload = () => {
    void askWho();
    void askWaiting();
    if (number !== null) show(number);
  };

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

  useLeaveWarning(drafts.length > 0);

  const issueTab = (
    <>
      <Finder issue={issue} pinned={pinned} onPin={setPinned} onShow={turnTo} onReload={reload} />
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
        <IssuePanel
          key={issue.number}
          {...{ issue, drafts }}
          onDraft={keep}
          onRefresh={refresh}
          onActed={() => void askWaiting()}
        />
      )}
    </>
  );

  return (
    <main>
      <h1 class="unseen">{SIDEBAR.title}</h1>
      <WhoLine who={who.value} />
      <Tabs
        label={SIDEBAR.title}
        chosen={tab}
        onChoose={setTab}
        tabs={[
          { id: 'issue', title: SIDEBAR.issueTab, content: issueTab },
          {
            id: 'waiting',
            title: SIDEBAR.waitingTab,
            mark: waiting.value?.length,
            content: (
              <WaitingPanel
                waiting={waiting}
                active={tab === 'waiting'}
                onOpen={open}
                onSigned={() => void refresh()}
              />
            ),
          },
          {
            id: 'views',
            title: SIDEBAR.viewsTab,
            content: <ViewsPanel active={tab === 'views'} name={who.value?.name ?? ''} />,
          },
          {
            id: 'documents',
            title: SIDEBAR.documentsTab,
            content: <DocumentsPanel active={tab === 'documents'} onOpen={open} />,
          },
          { id: 'recheck', title: SIDEBAR.recheckTab, content: <RecheckPanel onOpen={open} /> },
          {
            id: 'check',
            title: SIDEBAR.checkTab,
            mark: grave,
            content: <CheckPanel active={tab === 'check'} onCounted={setGrave} onChanged={refresh} onOpen={open} />,
          },
        ]}
      />
    </main>
  );
}
