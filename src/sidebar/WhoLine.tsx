/** Who the person is to the ledger, or why it does not know them and what to do about it. */
import type { Gives } from '../app/contract';
import { WHO } from './wording';

export function WhoLine({ who }: { who: Gives<'whoAmI'> | null }) {
  if (who === null) return null;
  const { mail, name, role, unit } = who;
  const lack = mail === '' ? WHO.noMail : name === '' ? WHO.notListed(mail) : role === '' ? WHO.noRole(name) : null;
  return (
    <div class="who-line" role="status">
      {lack === null ? (
        <p class="quiet wrap">{[`${name}（${role}）`, unit].filter((part) => part !== '').join(' · ')}</p>
      ) : (
        <p class="notice wrap">{lack}</p>
      )}
    </div>
  );
}
