/** Text as an .xlsx can hold it, and back. */

/** Excel's limit for one cell; a Google cell holds 50,000. */
export const EXCEL_CELL_CHARACTERS = 32_767;
/** Stands at the end of a text that did not fit; such a cell is not read back. */
export const CUT_MARK = '〔以下超出 Excel 单元格上限，未导出，以台账为准〕';

/** Control characters but tab and line feed, non-characters, and halves of surrogate pairs. */
const UNWRITABLE = /(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/**
 * Characters XML cannot carry are written `_x0007_`, and text that looks so is escaped (ECMA-376 part 1, 22.9.2.19,
 * ST_Xstring). Text beyond Excel's limit is cut and marked.
 */
export function excelText(text: string): string {
  const fitting = text.length <= EXCEL_CELL_CHARACTERS ? text : cut(text);
  return fitting
    .replace(/_x([0-9A-Fa-f]{4})_/g, '_x005F_x$1_')
    .replace(UNWRITABLE, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

function cut(text: string): string {
  const kept = text.slice(0, EXCEL_CELL_CHARACTERS - CUT_MARK.length);
  return (/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept) + CUT_MARK;
}

/** A sheet name Excel accepts: at most 31 characters, without `: \ / ? * [ ]`, unlike the names given before. */
export function excelTitle(title: string, taken: ReadonlySet<string>): string {
  const base =
    title
      .replace(/[:\\/?*[\]]/g, '_')
      .replace(/^'|'$/g, '_')
      .slice(0, 31) || '表';
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${base.slice(0, 28)}_${n}`;
  return name;
}
