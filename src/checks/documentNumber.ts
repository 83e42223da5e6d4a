/** Rule document-number: a 发文字号 that is not written as GB/T 9704-2012, 7.2.5 has it: 机关代字〔年份〕序号号. */
import { toHalfWidth } from '../text/spacing';
import { rowsOf } from './context';
import type { Check, Observation } from './finding';
import { quoted } from './observe';
import { cellsOf, type TextCell } from './printed';

/** Issuing body, bracket, year, bracket, 第, zeros, number, 号; 〔2026〕 alone is enough to know a 发文字号 by. */
const PARTS = /^(.+?)([〔[【(<{〈「『])(\d{4}|\d\d)年?([〕\]】)>}〉」』])(第?)(0*)([1-9]\d*)(号?)$/;
const YEAR_IN_BRACKETS = /[〔[【(]\d{2,4}年?[〕\]】)]/;
/** Minutes and bulletins are numbered by 次 and 期, orders by 令第…号, standards by letters: none is a 发文字号. */
const OTHERWISE = /[次期辑]$|令第?\d+号$|^(?:GB|DB|[A-Z]{2}\/T)/;

export const documentNumber: Check = ({ ledger, evidence }) => {
  const issued = evidence.filter(({ record: { type } }) => type === '制度文件' || type === '通知文件');
  return [
    ...cellsOf(issued, 'documentNumber'),
    ...cellsOf(rowsOf(ledger.outcomes), 'documentNumber'),
    ...cellsOf(rowsOf(ledger.documents), 'documentNumber'),
  ].flatMap(faultIn);
};

/** The first fault of a cell, which may list several: 青水发〔2026〕4号、5号. */
function faultIn(cell: TextCell): Observation[] {
  for (const written of cell.text.split(/[、，,；;\n]/)) {
    const plain = toHalfWidth(written).replace(/\s/g, '');
    if (plain === '' || /^\d+号$/.test(plain) || OTHERWISE.test(plain)) continue;
    const [all, body, open, year = '', close, ordinal, zeros, number, mark] = PARTS.exec(plain) ?? [];
    if (all === undefined) {
      const severity = YEAR_IN_BRACKETS.test(plain) ? 'warning' : 'note';
      const remedy = '写成“机关代字〔年份〕序号号”，如 青水党组〔2026〕1号；不是发文字号的，写到名称里';
      return [{ ...cell.about(`${quoted(written)}不像发文字号`, remedy), severity }];
    }
    const sound = `${body}〔${year.length === 2 ? '20' : ''}${year}〕${number}号`;
    if (sound === written.trim()) continue;
    const faults = [
      `${open}${close}` !== '〔〕' && '年份用六角括号〔〕',
      year.length === 2 && '年份写全四位',
      ordinal && '序号前不加“第”',
      zeros && '序号前不补0',
      !mark && '末尾写“号”',
    ].filter(Boolean);
    const message = `文号${quoted(written)}不合规范：${faults.join('、') || '不留空格，不用全角数字'}`;
    return [cell.about(message, `改为“${sound}”；原件确实如此的，写明情况并申请豁免`)];
  }
  return [];
}
