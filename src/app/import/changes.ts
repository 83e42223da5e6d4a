/** An import draft as changes of the ledger: settings nobody has filled in, lists, records, and a log row an issue. */
import { addRecord, type Change } from '../../ledger/changes';
import type { LedgerReading } from '../../ledger/read';
import { readSetting, settingIds } from '../../ledger/readSettings';
import { keyOf } from '../../ledger/records';
import { ISSUE_STATES, type IssueState, MEASURE_FORMS, TABS } from '../../ledger/schema';
import { initialSettings, SETTINGS, type Settings } from '../../ledger/settings';
import { logged } from '../logged';
import { offeredFrom } from '../operations';
import type { Ports } from '../ports';
import type { ImportDraft } from './draft';

type DraftIssue = ImportDraft['issues'][number];

export function importChanges(ports: Ports, reading: LedgerReading, draft: ImportDraft, source: string) {
  const { ledger } = reading;
  const settings = settingChanges(reading, draft.settings);
  const offset = Math.max(0, ...ledger.issues.records.map(({ number }) => number ?? 0));
  const issues = draft.issues.map((issue, at) => ({ ...issue, number: offset + at + 1 }));
  const changes: Change[] = [
    ...settings.changes,
    {
      kind: 'list',
      list: 'aspects',
      entries: missing(
        ledger.settings.lists.aspects,
        draft.issues.map(({ aspect }) => aspect),
      ),
    },
    {
      kind: 'list',
      list: 'groups',
      entries: missing(
        ledger.settings.lists.groups,
        draft.issues.map(({ group }) => group),
      ),
    },
    ...issues.flatMap((issue) => issueChanges(issue, ledger.settings)),
    ...narrativeChanges(reading, draft.narrative),
    ...logged(
      ports,
      ledger,
      ...issues.map((issue) => ({
        action: '导入' as const,
        subject: `${TABS.issues.title} ${issue.number}`,
        to: stateOf(issue),
        reason: reasonOf(issue, source),
        round: 1,
      })),
    ),
  ];
  return { changes, warnings: settings.warnings };
}

/** Fills settings nobody has touched; a setting already filled in otherwise is kept, and that is said. */
function settingChanges({ ledger, settingRows }: LedgerReading, told: ImportDraft['settings']) {
  const initial = initialSettings();
  const changes: Change[] = [];
  const warnings: string[] = [];
  const { title } = TABS.settings;
  for (const id of settingIds()) {
    const { item } = SETTINGS[id];
    const given = told.find((candidate) => candidate.item === item);
    const value = given === undefined ? undefined : readSetting(SETTINGS[id], given.value);
    const current = ledger.settings[id];
    const row = settingRows[item];
    if (given === undefined || value === current) continue;
    if (value === undefined) warnings.push(`“${item}”的值“${given.value}”不能识别，未写入“${title}”，请手工填写。`);
    else if (row === undefined) {
      warnings.push(`“${title}”表没有“${item}”一项，未能写入“${value}”；请运行“建立/升级台账”后补填。`);
    } else if (current === initial[id]) changes.push({ kind: 'setting', item, row, value: String(value) });
    else warnings.push(`“${title}”中“${item}”已填“${current}”，与文件所载“${value}”不同，未作改动。`);
  }
  return { changes, warnings };
}

function missing(present: readonly string[], named: readonly string[]): string[] {
  return [...new Set(named)].filter((name) => name !== '' && !present.includes(name));
}

function issueChanges(issue: DraftIssue, settings: Settings): Change[] {
  const { number, aspect, group, title, detail, measureLead, measureClosing, measures } = issue;
  return [
    addRecord(
      'issues',
      {
        number,
        aspect,
        group,
        title,
        detail,
        state: stateOf(issue),
        measureProgress: `0/${measures.length}`,
        measureLead,
        measureForm: MEASURE_FORMS.find((form) => form === issue.measureForm) ?? '',
        measureClosing,
        evidenceCount: 0,
        round: 1,
      },
      offeredFrom(stateOf(issue), settings),
    ),
    ...measures.map((content, at) => addRecord('measures', { id: `${number}-${at + 1}`, issue: number, content })),
  ];
}

function narrativeChanges({ ledger }: LedgerReading, narrative: ImportDraft['narrative']): Change[] {
  const taken = new Set(ledger.narrative.records.map((row) => keyOf('narrative', row)));
  return narrative.map(({ part, order, level, title, body }) => {
    let free = order;
    while (taken.has(`${part}-${free}`)) free += 1;
    taken.add(`${part}-${free}`);
    return addRecord('narrative', { part, order: free, level, title, body });
  });
}

function stateOf({ state }: DraftIssue): IssueState {
  return ISSUE_STATES.find((known) => known === state) ?? '未启动';
}

function reasonOf({ statusWord }: DraftIssue, source: string): string {
  return statusWord === '' ? `导入自${source}` : `导入自${source}，原文状态“${statusWord}”，未经本台账销号程序`;
}
