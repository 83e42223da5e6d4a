/** A text of the ledger: a link when it is a plain https address, else text. */
import { safeLink } from '../links';
import { COMMON } from '../wording';

export function SafeLink({ text, label }: { text: string; label?: string }) {
  const address = safeLink(text);
  if (address === null)
    return <span class="wrap">{label === undefined ? text : `${label}${COMMON.colon}${text}`}</span>;
  return (
    <a class="wrap" href={address} target="_blank" rel="noopener noreferrer">
      {label ?? text}
      <span class="unseen">{COMMON.opensOutside}</span>
    </a>
  );
}
