import { editedValue, extentOf, listedIn } from '../../src/google/editReading';
import { toSerial } from '../../src/text/dates';

test('an extent is read from every form of A1, open ends left open', () => {
  expect(extentOf('B3')).toEqual({ top: 2, left: 1, bottom: 3, right: 2 });
  expect(extentOf('B3:AA9')).toEqual({ top: 2, left: 1, bottom: 9, right: 27 });
  expect(extentOf('B:D')).toEqual({ top: 0, left: 1, bottom: undefined, right: 4 });
  expect(extentOf('3:9')).toEqual({ top: 2, left: 0, bottom: 9, right: undefined });
  expect(extentOf('不是地址')).toBeUndefined();
});

test('a date is its calendar day, whatever the time of day', () => {
  expect(editedValue(new Date(2026, 8, 15))).toEqual({ serial: toSerial('2026-09-15') });
  expect(editedValue(new Date(2026, 8, 15, 23, 59))).toEqual({ serial: toSerial('2026-09-15') });
  expect(editedValue({})).toBeNull();
});

test('people are read by header, blank rows left out', () => {
  const rows = [
    ['姓名', '邮箱', '职务'],
    [' 方禾 ', 'fang@example.invalid', '办公室主任'],
    ['', '', ''],
  ];
  expect(listedIn(rows)).toEqual([{ name: '方禾', position: '办公室主任' }]);
  expect(listedIn([['邮箱']])).toEqual([]);
});
