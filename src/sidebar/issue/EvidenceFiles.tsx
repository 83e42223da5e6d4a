/** The issue's folder and its 档案目录, asked for by a button and then linked to. */
import type { Gives } from '../../app/contract';
import { usePage } from '../page';
import { useTask } from '../task';
import { MadeFiles } from '../ui/MadeFiles';
import { SafeLink } from '../ui/SafeLink';
import { TaskView } from '../ui/TaskView';
import { useFocusOn } from '../ui/useFocusOn';
import { FILES } from '../wording';

export function EvidenceFiles({ issue }: { issue: number }) {
  const { remote } = usePage();
  const folder = useTask<Gives<'issueFolder'>>();
  const catalogue = useTask<Gives<'fileCatalogue'>>();
  const running = folder.state.kind === 'running' || catalogue.state.kind === 'running';
  const place = folder.state.kind === 'done' ? folder.state.value : null;
  const made = catalogue.state.kind === 'done' ? catalogue.state.value : null;
  // a window opened after the answer would be held back as a pop-up, so the link is put under the person's hand
  const links = useFocusOn<HTMLDivElement>(`${place?.id} ${made?.docx.id}`, place !== null || made !== null);
  return (
    <div class="files">
      <div class="actions">
        <button
          type="button"
          class="small"
          disabled={running}
          onClick={() => void folder.run(FILES.openingFolder, () => remote.call('issueFolder', { issue }))}
        >
          {FILES.folder}
        </button>
        <button
          type="button"
          class="small"
          disabled={running}
          onClick={() => void catalogue.run(FILES.makingCatalogue, () => remote.call('fileCatalogue', { issue }))}
        >
          {FILES.catalogue}
        </button>
      </div>
      <TaskView state={folder.state} />
      <TaskView state={catalogue.state} />
      <div ref={links} tabIndex={-1} role="status" class="links">
        {place && (
          <p>
            {FILES.open}
            <SafeLink text={place.url} label={place.name} />
          </p>
        )}
        {made && (
          <>
            <p>{FILES.made(made.rows)}</p>
            <MadeFiles {...made} />
          </>
        )}
      </div>
    </div>
  );
}
