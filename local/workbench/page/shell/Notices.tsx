/** Toasts, alerts, questions, and the banner of a lost connection. */
import type { FileView } from '../../protocol';
import { openFile } from '../downloads';
import type { Model, Shell } from '../model';
import { WORDS } from '../wording';
import type { Work } from '../work';
import { CloseButton, Modal } from './bits';
import './Notices.css';

interface Props {
  shell: Shell;
  model: Model;
  work: Work;
}

export function Toasts({ shell, model }: Pick<Props, 'shell' | 'model'>) {
  return (
    <div class="toasts" role="status" aria-live="polite" aria-label={WORDS.notices}>
      {shell.toasts.map((toast) => (
        <div key={toast.id} class="toast">
          <div>
            {toast.title ? <strong>{toast.title}</strong> : null}
            <p>{toast.message}</p>
          </div>
          <CloseButton onClick={() => model.dropToast(toast.id)} />
        </div>
      ))}
    </div>
  );
}

interface TextProps {
  text: string;
  shell: Shell;
  open: (file: FileView) => void;
  /** A place of the workbook. */
  go: (href: string) => void;
}

/** A text in which the address of a file of the program, or of a place of the workbook, is a button that opens it. */
export function WithLinks({ text, shell, open, go }: TextProps) {
  const parts = text.split(/(\/files\/[\w-]+|https:\/\/docs\.google\.com\/spreadsheets\/\S*#gid=[\w&=:]+)/);
  return (
    <p class="modal-text">
      {parts.map((part) => {
        if (part.startsWith('https:'))
          return (
            <button key={part} type="button" class="link" onClick={() => go(part)}>
              {part}
            </button>
          );
        const file = shell.files.find(({ id }) => part === `/files/${id}`);
        if (!file) return part;
        return (
          <button key={file.id} type="button" class="link" onClick={() => open(file)}>
            {file.name}
          </button>
        );
      })}
    </p>
  );
}

export function Alerts({ shell, model, work }: Props) {
  const alert = shell.alerts[0];
  const { question } = shell;
  if (question)
    return (
      <Modal
        alert
        width={440}
        title={question.title}
        onClose={() => model.set({ question: null })}
        actions={
          <>
            <button type="button" data-first onClick={() => model.set({ question: null })}>
              {WORDS.cancel}
            </button>
            <button type="button" class="primary" onClick={question.yes}>
              {WORDS.goOn}
            </button>
          </>
        }
      >
        <p class="modal-text">{question.message}</p>
      </Modal>
    );
  if (!alert) return null;
  const close = () => model.set({ alerts: model.shell.alerts.slice(1) });
  return (
    <Modal
      key={alert.id}
      alert
      width={480}
      title={alert.title || WORDS.product}
      onClose={close}
      actions={
        <button type="button" class="primary" data-first onClick={close}>
          {WORDS.confirm}
        </button>
      }
    >
      <WithLinks
        text={alert.message}
        shell={shell}
        go={(href) => {
          close();
          work.follow(href);
        }}
        open={(file) => {
          close();
          openFile(model, file);
        }}
      />
    </Modal>
  );
}

export function Lost({ shell, work }: Pick<Props, 'shell' | 'work'>) {
  if (!shell.lost) return null;
  return (
    <div class="banner" role="alert">
      <span>{shell.waiting > 0 ? `${WORDS.lost}${WORDS.queued(shell.waiting)}` : WORDS.lost}</span>
      <button type="button" onClick={() => work.retry()}>
        {WORDS.retry}
      </button>
    </div>
  );
}

export function Progress({ shell }: Pick<Props, 'shell'>) {
  if (shell.busy === null) return null;
  return (
    <div class="progress" role="status">
      <div class="progress-bar" />
      <span>
        {WORDS.busy(shell.busy)}
        {shell.waiting > 0 ? WORDS.queued(shell.waiting) : ''}
      </span>
    </div>
  );
}
