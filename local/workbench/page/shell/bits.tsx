/** Small parts the shell is made of: a modal dialog that keeps the focus, and an icon button. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { WORDS } from '../wording';
import './bits.css';

const FOCUSABLE = 'button:not([disabled]), [href], input, select, textarea, iframe, [tabindex]:not([tabindex="-1"])';

export interface DrawerProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  class?: string;
}

export interface ModalProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  width?: number;
  /** What stands at the foot; without it there is only the closing cross. */
  actions?: ComponentChildren;
  /** A warning or question that asks for an answer. */
  alert?: boolean;
  class?: string;
}

/** A panel at the side: it takes the focus when it opens, and Esc closes it. */
export function Drawer({ title, onClose, children, class: name = '' }: DrawerProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <aside
      class={`files ${name}`}
      aria-label={title}
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header>
        <h2>{title}</h2>
        <CloseButton onClick={onClose} />
      </header>
      {children}
    </aside>
  );
}

/** Esc closes it, Tab stays within it, and the focus goes back where it was. */
export function Modal({ title, onClose, children, width, actions, alert, class: name = '' }: ModalProps) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    const first = box.current?.querySelector<HTMLElement>('[data-first]') ?? box.current;
    first?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (!box.current || !isTopmost(box.current)) return;
      if (event.key === 'Escape') {
        event.stopPropagation();
        close.current();
      }
      if (event.key === 'Tab') turn(event, box.current);
    };
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const role = {
    role: alert ? ('alertdialog' as const) : ('dialog' as const),
    'aria-modal': true,
    'aria-label': title,
  };
  return (
    <div class="backdrop">
      <div
        ref={box}
        class={`modal ${name}`}
        {...role}
        tabIndex={-1}
        style={width === undefined ? undefined : { width: `${width}px` }}
      >
        <header class="modal-head">
          <h2>{title}</h2>
          <CloseButton onClick={onClose} />
        </header>
        {children}
        {actions ? <footer class="modal-foot">{actions}</footer> : null}
      </div>
    </div>
  );
}

export function CloseButton({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" class="icon" aria-label={WORDS.close} title={WORDS.close} onClick={onClick}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
      </svg>
    </button>
  );
}

function isTopmost(box: HTMLElement): boolean {
  const all = document.querySelectorAll('.modal');
  return all[all.length - 1] === box;
}

function turn(event: KeyboardEvent, box: HTMLElement): void {
  const all = [...box.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const first = all[0];
  const last = all[all.length - 1];
  const at = document.activeElement;
  if (!first || !last) return;
  if (event.shiftKey && (at === first || at === box)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && at === last) {
    event.preventDefault();
    first.focus();
  }
}
