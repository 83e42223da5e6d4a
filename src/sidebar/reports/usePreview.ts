/** The page of the choices as they stand: asked a moment after the last change; answers to older choices are dropped. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Gives } from '../../app/contract';
import { usePage } from '../page';
import { type TaskState, useTask } from '../task';
import type { Asked } from './choices';
import { PREVIEW } from './wording';

export type Page = Gives<'previewReport'>;
export type Hit = Page['gate']['hits'][number];

/** Long enough that going through a list by keys or typing a number asks once. */
const SETTLED_MS = 350;

export interface Preview {
  /** The last page that came, also while another is composed. */
  page: Page | null;
  /** Whether the page is of the choices as they stand, */
  ofChoices: boolean;
  /** and besides nothing is under way. */
  current: boolean;
  state: TaskState<Page>;
  /** Composes again at once. */
  compose(): Promise<void>;
  /** Takes over what became of the hits, until the page comes anew. */
  setHits(hits: Hit[]): void;
}

/** @param asked null while the choices are not complete */
export function usePreview(asked: Asked | null): Preview {
  const { remote } = usePage();
  const { state, run, reset } = useTask<Page>();
  const [got, setGot] = useState<{ key: string; page: Page } | null>(null);
  const turn = useRef(0);
  const wanted = useRef(asked);
  wanted.current = asked;
  const key = asked === null ? '' : JSON.stringify(asked);

  const compose = useCallback(async () => {
    const { current } = wanted;
    if (current === null) return;
    turn.current += 1;
    const own = turn.current;
    const result = await run(PREVIEW.composing, () => remote.call('previewReport', current));
    if (result.ok && own === turn.current) setGot({ key, page: result.value });
  }, [key, remote, run]);

  useEffect(() => {
    turn.current += 1;
    reset();
    const timer = setTimeout(() => void compose(), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [compose, reset]);

  const setHits = useCallback((hits: Hit[]) => {
    setGot((now) => now && { ...now, page: { ...now.page, gate: { ...now.page.gate, hits } } });
  }, []);
  const ofChoices = got?.key === key && state.kind !== 'failed';
  return { page: got?.page ?? null, ofChoices, current: ofChoices && state.kind === 'done', state, compose, setHits };
}
