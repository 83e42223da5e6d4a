/** The unit's own letterhead, as a chosen .docx or as a Google Doc of the program's making. */
import { ok, type Result, refuse } from '../../ledger/fault';
import type { Takes } from '../contract';
import type { Ports } from '../ports';
import { FAULTS } from './wording';

type Given = Pick<Takes<'generateReport'>, 'template' | 'templateDoc'>;

export function hasTemplate({ template, templateDoc }: Given): boolean {
  return template !== undefined || templateDoc !== undefined;
}

/**
 * The template as .docx: 1 call for a Google Doc. Refused: none or both given, a link to something else, an upload that
 * came in pieces, and what exporting the Doc refuses.
 */
export function templateBytes({ files }: Ports, { template, templateDoc }: Given): Result<Uint8Array> {
  if (template !== undefined && templateDoc !== undefined) return refuse(FAULTS.twoTemplates);
  if (template === undefined) {
    const id = documentId(templateDoc ?? '');
    return id === undefined ? refuse(FAULTS.noDocumentLink) : files.exportDocx(id);
  }
  const bytes = files.fromBase64(template.base64);
  return bytes === undefined ? refuse(FAULTS.brokenUpload(template.name)) : ok(bytes);
}

/**
 * The id in a link to a Google Doc as browsers and Drive give it, or an id by itself; undefined for all else. A link to a
 * file in Drive may be one to a Doc, which only Drive can tell.
 */
export function documentId(link: string): string | undefined {
  const text = link.trim();
  if (/^[\w-]{20,}$/.test(text)) return text;
  // `/document/u/1/d/…`, `/a/example.com/document/d/…`; what is published (`/d/e/2PACX…`) has another id
  if (!/^(https?:\/\/)?(docs\.google\.com\/([\w./-]*\/)?(document\/|open\?)|drive\.google\.com\/)/.test(text))
    return undefined;
  return /(?:\/d\/|[?&]id=)([\w-]{20,})/.exec(text)?.[1];
}
