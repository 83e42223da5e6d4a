/** What the menu 汇总 tells the person who clicked. */
import type { Gives } from '../app/contract';

/** Failed units named in the dialog; all of them stand in 下属单位. */
const SHOWN = 8;

export function describeUnits(wasMade: boolean): string[] {
  return [
    wasMade ? '“下属单位”表已建好。' : '“下属单位”表已经有了，没有改动。',
    '每行填写一个单位的名称和它的台账（表格编号，或从浏览器复制的链接），并请各单位把台账共享给您（可查看）。',
    '填好后选择“汇总 ▸ 开始汇总”。',
  ];
}

export function describeRollUp({ units, read, pending, failed, round }: Gives<'rollUp'>): string[] {
  return [
    ...(round === null ? [] : [round.notice, '结果在“汇总”“共性问题”两张表。', '']),
    `下属单位${units}个，已读取${read}个，未能读取${failed.length}个${pending > 0 ? `，还有${pending}个` : ''}。`,
    ...(pending > 0 ? ['汇总进行中时每隔几分钟自动继续，可以关闭表格；没有开始的，请选择“开始汇总”。'] : []),
    ...failed.slice(0, SHOWN).map(({ unit, message }) => `· ${unit}：${message}`),
    ...(failed.length > SHOWN ? ['……其余见“下属单位”的“结果”列。'] : []),
  ];
}
