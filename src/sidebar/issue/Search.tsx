/** 查找问题: by number or words, asked once typing pauses. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Gives } from '../../app/contract';
import { usePage } from '../page';
import { useTask } from '../task';
import { Badge } from '../ui/Badge';
import { TaskView } from '../ui/TaskView';
import { SIDEBAR } from '../wording';
import { stateTone } from '../words';

type Found = Gives<'searchIssues'>;

const PAUSE_MS = 300;
const SHOWN = 30;

export function Search({ onShow }: { onShow: (issue: number) => void }) {
  const { remote } = usePage();
  const [query, setQuery] = useState('');
  const { state, run, reset } = useTask<Found>();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const words = query.trim();
    if (words === '') return reset();
    const timer = setTimeout(() => {
      void run(SIDEBAR.searching, () => remote.call('searchIssues', { query: words }));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query, remote, run, reset]);

  const choose = (issue: number) => {
    setQuery('');
    onShow(issue);
    input.current?.focus();
  };
  const found = state.kind === 'done' ? state.value : null;
  return (
    <search class="search">
      <label for="search" class="unseen">
        {SIDEBAR.searchLabel}
      </label>
      <input
        ref={input}
        id="search"
        type="search"
        autocomplete="off"
        placeholder={SIDEBAR.searchHint}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setQuery('');
          const [first] = found ?? [];
          if (event.key === 'Enter' && first !== undefined) choose(first.number);
        }}
      />
      <TaskView state={state} />
      <p class={found ? 'hint' : 'unseen'} role="status">
        {found ? SIDEBAR.found(found.length) : ''}
      </p>
      {found && found.length > 0 && (
        <ul class="found">
          {found.slice(0, SHOWN).map(({ number, title, state: word }) => (
            <li key={number}>
              <button type="button" onClick={() => choose(number)}>
                <b>{number}</b>
                <span class="clip">{title}</span>
                <Badge words={word} tone={stateTone(word)} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
