import fc from 'fast-check';
import { createHost, ExecutionStopped, type Host, newSpreadsheet } from '../../../local/host';
import { CLERK, OWNER } from './ledger';

/** Every service in one command, everything it can do to go on after its death included. */
const SCRIPT = `
function close(name) {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(100)) return '别人正在办理';
  const done = [];
  const step = (work) => { try { work(); } catch (e) { console.log('caught'); } finally { Utilities.getUuid(); } };
  try {
    const id = SpreadsheetApp.getActiveSpreadsheet().getId();
    const row = (Sheets.Spreadsheets.Values.get(id, '工作表1!A1:A20').values || []).length;
    const put = (at, text) => Sheets.Spreadsheets.Values.update({ values: [[text]] }, id, '工作表1!A' + at, { valueInputOption: 'RAW' });
    put(row + 1, name);
    step(() => put(row + 2, name));
    step(() => SpreadsheetApp.getActiveSheet().getRange(row + 3, 1).setValue(name));
    step(() => Drive.Files.create({ name }, Utilities.newBlob('x')));
    step(() => PropertiesService.getScriptProperties().setProperty(name, '1'));
    step(() => ScriptApp.newTrigger('close').timeBased().everyDays(1).create());
    step(() => SpreadsheetApp.getUi().alert(name));
  } catch (e) {
    step(() => PropertiesService.getScriptProperties().setProperty('出错', '1'));
  } finally {
    step(() => PropertiesService.getScriptProperties().setProperty('收尾', '1'));
    lock.releaseLock();
  }
  return '已办理';
}
function lockHeld() { return !LockService.getDocumentLock().tryLock(1); }
function user() { return Session.getActiveUser().getEmail(); }`;

function hostWith(script = SCRIPT): Host {
  const host = createHost({
    spreadsheet: newSpreadsheet('青禾县住建局整改台账'),
    owner: OWNER,
    user: OWNER,
    now: () => new Date('2026-09-15T01:30:00Z'),
  });
  host.load(script);
  return host;
}

/** All a script can leave behind. */
const traces = (host: Host): unknown => ({
  cells: (host.spreadsheet().sheets?.[0]?.data?.[0]?.rowData ?? []).map((row) => row.values?.[0]?.formattedValue),
  files: host.drive().map(({ name }) => name),
  properties: host.properties(),
  triggers: host.triggers().length,
  ui: host.ui().events.length,
});

/** What stands after each call of a whole run: by the number of the call. */
function course(): unknown[] {
  const host = hostWith();
  const states = [traces(host)];
  for (let call = 1; call <= 60; call += 1)
    host.meanwhile({ call, when: 'after' }, () => void states.push(traces(host)));
  host.call('close', ['第1号']);
  return states;
}
const COURSE = course();
const CALLS = COURSE.length - 1;

describe('an execution killed at a service call', () => {
  test.each(['before', 'after'] as const)('%s any of them leaves all as after the last completed call', (when) => {
    expect(CALLS).toBeGreaterThan(20);
    for (let call = 1; call <= CALLS; call += 1) {
      const host = hostWith();
      host.stopAt({ call, when });
      expect(() => host.call('close', ['第1号'])).toThrow(ExecutionStopped);
      const completed = when === 'before' ? call - 1 : call;
      expect(traces(host)).toEqual(COURSE[completed]);
      expect(host.calls()).toHaveLength(completed);
      expect(host.logs()).toEqual([]);
      // the platform lets go of the lock of a dead execution
      expect(host.call('lockHeld', [])).toBe(false);
    }
  });

  test('an execution of fewer calls ends well, and the stop is used up', () => {
    const host = hostWith();
    host.stopAt({ call: CALLS + 1, when: 'before' });
    expect(host.call('close', ['第1号'])).toBe('已办理');
    expect(host.call('close', ['第2号'])).toBe('已办理');
    expect(traces(host)).toMatchObject({ properties: { 第1号: '1', 第2号: '1', 收尾: '1' } });
  });

  test('the stop waits for the function it names', () => {
    const host = hostWith();
    host.stopAt({ call: 1, when: 'before', function: 'close' });
    expect(host.call('user', [])).toBe(OWNER);
    expect(() => host.call('close', ['第1号'])).toThrow(ExecutionStopped);
  });

  test('whatever number: dead or done, never both', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: CALLS + 5 }), fc.constantFrom('before', 'after'), (call, when) => {
        const host = hostWith();
        host.stopAt({ call, when });
        let answer: unknown;
        try {
          answer = host.call('close', ['第1号']);
        } catch (thrown) {
          answer = thrown;
        }
        if (call > CALLS) expect(answer).toBe('已办理');
        else expect(answer).toBeInstanceOf(ExecutionStopped);
      }),
      { numRuns: 30 },
    );
  });

  test('an installed trigger’s death leaves the edit and is kept as a failure', () => {
    const host =
      hostWith(`function install() { ScriptApp.newTrigger('act').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
      function act(e) { try { e.range.setNote('一'); e.range.setNote('二'); } catch (e) {} }`);
    host.call('install', []);
    host.stopAt({ call: 1, when: 'after', function: 'act' });
    host.edit('工作表1!A1', [['申请销号']]);
    const cell = host.spreadsheet().sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0];
    expect(cell).toMatchObject({ formattedValue: '申请销号', note: '一' });
    expect(host.failures()).toMatchObject([{ handler: 'act', name: 'ExecutionStopped' }]);
  });
});

describe('two people at once', () => {
  const other = (host: Host, answers: unknown[]) => (): void => {
    host.setUser(CLERK);
    answers.push(host.call('close', ['第2号']));
    host.setUser(OWNER);
  };

  test('while one holds the document lock the other does not get it', () => {
    const host = hostWith();
    const answers: unknown[] = [];
    host.meanwhile({ call: 10, when: 'before', function: 'close' }, other(host, answers));
    expect(host.call('close', ['第1号'])).toBe('已办理');
    expect(answers).toEqual(['别人正在办理']);
    expect(host.executions().map(({ user }) => user)).toEqual([OWNER, CLERK]);
    expect(host.calls().length).toBe(CALLS);
    expect(host.call('lockHeld', [])).toBe(false);
  });

  test('before the lock is taken the other goes first, and is seen', () => {
    const host = hostWith();
    const answers: unknown[] = [];
    host.meanwhile({ call: 1, when: 'after', function: 'close' }, other(host, answers));
    expect(host.call('close', ['第1号'])).toBe('已办理');
    expect(answers).toEqual(['已办理']);
    expect(traces(host)).toMatchObject({ cells: ['第2号', '第2号', '第2号', '第1号', '第1号', '第1号'] });
  });

  test('what fails in the other’s doings is the test’s to hear', () => {
    const host = hostWith();
    host.meanwhile({ call: 3, when: 'after' }, () => {
      throw new Error('测试写错了');
    });
    expect(() => host.call('close', ['第1号'])).toThrow('测试写错了');
  });
});

test('a call a service refused counts and says so; one without the right to call does not, nor do helpers', () => {
  const host = hostWith(`function go() {
    const bad = (work) => { try { work(); } catch (e) {} };
    bad(() => Sheets.Spreadsheets.Values.get('没有', 'A1'));
    bad(() => Drive.Files.get('没有'));
    ScriptApp.AuthMode.FULL.name(); Utilities.newBlob('x').getBytes(); console.log('x');
    bad(() => ScriptApp.getProjectTriggers()); Session.getScriptTimeZone();
  }`);
  host.call('go', []);
  expect(host.calls().map(({ service, method, failed }) => [`${service}.${method}`, failed])).toEqual([
    ['Sheets.Spreadsheets.Values.get', true],
    ['Drive.Files.get', true],
    ['ScriptApp.getProjectTriggers', undefined],
    ['Session.getScriptTimeZone', undefined],
  ]);
  host.call('go', [], 'simpleTrigger');
  expect(host.calls().map(({ service }) => service)).toEqual(['Session']);
});
