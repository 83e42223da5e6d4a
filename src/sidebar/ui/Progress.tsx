/** Says what is going on once it takes longer than a second, and for how long already. */
import { useEffect, useState } from 'preact/hooks';
import { COMMON } from '../wording';

export function Progress({ what, since }: { what: string; since: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.round((now - since) / 1000));
  return (
    <div class={seconds < 1 ? 'progress early' : 'progress'}>
      <span class="bar" aria-hidden="true" />
      <span role="status">{what}</span>
      <span class="count" aria-hidden="true">
        {COMMON.seconds(seconds)}
      </span>
    </div>
  );
}
