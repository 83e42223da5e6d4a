/** Words of 待我办理. */

export const WAITING = {
  title: '待我办理',
  loading: '正在查找待办',
  reload: '刷新',
  none: '没有等您签批的事项。',
  count: (n: number) => `${n}件等您签批`,
  choose: (n: number) => `选中第${n}号问题`,
  all: '全选',
  open: (n: number) => `打开第${n}号问题`,
  target: (target: string, step: string) => `申请${target === '已销号' ? '销号' : target} · ${step}环节`,
  by: (by: string, at: string) => `${by}于${at}申请`,
  sign: (n: number, all: boolean) => `同意${all ? '全部' : '所选'}${n}件`,
  question: (n: number) => `您将对${n}件逐件签批。请确认已看过每件的佐证材料；签批记入办理记录，不能撤销。`,
  confirm: (n: number) => `确认同意${n}件`,
  signing: (n: number) => `正在签批${n}件`,
  summary: (done: number, refused: number) =>
    refused === 0 ? `已签批${done}件。` : `已签批${done}件，${refused}件没有签成，原因见下。`,
  signed: '已签批',
  refused: '没有签成：',
} as const;
