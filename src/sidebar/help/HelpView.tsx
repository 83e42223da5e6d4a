/** 帮助: the main tasks in a few words. */
import { usePage } from '../page';
import { COMMON, HELP } from '../wording';
import { Manual } from './Manual';

export function HelpView() {
  const { close } = usePage();
  return (
    <main class="dialog help">
      <h1>{HELP.title}</h1>
      <p>{HELP.intro}</p>
      <dl>
        {HELP.tasks.map(({ title, text }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{HELP.privacy}</p>
      <Manual />
      <div class="footer">
        <span class="spring" />
        <button type="button" class="main" onClick={close}>
          {COMMON.close}
        </button>
      </div>
    </main>
  );
}
