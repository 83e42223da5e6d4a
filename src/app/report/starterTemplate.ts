/** 模板样张: a letterhead to edit, stored in Drive, with the list of tags it may use. */
import { ok, type Result } from '../../ledger/fault';
import { starterTemplate as letterhead, TEMPLATE_TAGS } from '../../report/template';
import type { Gives } from '../contract';
import type { Ports } from '../ports';

/** Stored as a .docx and as a Google Doc; the first is given, since the second loses what a template is for. */
export function starterTemplate(ports: Ports): Result<Gives<'starterTemplate'>> {
  const stored = ports.files.storeReport('报告模板样张', letterhead());
  if (!stored.ok) return stored;
  const tags = TEMPLATE_TAGS.map(({ tag, meaning }) => ({ tag, meaning }));
  return ok({ file: stored.value.docx, tags });
}
