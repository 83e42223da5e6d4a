/** All that keeps an action from being done, each with what to do about it. */
import type { Unmet } from './act';
import { COURSE } from './wording';

export function UnmetList({ unmet }: { unmet: Unmet }) {
  return (
    <ul class="unmet">
      {unmet.map(({ code, message, remedy }) => (
        <li key={code + message} class="wrap">
          {message}
          {remedy !== '' && (
            <span class="remedy">
              {COURSE.remedy}
              {remedy}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
