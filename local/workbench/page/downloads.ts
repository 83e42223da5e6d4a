/** Files that leave the workbench: the workbook as .xlsx, and what the program generated. */
import type { FileView } from '../protocol';
import { bytes, saveAs } from './api';
import type { Model } from './model';
import { WORDS } from './wording';

export async function saveBook(model: Model): Promise<void> {
  await save(model, '/save.xlsx', `${model.shell.title || WORDS.product}.xlsx`);
}

export async function saveFile(model: Model, { id, name, kind }: FileView): Promise<void> {
  // a Google document is given as its text
  const isText = kind === 'document' && !name.endsWith('.txt');
  await save(model, `/files/${encodeURIComponent(id)}`, isText ? `${name}.txt` : name);
}

/** A report is shown; what cannot be shown is downloaded. */
export function openFile(model: Model, file: FileView): void {
  if (file.kind === 'docx') model.set({ previewed: file });
  else void saveFile(model, file);
}

/** A link a sidebar's or dialog's page asks to follow: a file of the program, an address of the web, mail. */
export function follow(model: Model, href: string): void {
  const id = /^\/files\/([\w-]+)$/.exec(href)?.[1];
  const file = model.shell.files.find((one) => one.id === id);
  if (file) openFile(model, file);
  else if (/^(https?:|mailto:)/i.test(href)) window.open(href, '_blank', 'noopener,noreferrer');
}

async function save(model: Model, path: string, name: string): Promise<void> {
  const blob = await bytes(path);
  if (!blob) return model.toast(name, WORDS.noFile);
  saveAs(blob, name);
  model.toast('', WORDS.savedAs(name));
}
