/** Asks, while the panel is visible, which issue the person stands on. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { pause } from './follow';
import { usePage } from './page';

export interface Standing {
  issue: number | null;
  /** Counts the answers, so that each one can be acted on. */
  answer: number;
}

export interface Followed {
  standing: Standing | null;
  lost: boolean;
}

/** One question at a time, none while other calls are under way or while `active` is false. */
export function useFollow(active: boolean): Followed {
  const { remote } = usePage();
  const [standing, setStanding] = useState<Standing | null>(null);
  const [lost, setLost] = useState(false);
  const last = useRef<{ place: string; since: number; answer: number }>({ place: '', since: 0, answer: 0 });

  useEffect(() => {
    if (!active) return;
    let stopped = false;
    let asking = false;
    let failures = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (ms: number) => {
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(ask, ms);
    };
    const ask = async () => {
      if (asking || stopped || document.visibilityState !== 'visible') return;
      if (remote.underWay() > 0) return wait(300);
      asking = true;
      const result = await remote.call('selection', {});
      asking = false;
      if (stopped) return;
      failures = result.ok ? 0 : failures + 1;
      setLost(failures > 1);
      if (result.ok) {
        const { tab, row, issue } = result.value;
        const place = `${tab}\n${row}`;
        const { since, answer } = last.current;
        last.current = {
          place,
          since: place === last.current.place ? since : Date.now(),
          answer: answer + 1,
        };
        setStanding({ issue, answer: answer + 1 });
      }
      wait(pause(Date.now() - last.current.since, failures));
    };
    const seen = () => {
      if (document.visibilityState === 'visible') void ask();
    };
    document.addEventListener('visibilitychange', seen);
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [active, remote]);

  return { standing, lost };
}
