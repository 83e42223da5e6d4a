/** 预览报告: the report as it would be made now, in a frame where nothing runs, and the making of a draft. */
import { useEffect, useState } from 'preact/hooks';
import type { Gives, Takes } from '../../app/contract';
import { usePage } from '../page';
import { useTask } from '../task';
import { TaskView } from '../ui/TaskView';
import { COMMON, PREVIEW } from '../wording';
import { Generated } from './Generated';

type Variant = Exclude<Takes<'previewReport'>['variant'], undefined>;
const VARIANTS: readonly Variant[] = ['four-part', 'two-part', 'statistics-first'];

export function PreviewView() {
  const { remote, close } = usePage();
  const [variant, setVariant] = useState<Variant | null>(null);
  const preview = useTask<Gives<'previewReport'>>();
  const making = useTask<Gives<'generateReport'>>();
  const [page, setPage] = useState<Gives<'previewReport'> | null>(null);
  const { run } = preview;

  useEffect(() => {
    const asked = { kind: 'public' as const, ...(variant === null ? {} : { variant }) };
    void run(PREVIEW.composing, () => remote.call('previewReport', asked)).then((result) => {
      if (result.ok) setPage(result.value);
    });
  }, [variant, remote, run]);

  const generate = () => {
    const asked = { kind: 'public' as const, ...(variant === null ? {} : { variant }) };
    void making.run(PREVIEW.generating, () => remote.call('generateReport', asked));
  };
  return (
    <main class="dialog preview">
      <div class="toolbar">
        <h1 class="unseen">{PREVIEW.title}</h1>
        <label for="variant">{PREVIEW.variant}</label>
        <select
          id="variant"
          value={variant ?? ''}
          onChange={(event) => setVariant(VARIANTS.find((one) => one === event.currentTarget.value) ?? null)}
        >
          <option value="">{PREVIEW.bySettings}</option>
          {VARIANTS.map((one) => (
            <option key={one} value={one}>
              {PREVIEW.variants[one]}
            </option>
          ))}
        </select>
        <span class="quiet spring">{PREVIEW.notice}</span>
        <button type="button" class="main" disabled={making.state.kind === 'running'} onClick={generate}>
          {PREVIEW.generate}
        </button>
        <button type="button" onClick={close}>
          {COMMON.close}
        </button>
      </div>
      <TaskView state={making.state} />
      {making.state.kind === 'done' && <Generated report={making.state.value} />}
      <TaskView state={preview.state} />
      {page !== null && preview.state.kind !== 'failed' && (
        <iframe class="paper" title={`${PREVIEW.frame} ${page.title}`} sandbox="" srcDoc={page.html} />
      )}
    </main>
  );
}
