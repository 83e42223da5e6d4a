/** What the tab that is seen shows: its filter views, its slicers. */
import type { Shell } from '../model';
import { WORDS } from '../wording';
import type { Work } from '../work';
import './Views.css';

export function Views({ shell, work }: { shell: Shell; work: Work }) {
  const { tab } = shell;
  if (!tab || tab.views.length + tab.slicers.length === 0) return null;
  const { choice } = tab;
  const isFiltered = choice.view !== null || choice.slicers.length > 0;
  return (
    <div class="views">
      {tab.views.length > 0 ? (
        <label class="person">
          <span>{WORDS.view}：</span>
          <select
            value={choice.view === null ? '' : String(choice.view)}
            onChange={({ currentTarget: { value } }) =>
              work.viewing.choose({ view: value === '' ? null : Number(value) })
            }
          >
            <option value="">{WORDS.everything}</option>
            {tab.views.map(({ id, title, count }) => (
              <option key={id} value={String(id)}>
                {WORDS.rowCount(title, count)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {tab.slicers.map(({ id, title, values }) => (
        <label key={id} class="person">
          <span>{title}：</span>
          <select
            value={choice.slicers.find((one) => one.id === id)?.value ?? ''}
            onChange={({ currentTarget: { value } }) => {
              const others = choice.slicers.filter((one) => one.id !== id);
              work.viewing.choose({ slicers: value === '' ? others : [...others, { id, value }] });
            }}
          >
            <option value="">{WORDS.everything}</option>
            {values.map((value) => (
              <option key={value}>{value}</option>
            ))}
          </select>
        </label>
      ))}
      {isFiltered ? (
        <button type="button" class="quiet" onClick={() => work.viewing.again()}>
          {WORDS.filterAgain}
        </button>
      ) : null}
    </div>
  );
}
