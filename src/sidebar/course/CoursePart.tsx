/** 办理: where the issue stands, in which round, who has to sign, and what can be done. */
import type { RecordProps } from '../issue/recordProps';
import { Badge } from '../ui/Badge';
import { Section } from '../ui/Section';
import { ISSUE } from '../wording';
import { instantWords, stateTone } from '../words';
import { Actions } from './Actions';
import { AttemptSteps } from './Attempt';
import { PastRounds } from './PastRounds';
import { COURSE } from './wording';

export function CoursePart(props: RecordProps) {
  const { state, course } = props.issue;
  const { round, returned, attempt, extension, past, doers } = course;
  return (
    <Section
      title={COURSE.title}
      mark={
        <>
          <Badge words={state === '' ? ISSUE.noState : state} tone={stateTone(state)} />
          <span class="quiet">{COURSE.round(round)}</span>
        </>
      }
    >
      {returned !== '' && <p class="notice wrap">{COURSE.returned(returned)}</p>}
      {attempt !== null && <AttemptSteps attempt={attempt} />}
      {extension !== null && (
        <div class="notice wrap">
          <p>{COURSE.extension(extension.by, instantWords(extension.at), extension.to)}</p>
          <p>{[extension.reasonClass, extension.reason].filter((part) => part !== '').join('：')}</p>
        </div>
      )}
      <Actions {...props} />
      {doers.length > 0 && <p class="quiet wrap">{COURSE.doers(doers.join('、'))}</p>}
      <PastRounds rounds={past} />
    </Section>
  );
}
