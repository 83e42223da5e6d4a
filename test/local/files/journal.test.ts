import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { changeBetween, Journal, journalOf, type WholeContents, withJournal } from '../../../local/files/journal';
import { createHost, type Host, newSpreadsheet } from '../../../local/host';

const folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OWNER = 'owner@qinghe.example';
const TEXT = 'the store as it stands on disk';

function hostWith(): Host {
  const now = (): Date => new Date('2026-11-24T09:00:00+08:00');
  const host = createHost({ spreadsheet: newSpreadsheet('整改台账'), owner: OWNER, user: OWNER, now });
  host.load(`function install() { ScriptApp.newTrigger('daily').timeBased().everyDays(1).create(); }
    function once() { ScriptApp.newTrigger('daily').timeBased().after(60000).create(); }
    function daily() { const own = PropertiesService.getDocumentProperties(); own.setProperty('次数', String(Number(own.getProperty('次数')) + 1)); }
    function uninstall() { ScriptApp.getProjectTriggers().slice(0, 1).forEach((one) => ScriptApp.deleteTrigger(one)); }`);
  return host;
}

const contentsOf = (host: Host): WholeContents => ({
  spreadsheet: host.spreadsheet(),
  properties: host.properties(),
  documentProperties: host.documentProperties(),
  triggers: host.triggers(),
});
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

type Step = (host: Host) => void;
const row = fc.integer({ min: 1, max: 6 });
const text = fc.constantFrom('清淤3.2公里', '', '2026-06-30', '<b>', '12');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(row, text).map(
    ([at, value]): Step =>
      (host) =>
        host.edit(`工作表1!B${at}`, [[value], [value]]),
  ),
  row.map(
    (at): Step =>
      (host) => {
        const range = { sheetId: 0, dimension: 'ROWS', startIndex: at, endIndex: at + 2 };
        host.apply([{ insertDimension: { range, inheritFromBefore: true } }]);
      },
  ),
  row.map(
    (at): Step =>
      (host) => {
        const range = { sheetId: 0, dimension: 'ROWS', startIndex: at, endIndex: at + 1 };
        host.apply([{ deleteDimension: { range } }]);
      },
  ),
  fc.constantFrom<Step>(
    (host) => void host.apply([{ addSheet: { properties: {} } }]),
    (host) => void host.call('install', []),
    (host) => void host.call('uninstall', []),
    (host) => void host.call('once', []),
    (host) => {
      host.advance(60_000);
      host.fireTimeTriggers();
    },
    (host) => {
      const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 };
      const series = [{ series: { sourceRange: { sources: [range] } } }];
      const position = { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 0, columnIndex: 3 } } };
      host.apply([
        { addChart: { chart: { spec: { basicChart: { chartType: 'COLUMN', series } }, position } } },
        { addSlicer: { slicer: { spec: { dataRange: range, columnIndex: 0 }, position } } },
        { addFilterView: { filter: { range } } },
      ]);
    },
    (host) => {
      const last = host.spreadsheet().sheets?.at(-1)?.properties;
      if (last?.sheetId) host.apply([{ deleteSheet: { sheetId: last.sheetId } }]);
    },
    (host) => {
      const properties = { sheetId: 0, gridProperties: { frozenRowCount: 1 } };
      host.apply([{ updateSheetProperties: { properties, fields: 'gridProperties.frozenRowCount' } }]);
    },
  ),
);

test('whatever was done to the workbook comes back from the journal', () => {
  let file = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const store = path.join(folder, `ledger-${file++}.json`);
      const host = hostWith();
      const start = contentsOf(host);
      const journal = new Journal(store, TEXT);
      let last = start;
      for (const one of steps) {
        one(host);
        const now = contentsOf(host);
        journal.append(changeBetween(last, now));
        last = now;
      }
      expect(plain(withJournal(store, TEXT, start))).toEqual(plain(last));
    }),
    { numRuns: 40 },
  );
});

describe('a journal with two changes', () => {
  const store = path.join(folder, 'two.json');
  let start: WholeContents;
  let between: WholeContents;
  let end: WholeContents;
  beforeEach(() => {
    const host = hostWith();
    start = contentsOf(host);
    const journal = new Journal(store, TEXT);
    host.edit('工作表1!A1', [['巡河记录补齐']]);
    between = contentsOf(host);
    journal.append(changeBetween(start, between));
    host.edit('工作表1!A2', [['闸门检修']]);
    end = contentsOf(host);
    journal.append(changeBetween(between, end));
  });

  test('goes with its own store only', () => {
    expect(plain(withJournal(store, TEXT, start))).toEqual(plain(end));
    expect(withJournal(store, `${TEXT}.`, start)).toBe(start);
  });

  test('loses the last change when it was broken off anywhere, and no other', () => {
    const whole = readFileSync(journalOf(store));
    const secondLine = whole.lastIndexOf('\n', whole.length - 2) + 1;
    for (const length of [whole.length - 2, whole.length - 30, secondLine + 20, secondLine + 3, secondLine]) {
      truncateSync(journalOf(store), length);
      expect(plain(withJournal(store, TEXT, start))).toEqual(plain(between));
    }
    appendFileSync(journalOf(store), 'rubbish\n');
    expect(plain(withJournal(store, TEXT, start))).toEqual(plain(between));
  });

  test('is gone once discarded', () => {
    new Journal(store, TEXT).discard();
    expect(withJournal(store, TEXT, start)).toBe(start);
  });
});
