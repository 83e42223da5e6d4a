/** Rule link-form: what is meant as a link to evidence, but opens for nobody. */
import { toHalfWidth } from '../text/spacing';
import type { Check } from './finding';
import { quoted } from './observe';
import { aboutCells, cellsOf } from './printed';

/** Host, port and the rest without blanks; the path may be in Chinese. */
const WELL_FORMED = /^https?:\/\/[\w\u4e00-\u9fff-]+(?:\.[\w\u4e00-\u9fff-]+)*(?::\d+)?(?:[/?#]\S*)?$/i;
/** Several to a cell: each in its line, after 、 or ； or a blank; and a remark in Chinese or brackets after a link. */
const BETWEEN = /[\n、；]\s*|\s+(?=https?:|[^!-~]|\()/i;
/** What gives a fault away, and what it is. */
const FAULTS: readonly (readonly [sign: RegExp, fault: string])[] = [
  [/^[a-z]:[\\/]|^\\\\|^file:/i, '是本机或共享文件夹的路径，别人打不开'],
  [/^(?:mailto:)?[^\s@:/]+@[\w-]+(?:\.[\w-]+)+$/i, '是邮箱地址，不是材料的链接'],
  [/^https?:\/\/\S*\s/i, '链接中间有空格'],
  // whatever else begins like a link, and is not well-formed
  [/^h[tx]{2}ps?[:/.;]|^[a-z]+:\/\//i, '不是完整的 https 链接'],
  [/^(?:www\.|[\w.-]+\.(?:com|cn|net|org)(?:[:/?]|$))/i, '缺少开头的 https://'],
];

export const linkForm: Check = ({ evidence }) =>
  aboutCells(cellsOf(evidence, 'location'), (cell) => {
    for (const written of cell.split(BETWEEN)) {
      const text = written.trim();
      const fault = WELL_FORMED.test(text) ? undefined : FAULTS.find(([sign]) => sign.test(toHalfWidth(text)));
      if (fault) return [`${quoted(text)}${fault[1]}`, '填写能打开材料的完整链接（以 https:// 开头）；纸质材料写档号'];
    }
    return undefined;
  });
