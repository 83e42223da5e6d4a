/** The shell around the grid: top bar, sidebar, dialogs, notices. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MenuView } from '../../protocol';
import { saveBook } from '../downloads';
import type { Model, Shell } from '../model';
import { WORDS } from '../wording';
import type { Work } from '../work';
import { CloseButton, Modal } from './bits';
import { FilesDrawer, Preview } from './Files';
import { Frame } from './Frame';
import { type Entry, MenuBar } from './MenuBar';
import { Alerts, Lost, Progress, Toasts, UnsavedPanel } from './Notices';

interface Props {
  model: Model;
  work: Work;
  /** Where Univer draws; not touched by the shell. */
  grid: HTMLElement;
}

const SKELETON_ROWS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

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
  return (
    <>
      <Top shell={shell} model={model} work={work} />
      <Lost shell={shell} work={work} />
      <main class="work">
        <section class="grid-box" aria-label={WORDS.grid} ref={centre}>
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
        <UnsavedPanel shell={shell} model={model} work={work} />
      </main>
      {dialog ? (
        <Modal key={dialog.id} title={dialog.title} width={dialog.width} onClose={() => model.set({ dialog: null })}>
          <div class="dialog-page" style={{ height: `min(${dialog.height}px, calc(100vh - ${HEAD_HEIGHT + 40}px))` }}>
            <Frame page={dialog.page} title={dialog.title} work={work} onClose={() => model.set({ dialog: null })} />
          </div>
        </Modal>
      ) : null}
      <Preview shell={shell} model={model} />
      <Alerts shell={shell} model={model} />
      <Toasts shell={shell} model={model} />
    </>
  );
}

function Top({ shell, model, work }: Omit<Props, 'grid'> & { shell: Shell }) {
  const picker = useRef<HTMLInputElement>(null);
  const own: Entry[] = [
    { kind: 'item', caption: WORDS.newEmpty, run: () => work.newBook(false) },
    { kind: 'item', caption: WORDS.newExample, run: () => work.newBook(true) },
    { kind: 'separator' },
    { kind: 'item', caption: WORDS.openXlsx, run: () => picker.current?.click() },
    { kind: 'item', caption: WORDS.saveXlsx, run: () => void saveBook(model) },
  ];
  const program = shell.menus.map((menu) => ({ caption: menu.caption, entries: entriesOf(menu, work) }));
  return (
    <header class="top">
      <div class="brand">
        <span class="mark" aria-hidden="true">
          台
        </span>
        <div>
          <h1>{shell.title || WORDS.product}</h1>
          <p title={shell.store}>{shell.store ? WORDS.kept(shell.store) : WORDS.bench}</p>
        </div>
      </div>
      <MenuBar menus={[{ caption: WORDS.benchMenu, entries: own }, ...program]} />
      <input
        ref={picker}
        type="file"
        hidden
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) work.openFile(file);
        }}
      />
      <div class="top-right">
        <button
          type="button"
          class="quiet"
          aria-expanded={shell.filesOpen}
          onClick={() => model.set({ filesOpen: !shell.filesOpen })}
        >
          {WORDS.reports}
          {shell.files.length > 0 ? <span class="count">{shell.files.length}</span> : null}
        </button>
        <label class="person">
          <span>{WORDS.iAm}：</span>
          <select value={shell.user} onChange={(event) => work.be(event.currentTarget.value)}>
            {shell.people.map(({ mail, name, role }) => (
              <option key={mail} value={mail}>
                {role && role !== name ? `${name}（${role}）` : name}
              </option>
            ))}
          </select>
        </label>
      </div>
    </header>
  );
}

function Waiting({ shell, work }: { shell: Shell; work: Work }) {
  if (shell.phase === 'ready') return null;
  if (shell.phase === 'failed')
    return (
      <div class="waiting" role="alert">
        <p>{WORDS.failedStart}</p>
        <button type="button" class="primary" onClick={() => void work.start()}>
          {WORDS.retry}
        </button>
      </div>
    );
  return (
    <div class="waiting" role="status">
      <div class="skeleton" aria-hidden="true">
        {SKELETON_ROWS.map((row) => (
          <div key={row} />
        ))}
      </div>
      <p>{shell.title ? WORDS.drawing : WORDS.loading}</p>
    </div>
  );
}

function entriesOf(menu: MenuView, work: Work): Entry[] {
  return menu.items.map((item): Entry => {
    if (item.kind === 'separator') return item;
    if (item.kind === 'menu') return { kind: 'menu', caption: item.menu.caption, entries: entriesOf(item.menu, work) };
    const { caption, functionName } = item;
    return { kind: 'item', caption, run: () => work.menu(functionName, caption) };
  });
}
