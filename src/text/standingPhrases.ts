/** Standing phrases of official writing: formulas every unit must use word for word, set aside before texts are compared. */
import { toHalfWidth } from './spacing';

/**
 * The phrases without quotation marks or other punctuation, as patterns. They are the genre's, not any unit's: two
 * measures that share only these have not been copied from each other. Where one begins like another the longer one
 * comes first.
 */
const PHRASES: readonly string[] = [
  '以习近平新时代中国特色社会主义思想为指导',
  '习近平新时代中国特色社会主义思想',
  '习近平总书记(?:重要讲话和?重要指示批示精神|重要指示批示精神|(?:系列)?重要讲话精神|关于)',
  '党的(?:二十届[三四]中全会|二十大|十九大|十九届历次全会)精神',
  '(?:增强|树牢)四个意识坚定四个自信坚决做到两个维护',
  '增强四个意识坚定四个自信做到两个维护',
  '深刻领悟两个确立的决定性意义',
  '坚决做到两个维护',
  '四个意识|四个自信|两个维护|两个确立',
  '不忘初心牢记使命(?:主题教育)?',
  '党史学习教育',
  '深入贯彻中央八项规定精神学习教育',
  '中央八项规定(?:及其实施细则)?精神',
  '全面从严治党(?:主体责任)?',
  '党风廉政建设(?:和反腐败工作|主体责任)?',
  '第一责任人(?:职责|责任)',
  '一岗双责|三会一课|三重一大',
  '意识形态工作责任制',
  '民主集中制|批评与自我批评',
  '(?:党委|党组)?理论学习中心组',
  '中共中央国务院',
  '党中央(?:国务院)?决策部署',
  '重大决策部署',
];

const PATTERN = new RegExp(PHRASES.join('|'), 'g');
const PUNCTUATION = /[\s\u2000-\u206f\u3000-\u303f\u00b7!-/:-@[-`{-~！-／：-＠［-｀｛-･￠-￮]+/g;

/** Letters, digits and ideographs of a text: without blanks and punctuation, full-width letters and digits as half-width. */
function lettersOf(text: string): string {
  return toHalfWidth(text.replace(PUNCTUATION, ''));
}

/** The letters of a text in the stretches that standing phrases leave over, in order. */
export function ownStretches(text: string): string[] {
  return lettersOf(text)
    .split(PATTERN)
    .filter((stretch) => stretch !== '');
}
