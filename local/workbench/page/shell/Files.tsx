/** The files the program generated: to download, and reports to look at. */
import { renderAsync } from 'docx-preview';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FileView } from '../../protocol';
import { bytes } from '../api';
import { saveFile } from '../downloads';
import type { Model, Shell } from '../model';
import { WORDS } from '../wording';
import { Drawer, Modal } from './bits';
import './Files.css';

interface Props {
  shell: Shell;
  model: Model;
}

export function FilesDrawer({ shell, model }: Props) {
  if (shell.panel !== 'files') return null;
  return (
    <Drawer title={WORDS.reports} onClose={() => model.set({ panel: null })}>
      {shell.files.length === 0 ? <p class="empty">{WORDS.noReports}</p> : null}
      <ul>
        {shell.files.map((file) => (
          <li key={file.id}>
            <strong>{file.name}</strong>
            <small>{describe(file)}</small>
            <div class="buttons">
              {file.kind === 'docx' ? (
                <button type="button" onClick={() => model.set({ previewed: file })}>
                  {WORDS.preview}
                </button>
              ) : null}
              <button type="button" onClick={() => void saveFile(model, file)}>
                {WORDS.download}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}

export function Preview({ shell, model }: Props) {
  const file = shell.previewed;
  const [failed, setFailed] = useState(false);
  const paper = useRef<HTMLDivElement>(null);
  useEffect(() => {
    setFailed(false);
    if (!file) return;
    let left = false;
    void (async () => {
      const blob = await bytes(`/files/${encodeURIComponent(file.id)}`);
      if (left || !paper.current) return;
      if (!blob) return setFailed(true);
      await renderAsync(blob, paper.current, undefined, { inWrapper: true, useBase64URL: true }).catch(() =>
        setFailed(true),
      );
    })();
    return () => {
      left = true;
    };
  }, [file]);
  if (!file) return null;
  const close = () => model.set({ previewed: null });
  return (
    <Modal
      class="preview"
      title={file.name}
      onClose={close}
      actions={
        <>
          <span class="preview-note">{WORDS.previewNote}</span>
          <button type="button" class="primary" data-first onClick={() => void saveFile(model, file)}>
            {WORDS.download}
          </button>
        </>
      }
    >
      {failed ? <p class="modal-text">{WORDS.previewFailed}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled text must be reachable by keyboard */}
      <div class="paper" ref={paper} tabIndex={0} />
    </Modal>
  );
}

function describe({ kind, size, at }: FileView): string {
  const when = new Date(at);
  const time = Number.isNaN(when.getTime()) ? at : when.toLocaleString('zh-CN', { hour12: false });
  const type = kind === 'docx' ? '.docx' : kind === 'document' ? 'Google 文档的文字' : '';
  return [type, `${Math.max(1, Math.round(size / 1024))} KB`, time].filter((part) => part !== '').join(' · ');
}
