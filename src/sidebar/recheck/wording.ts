/** Words of 回头看抽查. */

export const RECHECK = {
  title: '回头看抽查',
  explain: '从已销号、长期坚持的问题中抽取。同一台账、同一比例、同一种子，谁来抽都得到同一样本；每次抽取记入办理记录。',
  share: '抽查比例（%）',
  shareHint: '大于0、不超过100，如 10',
  shareWrong: '“抽查比例”应大于0、不超过100，如 10。',
  seed: '种子',
  seedHint: '任意文字，抽查前公布，便于复核',
  seedMissing: '请填写“种子”，如抽查日期。',
  by: '分层',
  strata: { none: '不分层', 方面: '按方面', 责任部门: '按责任部门' },
  draw: '抽取',
  drawing: '正在抽取',
  drawn: (n: number, of: number) => `从${of}个已销号、长期坚持的问题中抽取${n}个`,
  drawnBy: (share: string, seed: string) => `比例${share}%，种子“${seed}”`,
  none: '没有已销号、长期坚持的问题可抽。',
  rate: (n: number, d: number, percent: string) =>
    d === 0 ? '还没有回头看结论。' : `回头看${d}个，反弹（含部分反弹）${n}个，翻案率${n}/${d}（${percent}%）。`,
  next: '点开问题，在“办理”中记“回头看”；反弹的再办“重新整改”。',
  open: (n: number) => `打开第${n}号问题`,
} as const;
