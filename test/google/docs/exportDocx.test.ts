/** What Drive answers to an export, as the program reads it; of refusals the strict host knows only some. */
import { afterEach, expect, test } from '@jest/globals';
import { DOCX } from '../../../src/google/drive';
import { reportFiles } from '../../../src/google/reportFiles';

const kept: unknown = Reflect.get(globalThis, 'Drive');
afterEach(() => {
  Object.assign(globalThis, { Drive: kept });
});

const exporting = (answer: (...taken: unknown[]) => object) => {
  Object.assign(globalThis, { Drive: { Files: { export: answer } } });
  return reportFiles().exportDocx('1文档');
};

test('a blob’s signed bytes are the .docx; the option that live Apps Script needs is sent', () => {
  const asked: unknown[][] = [];
  const result = exporting((...taken) => {
    asked.push(taken);
    return { getBytes: () => [80, 75, -1, -128, 127] };
  });
  expect(result).toEqual({ ok: true, value: Uint8Array.of(80, 75, 255, 128, 127) });
  expect(asked).toEqual([['1文档', DOCX, { alt: 'media' }]]);
});

test.each([
  ['File not found: 1文档.', 'template-doc-lost'],
  ['The user has not granted the app 123 read access to the file 1文档.', 'template-doc-lost'],
  ['The user does not have sufficient permissions for this file.', 'template-doc-lost'],
  ['Export only supports Docs Editors files.', 'template-doc-kind'],
  ['The requested conversion is not supported.', 'template-doc-kind'],
  ['This file is too large to be exported.', 'template-doc-large'],
  ['User Rate Limit Exceeded', 'quota'],
  ['Internal Error', 'service'],
])('%s', (said, code) => {
  const result = exporting(() => {
    throw new Error(`API call to drive.files.export failed with error: ${said}`);
  });
  expect(result).toMatchObject({ ok: false, faults: [{ code }] });
});

test('an answer that is no blob is a fault, and no broken template', () => {
  expect(exporting(() => ({}))).toMatchObject({ ok: false, faults: [{ code: 'service' }] });
});
