/** 办理记录 as a line through time, newest first. */
import type { IssueView } from '../useIssue';
import { ISSUE } from '../wording';
import { actionTone, instantWords } from '../words';

export function History({ events }: { events: IssueView['history'] }) {
  if (events.length === 0) return <p class="empty">{ISSUE.noHistory}</p>;
  return (
    <ol class="history">
      {events.map(({ sequence, at, actor, action, subject, from, to, reason }) => (
        <li key={sequence} class={actionTone(action)}>
          <p class="marks">
            <b>{action}</b>
            {to !== '' && <span>{from === '' ? to : `${from} → ${to}`}</span>}
          </p>
          {reason !== '' && <p class="wrap">{reason}</p>}
          <p class="quiet wrap">
            <time dateTime={at}>{instantWords(at)}</time> {actor === '' ? ISSUE.byProgram : actor} · {subject}
          </p>
        </li>
      ))}
    </ol>
  );
}
