/** Filter views as links, each with the issues it shows now. */
import { SafeLink } from '../ui/SafeLink';
import type { View } from './families';
import { VIEWS } from './wording';

/** @param short the views are all of one family, so that its subject names each */
export function ViewRows({ views, short }: { views: readonly View[]; short: boolean }) {
  return (
    <ul class="rows">
      {views.map(({ title, subject, count, url }) => (
        <li key={title} class="row">
          {url === '' ? (
            <span class="wrap quiet">
              {short ? subject : title}（{VIEWS.unmade}）
            </span>
          ) : (
            <SafeLink text={url} label={short ? subject : title} />
          )}
          <span class="spring" />
          <span class="tally">{VIEWS.issues(count)}</span>
        </li>
      ))}
    </ul>
  );
}
