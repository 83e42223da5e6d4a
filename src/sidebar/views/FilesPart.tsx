/** 文件: the 档案目录 of all issues, and the 党组会材料 of a period, made by a button and then linked to. */
import { useState } from 'preact/hooks';
import type { Gives } from '../../app/contract';
import { type Entries, type Field, typedInto } from '../drafts';
import { usePage } from '../page';
import { useTask } from '../task';
import { FieldRow } from '../ui/FieldRow';
import { MadeFiles } from '../ui/MadeFiles';
import { Section } from '../ui/Section';
import { submitting } from '../ui/submitting';
import { TaskView } from '../ui/TaskView';
import { useFocusOn } from '../ui/useFocusOn';
import { FILES } from '../wording';
import { FILES_PART } from './wording';

const day = (id: string, header: string, note: string): Field => ({
  ...{ id, header, note, kind: 'date', value: null, required: false, system: false, options: [] },
});
const FIELDS = [
  day('from', FILES_PART.from, FILES_PART.fromNote),
  day('to', FILES_PART.to, FILES_PART.toNote),
] as const;

export function FilesPart() {
  const { remote } = usePage();
  const [entries, setEntries] = useState<Entries>({});
  const catalogue = useTask<Gives<'fileCatalogue'>>();
  const pack = useTask<Gives<'progressPack'>>();
  const listed = catalogue.state.kind === 'done' ? catalogue.state.value : null;
  const made = pack.state.kind === 'done' ? pack.state.value : null;
  const running = catalogue.state.kind === 'running' || pack.state.kind === 'running';
  // a window opened after the answer would be held back as a pop-up, so the link is put under the person's hand
  const links = useFocusOn<HTMLDivElement>(listed, listed !== null);
  const packLinks = useFocusOn<HTMLDivElement>(made, made !== null);

  const list = () => void catalogue.run(FILES.makingCatalogue, () => remote.call('fileCatalogue', {}));
  const makePack = () => {
    if (running) return;
    const typed = Object.entries(entries).map(([id, entry]) => [id, String(entry.typed ?? '').trim()]);
    const period = Object.fromEntries(typed.filter(([, text]) => text !== ''));
    void pack.run(FILES_PART.making, () => remote.call('progressPack', period));
  };
  return (
    <Section title={FILES_PART.title}>
      <p class="quiet">{FILES_PART.reports}</p>
      <form class="edit boxed" aria-label={FILES_PART.pack} {...submitting(makePack)}>
        <h4>{FILES_PART.pack}</h4>
        <p class="quiet">{FILES_PART.explain}</p>
        <fieldset disabled={running}>
          {FIELDS.map((field) => (
            <FieldRow
              key={field.id}
              form="pack"
              field={field}
              entry={entries[field.id]}
              onType={(value) => setEntries((now) => typedInto(now, field, value))}
            />
          ))}
        </fieldset>
        <div class="actions end">
          <button type="button" class="main" disabled={running} onClick={makePack}>
            {FILES_PART.make}
          </button>
        </div>
        <TaskView state={pack.state} withoutRetry />
        <div ref={packLinks} tabIndex={-1} role="status" class="links">
          {made && (
            <>
              <p>{FILES_PART.made(made)}</p>
              <MadeFiles {...made} />
            </>
          )}
        </div>
      </form>
      <div class="actions">
        <button type="button" disabled={running} onClick={list}>
          {FILES_PART.catalogue}
        </button>
      </div>
      <TaskView state={catalogue.state} />
      <div ref={links} tabIndex={-1} role="status" class="links">
        {listed && (
          <>
            <p>{FILES.made(listed.rows)}</p>
            <MadeFiles {...listed} />
          </>
        )}
      </div>
    </Section>
  );
}
