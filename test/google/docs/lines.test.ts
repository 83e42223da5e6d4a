import fc from 'fast-check';
import { isSameText, linesOfDocument } from '../../../src/google/docs/lines';
import { textOf } from '../../../src/report/text';
import { imported, paragraph, reportOf, reports } from './documents';

test('a Google Doc of any report reads as the report’s text', () => {
  fc.assert(
    fc.property(reports, (report) => {
      expect(linesOfDocument(imported(report)).join('\n')).toBe(textOf(report));
    }),
  );
});

const textRun = (content: string) => ({ textRun: { content } });
const body = (...content: object[]) => ({ body: { content } });
const line = (...elements: object[]) => ({ paragraph: { elements } });

test('a line broken by hand is one line; empty lines, page breaks and pictures are none', () => {
  expect(
    linesOfDocument(
      body(
        { sectionBreak: {} },
        line(textRun('关于巡察整改\u000b情况的'), textRun('通报\n')),
        line(textRun('\n')),
        line({ pageBreak: {} }, textRun('　\n')),
        line({ inlineObjectElement: { inlineObjectId: 'kix.1' } }, textRun('\n')),
        line(textRun('二、整改情况\n')),
      ),
    ),
  ).toEqual(['关于巡察整改情况的通报', '二、整改情况']);
});

test('names, links and dates put in as chips are read as they show', () => {
  const chips = line(
    textRun('由'),
    { person: { personProperties: { name: '方禾', email: 'fh@example.invalid' } } },
    textRun('于'),
    { dateElement: { dateElementProperties: { displayText: '2026年9月15日' } } },
    textRun('上传'),
    { richLink: { richLinkProperties: { title: '会议纪要' } } },
    { autoText: { type: 'PAGE_NUMBER' } },
    textRun('。\n'),
  );
  expect(linesOfDocument(body(chips))).toEqual(['由方禾于2026年9月15日上传会议纪要。']);
});

test('cells under one that goes over them are left out, whether or not they are listed', () => {
  const cell = (text: string, columnSpan = 1) => ({
    content: [line(textRun(`${text}\n`))],
    tableCellStyle: { columnSpan },
  });
  const table = (...tableCells: object[]) => body({ table: { columns: 3, tableRows: [{ tableCells }] } });
  expect(linesOfDocument(table(cell('负责人'), cell('许青', 2)))).toEqual(['负责人\t许青']);
  expect(linesOfDocument(table(cell('负责人'), cell('许青', 2), cell('')))).toEqual(['负责人\t许青']);
  expect(linesOfDocument(table(cell('甲'), cell(''), cell('丙')))).toEqual(['甲\t\t丙']);
});

describe('whether a draft still says what was put into it', () => {
  test('any report does after its import, whatever a .docx cannot hold', () => {
    fc.assert(
      fc.property(reports, fc.string({ unit: 'binary', maxLength: 8 }), (report, hostile) => {
        const dirty = reportOf(
          ...report.blocks,
          paragraph(`尾段\u0007\ud800${hostile.replace(/[\n\r\u0085\u2028\u2029]/g, '')}`),
        );
        expect(isSameText(linesOfDocument(imported(dirty)), textOf(dirty).split('\n'))).toBe(true);
      }),
    );
  });

  test('blanks do not count; a word, a mark, a split or a moved paragraph does', () => {
    const lines = ['一、整改情况', '补录记录46份。', '序号\t内容'];
    expect(isSameText(['一、 整改情况', '', '补录记录46份。', '序号内容'], lines)).toBe(true);
    expect(isSameText(['一、整改情况', '补录记录47份。', '序号\t内容'], lines)).toBe(false);
    expect(isSameText(['一、整改情况', '补录记录46份', '序号\t内容'], lines)).toBe(false);
    expect(isSameText(['一、整改情况', '补录', '记录46份。', '序号\t内容'], lines)).toBe(false);
    expect(isSameText(['补录记录46份。', '一、整改情况', '序号\t内容'], lines)).toBe(false);
  });
});
