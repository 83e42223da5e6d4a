/** The mails the program wrote; none is sent. */
import { openFile } from '../downloads';
import type { Model, Shell } from '../model';
import { WORDS } from '../wording';
import type { Work } from '../work';
import { Drawer } from './bits';
import { WithLinks } from './Notices';

export function MailPanel({ shell, model, work }: { shell: Shell; model: Model; work: Work }) {
  if (shell.panel !== 'mails') return null;
  return (
    <Drawer class="mails" title={WORDS.mails} onClose={() => model.set({ panel: null })}>
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
    </Drawer>
  );
}
