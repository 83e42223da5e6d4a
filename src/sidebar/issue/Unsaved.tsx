/** Says on a folded part that something in it is typed and not saved. */
import { type Drafts, draftOf, type Kind } from '../drafts';
import { Badge } from '../ui/Badge';
import { ISSUE } from '../wording';

export function Unsaved({ drafts, kind, of }: { drafts: Drafts; kind: Kind; of: string }) {
  const count = Object.keys(draftOf(drafts, kind, of)).length;
  return count === 0 ? null : <Badge words={ISSUE.unsaved(count)} tone="soon" />;
}
