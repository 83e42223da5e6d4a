/** An .xlsx edited in Excel, WPS or LibreOffice, as rows by column header. */
import type { Cell, Worksheet } from 'exceljs';
import ExcelJS from 'exceljs';
import { address } from './a1';
import { type Fault, isObject, ok, type Result, refuse } from './result';
import { type CellReading, type Plain, readCell } from './xlsxCells';
import { LISTS_SHEET } from './xlsxWrite';
import { inspectZip, type ZipEntry } from './zip';

export interface XlsxRow {
  /** Row number in the file, from 1; null where the rows come from no file. */
  row: number | null;
  /** By column header; a cell that could not be taken is left out, an empty one is null. */
  values: Record<string, Plain>;
}

export interface XlsxTab {
  title: string;
  rows: XlsxRow[];
}

export interface XlsxContents {
  tabs: XlsxTab[];
  /** Cells and columns that could not be taken; everything else was. */
  refused: Fault[];
  /** What a reader should know: formulas taken by their result, links, merged cells. */
  notices: string[];
}

/** Google's limit for one cell. */
const CELL_CHARACTERS = 50_000;
const FILE_BYTES_AT_MOST = 60 * 1024 * 1024;
const UNPACKED_BYTES_AT_MOST = 400 * 1024 * 1024;
/** Examples of one kind named in a notice. */
const NAMED_AT_MOST = 5;
/** Rules over whole columns would be spread out to a million cells each; none of these says what a cell holds. */
const IGNORED_NODES = [
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'drawing',
  'picture',
  'legacyDrawing',
  'tableParts',
];

/**
 * Reads every sheet whose first row holds headers. Dates are `YYYY-MM-DD`; numbers, texts and booleans as they stand.
 * Faults: `xlsx-empty`, `xlsx-old`, `xlsx-other-kind`, `xlsx-too-large`, `xlsx-damaged`.
 * @param name the file's name, for the sentences
 * @param unpackedAtMost bytes the file may unpack to
 */
export async function readXlsx(
  bytes: Uint8Array,
  name = '文件',
  unpackedAtMost = UNPACKED_BYTES_AT_MOST,
): Promise<Result<XlsxContents>> {
  const obstacle = obstacleTo(bytes, name, unpackedAtMost);
  if (obstacle) return refuse(obstacle);
  const workbook = new ExcelJS.Workbook();
  try {
    // A copy of its own: Node's pooled buffers share their memory.
    await workbook.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes: IGNORED_NODES });
  } catch {
    return refuse(damaged(name));
  }
  const contents: XlsxContents = { tabs: [], refused: [], notices: [] };
  for (const worksheet of workbook.worksheets) {
    if (worksheet.name !== LISTS_SHEET) readSheet(worksheet, contents);
  }
  return ok(contents);
}

function damaged(name: string): Fault {
  return {
    code: 'xlsx-damaged',
    message: `“${name}”已损坏或不完整，没有读入：请用 Excel 或 WPS 打开并另存为 .xlsx 后再试。`,
  };
}

function obstacleTo(bytes: Uint8Array, name: string, unpackedAtMost: number): Fault | undefined {
  if (bytes.length === 0)
    return { code: 'xlsx-empty', message: `“${name}”是空文件，没有读入：请选择有内容的 .xlsx 文件。` };
  if (bytes.length > FILE_BYTES_AT_MOST) return tooLarge(name);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    return {
      code: 'xlsx-old',
      message: `“${name}”是旧版 .xls 或设有打开密码，没有读入：请去掉密码，另存为 .xlsx 后再试。`,
    };
  }
  const zip = inspectZip(bytes, unpackedAtMost);
  if ('flaw' in zip) {
    if (zip.flaw === 'too-large') return tooLarge(name);
    return zip.flaw === 'broken' ? damaged(name) : otherKind(name, '');
  }
  return zip.entries.some((entry) => entry.name.replace(/^\//, '') === 'xl/workbook.xml')
    ? undefined
    : otherKind(name, kindOf(zip.entries));
}

function tooLarge(name: string): Fault {
  return {
    code: 'xlsx-too-large',
    message: `“${name}”解压后超过 ${UNPACKED_BYTES_AT_MOST / 1024 / 1024} MB，可能是压缩炸弹，没有读入：请删去图片和空白区域，另存为 .xlsx 后再试。`,
  };
}

function kindOf(entries: readonly ZipEntry[]): string {
  if (entries.some((entry) => entry.name.startsWith('word/'))) return '（是 .docx 文档，请用 import 导入）';
  if (entries.some((entry) => entry.name === 'content.xml')) return '（是 .ods 表格，请另存为 .xlsx）';
  return '';
}

function otherKind(name: string, kind: string): Fault {
  return {
    code: 'xlsx-other-kind',
    message: `“${name}”不是 .xlsx 文件${kind}，没有读入：请选择用 Excel、WPS 或 LibreOffice 保存的 .xlsx。`,
  };
}

interface Remarks {
  formulas: string[];
  links: string[];
  cut: string[];
  merged: string[];
}

function readSheet(worksheet: Worksheet, contents: XlsxContents): void {
  const title = worksheet.name.trim();
  const headers = headersOf(worksheet, title, contents);
  const remarks: Remarks = { formulas: [], links: [], cut: [], merged: [] };
  const rows: XlsxRow[] = [];
  worksheet.eachRow({ includeEmpty: false }, (row, number) => {
    if (number === 1) return;
    const values: [string, Plain][] = [];
    for (const [header, column] of headers) {
      const cell = row.getCell(column);
      const place = address(number - 1, column - 1);
      const reading = mergedReading(cell, remarks);
      if (!reading) continue;
      const value = accepted(reading, { title, header, place }, remarks, contents);
      if (value !== undefined) values.push([header, value]);
    }
    if (values.some(([, value]) => value !== null)) rows.push({ row: number, values: Object.fromEntries(values) });
  });
  contents.tabs.push({ title, rows });
  contents.notices.push(...noticesOf(title, remarks));
}

/** Header → column (from 1). A header that stands twice is refused: which one is meant cannot be told. */
function headersOf(worksheet: Worksheet, title: string, contents: XlsxContents): Map<string, number> {
  const headers = new Map<string, number>();
  const twice = new Set<string>();
  worksheet.getRow(1).eachCell({ includeEmpty: false }, (cell, column) => {
    if (cell.isMerged && cell.master.address !== cell.address) return;
    const reading = readCell(cell.value);
    const header = 'value' in reading && reading.value !== null ? String(reading.value).trim() : '';
    if (header === '') return;
    if (headers.has(header)) twice.add(header);
    else headers.set(header, column);
  });
  for (const header of twice) {
    headers.delete(header);
    contents.refused.push({
      code: 'duplicate-header',
      tab: title,
      message: `${title} 第1行：“${header}”列出现两次，这两列都没有读入，请删去多余的一列或改名。`,
    });
  }
  return headers;
}

/** A cell merged downwards holds what the first one holds; one merged sideways holds nothing of its own. */
function mergedReading(cell: Cell, remarks: Remarks): CellReading | undefined {
  if (!cell.isMerged || cell.master.address === cell.address) return readCell(cell.value);
  remarks.merged.push(cell.address);
  return cell.master.col === cell.col ? readCell(cell.master.value) : undefined;
}

function accepted(
  reading: CellReading,
  { title, header, place }: { title: string; header: string; place: string },
  remarks: Remarks,
  contents: XlsxContents,
): Plain | undefined {
  if ('cut' in reading) {
    remarks.cut.push(place);
    return undefined;
  }
  if ('error' in reading) {
    contents.refused.push({
      code: 'formula-error',
      tab: title,
      cell: place,
      message: `${title} ${place}（${header}）：公式出错，显示为“${reading.error}”，此格没有读入，请改正公式或直接填写内容。`,
    });
    return undefined;
  }
  const { value, remark } = reading;
  if (typeof value === 'string' && value.length > CELL_CHARACTERS) {
    contents.refused.push({
      code: 'cell-too-long',
      tab: title,
      cell: place,
      message: `${title} ${place}（${header}）：有${value.length}字，超过单元格上限${CELL_CHARACTERS}字，此格没有读入，请拆分。`,
    });
    return undefined;
  }
  if (remark?.kind === 'formula') remarks.formulas.push(place);
  if (remark?.kind === 'link') remarks.links.push(`${place}（${remark.url.slice(0, 80)}）`);
  return value;
}

function noticesOf(title: string, { formulas, links, cut, merged }: Remarks): string[] {
  const said = (places: readonly string[], sentence: string): string[] => {
    if (places.length === 0) return [];
    const named = places.slice(0, NAMED_AT_MOST).join('、');
    return [`${title} ${named}${places.length > NAMED_AT_MOST ? `等${places.length}格` : ''}：${sentence}`];
  };
  return [
    ...said(formulas, '是公式，按计算结果读入。'),
    ...said(links, '带有链接，读入的是所显示的文字。'),
    ...said(cut, '导出时因超长截断，未读入，台账中的原文不变。'),
    ...said(merged, '是合并的单元格，竖向合并的按首格内容读入，横向合并的只读首格。'),
  ];
}

/** Row objects as JSON files hold them (`{表: [{列: 值}]}`), in the same shape as an .xlsx. */
export function tabsOfJson(json: unknown): XlsxTab[] | undefined {
  if (!isObject(json)) return undefined;
  const tabs: XlsxTab[] = [];
  for (const [title, rows] of Object.entries(json)) {
    if (!Array.isArray(rows)) return undefined;
    const read = rows.map((values: unknown, at): XlsxRow | undefined => {
      if (!isObject(values)) return undefined;
      const cells = Object.entries(values).map(([header, value]): [string, Plain] | undefined =>
        value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
          ? [header, value]
          : undefined,
      );
      const known = cells.filter((cell) => cell !== undefined);
      return known.length === cells.length ? { row: at + 1, values: Object.fromEntries(known) } : undefined;
    });
    const known = read.filter((row) => row !== undefined);
    if (known.length !== read.length) return undefined;
    tabs.push({ title, rows: known });
  }
  return tabs;
}
