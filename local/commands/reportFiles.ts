/** A document the program stored in its Drive, put on disk: the .docx, and its text, one line a paragraph. */
import path from 'node:path';
import { ok, type Result, refuse } from '../files/result';
import { writeWhole } from '../files/store';
import type { ReportAnswer } from './door/reports';
import type { Session } from './session';

/** Long enough for a report's title, short enough for every file system (255 bytes, 3 a character). */
const NAME_CHARACTERS = 70;

/** A file name every system accepts: no separators, no control characters, no dot or blank at the ends. */
export function safeFileName(name: string): string {
  const plain = name.replace(/[\\/:*?"<>|]|\p{Cc}|\p{Cs}/gu, '_').replace(/^[.\s]+|[.\s]+$/gu, '');
  const short = Array.from(plain).slice(0, NAME_CHARACTERS).join('').trim();
  return short === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? `报告${short}` : short;
}

/** Writes the files of a report, or of another document, into the folder. Faults: `report-lost` when the program named a file it did not store. */
export function writeReport(
  session: Session,
  answer: Pick<ReportAnswer, 'docx' | 'text'>,
  folder: string,
): Result<{ docx: string | null; text: string | null }> {
  if (answer.docx === null || answer.text === null) return ok({ docx: null, text: null });
  const docx = session.driveFile(answer.docx);
  if (!docx) {
    return refuse({ code: 'report-lost', message: '文件没有取到，台账没有改动；请重新运行一次。' });
  }
  const stem = safeFileName(docx.name.replace(/\.docx$/i, ''));
  const files = { docx: path.join(folder, `${stem}.docx`), text: path.join(folder, `${stem}.txt`) };
  const written = writeWhole(files.docx, docx.bytes);
  if (!written.ok) return written;
  const text = writeWhole(files.text, Buffer.from(`${answer.text}\n`));
  return text.ok ? ok(files) : text;
}
