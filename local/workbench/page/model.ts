/** What the shell around the grid shows, and who is told when it changes. */
import type { ChartView, Choice, FileView, MailView, MenuView, PersonView, UiView, ViewsView } from '../protocol';

export interface Unsaved {
  id: number;
  sheet: string;
  range: string;
  row: number;
  column: number;
  texts: string[][];
  message: string;
}

export interface Toast {
  id: number;
  title: string;
  message: string;
}

export type Side = Extract<UiView, { kind: 'sidebar' }> & { id: number };
export type Dialog = Extract<UiView, { kind: 'dialog' }> & { id: number };

export interface TabShell extends ViewsView {
  choice: Choice;
  charts: ChartView[];
}

export interface Shell {
  phase: 'loading' | 'ready' | 'failed';
  title: string;
  menus: MenuView[];
  people: PersonView[];
  user: string;
  owner: string;
  store: string;
  files: FileView[];
  /** The latest, the earliest first. */
  mails: MailView[];
  /** Mails that came and were not looked at. */
  unread: number;
  spreadsheetId: string;
  /** The tab that is seen: its views and slicers, what is chosen of them, its charts. */
  tab: TabShell | null;
  lost: boolean;
  /** What takes longer than a second. */
  busy: string | null;
  waiting: number;
  toasts: Toast[];
  alerts: { id: number; title: string; message: string }[];
  question: { title: string; message: string; yes: () => void } | null;
  sidebar: Side | null;
  dialog: Dialog | null;
  unsaved: Unsaved[];
  panel: 'files' | 'mails' | null;
  previewed: FileView | null;
}

export class Model {
  #shell: Shell = {
    phase: 'loading',
    title: '',
    menus: [],
    people: [],
    user: '',
    owner: '',
    store: '',
    files: [],
    mails: [],
    unread: 0,
    spreadsheetId: '',
    tab: null,
    lost: false,
    busy: null,
    waiting: 0,
    toasts: [],
    alerts: [],
    question: null,
    sidebar: null,
    dialog: null,
    unsaved: [],
    panel: null,
    previewed: null,
  };
  #listener: (shell: Shell) => void = () => undefined;
  #count = 0;

  get shell(): Shell {
    return this.#shell;
  }

  listen(listener: (shell: Shell) => void): void {
    this.#listener = listener;
  }

  set(change: Partial<Shell>): void {
    this.#shell = { ...this.#shell, ...change };
    this.#listener(this.#shell);
  }

  id(): number {
    this.#count += 1;
    return this.#count;
  }

  toast(title: string, message: string): void {
    const toast = { id: this.id(), title, message };
    this.set({ toasts: [...this.#shell.toasts, toast].slice(-4) });
    // long enough to be read: a person reads some five Chinese characters a second
    setTimeout(() => this.dropToast(toast.id), 5000 + 150 * message.length);
  }

  dropToast(id: number): void {
    this.set({ toasts: this.#shell.toasts.filter((toast) => toast.id !== id) });
  }

  show(view: UiView): void {
    if (view.kind === 'toast') this.toast(view.title, view.message);
    else if (view.kind === 'alert')
      this.set({ alerts: [...this.#shell.alerts, { id: this.id(), title: view.title, message: view.message }] });
    else if (view.kind === 'sidebar') this.set({ sidebar: { ...view, id: this.id() } });
    else this.set({ dialog: { ...view, id: this.id() } });
  }
}
