/** Mails the program sent, put on disk: nothing leaves this machine. Each is a .txt and the .html of the same. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result } from '../files/result';
import { writeWhole } from '../files/store';
import type { SentMail } from '../host';
import { safeFileName } from './reportFiles';

/** Writes each mail as two files; one that is there already is never replaced. @returns the .txt files */
export function writeMails(mails: readonly SentMail[], folder: string): Result<string[]> {
  const files: string[] = [];
  for (const { to, subject, body, htmlBody, by, at } of mails) {
    const stem = freeStem(folder, safeFileName(`${dayOf(at)} ${to.join(' ')}`));
    const head = [`收件人：${to.join('、')}`, `发件人：${by}`, `时间：${at}`, `主题：${subject}`];
    const text = writeWhole(`${stem}.txt`, Buffer.from(`${[...head, '', body].join('\n')}\n`));
    if (!text.ok) return text;
    files.push(`${stem}.txt`);
    if (htmlBody === undefined) continue;
    const page = `<!doctype html><meta charset="utf-8"><title>${escaped(subject)}</title>\n${htmlBody}\n`;
    const html = writeWhole(`${stem}.html`, Buffer.from(page));
    if (!html.ok) return html;
  }
  return ok(files);
}

/** The day in China, where deadlines are. */
function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}

function freeStem(folder: string, name: string): string {
  for (let count = 1; ; count += 1) {
    const stem = path.join(folder, count === 1 ? name : `${name} (${count})`);
    if (!existsSync(`${stem}.txt`)) return stem;
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
