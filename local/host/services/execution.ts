/** What the services of one execution share: who runs it, on which workbook, with which rights. */
import type { HostClock } from '../clock';
import type { Actor, Workbook } from '../workbook/store';
import type { OtherFiles } from './otherFiles';
import type { SheetsQuota } from './sheetsQuota';

export type Mode = 'client' | 'menu' | 'simpleTrigger' | 'editTrigger' | 'timeTrigger';

/** The part of appsscript.json the host reads. */
export interface Manifest {
  timeZone: string;
  /** userSymbol → service id and version, e.g. Sheets → sheets v4 */
  advanced: ReadonlyMap<string, string>;
  /** undefined: Apps Script works the scopes out by itself */
  scopes: readonly string[] | undefined;
}

export interface Execution {
  readonly workbook: Workbook;
  /** in whose authority it runs: the person at the page, or who made the trigger */
  readonly actor: Actor;
  readonly mode: Mode;
  readonly manifest: Manifest;
  readonly now: () => Date;
  readonly clock: HostClock;
  /** spreadsheets that may be read by their id */
  readonly others: OtherFiles | undefined;
  /** undefined: requests are not counted */
  readonly sheetsQuota: SheetsQuota | undefined;
  readonly html: Readonly<Record<string, string>>;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Reads appsscript.json; without one, Sheets v4, Drive v3 and Docs v1 are on and the time zone is Asia/Shanghai. */
export function readManifest(manifest: object | undefined): Manifest {
  if (!manifest) {
    return {
      timeZone: 'Asia/Shanghai',
      advanced: new Map([
        ['Sheets', 'sheets v4'],
        ['Drive', 'drive v3'],
        ['Docs', 'docs v1'],
      ]),
      scopes: undefined,
    };
  }
  const timeZone = field(manifest, 'timeZone');
  const services = field(field(manifest, 'dependencies'), 'enabledAdvancedServices');
  const scopes = field(manifest, 'oauthScopes');
  const advanced = new Map<string, string>();
  for (const service of Array.isArray(services) ? services : []) {
    advanced.set(String(field(service, 'userSymbol')), `${field(service, 'serviceId')} ${field(service, 'version')}`);
  }
  return {
    timeZone: typeof timeZone === 'string' ? timeZone : 'Etc/UTC',
    advanced,
    scopes: Array.isArray(scopes) ? scopes.map(String) : undefined,
  };
}
