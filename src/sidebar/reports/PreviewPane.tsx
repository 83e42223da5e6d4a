/** The page as it would be printed, in a frame where nothing runs; the old one stays while the next is composed. */
import { Progress } from '../ui/Progress';
import { COMMON } from '../wording';
import { FaultList } from './FaultList';
import type { Preview } from './usePreview';
import { PREVIEW } from './wording';

/** Sheets of A4 as wide as the frame, upright and across: added to the server's page, which has them at full size. */
const FITTED = '<style>section{zoom:.84}section.wide{zoom:.6}</style>';

interface Props {
  preview: Preview;
  /** Why there is nothing to ask for yet; `''` when there is. */
  lacking: string;
}

export function PreviewPane({ preview: { page, state, compose }, lacking }: Props) {
  const failed = state.kind === 'failed';
  return (
    <section class="preview-side" aria-label={PREVIEW.frame} aria-busy={state.kind === 'running'}>
      <p class="preview-head">
        <b class="spring">{lacking === '' && !failed && page?.title}</b>
        <span class="quiet">{PREVIEW.notice}</span>
      </p>
      <div class="sheet">
        {state.kind === 'running' && <Progress what={state.what} since={state.since} />}
        {lacking !== '' && <p class="empty">{lacking}</p>}
        {lacking === '' && state.kind === 'failed' && (
          <div class="refusal" role="alert">
            <h2>{PREVIEW.failed}</h2>
            <FaultList faults={state.faults} />
            <button type="button" onClick={() => void compose()}>
              {COMMON.retry}
            </button>
          </div>
        )}
        {lacking === '' && !failed && page !== null && (
          <iframe class="paper" title={`${PREVIEW.frame} ${page.title}`} sandbox="" srcDoc={page.html + FITTED} />
        )}
      </div>
    </section>
  );
}
