/** A 汇总 file in the strict host, and units' ledgers made of values alone, so that hundreds of them cost little. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  createHost,
  type Host,
  type HostOptions,
  newSpreadsheet,
  type OtherFile,
  type Simulation,
} from '../../local/host';
import { columnsOf } from '../../src/ledger/records';
import { SCHEMA_VERSION, TABS, type TabId } from '../../src/ledger/schema';
import { OWNER } from './hostedLedger';

type Value = string | number;
export interface UnitIssue {
  title: string;
  state: string;
  /** Serial number of the day. */
  deadline?: number;
}
type Sheet = NonNullable<ReturnType<typeof newSpreadsheet>['sheets']>[number];

const cell = (value: Value) => ({
  effectiveValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value },
  formattedValue: String(value),
});

/** A tab with its header as set-up makes it, or as given; cells by header. */
export function tabOf(tab: TabId, rows: Record<string, Value>[], headers?: string[]): Sheet {
  const header = headers ?? columnsOf<TabId>(tab).map(([, column]) => column.header);
  const values = [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))];
  const gridProperties = { rowCount: values.length + 5, columnCount: header.length };
  return {
    properties: { sheetId: Object.keys(TABS).indexOf(tab) + 1, title: TABS[tab].title, gridProperties },
    data: [{ rowData: values.map((row) => ({ values: row.map((value) => (value === '' ? {} : cell(value))) })) }],
  };
}

export function workbookOf(sheets: Sheet[], version: number | null = SCHEMA_VERSION) {
  const metadata = { metadataKey: 'rectification-ledger.schema', metadataValue: String(version) };
  const location = { spreadsheet: true, locationType: 'SPREADSHEET' };
  return {
    ...newSpreadsheet('单位台账'),
    sheets,
    ...(version === null
      ? {}
      : { developerMetadata: [{ metadataId: 1, visibility: 'DOCUMENT', location, ...metadata }] }),
  };
}

/** A unit's ledger; made when it is first read. */
export function unitFile(unit: string, issues: readonly UnitIssue[], fedBack?: number): OtherFile {
  const spreadsheet = () =>
    workbookOf([
      tabOf(
        'issues',
        issues.map(({ title, state, deadline = 46_400 }, at) => ({
          编号: at + 1,
          问题: title,
          状态: state,
          整改时限: deadline,
        })),
      ),
      tabOf(
        'measures',
        issues.map(({ state }, at) => ({ 措施编号: `${at + 1}-1`, 状态: state === '已销号' ? '已完成' : '进行中' })),
      ),
      tabOf('settings', [
        { 项: '单位名称', 值: unit },
        ...(fedBack === undefined ? [] : [{ 项: '反馈问题总数', 值: fedBack }]),
      ]),
    ]);
  return { spreadsheet };
}

/** Counts how often each file is asked for. */
export class CountedFiles extends Map<string, OtherFile> {
  readonly reads = new Map<string, number>();
  override get(id: string): OtherFile | undefined {
    this.reads.set(id, (this.reads.get(id) ?? 0) + 1);
    return super.get(id);
  }
  /** The host asks twice for each request: for the file and for its owner. */
  readsOf(id: string): number {
    return (this.reads.get(id) ?? 0) / 2;
  }
}

export class RollUpFile {
  readonly host: Host;

  /** @param lines  name and link of each unit */
  constructor(
    readonly others: ReadonlyMap<string, OtherFile>,
    lines: readonly (readonly [string, string])[],
    simulation: Simulation | undefined = { msPerCall: 300 },
    more: Partial<HostOptions> = {},
  ) {
    const dist = path.join(process.cwd(), 'dist');
    this.host = createHost({
      spreadsheet: newSpreadsheet('云溪县巡察整改汇总'),
      owner: OWNER,
      user: OWNER,
      now: () => new Date('2026-11-24T02:00:00Z'),
      manifest: JSON.parse(readFileSync(path.join(dist, 'appsscript.json'), 'utf8')),
      others,
      ...(simulation === undefined ? {} : { simulation }),
      ...more,
    });
    this.host.load(readFileSync(path.join(dist, 'Code.js'), 'utf8'));
    this.host.call('menuSetUpRollUp', [], 'menu');
    if (lines.length > 0) this.write('下属单位', 1, 0, lines);
  }

  /** What a person writes into cells: 0-based row and column. */
  write(tab: string, row: number, column: number, values: readonly (readonly string[])[]): void {
    const rows = values.map((line) => ({
      values: line.map((text) => ({ userEnteredValue: { stringValue: text } })),
    }));
    const start = { sheetId: this.sheetId(tab), rowIndex: row, columnIndex: column };
    this.host.apply([{ updateCells: { start, rows, fields: 'userEnteredValue' } }]);
  }

  /** 开始汇总, then what the clock does until nothing is left to go on with; how many executions it took. */
  rollUp(): number {
    this.host.call('menuRollUp', [], 'menu');
    return 1 + this.goOn();
  }

  goOn(): number {
    let runs = 0;
    while (this.host.triggers().some(({ fired }) => !fired)) {
      this.host.advance(60_000);
      this.host.fireTimeTriggers('continueRollUp');
      runs += this.host.executions().length;
      if (runs > 60) throw new Error('the roll-up does not end');
    }
    return runs;
  }

  /** The text of the last alert. */
  said(): string {
    const alerts = this.host.ui().events.flatMap((event) => (event.kind === 'alert' ? [event.message] : []));
    return alerts[alerts.length - 1] ?? '';
  }

  /** A tab's cells as text, to the last row that holds something. */
  cells(tab: string): string[][] {
    const sheet = this.host.spreadsheet().sheets?.find(({ properties }) => properties?.title === tab);
    const rows = (sheet?.data?.[0]?.rowData ?? []).map(({ values }) =>
      (values ?? []).map((one) => {
        const { numberValue, stringValue } = one.effectiveValue ?? {};
        return String(stringValue ?? numberValue ?? '');
      }),
    );
    while (rows.length > 0 && rows[rows.length - 1]?.every((text) => text === '')) rows.pop();
    return rows;
  }

  sheetId(tab: string): number {
    const sheet = this.host.spreadsheet().sheets?.find(({ properties }) => properties?.title === tab);
    if (sheet === undefined) throw new Error(`no ${tab}`);
    return sheet.properties?.sheetId ?? 0;
  }
}
