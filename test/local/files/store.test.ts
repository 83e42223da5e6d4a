import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { backupOf, readStore, type Store, writeStore, writeWhole } from '../../../local/files/store';
import { parseStore, storeText } from '../../../local/files/storeText';
import { createHost, newSpreadsheet } from '../../../local/host';
import { anyWorkbook, smallLedger } from './workbooks';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'store-'));
  file = path.join(folder, 'ledger.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const storeOf = (spreadsheet = smallLedger()): Store => ({
  spreadsheet,
  properties: { sealed: '12' },
  owner: 'owner@example.invalid',
  extra: {},
});

function sentence(read: ReturnType<typeof readStore>): string {
  return read.ok ? '' : read.faults.map((fault) => fault.message).join('');
}

test('a ledger comes back from its file as it was', () => {
  writeStore(file, storeOf());
  expect(readStore(file)).toMatchObject({ ok: true, value: { store: storeOf() } });
});

test('any workbook whatever survives, and the same workbook gives the same text', () => {
  fc.assert(
    fc.property(anyWorkbook, (spreadsheet) => {
      const written = storeText(storeOf(spreadsheet));
      const parsed = parseStore(written);
      if (!('store' in parsed)) throw new Error(parsed.flaw);
      expect(parsed.store.spreadsheet).toEqual(spreadsheet);
      expect(storeText(parsed.store)).toBe(written);
    }),
    { numRuns: 300 },
  );
});

test('installed triggers come back as they were; a file without any is as it was before there were triggers', () => {
  const text = fc.string({ maxLength: 30 });
  const hour = fc.integer({ min: 0, max: 23 });
  const trigger = fc.oneof(
    fc.record({ id: text, maker: text, handler: text, event: fc.constant('ON_EDIT' as const) }),
    fc.record(
      {
        id: text,
        maker: text,
        handler: text,
        event: fc.constant('CLOCK' as const),
        fired: fc.constant(true as const),
        clock: fc.record(
          { everyDays: fc.constant(1), atHour: hour, timeZone: text, at: text },
          { requiredKeys: ['everyDays'] },
        ),
      },
      { requiredKeys: ['id', 'maker', 'handler', 'event'] },
    ),
  );
  fc.assert(
    fc.property(fc.array(trigger, { minLength: 1, maxLength: 5 }), (triggers) => {
      const parsed = parseStore(storeText({ ...storeOf(), triggers }));
      expect('store' in parsed && parsed.store.triggers).toEqual(triggers);
    }),
    { numRuns: 100 },
  );
  expect(storeText({ ...storeOf(), triggers: [] })).toBe(storeText(storeOf()));
  expect(storeText(storeOf())).not.toContain('triggers');
});

test('document properties come back as they were; a file without any is as it was before there were some', () => {
  const texts = fc.dictionary(fc.string({ maxLength: 12 }), fc.string({ maxLength: 30 }), {
    minKeys: 1,
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(texts, (documentProperties) => {
      const parsed = parseStore(storeText({ ...storeOf(), documentProperties }));
      expect('store' in parsed && parsed.store.documentProperties).toEqual(documentProperties);
    }),
    { numRuns: 100 },
  );
  expect(storeText({ ...storeOf(), documentProperties: {} })).toBe(storeText(storeOf()));
  const broken = storeText(storeOf()).replace('"properties":', '"documentProperties":{"次数":3},\n"properties":');
  expect(parseStore(broken)).toEqual({ flaw: 'damaged', where: 'documentProperties.次数' });
});

test('charts, slicers and filter views the program made come back as they were', () => {
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 9, startColumnIndex: 0, endColumnIndex: 1 };
  const now = (): Date => new Date('2026-09-15T01:30:00Z');
  const host = createHost({
    spreadsheet: newSpreadsheet('青禾县住建局整改台账'),
    owner: 'a@b.example',
    user: 'a@b.example',
    now,
  });
  const position = { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 1, columnIndex: 5 } } };
  const series = [{ series: { sourceRange: { sources: [range] } } }];
  const filterCriteria = { condition: { type: 'DATE_BEFORE', values: [{ relativeDate: 'TODAY' }] } };
  host.apply([
    {
      addChart: {
        chart: { spec: { title: '进展', altText: '按部门', basicChart: { chartType: 'BAR', series } }, position },
      },
    },
    { addSlicer: { slicer: { spec: { dataRange: range, columnIndex: 0, filterCriteria }, position } } },
    { addFilterView: { filter: { title: '已逾期', range, filterSpecs: [{ columnIndex: 0, filterCriteria }] } } },
  ]);
  const parsed = parseStore(storeText(storeOf(host.spreadsheet())));
  expect('store' in parsed && parsed.store.spreadsheet).toEqual(host.spreadsheet());
});

test.each([
  '{}',
  '[1]',
  '[{"id":"4","maker":"a@example.invalid","handler":"daily","event":"CLOCK","fired":1}]',
  '[{"id":"4","maker":"a@example.invalid","handler":"daily","event":"ON_MOON"}]',
])('triggers %s are damage', (triggers) => {
  const broken = storeText(storeOf()).replace('"properties":', `"triggers":${triggers},\n"properties":`);
  expect(parseStore(broken)).toEqual({ flaw: 'damaged', where: 'triggers' });
});

test('fields of the file the program does not know are kept', () => {
  writeStore(file, { ...storeOf(), extra: { 备注: { 移交: '2026年7月' }, signatures: [1, 2] } });
  const read = readStore(file);
  if (!read.ok) throw new Error(sentence(read));
  writeStore(file, read.value.store);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ 备注: { 移交: '2026年7月' }, signatures: [1, 2] });
});

test('empty formatted rows and what can be derived take no room', () => {
  const large = smallLedger();
  const rows = large.sheets?.[0]?.data?.[0]?.rowData;
  for (let n = 0; n < 5_000; n += 1) rows?.push({ values: [{}, {}, {}, {}, {}, {}, {}] });
  writeStore(file, storeOf(large));
  expect(statSync(file).size).toBeLessThan(6_000);
});

test('a store cut off anywhere is refused, naming the file and the backup to use, which is whole', () => {
  writeStore(file, storeOf());
  writeStore(file, { ...storeOf(), owner: 'second@example.invalid' });
  const whole = readFileSync(file);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: whole.length - 3 }), (length) => {
      writeFileSync(file, whole.subarray(0, length));
      const read = readStore(file);
      expect(read).toMatchObject({ ok: false, faults: [{ code: 'store-cut-off' }] });
      expect(sentence(read)).toContain(`“${file}”不完整`);
      expect(sentence(read)).toContain(`上一版保存在“${backupOf(file)}”`);
    }),
    { numRuns: 100 },
  );
  expect(readStore(backupOf(file))).toMatchObject({ ok: true, value: { store: { owner: 'owner@example.invalid' } } });
});

test('without a usable backup the sentence does not promise one', () => {
  writeFileSync(file, '{"kind":"rectification-ledger-store","ver');
  writeFileSync(backupOf(file), '{"kind"');
  expect(sentence(readStore(file))).toContain('没有可用的备份');
});

test.each([
  ['an empty file', '', 'store-empty'],
  ['a file of blanks', ' \n', 'store-empty'],
  ['a .xlsx', 'PK\u0003\u0004xl/workbook.xml', 'store-other-kind'],
  ['a text', '关于巡察整改进展情况的通报', 'store-other-kind'],
  ['other JSON', '{"问题台账":[]}', 'store-other-kind'],
  ['a list', '[]', 'store-other-kind'],
  ['a later version', '{"kind":"rectification-ledger-store","version":99}', 'store-later-version'],
  ['fields of a wrong type', '{"kind":"rectification-ledger-store","version":1,"owner":7}', 'store-damaged'],
])('%s is refused and left as it is', (_what, content, code) => {
  writeFileSync(file, content);
  const read = readStore(file);
  expect(read).toMatchObject({ ok: false, faults: [{ code }] });
  expect(sentence(read)).toContain(file);
  expect(readFileSync(file, 'utf8')).toBe(content);
});

test('cells that refer to a look the file does not have are damage, not a crash', () => {
  const broken = storeText(storeOf()).replace('"usual":[0', '"usual":[999');
  expect(parseStore(broken)).toMatchObject({ flaw: 'damaged' });
});

test('a missing store is named, and its backup pointed to when there is one', () => {
  expect(readStore(file)).toMatchObject({ ok: false, faults: [{ code: 'store-missing' }] });
  writeStore(backupOf(file), storeOf());
  expect(sentence(readStore(file))).toContain(`“${backupOf(file)}”`);
});

test('writing leaves the version before beside it and nothing else', () => {
  writeStore(file, storeOf());
  const first = readFileSync(file, 'utf8');
  writeStore(file, { ...storeOf(), owner: 'second@example.invalid' });
  expect(readFileSync(backupOf(file), 'utf8')).toBe(first);
  expect(readdirSync(folder).sort()).toEqual(['ledger.json', 'ledger.json.bak']);
});

test('a file that cannot be written is a refusal, and what stood there stands', () => {
  const blocked = path.join(folder, 'taken');
  writeFileSync(blocked, '原有内容');
  const written = writeWhole(path.join(blocked, 'ledger.json'), Buffer.from('x'));
  expect(written).toMatchObject({ ok: false, faults: [{ code: 'file-not-written' }] });
  expect(readFileSync(blocked, 'utf8')).toBe('原有内容');
  expect(existsSync(`${blocked}.tmp`)).toBe(false);
});
