/** 导入反馈意见: a feedback document or a published report becomes issues, measures, narrative and settings. */
import { tooLong } from '../ledger/changes';
import { type Fault, ok, type Result, refuse } from '../ledger/fault';
import { type LedgerReading, readLedger } from '../ledger/read';
import { TABS } from '../ledger/schema';
import type { Gives, Takes } from './contract';
import { importChanges } from './import/changes';
import { draftOf, type ImportDraft } from './import/draft';
import type { Ports } from './ports';

/** Reads a document and writes what it proposes. */
export function importDocument(ports: Ports, argument: Takes<'importDocument'>): Result<Gives<'importDocument'>> {
  const draft = draftOf(ports, argument);
  if (!draft.ok) return draft;
  const source = argument.name === '' ? '粘贴的文字' : argument.name;
  return write(ports, draft.value, source, argument.append ?? false);
}

/** Reads a document and shows what it proposes; nothing is written. */
export function previewImport(ports: Ports, argument: Takes<'previewImport'>): Result<Gives<'previewImport'>> {
  return draftOf(ports, argument);
}

/** Writes a proposal as a person has corrected it. */
export function confirmImport(ports: Ports, argument: Takes<'confirmImport'>): Result<Gives<'confirmImport'>> {
  const { source, proposal, append = false } = argument;
  return write(ports, proposal, source === '' ? '粘贴的文字' : source, append);
}

function write(ports: Ports, draft: ImportDraft, source: string, append: boolean): Result<Gives<'importDocument'>> {
  if (draft.issues.length === 0) return refuse(NO_ISSUE);
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read();
    const reading = readLedger(snapshot);
    const obstacles = obstaclesTo(reading, append);
    if (obstacles.length > 0) return refuse(...obstacles);
    const { changes, warnings } = importChanges(ports, reading, draft, source);
    const overlong = tooLong(changes);
    if (overlong.length > 0) return refuse(...overlong);
    const written = ports.workbook.commit(snapshot, changes);
    if (!written.ok) return written;
    const distinct = (names: string[]) => new Set(names.filter((name) => name !== '')).size;
    return ok({
      kind: draft.kind,
      aspects: distinct(draft.issues.map(({ aspect }) => aspect)),
      groups: distinct(draft.issues.map(({ aspect, group }) => (group === '' ? '' : `${aspect}\n${group}`))),
      issues: draft.issues.length,
      measures: draft.issues.reduce((sum, issue) => sum + issue.measures.length, 0),
      unplaced: draft.unplaced,
      warnings: [...draft.warnings, ...warnings],
    });
  });
}

const NO_ISSUE: Fault = {
  code: 'no-issue-found',
  message:
    '没有从文件中识别出任何问题，台账未作改动。请确认这是反馈意见或整改通报，并检查问题前是否有“1.”“（一）”等序号。',
};

function obstaclesTo({ ledger, faults }: LedgerReading, append: boolean): Fault[] {
  const missing = faults.filter(({ code }) => code === 'missing-tab' || code === 'missing-column');
  if (missing.length > 0) return missing;
  const present = ledger.issues.records.length;
  if (present === 0 || append) return [];
  return [
    {
      code: 'ledger-not-empty',
      tab: TABS.issues.title,
      message: `“${TABS.issues.title}”表已有${present}个问题，为免重复未作导入。请在新台账中导入，或选择“追加”。`,
    },
  ];
}
