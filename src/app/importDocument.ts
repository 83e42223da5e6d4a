/** 导入反馈意见: a feedback document or a published report becomes issues, measures, narrative and settings. */
import type { Proposal, ProposedIssue } from '../intake/proposal';
import { proposeFrom } from '../intake/propose';
import { readSource, sourceOfText } from '../intake/source';
import { addRecord, type Change, tooLong } from '../ledger/changes';
import { type Fault, ok, type Result, refuse } from '../ledger/fault';
import type { Ledger } from '../ledger/ledger';
import { type LedgerReading, readLedger } from '../ledger/read';
import { settingIds } from '../ledger/readSettings';
import { TABS } from '../ledger/schema';
import { initialSettings, SETTINGS, type Settings } from '../ledger/settings';
import { continueLog, type LogDraft } from '../workflow/chain';
import type { Ports } from './ports';

export interface ImportArgument {
  /** File name, `''` for pasted text. */
  name: string;
  base64?: string;
  text?: string;
  /** Adds to a ledger that already has issues. */
  append?: boolean;
}

export interface ImportSummary {
  kind: Proposal['kind'];
  aspects: number;
  groups: number;
  issues: number;
  measures: number;
  unplaced: string[];
  warnings: string[];
}

export function importDocument(ports: Ports, argument: ImportArgument): Result<ImportSummary> {
  const paragraphs = sourceOf(ports, argument);
  if (!paragraphs.ok) return paragraphs;
  const proposal = proposeFrom(paragraphs.value);
  if (proposal.issues.length === 0) {
    return refuse({
      code: 'no-issue-found',
      message:
        '没有从文件中识别出任何问题，台账未作改动。请确认这是反馈意见或整改通报，并检查问题前是否有“1.”“（一）”等序号。',
    });
  }
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read();
    const reading = readLedger(snapshot);
    const obstacles = obstaclesTo(reading, argument.append ?? false);
    if (obstacles.length > 0) return refuse(...obstacles);
    const settings = settingChanges(reading, proposal.settings);
    const changes = [...settings.changes, ...recordChanges(ports, reading.ledger, proposal, argument.name)];
    const overlong = tooLong(changes);
    if (overlong.length > 0) return refuse(...overlong);
    const written = ports.workbook.commit(snapshot, changes);
    if (!written.ok) return written;
    return ok({
      kind: proposal.kind,
      aspects: proposal.aspects.length,
      groups: proposal.groups.length,
      issues: proposal.issues.length,
      measures: proposal.issues.reduce((sum, issue) => sum + issue.measures.length, 0),
      unplaced: proposal.unplaced,
      warnings: [...proposal.warnings, ...settings.warnings],
    });
  });
}

function sourceOf(ports: Ports, { name, base64, text }: ImportArgument) {
  if (text !== undefined) return ok(sourceOfText(text));
  const bytes = base64 === undefined ? undefined : ports.files.fromBase64(base64);
  if (bytes === undefined) {
    return refuse({ code: 'unreadable-upload', message: `文件“${name}”没有完整传送，请重新选择文件。` });
  }
  return readSource({ name, bytes }, (encoded) => ports.files.decodeGb18030(encoded));
}

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

/** Fills settings nobody has touched; a setting already filled in otherwise is kept, and that is said. */
function settingChanges({ ledger, settingRows }: LedgerReading, told: Partial<Settings>) {
  const initial = initialSettings();
  const changes: Change[] = [];
  const warnings: string[] = [];
  for (const id of settingIds()) {
    const value = told[id];
    const current = ledger.settings[id];
    if (value === undefined || value === null || value === current) continue;
    const { item } = SETTINGS[id];
    const row = settingRows[item];
    if (row === undefined) {
      warnings.push(`“${TABS.settings.title}”表没有“${item}”一项，未能写入“${value}”；请运行“建立/升级台账”后补填。`);
    } else if (current === initial[id]) {
      changes.push({ kind: 'setting', item, row, value: String(value) });
    } else {
      warnings.push(`“${TABS.settings.title}”中“${item}”已填“${current}”，与文件所载“${value}”不同，未作改动。`);
    }
  }
  return { changes, warnings };
}

function recordChanges(ports: Ports, ledger: Ledger, proposal: Proposal, source: string): Change[] {
  const offset = Math.max(0, ...ledger.issues.records.map(({ number }) => number ?? 0));
  const { lists } = ledger.settings;
  const changes: Change[] = [
    { kind: 'list', list: 'aspects', entries: proposal.aspects.filter((aspect) => !lists.aspects.includes(aspect)) },
    { kind: 'list', list: 'groups', entries: proposal.groups.filter((group) => !lists.groups.includes(group)) },
  ];
  for (const issue of proposal.issues) changes.push(...issueChanges(issue, issue.number + offset));
  const taken = new Set(ledger.narrative.records.map(({ part, order }) => `${part}-${order}`));
  for (const { part, order, level, title, body } of proposal.narrative) {
    let free = order;
    while (taken.has(`${part}-${free}`)) free += 1;
    taken.add(`${part}-${free}`);
    changes.push(addRecord('narrative', { part, order: free, level, title, body }));
  }
  const at = ports.clock.now();
  const actor = ports.actor();
  const drafts = proposal.issues.map(
    (issue): LogDraft => ({
      at,
      actor,
      action: '导入',
      subject: `${TABS.issues.title} ${issue.number + offset}`,
      to: issue.state,
      reason: reasonOf(issue, source),
      round: 1,
    }),
  );
  return [...changes, ...continueLog(ledger.log.records, drafts).map((entry) => addRecord('log', entry))];
}

function issueChanges(issue: ProposedIssue, number: number): Change[] {
  const { aspect, group, title, detail, measureLead, measureForm, measureClosing, state } = issue;
  const measures = issue.measures.map((measure, index) =>
    addRecord('measures', { id: `${number}-${index + 1}`, issue: number, content: measure.text }),
  );
  return [
    addRecord('issues', {
      number,
      aspect,
      group,
      title,
      detail,
      state,
      measureProgress: `0/${measures.length}`,
      measureLead,
      measureForm,
      measureClosing,
      evidenceCount: 0,
      round: 1,
    }),
    ...measures,
  ];
}

function reasonOf(issue: ProposedIssue, source: string): string {
  const from = source === '' ? '粘贴的文字' : source;
  return issue.statusWord === '' ? `导入自${from}` : `导入自${from}，原文状态“${issue.statusWord}”，未经本台账销号程序`;
}
