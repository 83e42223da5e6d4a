/** Rule paper-only: an issue answered by meetings, study and documents alone. */
import { printedColumn } from './context';
import type { Rule } from './finding';
import { aboutAll } from './observe';

const PAPER = /召开|开会|会议|学习|传达|印发|下发|转发|宣读|观看|研讨|安排部署|再部署|提高认识|提升认识|强调/;
/**
 * Words of deeds, or an amount of something done: one of them and the measure is more than paper. Institutions made
 * (制定、完善) count as deeds; meetings and trainings counted (3次、2期) do not.
 */
const DEED =
  /整治|清理|清退|清收|清查|追缴|追回|收回|退还|退赔|退缴|核查|核对|检查|督查|督办|抽查|抽考|排查|摸排|巡查|维修|修复|修缮|修建|建成|新建|改造|建立|组建|完善|健全|制定|修订|测试|测评|考核|通报|问责|处分|约谈|谈话|诫勉|处理|处置|化解|走访|公示|公开|办结|归档|整理|补录|补发|补缴|补齐|补签|更换|调整|配备|招聘|拆除|停止|取消|纠正|安装|购置|兑付|发放|支付|审计|评估|验收|销号|监测|拨付|设立|设置|签订|移交|办理|委托|聘请|选派|招录|注销|核销|解决[^，。；]{0,6}\d|\d[\d.]*(?:亿元|万元|元|户|件|笔|处|公里|米|吨|亩|套|台|家|个村|[%％])/;

/** Names of meetings and documents: the deeds in them are only spoken of. */
const NAMES = /《[^》]{0,60}》|召开[^，。；、]{0,20}?会议?/g;

export const paperOnly: Rule = {
  code: 'paper-only',
  severity: 'note',
  title: '纸面整改',
  explains: '只开会、学习、印发文件而没有具体行动，会被认为以会议落实会议、以文件落实文件。',
  check({ ledger, joined }) {
    const { issues, measures } = ledger;
    const found = issues.records.flatMap(({ number, state }, at) => {
      if (number === null || state === '已终止') return [];
      const texts = (joined.measuresOf.get(number) ?? []).flatMap((position) => {
        const measure = measures.records[position];
        return measure === undefined || measure.state === '已取消' ? [] : [measure[printedColumn(measure)]];
      });
      const paper = texts.length > 0 && texts.every((text) => PAPER.test(text) && !DEED.test(text.replace(NAMES, '')));
      return paper ? [at] : [];
    });
    return aboutAll(issues, found, 'title', {
      message: '各项措施都是开会、学习或发文，没有写出具体行动',
      remedy: '在“整改措施”表补写实际做的事和结果；只需学习传达的，可写明效果检验（测试、检查）',
    });
  },
};
