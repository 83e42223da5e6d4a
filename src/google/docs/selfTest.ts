/** The self-test on the user's own account: what Drive's importer makes of the program's .docx. */
import { ok, type Result } from '../../ledger/fault';
import { attempt, blobOf, GOOGLE_DOC } from '../drive';
import { documentsService, driveService } from '../services';
import { probeFindings, type SelfTestItem } from './findings';
import { PROBE_NAME } from './wording';

export type { SelfTestItem } from './findings';

/**
 * Stores the probe as a Google Doc, reads it back and puts it into the bin: 3 calls.
 * @param probe bytes of the .docx of src/report/probe.ts
 */
export function selfTest(probe: Uint8Array): Result<SelfTestItem[]> {
  const made = attempt(() =>
    driveService().create({ name: PROBE_NAME, mimeType: GOOGLE_DOC }, blobOf(probe, PROBE_NAME), { fields: 'id' }),
  );
  if (!made.ok) return made;
  const id = made.value.id ?? '';
  const read = attempt(() => documentsService().get(id));
  // a probe left over does no harm, and its name says so
  attempt(() => driveService().update({ trashed: true }, id));
  return read.ok ? ok(probeFindings(read.value)) : read;
}
