/** The adapters of src/google alone in the strict host, bundled as the build does. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { createHost, type DriveFile, type Host, newSpreadsheet } from '../../../local/host';
import type { ReportPlace, StoredReport } from '../../../src/app/ports';
import type { Fault } from '../../../src/ledger/fault';
import type { ReportDocument } from '../../../src/report/document';
import { writeDocx } from '../../../src/report/docx';
import { textOf } from '../../../src/report/text';

export const OWNER = 'zhengban@example.invalid';
export const CLERK = 'jingban@example.invalid';

const root = process.cwd();
const ENTRY = `
export { driveFiles } from './src/google/files';
export { selfTest } from './src/google/docs/selfTest';`;
const bundled = buildSync({
  stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
  ...{ bundle: true, write: false, format: 'iife', globalName: 'adapters', target: 'es2020' },
});
const SCRIPT = `${bundled.outputFiles[0]?.text}
function storeReport(name, bytes, place) { return adapters.driveFiles().storeReport(name, Uint8Array.from(bytes), place || undefined); }
function readDocument(id) { return adapters.driveFiles().readDocument(id); }
function selfTest(bytes) { return adapters.selfTest(Uint8Array.from(bytes)); }`;
const MANIFEST: unknown = JSON.parse(readFileSync(path.join(root, 'appsscript.json'), 'utf8'));

export type Answer<T> = { ok: true; value: T } | { ok: false; faults: Fault[] };

export class HostedFiles {
  readonly host: Host;
  constructor(drive: readonly DriveFile[] = []) {
    this.host = createHost({
      spreadsheet: newSpreadsheet('整改台账'),
      owner: OWNER,
      user: OWNER,
      now: () => new Date('2026-11-24T02:00:00Z'),
      manifest: Object(MANIFEST),
      drive,
    });
    this.host.load(SCRIPT);
  }

  store(name: string, document: ReportDocument, place?: ReportPlace): Answer<StoredReport> {
    return this.#call('storeReport', name, [...writeDocx(document)], place ?? null);
  }

  /** Stores; a refusal fails the test. */
  stored(name: string, document: ReportDocument, place?: ReportPlace): StoredReport {
    const answer = this.store(name, document, place);
    if (!answer.ok) throw new Error(answer.faults.map(({ message }) => message).join('\n'));
    return answer.value;
  }

  read(id: string): Answer<string[]> {
    return this.#call('readDocument', id);
  }

  selfTest<T>(bytes: Uint8Array): Answer<T> {
    return this.#call('selfTest', [...bytes]);
  }

  file(id: string): DriveFile {
    const found = this.host.drive().find((file) => file.id === id);
    if (!found) throw new Error(`no file ${id}`);
    return found;
  }

  /** Calls of advanced services in the last execution, failed ones marked. */
  calls(): string[] {
    return this.host
      .calls()
      .filter(({ service }) => service === 'Drive' || service === 'Docs')
      .map(({ service, method, failed }) => `${service}.${method}${failed ? '!' : ''}`);
  }

  #call<T>(name: string, ...args: unknown[]): Answer<T> {
    // what the adapters give, by their types
    return this.host.call(name, args) as Answer<T>;
  }
}

/** The place of a draft that was stored before with this document. */
export function following(
  { docx, document }: StoredReport,
  report: ReportDocument,
  place: Partial<ReportPlace> = {},
): ReportPlace {
  return {
    ...{ kind: '社会公开通报', frozen: false },
    draft: { docx: docx.id, document: document.id, text: textOf(report).split('\n') },
    ...place,
  };
}
