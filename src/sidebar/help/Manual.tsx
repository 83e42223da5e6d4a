/** The manual for staff, a page of its own that the build makes from docs/manual.zh-CN.md; shown without scripts. */
import { HELP } from '../wording';

/** Put in by the build; null where the manual is missing. */
declare const MANUAL_PAGE: string | null;

export function Manual() {
  if (MANUAL_PAGE === null) return null;
  return <iframe class="manual" title={HELP.title} sandbox="" srcDoc={MANUAL_PAGE} />;
}
