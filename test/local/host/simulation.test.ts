import {
  createHost,
  ExecutionStopped,
  type Host,
  type HostOptions,
  newSpreadsheet,
  type OtherFile,
} from '../../../local/host';
import { CLERK, OWNER } from './ledger';

const START = '2026-09-15T01:30:00.000Z';
/** A unit's ledger of the fictitious 云溪县, with as many issues as given. */
const unit = (name: string, issues: number): OtherFile => ({
  owner: 'zgb@yunxi.example.cn',
  spreadsheet: () => ({
    ...newSpreadsheet(name),
    spreadsheetId: name,
    sheets: [
      {
        properties: { sheetId: 0, title: '问题台账', gridProperties: { rowCount: issues + 1, columnCount: 1 } },
        data: [
          {
            rowData: Array.from({ length: issues }, (_none, n) => ({
              values: [{ effectiveValue: { stringValue: `${n}` }, formattedValue: `${n}` }],
            })),
          },
        ],
      },
    ],
  }),
});

const SCRIPT = `
function read(id) { return (Sheets.Spreadsheets.Values.batchGet(id, { ranges: ['问题台账!A:A'] }).valueRanges[0].values || []).length; }
function title(id) { return Sheets.Spreadsheets.get(id, { fields: 'properties.title' }).properties.title; }
function details(id) { try { return read(id); } catch (e) { return [e.name, e.details.code, e.details.errors[0].reason, e.message]; } }
function write(id) { Sheets.Spreadsheets.Values.clear({}, id, '问题台账!A1'); }
function many(id, n) { let i = 0; try { for (; i < n; i += 1) read(id); } catch (e) { console.log(e.message); } return i; }
function sleep(ms, times) { for (let n = 0; n < times; n += 1) { Utilities.sleep(ms); PropertiesService.getDocumentProperties().setProperty('次数', String(n + 1)); } return new Date().toISOString(); }
function later(ms) { ScriptApp.newTrigger('onward').timeBased().after(ms).create(); }
function on(time) { ScriptApp.newTrigger('onward').timeBased().at(new Date(time)).create(); }
function onward(e) { console.log(new Date().toISOString()); }
function listed() { return ScriptApp.getProjectTriggers().length; }
function clear() { ScriptApp.getProjectTriggers().forEach((one) => ScriptApp.deleteTrigger(one)); }
/** The roll-up in small: reads where it stopped, and has itself called again before its time is over. */
function rollUp() {
  const store = PropertiesService.getScriptProperties();
  const began = Date.now();
  let at = Number(store.getProperty('at') || 0);
  let sum = Number(store.getProperty('sum') || 0);
  for (; at < 200; at += 1) {
    if (Date.now() - began > 5 * 60000) { ScriptApp.newTrigger('rollUp').timeBased().after(60000).create(); break; }
    for (;;) {
      try { sum += read('云溪' + at); break; } catch (e) { if (!e.details || e.details.code !== 429) throw e; Utilities.sleep(10000); }
    }
    store.setProperties({ at: String(at + 1), sum: String(sum) });
  }
}`;

function hostWith(options: Partial<HostOptions> = {}): Host {
  const host = createHost({
    spreadsheet: newSpreadsheet('汇总'),
    owner: OWNER,
    user: OWNER,
    now: () => new Date(START),
    ...options,
  });
  host.load(SCRIPT);
  return host;
}
const files = (...entries: [string, OtherFile][]): ReadonlyMap<string, OtherFile> => new Map(entries);

describe('other spreadsheets (Sheets API v4, by id)', () => {
  const others = files(
    ['云溪', unit('云溪', 3)],
    ['内部', { ...unit('内部', 2), readers: [CLERK] }],
    ['停机', { ...unit('停机', 2), fault: { code: 503, message: 'The service is currently unavailable.' } }],
  );

  test('are read by whoever may, whole or by mask', () => {
    const host = hostWith({ others });
    expect(host.call('read', ['云溪'])).toBe(3);
    expect(host.call('title', ['云溪'])).toBe('云溪');
    host.setUser(CLERK);
    expect(host.call('read', ['内部'])).toBe(2);
    host.setUser('zgb@yunxi.example.cn');
    expect(host.call('read', ['内部'])).toBe(2);
  });

  test.each([
    ['内部', 403, 'forbidden', 'The caller does not have permission'],
    ['无此文件', 404, 'notFound', 'Requested entity was not found.'],
    ['停机', 503, 'backendError', 'The service is currently unavailable.'],
  ])('%s answers %i', (id, code, reason, message) => {
    expect(hostWith({ others }).call('details', [id])).toEqual([
      'GoogleJsonResponseException',
      code,
      reason,
      `API call to sheets.spreadsheets.values.batchGet failed with error: ${message}`,
    ]);
  });

  test('cannot be written here, nor read with drive.file alone', () => {
    expect(() => hostWith({ others }).call('write', ['云溪'])).toThrow(
      'Sheets.Spreadsheets.Values.clear of another spreadsheet is not implemented',
    );
    const enabledAdvancedServices = [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }];
    const manifest = {
      oauthScopes: ['https://www.googleapis.com/auth/drive.file'],
      dependencies: { enabledAdvancedServices },
    };
    expect(() => hostWith({ others, manifest }).call('read', ['云溪'])).toThrow('Requested entity was not found.');
  });
});

describe('the quota of the Sheets API (Sheets API v4, "Usage limits")', () => {
  const others = files(['云溪', unit('云溪', 3)]);

  test('60 reads a user and minute; the 61st is refused until a minute has gone by', () => {
    const host = hostWith({ others, simulation: {} });
    expect(host.call('many', ['云溪', 100])).toBe(60);
    expect(host.logs()).toEqual([
      expect.stringContaining(
        "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com'",
      ),
    ]);
    expect(host.call('details', ['云溪'])).toMatchObject([
      'GoogleJsonResponseException',
      429,
      'rateLimitExceeded',
      expect.anything(),
    ]);
    host.setUser(CLERK);
    expect(host.call('many', ['云溪', 1])).toBe(1);
    host.setUser(OWNER);
    host.advance(60_000);
    expect(host.call('many', ['云溪', 100])).toBe(60);
  });

  test('is not counted without a simulation; its numbers can be others', () => {
    expect(hostWith({ others }).call('many', ['云溪', 100])).toBe(100);
    expect(hostWith({ others, simulation: { readsPerMinute: 300 } }).call('many', ['云溪', 400])).toBe(300);
  });
});

describe('simulated time', () => {
  test('sleep moves the clock scripts see; without a simulation only until the execution ends', () => {
    const plain = hostWith();
    expect(plain.call('sleep', [60_000, 2])).toBe('2026-09-15T01:32:00.000Z');
    expect(plain.now().toISOString()).toBe(START);
    const host = hostWith({ simulation: { msPerCall: 500 } });
    expect(host.call('sleep', [60_000, 1])).toBe('2026-09-15T01:31:01.000Z');
    expect(host.now().toISOString()).toBe('2026-09-15T01:31:01.000Z');
    host.advance(1_000);
    expect(host.call('sleep', [0, 0])).toBe('2026-09-15T01:31:02.000Z');
  });

  test('an execution is killed after six minutes, whatever it did so far standing ("Quotas for Google Services")', () => {
    const host = hostWith({ simulation: {} });
    expect(() => host.call('sleep', [100_000, 9])).toThrow(new ExecutionStopped('Exceeded maximum execution time'));
    expect(host.documentProperties()).toEqual({ 次数: '3' });
    expect(host.executions()).toMatchObject([{ error: { message: 'Exceeded maximum execution time' } }]);
    expect(() => hostWith({ simulation: {} }).call('sleep', [30_000, 1], 'simpleTrigger')).toThrow(ExecutionStopped);
    expect(() => hostWith({ simulation: { msPerCall: 50, executionMs: 120 } }).call('sleep', [0, 9])).toThrow(
      ExecutionStopped,
    );
  });
});

describe('clock triggers that run once (Apps Script reference, class ClockTriggerBuilder)', () => {
  test.each(['later', 'on'])('%s: not before it is due, once, and listed until it is deleted', (make) => {
    const host = hostWith();
    host.call(make, [make === 'later' ? 90_000 : '2026-09-15T01:31:30.000Z']);
    expect(host.triggers()).toMatchObject([{ event: 'CLOCK', clock: { at: '2026-09-15T01:31:30.000Z' } }]);
    host.advance(89_999);
    host.fireTimeTriggers();
    expect(host.executions()).toEqual([]);
    host.advance(1);
    host.fireTimeTriggers();
    expect(host.logs()).toEqual(['2026-09-15T01:31:30.000Z']);
    host.fireTimeTriggers();
    expect(host.executions()).toEqual([]);
    expect(host.call('listed', [])).toBe(1);
    const anew = hostWith({ triggers: JSON.parse(JSON.stringify(host.triggers())) });
    anew.advance(100_000);
    anew.fireTimeTriggers();
    expect(anew.executions()).toEqual([]);
    anew.call('clear', []);
    expect(anew.triggers()).toEqual([]);
  });

  test('those of one function can be fired alone; one deleted meanwhile does not fire', () => {
    const host = hostWith();
    host.load(
      `${SCRIPT} function both() { ['onward', 'clear', 'onward'].forEach((name) => ScriptApp.newTrigger(name).timeBased().everyDays(1).create()); }`,
    );
    host.call('both', []);
    host.fireTimeTriggers('onward');
    expect(host.executions().map((one) => one.function)).toEqual(['onward', 'onward']);
    host.fireTimeTriggers();
    expect(host.executions().map((one) => one.function)).toEqual(['onward', 'clear']);
  });

  test('a run through 200 files within quota and time goes on by its own triggers', () => {
    const others = files(
      ...Array.from({ length: 200 }, (_none, n): [string, OtherFile] => [`云溪${n}`, unit(`云溪${n}`, (n % 5) + 1)]),
    );
    const host = hostWith({ others, simulation: { msPerCall: 1_500, readsPerMinute: 20 } });
    host.call('rollUp', []);
    let runs = 1;
    while (host.properties().at !== '200') {
      host.advance(60_000);
      host.fireTimeTriggers('rollUp');
      runs += 1;
      if (runs > 20) break;
    }
    expect(host.failures()).toEqual([]);
    expect(host.properties()).toEqual({ at: '200', sum: '600' });
    expect(runs).toBeGreaterThan(1);
  });
});
