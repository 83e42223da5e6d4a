/** The report's fixed wording: headings, status words, labels and the sentences of its faults. */
import type { Settings } from '../ledger/settings';

export const STATUS_LABEL = '整改状态：';
export const CONTENT_LABEL = '整改情况：';
export const ATTACHMENT_LABEL = '附件';

/** Level-one headings of parts that the narrative gives none. */
export function defaultHeading(
  part: '组织整改' | '第一责任人' | '整改落实' | '整改成效' | '下一步打算',
  variant: Settings['variant'],
  inspection: Settings['inspectionKind'],
): string {
  if (part === '第一责任人') return '书记履行第一责任人责任情况';
  if (part === '组织整改') return variant === '两部分' ? '组织整改落实情况' : '履行整改主体责任情况';
  if (part === '整改落实') return variant === '两部分' ? '整改进展情况' : `${inspection}反馈问题整改落实情况`;
  return part;
}

export function ledgerTitle(inspection: Settings['inspectionKind']): string {
  return `${inspection}反馈问题整改台账`;
}

/** At the head of the notice inside the party. */
export const PARTY_MARK = '党内材料 注意保存';

export function withheldSentence(issues: number): string {
  return issues === 0 ? '' : `另有${issues}个问题按规定不予公开。`;
}

/** `（牵头领导：副局长卫兰；责任部门：工程股）`, of what is known. */
export function responsibleNote(leaders: string, departments: string): string {
  const known = [leaders && `牵头领导：${leaders}`, departments && `责任部门：${departments}`].filter(
    (some) => some !== '',
  );
  return known.length === 0 ? '' : `（${known.join('；')}）`;
}

export const LEDGER_HEADERS = {
  sequence: '序号',
  aspect: '方面',
  title: '问题',
  measures: '整改措施',
  leader: '牵头领导',
  department: '责任部门',
  deadline: '整改时限',
  status: '整改状态',
} as const;

export const CATALOGUE_HEADERS = {
  type: '分类',
  piece: '件号',
  name: '题名',
  documentNumber: '文号',
  date: '日期',
  place: '页数/链接',
} as const;

export const CATALOGUE = {
  title: (inspection: Settings['inspectionKind']): string => `${inspection}整改档案目录`,
  summary: (date: string, issues: number, entries: number, electronic: number): string =>
    `截至${date}，${issues}个问题共有佐证材料${entries}件，其中电子材料${electronic}件，纸质材料${entries - electronic}件。`,
  blank: '台账中还没有问题，也没有佐证材料。',
  issue: (number: number | null, title: string): string => `问题${number ?? '（未编号）'}：${title}`,
  unknownIssue: (number: number | null): string =>
    number === null ? '未填问题编号的材料' : `问题${number}（台账中没有此编号）`,
  noEvidence: '尚未登记佐证材料。',
  noType: '未分类',
  pages: (pages: number): string => `${pages}页`,
};

export const FAULTS = {
  unknownPlaceholder: (place: string, name: string, near: readonly string[]): string =>
    `${place}：占位符“{{${name}}}”不存在，${
      near.length > 0 ? `是否应为${near.map((n) => `“{{${n}}}”`).join('或')}？` : ''
    }请改正后重新生成报告。`,
  brokenPlaceholder: (place: string, found: string): string =>
    `${place}：“${found}”不是完整的占位符，占位符应写作“{{反馈问题数}}”（两个半角花括号成对），请改正后重新生成报告。`,
  blankPlaceholder: (place: string, name: string, item: string): string =>
    `${place}：占位符“{{${name}}}”没有值，请先填写“设置”表的“${item}”，再重新生成报告。`,
  /** A nought that stands for records somebody forgot to tick would be untrue. */
  unpublishedOutcome: (place: string, name: string, kind: string, records: number): string =>
    `${place}：占位符“{{${name}}}”依据的${records}条“${kind}”成果都没有勾选“公开”，写作0与事实不符，` +
    '请在“整改成果”表中勾选“公开”，或从素材中删去该占位符。',
  publicTextMissing: (place: string, number: string): string =>
    `${place}（编号${number}）：公开方式为“概括公开”而“公开表述”为空，请填写公开表述，或改为“公开”“不公开”。`,
};
