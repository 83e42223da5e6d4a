/** Which files a script sees, and how Google refuses. */
import { ApiFault, notImplemented, ScriptFault, signatureFault } from '../errors';
import type { Mask } from '../workbook/fieldMask';
import type { DriveFile, DriveStore } from './driveStore';
import type { Execution } from './execution';

const WHOLE_DRIVE = 'https://www.googleapis.com/auth/drive';

/** Runs a REST method: its refusals get the method's name in front. */
export function api<T>(method: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    throw new ScriptFault('GoogleJsonResponseException', `API call to ${method} failed with error: ${error.message}`, {
      code: error.code,
      message: error.message,
    });
  }
}

/** One's own files; under `drive.file` alone, of those the ones the script made. */
export function isSeen(file: DriveFile, { actor, manifest }: Execution): boolean {
  const isWhole = manifest.scopes?.includes(WHOLE_DRIVE) ?? true;
  return file.owner.toLowerCase() === actor.user.toLowerCase() && (isWhole || file.byScript);
}

/** @throws ApiFault 404 when there is no such file, or the script does not see it */
export function seenFile(store: DriveStore, id: unknown, run: Execution): DriveFile {
  const file = store.files.get(String(id));
  if (!file || !isSeen(file, run)) throw new ApiFault(`File not found: ${String(id)}.`, 404);
  return file;
}

/** The options by name. @throws a "not implemented" fault for one the host does not know */
export function optionsOf(value: unknown, allowed: readonly string[], path: string): Map<string, string> {
  const options = new Map<string, string>();
  if (value === undefined || value === null) return options;
  if (typeof value !== 'object') throw signatureFault(path, [value]);
  for (const [key, item] of Object.entries(value)) {
    if (!allowed.includes(key)) throw notImplemented(`option "${key}" of ${path}`);
    options.set(key, String(item));
  }
  return options;
}

/** @throws a "not implemented" fault for a field the host does not tell; `what` names its kind */
export function known(mask: Mask, fields: ReadonlySet<string>, what: string): Mask {
  for (const name of mask.keys()) if (name !== '*' && !fields.has(name)) throw notImplemented(`${what} "${name}"`);
  return mask;
}
