/** The shell around the grid: top bar, sidebar, dialogs, notices. */
import './panels.css';
import './App.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Model, Shell } from '../model';
import { WORDS } from '../wording';
import type { Work } from '../work';
import { CloseButton, Modal } from './bits';
import { Charts } from './Charts';
import { FilesDrawer, Preview } from './Files';
import { Frame } from './Frame';
import { MailPanel } from './Mails';
import { Alerts, Lost, Progress, Toasts } from './Notices';
import { Top } from './Top';
import { UnsavedPanel } from './Unsaved';
import { Views } from './Views';
import { Waiting } from './Waiting';

interface Props {
  model: Model;
  work: Work;
  /** Where Univer draws; not touched by the shell. */
  grid: HTMLElement;
}

/** Room a dialog's head takes above its page. */
const HEAD_HEIGHT = 45;

export function App({ model, work, grid }: Props) {
  const [shell, setShell] = useState<Shell>(model.shell);
  const centre = useRef<HTMLDivElement>(null);
  useEffect(() => {
    model.listen(setShell);
    setShell(model.shell);
    centre.current?.append(grid);
  }, [model, grid]);
  const { sidebar, dialog } = shell;
  const closeDialog = () => model.set({ dialog: null });
  return (
    <>
      <Top shell={shell} model={model} work={work} />
      <Views shell={shell} work={work} />
      <Lost shell={shell} work={work} />
      <main class="work">
        <section class="grid-box" aria-label={WORDS.grid} ref={centre}>
          <Charts shell={shell} work={work} />
          <Waiting shell={shell} work={work} />
          <Progress shell={shell} />
        </section>
        {sidebar ? (
          <aside class="sidebar" aria-label={sidebar.title || WORDS.sidebar}>
            <header>
              <h2>{sidebar.title}</h2>
              <CloseButton onClick={() => model.set({ sidebar: null })} />
            </header>
            <Frame
              key={sidebar.id}
              page={sidebar.page}
              title={sidebar.title || WORDS.sidebar}
              work={work}
              onClose={() => model.set({ sidebar: null })}
            />
          </aside>
        ) : null}
        <FilesDrawer shell={shell} model={model} />
        <MailPanel shell={shell} model={model} work={work} />
        <UnsavedPanel shell={shell} model={model} work={work} />
      </main>
      {dialog ? (
        <Modal key={dialog.id} title={dialog.title} width={dialog.width} onClose={closeDialog}>
          <div class="dialog-page" style={{ height: `min(${dialog.height}px, calc(100vh - ${HEAD_HEIGHT + 40}px))` }}>
            <Frame page={dialog.page} title={dialog.title} work={work} onClose={closeDialog} onEscape={closeDialog} />
          </div>
        </Modal>
      ) : null}
      <Preview shell={shell} model={model} />
      <Alerts shell={shell} model={model} work={work} />
      <Toasts shell={shell} model={model} />
    </>
  );
}
