/** 导入反馈意见: source, review, result; nothing is written before the person confirms. */
import { useState } from 'preact/hooks';
import type { Gives, Takes } from '../../app/contract';
import { usePage } from '../page';
import { useTask } from '../task';
import { numbered, type Proposal } from '../tree';
import { IMPORT } from '../wording';
import { ImportDone } from './ImportDone';
import { ReviewStep } from './ReviewStep';
import { BLANK_SOURCE, type Source, SourceStep } from './SourceStep';

/** What the draft was made from, so that going back and forth without a change keeps the corrections. */
interface Reviewed {
  asked: string;
  proposal: Proposal;
}

export function ImportView() {
  const { remote } = usePage();
  const [source, setSource] = useState<Source>(BLANK_SOURCE);
  const [step, setStep] = useState<'source' | 'review'>('source');
  const [reviewed, setReviewed] = useState<Reviewed | null>(null);
  const [present, setPresent] = useState(0);
  const reading = useTask<Proposal>();
  const writing = useTask<Gives<'confirmImport'>>();

  const recognise = async () => {
    const asked: Takes<'previewImport'> =
      source.file === null ? { name: '', text: source.text } : { name: source.file.name, base64: source.file.base64 };
    const key = JSON.stringify(asked);
    if (reviewed?.asked === key) {
      setStep('review');
      return;
    }
    const result = await reading.run(IMPORT.recognising, () => remote.call('previewImport', asked));
    if (!result.ok) return;
    setReviewed({ asked: key, proposal: numbered(result.value) });
    writing.reset();
    setStep('review');
    const issues = await remote.call('searchIssues', { query: '' });
    if (issues.ok) setPresent(issues.value.length);
  };
  const startAgain = () => {
    setSource(BLANK_SOURCE);
    setReviewed(null);
    reading.reset();
    writing.reset();
    setStep('source');
  };

  if (writing.state.kind === 'done') return <ImportDone imported={writing.state.value} onAgain={startAgain} />;
  if (step === 'review' && reviewed !== null) {
    return (
      <ReviewStep
        proposal={reviewed.proposal}
        present={present}
        state={writing.state}
        onChange={(change) => setReviewed((old) => old && { ...old, proposal: change(old.proposal) })}
        onBack={() => setStep('source')}
        onConfirm={(proposal, append) =>
          void writing.run(IMPORT.confirming, () =>
            remote.call('confirmImport', { source: source.file?.name ?? '', proposal, append }),
          )
        }
      />
    );
  }
  return <SourceStep source={source} onSource={setSource} state={reading.state} onRecognise={() => void recognise()} />;
}
