/** Two or more panels of which one is seen; the others stay as they are. More tabs than a row holds stand in rows. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

interface Props<K extends string> {
  label: string;
  tabs: readonly { id: K; title: string; mark?: number | undefined; content: ComponentChildren }[];
  chosen: K;
  onChoose: (id: K) => void;
}

/** Tabs in a row, as the style has it: so many fit a sidebar of 300 px with their marks. */
const A_ROW = 3;
const STEPS = new Map([
  ['ArrowRight', 1],
  ['ArrowLeft', -1],
  ['ArrowDown', A_ROW],
  ['ArrowUp', -A_ROW],
]);

export function Tabs<K extends string>({ label, tabs, chosen, onChoose }: Props<K>) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const { length } = tabs;
    const step = STEPS.get(event.key);
    if (step === undefined && event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    const own = tabs.findIndex(({ id }) => id === chosen);
    const at = step === undefined ? (event.key === 'Home' ? 0 : length - 1) : (own + step + length) % length;
    const tab = tabs[at];
    if (tab === undefined) return;
    onChoose(tab.id);
    list.current?.querySelectorAll('button')[at]?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map(({ id, title, mark }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-controls={`panel-${id}`}
            aria-selected={id === chosen}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {title}
            {mark !== undefined && mark > 0 && <span class="tally">{mark}</span>}
          </button>
        ))}
      </div>
      {tabs.map(({ id, content }) => (
        <div key={id} role="tabpanel" id={`panel-${id}`} aria-labelledby={`tab-${id}`} hidden={id !== chosen}>
          {content}
        </div>
      ))}
    </>
  );
}
