/** The findings of one rule; a long list is shown piece by piece. */
import { useState } from 'preact/hooks';
import { type Checked, findingKey, type RuleGroup } from '../findings';
import { Section } from '../ui/Section';
import { CHECK } from '../wording';
import { FindingCard } from './FindingCard';

const AT_FIRST = 20;

interface Props {
  rule: RuleGroup;
  open: boolean;
  onWaived: (checked: Checked) => void;
}

export function RuleList({ rule, open, onWaived }: Props) {
  const [all, setAll] = useState(false);
  const { title, findings } = rule;
  const shown = all ? findings : findings.slice(0, AT_FIRST);
  const left = findings.length - shown.length;
  return (
    <Section title={title} count={findings.length} open={open}>
      {shown.map((finding) => (
        <FindingCard key={findingKey(finding)} finding={finding} onWaived={onWaived} underHeading />
      ))}
      {left > 0 && (
        <button type="button" class="add" onClick={() => setAll(true)}>
          {CHECK.showAll(left)}
        </button>
      )}
    </Section>
  );
}
