/** Words of 收文登记. */

export const DOCUMENTS = {
  title: '收文登记',
  loading: '正在读取收文',
  reload: '刷新',
  none: '还没有登记收文。',
  open: (n: number) => `待办结${n}件`,
  settled: '已办结',
  settledOn: (on: string) => `${on}办结`,
  overdue: (days: number) => `已超${days}天`,
  today: '今日到期',
  left: (days: number) => `还有${days}天`,
  noDue: '未定办结日期',
  untitled: '（无标题）',
  received: (on: string) => `${on}收`,
  department: (name: string) => `承办：${name}`,
  instruction: (words: string) => `签批意见：${words}`,
  due: (on: string) => `办结日期：${on}`,
  issues: '有关问题：',
  add: '登记收文',
  adding: '正在登记收文',
  added: (key: string) => `已登记收文${key}。`,
  start: '据此新增问题',
  startFrom: (id: string) => `据收文${id}新增问题`,
  starting: '正在新增问题',
  started: (key: string, id: string) => `已据收文${id}新增第${key}号问题。`,
} as const;

/** Days left from which a document is soon due. */
export const SOON_DAYS = 7;
