import { createHost, newSpreadsheet } from '../../../local/host';
import { CLERK, ledger, OWNER } from './ledger';

describe('the runtime (PLATFORM, Runtime)', () => {
  test.each(
    'setTimeout setInterval URL fetch TextEncoder TextDecoder structuredClone crypto atob btoa Buffer process require module global WebAssembly SharedArrayBuffer'.split(
      ' ',
    ),
  )('%s is missing', (name) => {
    const { run } = ledger();
    expect(run(`return typeof ${name}`)).toBe('undefined');
  });

  test('library functions newer than es2020 are missing', () => {
    const { run } = ledger();
    expect(run(`return [[].at, ''.replaceAll, Object.hasOwn, [].findLast, [].flat].map((one) => typeof one)`)).toEqual([
      'undefined',
      'undefined',
      'undefined',
      'undefined',
      'function',
    ]);
  });

  test('globals do not survive an execution', () => {
    const { host } = ledger();
    host.load(
      'var count = 0; function next() { count += 1; globalThis.seen = (globalThis.seen || 0) + 1; return [count, globalThis.seen]; }',
    );
    expect([host.call('next', []), host.call('next', [])]).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('a service called while the script is loaded throws', () => {
    const { host } = ledger();
    expect(() => host.load('const book = SpreadsheetApp.getActiveSpreadsheet();')).toThrow(
      'SpreadsheetApp.getActiveSpreadsheet was called while the script was loaded',
    );
  });

  test('a built file runs unchanged: an IIFE and top-level functions', () => {
    const { host } = ledger();
    host.load(
      `var App = (() => { class Rule { constructor() { this.code = 'E01'; } } return { check: () => new Rule().code, _private: 1 }; })();\nfunction check() { return App.check.apply(this, arguments); }`,
    );
    expect(host.functions()).toEqual(['check']);
    expect(host.call('check', [], 'client')).toBe('E01');
  });

  test('the clock is the host’s, and local time is the script’s time zone, not the machine’s', () => {
    const manifest = { timeZone: 'America/New_York' };
    const { run } = ledger({ manifest });
    expect(
      run(`const d = new Date(); const local = new Date(2026, 2, 8, 12);
        return [d.getTime() === Date.now(), d.toISOString(), d.getHours(), d.getTimezoneOffset(), String(d), new Date(2026, 0, 1).toISOString(),
          local.toISOString(), new Date('2026-01-01').toISOString(), new Date('2026-01-01T00:00:00').toISOString(), d instanceof Date, d.constructor === Date];`),
    ).toEqual([
      true,
      '2026-09-15T01:30:00.000Z',
      21,
      240,
      'Mon Sep 14 2026 21:30:00 GMT-0400',
      '2026-01-01T05:00:00.000Z',
      '2026-03-08T16:00:00.000Z',
      '2026-01-01T00:00:00.000Z',
      '2026-01-01T05:00:00.000Z',
      true,
      true,
    ]);
  });

  test('a service the host does not emulate throws by name; an advanced one not enabled is not defined', () => {
    const { run } = ledger({ manifest: { timeZone: 'Asia/Shanghai' } });
    expect(() => run(`GmailApp.sendEmail('a@example.cn', '催办', '')`)).toThrow(
      'GmailApp.sendEmail is not implemented by the local host',
    );
    expect(() => run('ScriptApp.getService()')).toThrow('ScriptApp.getService is not implemented by the local host');
    expect(() => run('Drive.Files.list({})')).toThrow('Drive is not defined');
  });

  test('scopes of the manifest are enforced (appsscript.json, oauthScopes)', () => {
    const enabledAdvancedServices = [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }];
    const manifest = {
      timeZone: 'Asia/Shanghai',
      dependencies: { enabledAdvancedServices },
      oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'],
    };
    const { run } = ledger({ manifest });
    expect(run('return book.getName()')).toBe('青禾县住建局整改台账');
    expect(() => run(`Sheets.Spreadsheets.get(id)`)).toThrow(
      'You do not have permission to call Sheets.Spreadsheets.get.',
    );
    expect(() => run('Session.getActiveUser().getEmail()')).toThrow('userinfo.email');
  });

  test('a simple trigger has no advanced service (PLATFORM, Triggers)', () => {
    const { run } = ledger();
    expect(() => run('Sheets.Spreadsheets.get(id)', 'simpleTrigger')).toThrow('You do not have permission');
    expect(() => run('Drive.Files.list()', 'simpleTrigger')).toThrow('You do not have permission');
    expect(run('return book.getName()', 'simpleTrigger')).toBe('青禾县住建局整改台账');
  });

  test('faults are errors of the script’s own realm, with Google’s name', () => {
    const { run } = ledger();
    expect(
      run(
        `try { Sheets.Spreadsheets.Values.get(id, '没有!A1'); } catch (e) { return [e instanceof Error, e.name, String(e), e.details.code]; }`,
      ),
    ).toEqual([
      true,
      'GoogleJsonResponseException',
      'GoogleJsonResponseException: API call to sheets.spreadsheets.values.get failed with error: Unable to parse range: 没有!A1',
      400,
    ]);
  });

  test('an error of the script comes out with its name and message', () => {
    const { run } = ledger();
    expect(() => run('null.x')).toThrow(
      expect.objectContaining({ name: 'TypeError', message: expect.stringContaining('null') }),
    );
  });

  test('the calls of the last execution are told, pure helpers apart', () => {
    const { run, host } = ledger();
    run(`Sheets.Spreadsheets.Values.get(id, 'A1'); Utilities.getUuid(); console.log('共%s条', 3);`);
    expect(host.calls().map(({ service, method }) => `${service}.${method}`)).toEqual([
      'SpreadsheetApp.getActiveSpreadsheet',
      'SpreadsheetApp.Spreadsheet.getId',
      'Sheets.Spreadsheets.Values.get',
    ]);
    expect(host.logs()).toEqual(['共3条']);
  });
});

describe('google.script.run (HTML Service, "Parameters and return values"; PLATFORM)', () => {
  test('plain JSON crosses both ways as copies', () => {
    const { run } = ledger();
    const arg = { 编号: 1, 标签: ['甲', null], 完成: true };
    expect(run('a.编号 += 1; return a;', 'client', [arg])).toEqual({ 编号: 2, 标签: ['甲', null], 完成: true });
    expect(arg.编号).toBe(1);
    expect(run('return;', 'client')).toBeUndefined();
  });

  test.each([
    ['return new Date()', 'the result of go: a Date'],
    ['return { 时间: [new Date()] }', 'the result of go.时间[0]: a Date'],
    ['return { a: undefined }', 'the result of go.a: undefined'],
    ['return () => 1', 'the result of go: a function'],
    ['return new (class Rule {})()', 'the result of go: an instance of a class'],
    ['return new Map()', 'the result of go: a Map'],
    ['return NaN', 'the result of go: NaN'],
    ['const x = {}; x.x = x; return x', 'the result of go.x: a circular reference'],
    ['return book', 'the result of go: an instance of a class'],
  ])('%s is refused', (lines, message) => {
    const { run } = ledger();
    expect(() => run(lines, 'client')).toThrow(`${message} may not cross google.script.run`);
  });

  test('an argument is held to the same rules', () => {
    const { run } = ledger();
    expect(() => run('return 1', 'client', [{ 日期: new Date(0) }])).toThrow(
      'argument 1 of go.日期: a Date may not cross',
    );
  });

  test('unknown and private functions cannot be called', () => {
    const { host } = ledger();
    host.load('function save_() {} function save() {}');
    expect(() => host.call('load', [])).toThrow('Script function not found: load');
    expect(() => host.call('toString', [])).toThrow('Script function not found: toString');
    expect(() => host.call('save_', [], 'client')).toThrow('google.script.run.save_ is not a function');
  });
});

describe('Session, locks, properties', () => {
  test('the active user may be unknown (PLATFORM, Rights)', () => {
    const { run, host } = ledger({ user: CLERK });
    const email = 'return Session.getActiveUser().getEmail()';
    expect(run(email)).toBe(CLERK);
    host.setUser('');
    expect(run(email)).toBe('');
  });

  test('a document lock somebody else holds is not got; waitLock throws (Apps Script reference, class Lock)', () => {
    const { run, host } = ledger();
    const lock = 'const lock = LockService.getDocumentLock();';
    expect(run(`${lock} return [lock.tryLock(100), lock.hasLock(), lock.releaseLock(), lock.hasLock()];`)).toEqual([
      true,
      true,
      undefined,
      false,
    ]);
    host.holdLock(true);
    expect(run(`${lock} return lock.tryLock(100);`)).toBe(false);
    expect(() => run(`${lock} lock.waitLock(100);`)).toThrow(
      'Lock timeout: another process was holding the lock for too long.',
    );
  });

  test('properties survive executions and have quotas (PLATFORM, Limits)', () => {
    const { run, host } = ledger({ scriptProperties: { 版本: '1' } });
    run(`PropertiesService.getScriptProperties().setProperty('封印', 'abc')`);
    expect(run(`return PropertiesService.getScriptProperties().getProperty('封印')`)).toBe('abc');
    expect(host.properties()).toEqual({ 版本: '1', 封印: 'abc' });
    expect(() => run(`PropertiesService.getScriptProperties().setProperty('大', 'x'.repeat(9217))`)).toThrow(
      'Argument too large: value',
    );
    expect(() =>
      run(
        `const p = PropertiesService.getDocumentProperties(); for (let i = 0; i < 60; i++) p.setProperty('k' + i, 'x'.repeat(9000));`,
      ),
    ).toThrow('exceeded the property storage quota');
  });

  test('user properties are each person’s own', () => {
    const { run, host } = ledger();
    run(`PropertiesService.getUserProperties().setProperty('a', '1')`);
    host.setUser(CLERK);
    expect(run(`return PropertiesService.getUserProperties().getProperty('a')`)).toBeNull();
    host.setUser(OWNER);
    expect(run(`return PropertiesService.getUserProperties().getProperty('a')`)).toBe('1');
  });
});

test('a workbook in pieces (GridData with startRow and startColumn) is read as one grid', () => {
  const spreadsheet = newSpreadsheet('台账');
  const first = spreadsheet.sheets?.[0];
  if (first)
    first.data = [
      {
        startRow: 1,
        startColumn: 1,
        rowData: [
          {
            values: [
              { userEnteredValue: { stringValue: '甲' }, effectiveValue: { stringValue: '甲' }, formattedValue: '甲' },
            ],
          },
        ],
      },
    ];
  const host = createHost({ spreadsheet, owner: OWNER, user: OWNER, now: () => new Date(0) });
  host.load('function go() { return SpreadsheetApp.getActiveSheet().getRange(2, 2).getValue(); }');
  expect(host.call('go', [])).toBe('甲');
});
