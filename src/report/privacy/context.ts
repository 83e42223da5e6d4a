/** Sentences in which a name is worse than a name: punishments, and informants before it. */
import { sentenceAround } from './texts';

const PUNISHMENT =
  /处分|(?<!谈心)谈话|问责|诫勉|警告|记[大过]|降级|撤职|开除|免职|通报批评|批评教育|约谈|函询|违纪|严重违法|组织处理|给予处理|(?:书面|深刻)检查|(?<!工)[作做写]出?了?的?检查|责令[^，。]{0,10}检查|检讨|立案|留置/;
const INFORMANT = /(?:举报|信访|投诉|检举|控告|上访)[人者][^，。；]{0,8}$/;

/** Whether the sentence around a stretch tells of a punishment. 监督检查 and 谈心谈话 are none. */
export function tellsOfPunishment(text: string, from: number, to: number): boolean {
  return PUNISHMENT.test(text.slice(...sentenceAround(text, from, to)));
}

/** Whether what stands before a name makes it an informant's. */
export function namesInformant(text: string, from: number): boolean {
  return INFORMANT.test(text.slice(Math.max(0, from - 16), from));
}
