/** A letterhead to begin with, to be edited in a word processor: 发文机关标志, 文号, the report, a table as example. */
import { writeDocx } from '../docx';
import { documentPart } from '../docx/body';
import { FONTS, TEXT_WIDTH, TITLE_PITCH } from '../docx/page';
import { tableXml } from '../docx/table';
import { fonts, NO_INDENT, pitch, run, size } from '../docx/xml';
import { LEDGER_HEADERS } from '../wording';
import { ISSUES } from './list';
import { STARTER } from './wording';

/** 1号, which holds 17 characters in a line. */
const MASTHEAD = 52;
const RED = '<w:color w:val="FF0000"/>';
/** The bytes must not depend on the day they are made. */
const MADE_ON = '2026-01-01';

/** The .docx with its tags; the same bytes every time. */
export function starterTemplate(): Uint8Array {
  const empty = { title: '', author: '', date: MADE_ON, blocks: [] };
  const [open = '', ...end] = documentPart(empty);
  const { sequence, title, department, deadline, status } = LEDGER_HEADERS;
  const columns = (
    [
      [sequence, 10],
      [title, 42],
      [department, 18],
      [deadline, 16],
      [status, 14],
    ] as const
  ).map(([header, share]) => ({ header, share, align: header === title ? ('left' as const) : ('center' as const) }));
  const row = columns.map(({ header }) => `{${header}}`);
  row[0] = `{#${ISSUES}}${row[0]}`;
  row.push(`${row.pop()}{/${ISSUES}}`);
  const centred = (before: string, content: string, after = ''): string =>
    `<w:p><w:pPr>${before}<w:ind ${NO_INDENT}/><w:jc w:val="center"/>${after}</w:pPr>${content}</w:p>`;
  const line = '<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="6" w:color="FF0000"/></w:pBdr>';
  const name = `${fonts(FONTS.title)}${RED}<w:spacing w:val="0"/>${size(MASTHEAD)}`;
  return writeDocx(empty, [
    open,
    centred(pitch(MASTHEAD * 15), run(`{党组织}${STARTER.file}`, name)),
    centred('', run(`{^是定稿}${STARTER.draft}{/是定稿}`, '')),
    centred(line, run('{文号}', '')),
    centred('', ''),
    `<w:p><w:pPr><w:pStyle w:val="Title"/>${pitch(TITLE_PITCH)}</w:pPr>${run('{标题}', '')}</w:p>`,
    '<w:p/>',
    `<w:p>${run('{@body}', '')}</w:p>`,
    `<w:p><w:pPr><w:pageBreakBefore/><w:ind ${NO_INDENT}/></w:pPr>${run(STARTER.appendix, fonts(FONTS.level1))}</w:p>`,
    centred('', run(STARTER.list, fonts(FONTS.level1))),
    ...tableXml({ columns, rows: [row] }, TEXT_WIDTH),
    `<w:p><w:pPr>${pitch(20)}</w:pPr></w:p>`,
    ...end,
  ]);
}
