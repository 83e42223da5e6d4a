/** A composed document is stored in Drive, and entered in 报告登记, 报告底稿 and 办理记录. */
import { addRecord } from '../../ledger/changes';
import { ok, type Result, refuse } from '../../ledger/fault';
import type { Snapshot } from '../../ledger/grid';
import type { Ledger } from '../../ledger/ledger';
import { type ReportEntry, TABS } from '../../ledger/schema';
import { fingerprint } from '../../workflow/chain';
import { logged } from '../logged';
import type { Ports, StoredReport } from '../ports';
import type { Released } from './gate';
import { baseLines, filesOf, keepBase, nextVersion } from './versions';
import { FAULTS } from './wording';

export interface Entered {
  /** The report as a .docx, in the unit's own template or not. */
  bytes: Uint8Array;
  /** Its text as 报告底稿 keeps it, for one that can be compared with the ledger later. */
  base?: readonly string[];
  /** 种类 in 报告登记, and 事由类别 of its log row. */
  kind: string;
  /** 体例 in 报告登记. */
  label?: string;
  state: '草稿' | '定稿';
  /** 事由 of the log row. */
  reason?: string;
  released?: Released;
  /** The last draft, whose files this one may take over while nobody has touched them. */
  draft?: ReportEntry | undefined;
}

/** Where a report is entered. */
const REGISTERS = ['reports', 'bases', 'log'] as const;

/** Those calls of storing, and those of one commit. */
export function storeReport(
  ports: Ports,
  snapshot: Snapshot,
  ledger: Ledger,
  { bytes, base = [], kind, label = '', state, reason = '', released, draft }: Entered,
): Result<StoredReport & { version: number }> {
  // known before anything is stored: a ledger of an older version has no 报告底稿
  const missing = REGISTERS.map((tab): string => TABS[tab].title).find(
    (title) => !snapshot.grids.some((grid) => grid.title === title),
  );
  if (missing !== undefined) return refuse(FAULTS.missingTab(missing));
  const version = nextVersion(ledger);
  /** `青禾县水务局销号审批表（问题3，草稿2，2026-11-24）` */
  const nameOf = (): string => {
    const about = label.startsWith('问题') ? `${label}，` : '';
    return `${ledger.settings.unit.trim()}${kind}（${about}${state}${version}，${ports.clock.today()}）`;
  };
  const text = draft === undefined ? [] : baseLines(ledger, draft.version).map((line) => line.text);
  const stored = ports.files.storeReport(nameOf(), bytes, {
    kind,
    frozen: state === '定稿',
    ...(draft === undefined || text.length === 0 ? {} : { draft: { ...filesOf(draft), text } }),
  });
  if (!stored.ok) return stored;
  const { docx, document, replaced } = stored.value;
  const decidedOn = fingerprint(bytes);
  const registered = ports.workbook.commit(snapshot, [
    addRecord('reports', {
      version,
      kind,
      variant: label,
      generatedAt: ports.clock.now(),
      generatedBy: ports.actor(),
      files: `${docx.url}\n${document.url}`,
      fingerprint: decidedOn,
      basis: ledger.log.records.reduce((last, { sequence }) => Math.max(last, sequence ?? 0), 0),
      state,
      ...released,
    }),
    ...keepBase(ledger, version, base, replaced ? draft?.version : undefined),
    ...logged(ports, ledger, {
      action: '报告',
      subject: `${TABS.reports.title} ${version}`,
      to: state,
      reasonClass: kind,
      reason,
      decidedOn,
    }),
  ]);
  return registered.ok ? ok({ ...stored.value, version }) : registered;
}
