/** Drive's pages: more evidence than one list call gives. */
import { afterEach, expect, test } from '@jest/globals';
import { driveFiles } from '../../src/google/files';

const kept = { Drive: Reflect.get(globalThis, 'Drive'), SpreadsheetApp: Reflect.get(globalThis, 'SpreadsheetApp') };
afterEach(() => {
  Object.assign(globalThis, kept);
});

test('all evidence is listed page by page, a thousand at a time', () => {
  const asked: { q: string; pageSize: number; pageToken?: string }[] = [];
  const pages = [
    {
      files: [{ id: 'a', name: '甲', webViewLink: 'https://x/a', sha256Checksum: '1', md5Checksum: '2' }],
      nextPageToken: '次页',
    },
    { files: [{ id: 'b', name: '乙', webViewLink: 'https://x/b', trashed: true }] },
  ];
  const list = (options: (typeof asked)[number]) => pages[asked.push(options) - 1];
  Object.assign(globalThis, {
    Drive: { Files: { list } },
    SpreadsheetApp: { getActiveSpreadsheet: () => ({ getId: () => '1台账' }) },
  });
  expect(driveFiles().allEvidence()).toEqual({
    ok: true,
    value: [
      { id: 'a', name: '甲', url: 'https://x/a', checksums: ['sha256:1', 'md5:2'], trashed: false },
      { id: 'b', name: '乙', url: 'https://x/b', checksums: [], trashed: true },
    ],
  });
  expect(asked.map(({ pageToken }) => pageToken)).toEqual([undefined, '次页']);
  expect(asked[0]).toMatchObject({ pageSize: 1000, q: expect.stringContaining("value='1台账'") });
});
