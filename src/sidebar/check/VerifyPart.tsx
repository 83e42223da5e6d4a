/** 核验办理记录: the log's chain, every status against it, and the files of the evidence, told in plain words. */

import type { Gives } from '../../app/contract';
import { usePage } from '../page';
import { useTask } from '../task';
import { Section } from '../ui/Section';
import { TaskView } from '../ui/TaskView';
import { VERIFY } from '../wording';
import { FilesVerdict, LogVerdict } from './Verdicts';

export function VerifyPart({ onOpen }: { onOpen: (issue: number) => void }) {
  const { remote } = usePage();
  const log = useTask<Gives<'verifyLog'>>();
  const files = useTask<Gives<'verifyFiles'>>();
  return (
    <Section title={VERIFY.title} open={false}>
      <p class="quiet">{VERIFY.explain}</p>
      <div class="actions">
        <button
          type="button"
          disabled={log.state.kind === 'running'}
          onClick={() => void log.run(VERIFY.verifyingLog, () => remote.call('verifyLog', {}))}
        >
          {VERIFY.log}
        </button>
        <button
          type="button"
          disabled={files.state.kind === 'running'}
          onClick={() => void files.run(VERIFY.verifyingFiles, () => remote.call('verifyFiles', {}))}
        >
          {VERIFY.files}
        </button>
      </div>
      <TaskView state={log.state} />
      <div role="status">{log.state.kind === 'done' && <LogVerdict verdict={log.state.value} onOpen={onOpen} />}</div>
      <TaskView state={files.state} />
      <div role="status">{files.state.kind === 'done' && <FilesVerdict verdict={files.state.value} />}</div>
    </Section>
  );
}
