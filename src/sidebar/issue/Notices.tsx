/** What the panel has to say about itself: another row was chosen, text elsewhere is unsaved, the sheet is away. */
import { SIDEBAR } from '../wording';

interface Props {
  offered: number | null;
  unsaved: readonly number[];
  lost: boolean;
  onShow: (issue: number) => void;
  onStay: () => void;
}

export function Notices({ offered, unsaved, lost, onShow, onStay }: Props) {
  return (
    <div role="status" class="notices">
      {lost && <p class="notice">{SIDEBAR.lost}</p>}
      {offered !== null && (
        <div class="notice">
          <p>{SIDEBAR.offered(offered)}</p>
          <div class="actions">
            <button type="button" onClick={() => onShow(offered)}>
              {SIDEBAR.switchKeeping}
            </button>
            <button type="button" onClick={onStay}>
              {SIDEBAR.stay}
            </button>
          </div>
        </div>
      )}
      {unsaved.length > 0 && (
        <p class="notice">
          {SIDEBAR.unsavedElsewhere}
          {unsaved.map((issue) => (
            <button key={issue} type="button" class="link" onClick={() => onShow(issue)}>
              {SIDEBAR.issueName(issue)}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
