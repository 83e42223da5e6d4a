/** The menu bar: the workbench's own menu and those the program built. */
import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { WORDS } from '../wording';
import './MenuBar.css';

export type Entry =
  | { kind: 'item'; caption: string; run: () => void }
  | { kind: 'separator' }
  | { kind: 'menu'; caption: string; entries: Entry[] };

export interface Menu {
  caption: string;
  entries: Entry[];
}

/** Arrow keys move, Enter and → open, ← and Esc close, as in any menu bar. */
export function MenuBar({ menus }: { menus: Menu[] }) {
  const [open, setOpen] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const close = (focus: boolean) => {
    setOpen(null);
    if (focus) bar.current?.querySelectorAll<HTMLElement>(':scope > div > [role=menuitem]')[at]?.focus();
  };
  useEffect(() => {
    if (open === null) return;
    const away = (event: Event) => {
      if (event.target instanceof Node && !bar.current?.contains(event.target)) setOpen(null);
    };
    // the grid and the frames swallow clicks; a press or a lost focus is seen in both cases
    document.addEventListener('pointerdown', away, true);
    const blur = () => setOpen(null);
    window.addEventListener('blur', blur);
    return () => {
      document.removeEventListener('pointerdown', away, true);
      window.removeEventListener('blur', blur);
    };
  }, [open]);
  const go = (index: number, opened: boolean) => {
    const next = (index + menus.length) % menus.length;
    setAt(next);
    if (opened) setOpen(next);
    else bar.current?.querySelectorAll<HTMLElement>(':scope > div > [role=menuitem]')[next]?.focus();
  };
  return (
    <div class="menubar" role="menubar" aria-label={WORDS.menuBar} ref={bar}>
      {menus.map((menu, index) => (
        <div key={menu.caption} class="menubar-item">
          <button
            type="button"
            role="menuitem"
            aria-haspopup="menu"
            aria-expanded={open === index}
            tabIndex={index === at ? 0 : -1}
            onClick={() => {
              setAt(index);
              setOpen(open === index ? null : index);
            }}
            onMouseEnter={() => open !== null && go(index, true)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') go(index + 1, open !== null);
              else if (event.key === 'ArrowLeft') go(index - 1, open !== null);
              else if (event.key === 'ArrowDown') setOpen(index);
              else return;
              event.preventDefault();
            }}
          >
            {menu.caption}
          </button>
          {open === index ? (
            <List
              label={menu.caption}
              entries={menu.entries}
              onClose={() => close(true)}
              onDone={() => close(false)}
              onSide={(by) => go(index + by, true)}
            />
          ) : null}
        </div>
      ))}
    </div>
  );
}

interface ListProps {
  label: string;
  entries: Entry[];
  onClose: () => void;
  onDone: () => void;
  onSide: (by: 1 | -1) => void;
  sub?: boolean;
}

function List({ label, entries, onClose, onDone, onSide, sub }: ListProps) {
  const [opened, setOpened] = useState<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>(':scope > .menu-row > [role=menuitem]') ?? [])];
  useEffect(() => list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus(), []);
  const lineKeys = entries.map((_entry, index) => `line-${index}`);
  const onKey = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const all = items();
    const at = all.findIndex((item) => item.matches(':focus'));
    if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all[(at - 1 + all.length) % all.length]?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all[all.length - 1]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab' || (event.key === 'ArrowLeft' && sub)) onClose();
    else if (event.key === 'ArrowLeft') onSide(-1);
    else if (event.key === 'ArrowRight') {
      const row = all[at];
      if (row?.getAttribute('aria-haspopup')) row.click();
      else onSide(1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class={`menu ${sub ? 'submenu' : ''}`} role="menu" aria-label={label} ref={list} onKeyDown={onKey}>
      {entries.map((entry, index) => {
        if (entry.kind === 'separator') return <hr key={lineKeys[index]} />;
        const isMenu = entry.kind === 'menu';
        return (
          <div key={entry.caption} class="menu-row">
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              onMouseEnter={() => setOpened(isMenu ? index : null)}
              {...(isMenu ? { 'aria-haspopup': 'menu' as const, 'aria-expanded': opened === index } : {})}
              onClick={() => {
                if (isMenu) return setOpened(index);
                onDone();
                entry.run();
              }}
            >
              <span>{entry.caption}</span>
              {isMenu ? <span aria-hidden="true">▸</span> : null}
            </button>
            {isMenu && opened === index ? (
              <List
                sub
                label={entry.caption}
                entries={entry.entries}
                onClose={() => {
                  setOpened(null);
                  items()[entries.slice(0, index).filter((one) => one.kind !== 'separator').length]?.focus();
                }}
                onDone={onDone}
                onSide={onSide}
              />
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
