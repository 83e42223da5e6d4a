/** The mails the program wrote; none is sent. */
import { useEffect, useRef } from 'preact/hooks';
import { openFile } from '../downloads';
import type { Model, Shell } from '../model';
import { WORDS } from '../wording';
import type { Work } from '../work';
import { CloseButton } from './bits';
import { WithLinks } from './Notices';

export function MailPanel({ shell, model, work }: { shell: Shell; model: Model; work: Work }) {
  const first = useRef<HTMLElement>(null);
  const isOpen = shell.panel === 'mails';
  useEffect(() => {
    if (isOpen) first.current?.focus();
  }, [isOpen]);
  if (!isOpen) return null;
  const close = () => model.set({ panel: null });
  return (
    <aside
      class="files mails"
      aria-label={WORDS.mails}
      tabIndex={-1}
      ref={first}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header>
        <h2>{WORDS.mails}</h2>
        <CloseButton onClick={close} />
      </header>
      <p class="empty">
        {shell.mails.length === 0 ? WORDS.noMails : ''}
        {WORDS.mailsNote}
      </p>
      <ul>
        {[...shell.mails].reverse().map(({ id, to, subject, body, at }) => (
          <li key={id}>
            <strong>{subject}</strong>
            <small>
              {WORDS.mailTo}：{to.join('、')} · {new Date(at).toLocaleString('zh-CN', { hour12: false })}
            </small>
            <WithLinks
              text={body}
              shell={shell}
              open={(file) => openFile(model, file)}
              go={(href) => work.follow(href)}
            />
          </li>
        ))}
      </ul>
    </aside>
  );
}
