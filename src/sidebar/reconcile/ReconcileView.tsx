/** 对账: a published report, sentence by sentence, with its base and the ledger as it is now. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Gives } from '../../app/contract';
import { usePage } from '../page';
import { type Upload, versionWords } from '../reports/choices';
import { FileChoice } from '../reports/FileChoice';
import { useTask } from '../task';
import { TaskView } from '../ui/TaskView';
import { useFocusOn } from '../ui/useFocusOn';
import { NOTHING, useAnswer } from '../useAnswer';
import { COMMON } from '../wording';
import { Results } from './Results';
import { RECONCILE } from './wording';

const KINDS = ['.docx', '.txt'];

export function ReconcileView() {
  const { remote, close } = usePage();
  const { value: versions, state, ask } = useAnswer('listReports', NOTHING, RECONCILE.reading);
  const [chosen, setChosen] = useState<number | undefined>();
  const [file, setFile] = useState<Upload | undefined>();
  const comparing = useTask<Gives<'reconcile'>>();
  const busy = useRef(false);
  const running = comparing.state.kind === 'running';
  const found = comparing.state.kind === 'done' ? comparing.state.value : null;
  const told = useFocusOn<HTMLDivElement>(found, found !== null);
  useEffect(() => {
    void ask();
  }, [ask]);

  const comparable = (versions ?? []).filter(({ hasBase }) => hasBase);
  const version = chosen ?? comparable[0]?.version;
  const ready = versions !== null && (version !== undefined || file !== undefined);
  const start = async () => {
    if (busy.current || !ready) return;
    busy.current = true;
    const argument = { ...(version === undefined ? {} : { version }), ...(file === undefined ? {} : { file }) };
    await comparing.run(RECONCILE.working, () => remote.call('reconcile', argument));
    busy.current = false;
  };
  return (
    <main class="dialog reconcile">
      <h1 class="unseen">{RECONCILE.title}</h1>
      <p class="quiet">{RECONCILE.explain}</p>
      <TaskView state={state} />
      {versions !== null && (
        <fieldset class="choices" disabled={running}>
          {comparable.length === 0 ? (
            <p class="notice across">{RECONCILE.none}</p>
          ) : (
            <>
              <label for="version">{RECONCILE.version}</label>
              <select
                id="version"
                value={String(version)}
                onChange={(event) => setChosen(Number(event.currentTarget.value))}
              >
                {versions.map((one) => (
                  <option key={one.version} value={String(one.version)} disabled={!one.hasBase}>
                    {versionWords(one) + (one.hasBase ? '' : RECONCILE.noBase)}
                  </option>
                ))}
              </select>
            </>
          )}
          <span class="label">{RECONCILE.published}</span>
          <FileChoice
            label={RECONCILE.file}
            hint={version === undefined ? RECONCILE.fileOnly : RECONCILE.fileHint}
            kinds={KINDS}
            chosen={file}
            disabled={running}
            onChoose={setFile}
          />
        </fieldset>
      )}
      <TaskView state={comparing.state} withoutRetry />
      <div ref={told} tabIndex={-1} class="compared" role="status">
        {found && <Results key={`${found.version}`} found={found} />}
      </div>
      <div class="footer">
        <button type="button" class="main" disabled={!ready || running} onClick={() => void start()}>
          {found === null ? RECONCILE.start : RECONCILE.again}
        </button>
        <span class="spring" />
        <button type="button" onClick={close}>
          {COMMON.close}
        </button>
      </div>
    </main>
  );
}
