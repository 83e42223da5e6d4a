import { createHost, type Host, type HostOptions, newSpreadsheet } from '../../../local/host';
import { CLERK, OWNER } from './ledger';

const SCOPES = ['spreadsheets', 'userinfo.email', 'script.scriptapp'].map(
  (scope) => `https://www.googleapis.com/auth/${scope}`,
);
const manifest = (oauthScopes = SCOPES): object => ({
  timeZone: 'Asia/Shanghai',
  oauthScopes,
  dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }] },
});

const SCRIPT = `
function install() { ScriptApp.newTrigger('onAction').forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onEdit().create(); }
function installDaily() { ScriptApp.newTrigger('daily').timeBased().atHour(6).nearMinute(30).everyDays(1).inTimezone('Asia/Shanghai').create(); }
function list() {
  return ScriptApp.getProjectTriggers().map((t) => [t.getHandlerFunction(), t.getEventType().name(), t.getTriggerSource() === ScriptApp.TriggerSource.CLOCK, t.getTriggerSourceId(), /^\\d{19}$/.test(t.getUniqueId())]);
}
function uninstall() { const own = ScriptApp.getProjectTriggers(); own.forEach((t) => ScriptApp.deleteTrigger(t)); return own.length; }
function onEdit(e) { console.log('simple', String(e.authMode), e.triggerUid, e.value); }
function onAction(e) {
  const own = ScriptApp.getProjectTriggers().some((t) => t.getUniqueId() === e.triggerUid);
  console.log([Session.getEffectiveUser().getEmail(), Session.getActiveUser().getEmail(), e.user.getEmail(), e.authMode === ScriptApp.AuthMode.FULL,
    own, e.range.getA1Notation(), e.value, e.oldValue, e.source.getName()].join(' '));
  e.range.getSheet().getRange('D1').setValue('已办');
}
function daily(e) { console.log(JSON.stringify(e, (key, value) => key === 'triggerUid' ? typeof value : key === 'authMode' ? String(value) : value), Session.getEffectiveUser().getEmail()); }`;

function hostWith(options: Partial<HostOptions> = {}, script = SCRIPT): Host {
  const host = createHost({
    spreadsheet: newSpreadsheet('青禾县住建局整改台账'),
    owner: OWNER,
    user: OWNER,
    now: () => new Date('2026-09-13T22:31:05Z'),
    manifest: manifest(),
    ...options,
  });
  host.load(script);
  return host;
}
const as = (host: Host, user: string, work: () => void): void => {
  host.setUser(user);
  work();
};
const told = (host: Host): string[] => host.executions().flatMap(({ logs }) => logs);

describe('ScriptApp (Apps Script reference, classes ScriptApp, Trigger, ClockTriggerBuilder)', () => {
  test('a trigger is made, told with handler, event, source and number, and deleted', () => {
    const host = hostWith();
    host.call('install', []);
    host.call('installDaily', []);
    expect(host.call('list', [])).toEqual([
      ['onAction', 'ON_EDIT', false, 'local-spreadsheet', true],
      ['daily', 'CLOCK', true, null, true],
    ]);
    expect(host.triggers()).toMatchObject([
      { maker: OWNER, handler: 'onAction', event: 'ON_EDIT' },
      {
        handler: 'daily',
        event: 'CLOCK',
        clock: { everyDays: 1, atHour: 6, nearMinute: 30, timeZone: 'Asia/Shanghai' },
      },
    ]);
    expect(host.call('uninstall', [])).toBe(2);
    expect(host.triggers()).toEqual([]);
  });

  test('each person is told their own only', () => {
    const host = hostWith();
    host.call('install', []);
    as(host, CLERK, () => {
      expect(host.call('list', [])).toEqual([]);
      expect(host.call('uninstall', [])).toBe(0);
    });
    expect(host.triggers()).toHaveLength(1);
  });

  test('a host made anew with the triggers of the one before goes on with them', () => {
    const before = hostWith();
    before.call('install', []);
    const host = hostWith({ triggers: JSON.parse(JSON.stringify(before.triggers())) });
    expect(host.triggers()).toEqual(before.triggers());
    host.edit('工作表1!B2', [['整改中']]);
    expect(told(host)).toHaveLength(2);
  });

  test('twenty a person, no more ("Quotas for Google Services")', () => {
    const host = hostWith();
    for (let n = 0; n < 20; n += 1) host.call('install', []);
    expect(() => host.call('install', [])).toThrow('This script has too many triggers.');
    as(host, CLERK, () => host.call('install', []));
    expect(host.triggers()).toHaveLength(21);
  });

  test('the scope must stand in the manifest, and a simple trigger may not', () => {
    const host = hostWith({ manifest: manifest(SCOPES.slice(0, 2)) });
    expect(() => host.call('list', [])).toThrow(
      'You do not have permission to call ScriptApp.getProjectTriggers. Required permissions: (https://www.googleapis.com/auth/script.scriptapp)',
    );
    expect(() => hostWith().call('install', [], 'simpleTrigger')).toThrow('You do not have permission');
  });

  test.each([
    [`newTrigger('f').forSpreadsheet('another')`, 'forSpreadsheet of another spreadsheet is not implemented'],
    [`newTrigger('f').forSpreadsheet(id).onChange()`, 'SpreadsheetTriggerBuilder.onChange is not implemented'],
    [`newTrigger('f').forSpreadsheet(id).onOpen()`, 'SpreadsheetTriggerBuilder.onOpen is not implemented'],
    [`newTrigger('f').forForm('x')`, 'TriggerBuilder.forForm is not implemented'],
    [`newTrigger('f').timeBased().everyMinutes(5)`, 'ClockTriggerBuilder.everyMinutes is not implemented'],
    [`newTrigger('f').forSpreadsheet(id).create()`, 'The trigger has no event'],
    [`newTrigger('f').timeBased().atHour(6).create()`, 'needs a frequency'],
    [`newTrigger('f').timeBased().everyDays(1).everyHours(2).create()`, 'has one frequency'],
    [`newTrigger('f').timeBased().everyHours(2).atHour(6).create()`, 'is not implemented'],
    [`newTrigger('f').timeBased().after(1000).everyDays(1).create()`, 'has no frequency'],
    [`newTrigger('f').timeBased().after('1000')`, `don't match the method signature`],
    [`newTrigger('f').timeBased().at(1000)`, `don't match the method signature`],
    [`newTrigger('f').timeBased().atHour(24)`, 'Invalid argument: 24'],
    [`newTrigger('f').timeBased().everyDays(0)`, 'Invalid argument: 0'],
    [`newTrigger('f').timeBased().inTimezone('火星')`, 'Invalid argument: timezone'],
    ['newTrigger()', `don't match the method signature for ScriptApp.newTrigger`],
    [`deleteTrigger('4')`, `don't match the method signature for ScriptApp.deleteTrigger`],
    ['getUserTriggers()', 'ScriptApp.getUserTriggers is not implemented'],
  ])('ScriptApp.%s is refused', (line, message) => {
    const host = hostWith({}, `function go() { const id = SpreadsheetApp.getActive().getId(); ScriptApp.${line}; }`);
    expect(() => host.call('go', [])).toThrow(message);
    expect(host.triggers()).toEqual([]);
  });

  test('a trigger already gone cannot be deleted again', () => {
    const host = hostWith(
      {},
      `function go() { const t = ScriptApp.newTrigger('f').timeBased().everyHours(1).create(); ScriptApp.deleteTrigger(t); ScriptApp.deleteTrigger(t); }`,
    );
    expect(() => host.call('go', [])).toThrow('no longer there');
  });
});

describe('an installed edit trigger (Apps Script guide, "Installable triggers", "Event objects")', () => {
  test('fires after the simple one, in its maker’s authority, and is told who edited', () => {
    const host = hostWith();
    host.call('install', []);
    as(host, CLERK, () => host.edit('工作表1!C2', [['申请销号']]));
    expect(told(host)).toEqual([
      'simple LIMITED undefined 申请销号',
      `${OWNER} ${OWNER} ${CLERK} true true C2 申请销号  青禾县住建局整改台账`,
    ]);
    expect(host.executions().map(({ function: name, user }) => [name, user])).toEqual([
      ['onEdit', CLERK],
      ['onAction', OWNER],
    ]);
    expect(host.failures()).toEqual([]);
  });

  test('a paste of several cells has no value', () => {
    const host = hostWith();
    host.call('install', []);
    host.edit('工作表1!C2', [['申请销号'], ['退回']]);
    expect(told(host)[1]).toContain(' C2:C3   ');
  });

  test.each([
    ['owner@qinghe.example.cn', 'clerk@qinghe.example.cn', 'clerk@qinghe.example.cn'],
    ['owner@qinghe.example.cn', 'Clerk@QINGHE.example.cn', 'Clerk@QINGHE.example.cn'],
    ['owner@qinghe.example.cn', 'clerk@zj.qinghe.example.cn', ''],
    ['owner@zj.qinghe.example.cn', 'clerk@qinghe.example.cn', ''],
    ['owner@gmail.com', 'clerk@gmail.com', ''],
    ['owner@gmail.com', 'owner@gmail.com', 'owner@gmail.com'],
    ['owner@qinghe.example.cn', '', ''],
  ])('made by %s, edited by %s: the event tells "%s"', (maker, editor, mail) => {
    const host = hostWith(
      { owner: maker, user: maker },
      `function install() { ScriptApp.newTrigger('act').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
       function act(e) { console.log('[' + e.user.getEmail() + ']'); }`,
    );
    host.call('install', []);
    as(host, editor, () => host.edit('工作表1!C2', [['申请销号']]));
    expect(host.logs()).toEqual([`[${mail}]`]);
  });

  test('passes the protections its maker passes, and no others', () => {
    const host = hostWith();
    host.call('install', []);
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1 };
    host.apply([{ addProtectedRange: { protectedRange: { range, editors: { users: [OWNER] } } } }]);
    as(host, CLERK, () => host.edit('工作表1!C2', [['申请销号']]));
    expect(host.spreadsheet().sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[3]?.formattedValue).toBe('已办');
    host.setUser(OWNER);
    host.call('uninstall', []);
    as(host, CLERK, () => {
      host.call('install', []);
      host.edit('工作表1!C2', [['退回']]);
    });
    expect(host.failures()).toMatchObject([
      { maker: CLERK, handler: 'onAction', name: 'Exception', message: expect.stringContaining('protected cell') },
    ]);
  });

  test('what scripts and the API write fires none', () => {
    const host = hostWith(
      {},
      `${SCRIPT} function write() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue('1');
        Sheets.Spreadsheets.Values.update({ values: [['2']] }, SpreadsheetApp.getActive().getId(), '工作表1!A2', { valueInputOption: 'RAW' }); }`,
    );
    host.call('install', []);
    host.call('write', []);
    host.apply([{ insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } }]);
    expect(host.executions().map(({ function: name }) => name)).toEqual(['write']);
  });

  test('an error breaks neither the edit nor the next trigger, and is kept with its trigger', () => {
    const host = hostWith(
      {},
      `function install() { ['bad', 'gone', 'good'].forEach((f) => ScriptApp.newTrigger(f).forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create()); }
       function bad() { null.x; } function good(e) { console.log(e.value); }`,
    );
    host.call('install', []);
    const [bad] = host.triggers();
    host.edit('工作表1!C2', [['申请销号']]);
    expect(host.logs()).toEqual(['申请销号']);
    expect(host.failures()).toEqual([
      {
        trigger: bad?.id,
        handler: 'bad',
        maker: OWNER,
        at: '2026-09-13T22:31:05.000Z',
        name: 'TypeError',
        message: expect.stringContaining('null'),
      },
      expect.objectContaining({ handler: 'gone', message: 'Script function not found: gone' }),
    ]);
    expect(host.executions()[0]?.error).toMatchObject({ name: 'TypeError' });
  });

  test('fires too when the simple trigger failed, whose error the edit tells', () => {
    const host = hostWith({}, `${SCRIPT} function onEdit() { throw new Error('填写检查出错'); }`);
    host.call('install', []);
    expect(() => host.edit('工作表1!C2', [['申请销号']])).toThrow('填写检查出错');
    expect(told(host)).toHaveLength(1);
  });

  test('user properties are its maker’s', () => {
    const host = hostWith(
      {},
      `function install() { ScriptApp.newTrigger('act').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); PropertiesService.getUserProperties().setProperty('k', 'maker'); }
       function act() { console.log(PropertiesService.getUserProperties().getProperty('k')); }`,
    );
    host.call('install', []);
    as(host, CLERK, () => host.edit('工作表1!C2', [['申请销号']]));
    expect(host.logs()).toEqual(['maker']);
  });
});

describe('a clock trigger (Apps Script guide, "Event objects", time-driven events)', () => {
  test('runs as its maker with the instant in UTC', () => {
    const host = hostWith();
    host.call('installDaily', []);
    host.setUser(CLERK);
    host.fireTimeTriggers();
    // 13 September 2026 is a Sunday of ISO week 37
    expect(host.logs()).toEqual([
      `{"authMode":"FULL","triggerUid":"string","year":2026,"month":9,"day-of-month":13,"day-of-week":7,"week-of-year":37,"hour":22,"minute":31,"second":5,"timezone":"UTC"} ${OWNER}`,
    ]);
  });

  test('has no page to show anything on; its error is kept', () => {
    const host = hostWith({}, `${SCRIPT} function daily() { SpreadsheetApp.getUi().alert('封存完成'); }`);
    host.call('installDaily', []);
    host.fireTimeTriggers();
    expect(host.failures()).toMatchObject([
      { handler: 'daily', message: 'Cannot call SpreadsheetApp.getUi() from this context.' },
    ]);
  });

  test('an edit runs none, and the clock no edit trigger', () => {
    const host = hostWith();
    host.call('installDaily', []);
    host.edit('工作表1!C2', [['申请销号']]);
    expect(host.executions().map(({ function: name }) => name)).toEqual(['onEdit']);
    host.call('uninstall', []);
    host.call('install', []);
    host.fireTimeTriggers();
    expect(host.executions()).toEqual([]);
  });
});
