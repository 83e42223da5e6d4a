/** The mails of a day, each with what it says, and those who get none with the reason. */
import type { Gives } from '../../app/contract';
import { Badge } from '../ui/Badge';
import { SafeLink } from '../ui/SafeLink';
import { Section } from '../ui/Section';
import type { Tone } from '../words';
import { REMIND } from './wording';

type Answer = Gives<'remind'>;
type MailOfDay = Answer['mails'][number];

const TONES: Record<MailOfDay['level'], Tone> = { 提醒: 'plain', 督办: 'soon', 告诫: 'bad' };

export function Mails({ answer, sent }: { answer: Answer; sent: boolean }) {
  const { mails, postponed, unreachable } = answer;
  return (
    <>
      {unreachable.length > 0 && (
        <Section title={REMIND.unreachable} count={unreachable.length}>
          <p class="quiet">{REMIND.unreachableExplain}</p>
          <ul class="rows">
            {unreachable.map(({ name, why, issues }) => (
              <li key={`${name} ${why}`} class="wrap">
                {name === '' ? why : REMIND.why(name, why)}
                <span class="quiet"> {REMIND.concerned(issues.join('、'))}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {mails.length > 0 && (
        <Section title={REMIND.mails(sent)} count={mails.length}>
          {mails.map((mail) => (
            <Mail key={mail.to} mail={mail} />
          ))}
        </Section>
      )}
      {postponed.length > 0 && (
        <Section title={REMIND.postponed} count={postponed.length}>
          <ul class="rows">
            {postponed.map(({ to, name }) => (
              <li key={to}>{REMIND.to(name, to)}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Mail({ mail }: { mail: MailOfDay }) {
  const { to, name, level, subject, body, items } = mail;
  return (
    <details class="item">
      <summary>
        <span class="marks">
          <b class="wrap">{REMIND.to(name, to)}</b>
          <Badge words={level} tone={TONES[level]} />
          <span class="quiet">{REMIND.items(items.length)}</span>
        </span>
        <span class="quiet wrap">{subject}</span>
      </summary>
      <ul class="rows">
        {items.map(({ issue, title, reason, level: own, number, url }) => (
          <li key={`${issue} ${reason}`} class="wrap">
            <SafeLink text={url} label={REMIND.issue(issue)} /> {title}
            <p class="marks">
              <Badge words={number === '' ? own : number} tone={TONES[own]} />
              {reason}
            </p>
          </li>
        ))}
      </ul>
      <details>
        <summary class="more">{REMIND.body}</summary>
        <p class="wrap mail">{body}</p>
      </details>
    </details>
  );
}
