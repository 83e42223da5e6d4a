/** One hit of the privacy scan: where it stands, what it says, and the ways it may be decided. */
import { useState } from 'preact/hooks';
import { IssueJump } from '../reconcile/IssueJump';
import { submitting } from '../ui/submitting';
import { useFocusOn } from '../ui/useFocusOn';
import { COMMON } from '../wording';
import { instantWords } from '../words';
import type { Hit } from './usePreview';
import { HIT } from './wording';

export type Choice = NonNullable<Hit['decision']>['choice'];

interface Props {
  hit: Hit;
  /** Whoever decided, by name where it is known. */
  by: string;
  disabled: boolean;
  onDecide: (choice: Choice, reason: string) => void;
}

export function HitCard({ hit, by, disabled, onDecide }: Props) {
  const { title, place, text, before, after, decision } = hit;
  const body = (
    <>
      <p class="context">
        {cut(before)}
        {before}
        <mark>【{text}】</mark>
        {after}
        {cut(after)}
      </p>
      <Ways hit={hit} disabled={disabled} onDecide={onDecide} />
    </>
  );
  if (decision === null) {
    return (
      <li class="hit open">
        <p class="marks">
          <b>{title}</b>
          <span class="quiet">{place}</span>
        </p>
        {body}
      </li>
    );
  }
  return (
    <li class="hit">
      <details class="item">
        <summary>
          <p class="marks">
            <span class="good">{HIT.decided[decision.choice]}</span>
            <span class="short">{text}</span>
            <span class="quiet">{place}</span>
          </p>
        </summary>
        <b>{title}</b>
        <p class="quiet">{HIT.by(by, instantWords(decision.at))}</p>
        {decision.reason !== '' && <p class="quiet wrap">{HIT.why(decision.reason)}</p>}
        {body}
      </details>
    </li>
  );
}

/** The scan gives so many characters on either side; fewer are all there are. */
const CONTEXT = 20;
const cut = (context: string) => (context.length < CONTEXT ? '' : '…');

function Ways({ hit, disabled, onDecide }: Pick<Props, 'hit' | 'disabled' | 'onDecide'>) {
  const { key, about, masked, role, keepable, decision } = hit;
  const [keeping, setKeeping] = useState(false);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const form = useFocusOn<HTMLFormElement>(keeping, keeping);
  const keep = () => {
    if (disabled) return;
    setFault(reason.trim().length < 4 ? HIT.tooShort : '');
    if (reason.trim().length >= 4) onDecide('保留', reason.trim());
  };
  const way = (choice: Choice, words: string) => (
    <button
      type="button"
      class="small"
      aria-pressed={decision?.choice === choice}
      disabled={disabled || decision?.choice === choice}
      onClick={() => onDecide(choice, '')}
    >
      {words}
    </button>
  );
  const rewritten = masked === null && role === null;
  return (
    <>
      {rewritten && decision === null && <p class="quiet">{HIT.none}</p>}
      <div class="actions">
        {rewritten && about !== null && <IssueJump issue={about} />}
        {masked !== null && way('遮盖', HIT.mask(masked))}
        {role !== null && way('改用职务', HIT.role(role))}
        {keepable && (
          <button
            type="button"
            class="small"
            aria-expanded={keeping}
            disabled={disabled}
            onClick={() => setKeeping(!keeping)}
          >
            {HIT.keep}
          </button>
        )}
      </div>
      {keeping && (
        <form ref={form} class="reason" {...submitting(keep)}>
          <label for={`why-${key}`}>{HIT.keepReason}</label>
          <input
            id={`why-${key}`}
            type="text"
            autocomplete="off"
            placeholder={HIT.reasonHint}
            aria-required="true"
            aria-invalid={fault === '' ? undefined : 'true'}
            aria-describedby={`why-about-${key}`}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          <p id={`why-about-${key}`} class="fault" role="alert">
            {fault}
          </p>
          <div class="actions end">
            <button type="button" class="small" onClick={() => setKeeping(false)}>
              {COMMON.cancel}
            </button>
            <button type="button" class="small main" disabled={disabled} onClick={keep}>
              {HIT.confirmKeep}
            </button>
          </div>
        </form>
      )}
    </>
  );
}
