/** 模板样张: a letterhead to edit, stored in Drive, with the list of tags it may use. */
import { ok, type Result } from '../../ledger/fault';
import { starterTemplate as letterhead, TEMPLATE_TAGS } from '../../report/template';
import type { Gives } from '../contract';
import type { Ports } from '../ports';

/**
 * Stored as a .docx, and as a Google Doc, which loses what only a .docx can hold (docs/fidelity.md, "What the importer is
 * taken to keep"); either may be edited and used.
 */
export function starterTemplate(ports: Ports): Result<Gives<'starterTemplate'>> {
  const stored = ports.files.storeReport('报告模板样张', letterhead());
  if (!stored.ok) return stored;
  const tags = TEMPLATE_TAGS.map(({ tag, meaning }) => ({ tag, meaning }));
  return ok({ file: stored.value.docx, document: stored.value.document, tags });
}
