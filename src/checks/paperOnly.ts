/** Rule paper-only: an issue answered by meetings, study and documents alone. */
import type { Check } from './finding';
import { aboutAll } from './observe';

const PAPER = /召开|开会|会议|学习|传达|印发|下发|转发|宣读|观看|研讨|安排部署|再部署|提高认识|提升认识|强调/;
/**
 * Words of deeds, or an amount of something done: one of them and the measure is more than paper. Institutions made
 * (制定、完善) count as deeds; meetings and trainings counted (3次、2期) do not.
 */
const DEED =
  /整[治理]|清[理退收查]|追[缴回]|收回|退[还赔缴]|核[查对销]|检查|督[查办]|抽[查考]|排查|摸排|巡查|维修|修[复缮建订]|建[成立]|新建|改造|组建|完善|健全|制定|测[试评]|考核|通报|问责|处[分理置]|约谈|谈话|诫勉|化解|走访|公[示开]|办[结理]|归档|补[录发缴齐签]|更换|调整|配备|招[聘录]|拆除|停止|取消|纠正|安装|购置|兑付|发放|支付|审计|评估|验收|销号|监测|拨付|设[立置]|签订|移交|委托|聘请|选派|注销|解决[^，。；]{0,6}\d|\d[\d.]*(?:亿元|万元|元|户|件|笔|处|公里|米|吨|亩|套|台|家|个村|[%％])/;

/** Names of meetings and documents: the deeds in them are only spoken of. */
const NAMES = /《[^》]{0,60}》|召开[^，。；、]{0,20}?会议?/g;

export const paperOnly: Check = ({ issues }) =>
  aboutAll(
    issues.filter(({ record, inForce }) => {
      if (record.number === null || record.state === '已终止' || inForce.length === 0) return false;
      return inForce.every((measure) => {
        const text = measure.record[measure.printed];
        return PAPER.test(text) && !DEED.test(text.replace(NAMES, ''));
      });
    }),
    'title',
    '各项措施都是开会、学习或发文，没有写出具体行动',
    '补写实际做的事和结果；只需学习传达的，写明效果检验（测试、检查）',
  );
