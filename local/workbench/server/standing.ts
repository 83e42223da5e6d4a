/** Where a script stood the person: the host tells it to scripts only. */
import type { Host, ServiceCall } from '../../host';
import type { Patch } from '../protocol';

/**
 * Beside the built file, which runs unchanged: where the script stood the person, which the host tells to scripts only.
 * A name ending in `_` cannot be called from a page.
 */
const STANDING = 'workbenchStanding_';
const STANDING_SCRIPT = `
function ${STANDING}(){const r=SpreadsheetApp.getActiveRange();return [r.getSheet().getName(),r.getRow()-1,r.getColumn()-1]}`;

/** Loads the built file so that `standingOf` can ask. @throws ScriptError when it does not load */
export function loadProgram(host: Host, code: string): void {
  host.load(code + STANDING_SCRIPT);
}

/** The person's cell, 0-based. */
export function standingOf(host: Host): Patch['selection'] {
  const standing = host.call(STANDING, [], 'menu');
  if (!Array.isArray(standing)) return undefined;
  const [sheet, row, column] = standing;
  if (typeof sheet !== 'string' || typeof row !== 'number' || typeof column !== 'number') return undefined;
  return { sheet, row, column };
}

/** Whether a call stands the person elsewhere: Range.activate, Sheet.setActiveRange and their like. */
export function movesPerson({ service, method }: ServiceCall): boolean {
  return service === 'SpreadsheetApp' && /\.(?:activate\w*|setActive\w*|setCurrentCell)$/.test(method);
}
