/** One finding: where, what, how to put it right; a jump to its cell, and its waiver. */
import { useState } from 'preact/hooks';
import { type Checked, type Finding, placeAndText } from '../findings';
import { Badge } from '../ui/Badge';
import { JumpButton } from '../ui/JumpButton';
import { CHECK } from '../wording';
import { instantWords, type Tone } from '../words';
import { WaiveForm } from './WaiveForm';

const TONES: Record<Finding['severity'], Tone> = { error: 'bad', warning: 'soon', note: 'plain' };

interface Props {
  finding: Finding;
  onWaived: (checked: Checked) => void;
  /** Where a heading has said the severity and the rule already. */
  underHeading?: boolean;
  /** Said where the finding speaks of another record first. */
  aside?: string | undefined;
}

export function FindingCard({ finding, onWaived, underHeading = false, aside }: Props) {
  const [waiving, setWaiving] = useState(false);
  const { severity, title, tab, cell, remedy, waivable, waiver } = finding;
  const { place, text } = placeAndText(finding);
  return (
    <div class={`finding ${severity}${waiver ? ' waived' : ''}`}>
      <p class="marks">
        {!underHeading && <Badge words={CHECK.severity[severity]} tone={TONES[severity]} />}
        {!underHeading && <b>{title}</b>}
        <span class="quiet wrap">{place}</span>
      </p>
      <p class="wrap">{text}</p>
      {aside !== undefined && <p class="quiet">{aside}</p>}
      {remedy !== '' && !waiver && (
        <p class="wrap remedy">
          <b>{CHECK.remedy}</b>
          {remedy}
        </p>
      )}
      {waiver && (
        <p class="quiet wrap">
          {CHECK.waivedBy(waiver.by, instantWords(waiver.at))}
          <br />
          {CHECK.waivedWhy(waiver.reason)}
        </p>
      )}
      {!waiver && !waivable && (
        <p class="quiet">{title === CHECK.unreadable ? CHECK.mustBeFixed : CHECK.protectsPublic}</p>
      )}
      <div class="actions">
        {cell !== '' && <JumpButton tab={tab} cell={cell} />}
        {!waiver && waivable && !waiving && (
          <button type="button" class="small" onClick={() => setWaiving(true)}>
            {CHECK.waive}
          </button>
        )}
      </div>
      {waiving && !waiver && <WaiveForm finding={finding} onWaived={onWaived} onCancel={() => setWaiving(false)} />}
    </div>
  );
}
