/** Ways to an issue: turning the page, searching, and whether the panel follows the sheet. */
import type { IssueView } from '../useIssue';
import { SIDEBAR } from '../wording';
import { Search } from './Search';

interface Props {
  issue: IssueView | null;
  pinned: boolean;
  onPin: (pinned: boolean) => void;
  onShow: (issue: number) => void;
  onReload: () => void;
}

export function Finder({ issue, pinned, onPin, onShow, onReload }: Props) {
  const { previous = null, next = null } = issue ?? {};
  const turn = (to: number | null, title: string, sign: string) => (
    <button
      type="button"
      disabled={to === null}
      title={title}
      aria-label={to === null ? title : `${title}${SIDEBAR.issueName(to)}`}
      onClick={() => to !== null && onShow(to)}
    >
      <span class="sign" aria-hidden="true">
        {sign}
      </span>
    </button>
  );
  return (
    <div class="finder">
      <Search onShow={onShow} />
      <div class="turns">
        {turn(previous, SIDEBAR.previous, '‹')}
        {turn(next, SIDEBAR.next, '›')}
        <span class="spring" />
        <button
          type="button"
          class="toggle"
          aria-pressed={pinned}
          title={SIDEBAR.pinExplained}
          onClick={() => onPin(!pinned)}
        >
          {SIDEBAR.pin}
        </button>
        <button type="button" disabled={issue === null} onClick={onReload}>
          {SIDEBAR.reload}
        </button>
      </div>
    </div>
  );
}
