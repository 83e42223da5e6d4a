/** The manual for staff, once the build hands it over as a page of its own; shown without scripts. */
import { HELP } from '../wording';

/** A whole page of HTML, or nothing. */
const MANUAL_HTML: string | null = null;

export function Manual({ html = MANUAL_HTML }: { html?: string | null }) {
  if (html === null) return null;
  return <iframe class="manual" title={HELP.title} sandbox="" srcDoc={html} />;
}
