/** Versions of reports: the draft that may be replaced, and the base texts kept of each. */
import { addRecord, type Change, setRecord } from '../../ledger/changes';
import type { Ledger } from '../../ledger/ledger';
import type { ReportEntry } from '../../ledger/schema';
import { type BaseLine, readBase } from '../../report/reconcile';

/** Stands for a line end in 报告底稿: a cell of a thousand lines would make a row as high. */
const MARK = '⏎';

/** The 版本 the next report is entered under. */
export function nextVersion({ reports }: Ledger): number {
  return 1 + Math.max(0, ...reports.records.map(({ version }) => version ?? 0));
}

/** Ids of the files of a row of 报告登记; `''` where it has none. */
export function filesOf({ files }: Pick<ReportEntry, 'files'>): { docx: string; document: string } {
  const ids = { docx: '', document: '' };
  for (const line of files.split('\n')) {
    const [, id = ''] = /\/d\/([\w-]+)/.exec(line) ?? [];
    if (/\/document\/d\//.test(line)) ids.document = id;
    else if (ids.docx === '') ids.docx = id;
  }
  return ids;
}

/** The lines of a version as it was generated; none where its base is not kept. */
export function baseLines({ bases }: Ledger, version: number | null): BaseLine[] {
  const parts = bases.records.filter((one) => one.version === version && one.text !== '');
  parts.sort((a, b) => (a.part ?? 0) - (b.part ?? 0));
  return readBase(parts.map(({ text }) => text.split(MARK).join('\n')));
}

/** The last version of this kind and 体例, when it is a draft. */
export function lastDraft({ reports }: Ledger, kind: string, label: string): ReportEntry | undefined {
  const last = reports.records.filter((one) => one.kind === kind && one.variant === label).pop();
  return last?.state === '草稿' ? last : undefined;
}

/** Keeps the base of a version; that of a draft whose files it replaced gives its cells to it. */
export function keepBase(
  { bases }: Ledger,
  version: number,
  parts: readonly string[],
  replaced: number | null | undefined,
): Change[] {
  const free = bases.records.flatMap((one, at) => (replaced != null && one.version === replaced ? [at] : []));
  return [
    ...parts.flatMap((part, at) => {
      const place = free[at];
      const text = part.split(MARK).join('↵').split('\n').join(MARK);
      const values = { version, part: at + 1, text };
      return place === undefined ? [addRecord('bases', values)] : setRecord(bases, place, values);
    }),
    ...free.slice(parts.length).flatMap((place) => setRecord(bases, place, { text: '' })),
  ];
}
