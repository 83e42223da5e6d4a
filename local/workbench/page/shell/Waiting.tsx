/** What is seen until the grid is drawn, or when the workbench does not answer. */
import type { Shell } from '../model';
import { WORDS } from '../wording';
import type { Work } from '../work';
import './Waiting.css';

const SKELETON_ROWS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

export function Waiting({ shell, work }: { shell: Shell; work: Work }) {
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
