/** The bar at the top: the ledger's name, the menus, the reports, who one is. */
import { useRef } from 'preact/hooks';
import type { MenuView } from '../../protocol';
import { saveBook } from '../downloads';
import type { Model, Shell } from '../model';
import { WORDS } from '../wording';
import type { Work } from '../work';
import { type Entry, MenuBar } from './MenuBar';
import './Top.css';

export function Top({ shell, model, work }: { shell: Shell; model: Model; work: Work }) {
  const picker = useRef<HTMLInputElement>(null);
  const own: Entry[] = [
    { kind: 'item', caption: WORDS.newEmpty, run: () => work.newBook(false) },
    { kind: 'item', caption: WORDS.newExample, run: () => work.newBook(true) },
    { kind: 'separator' },
    { kind: 'item', caption: WORDS.openXlsx, run: () => picker.current?.click() },
    { kind: 'item', caption: WORDS.saveXlsx, run: () => void saveBook(model) },
    { kind: 'separator' },
    { kind: 'item', caption: WORDS.daily, run: () => work.daily() },
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
          aria-expanded={shell.panel === 'files'}
          onClick={() => model.set({ panel: shell.panel === 'files' ? null : 'files' })}
        >
          {WORDS.reports}
          {shell.files.length > 0 ? <span class="count">{shell.files.length}</span> : null}
        </button>
        <button
          type="button"
          class="quiet"
          aria-expanded={shell.panel === 'mails'}
          onClick={() => model.set({ panel: shell.panel === 'mails' ? null : 'mails', unread: 0 })}
        >
          {WORDS.mails}
          {shell.mails.length > 0 ? (
            <span class={shell.unread > 0 ? 'count new' : 'count'}>{shell.mails.length}</span>
          ) : null}
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

function entriesOf(menu: MenuView, work: Work): Entry[] {
  return menu.items.map((item): Entry => {
    if (item.kind === 'separator') return item;
    if (item.kind === 'menu') return { kind: 'menu', caption: item.menu.caption, entries: entriesOf(item.menu, work) };
    const { caption, functionName } = item;
    return { kind: 'item', caption, run: () => work.menu(functionName, caption) };
  });
}
