/** What the workbench's server says to people. */

export const OWNER_ROLE = '表格所有者';

export const WORDING = {
  wrongHost: '请求的主机名不对：工作台只在本机使用，请打开终端里给出的地址。',
  noCookie: '请用终端里给出的完整地址打开工作台（含 token）；重新启动后地址会变。',
  noToken: '请求缺少本页的令牌，没有办理：工作台可能已重新启动，请用终端里给出的地址重新打开。',
  foreign: '请求来自别的网页，没有办理。',
  notJson: '请求应为 JSON，没有办理。',
  brokenJson: '请求不是有效的 JSON，没有办理。',
  tooLarge: (megabytes: number) => `内容超过 ${megabytes} MB，没有办理：请分几次粘贴，或改用较小的文件。`,
  notFound: '没有这个地址。',
  notBuilt: '工作台的页面还没有构建：请在项目目录运行 npm run build 后再启动。',
  fileNotKept: (reason: string) => `文件已生成，但没有保存下来：${reason}`,
  mailNotKept: (reason: string) => `邮件已生成，但没有存下来：${reason}`,
  fileListed: (name: string) => `“${name}”（见“报告”）`,
  noFile: '没有这个文件，可能已随旧台账归档。',
  misshapen: (where: string) => `请求的内容不合约定（${where}），没有办理；请刷新页面后再试。`,
  stopping: '工作台正在退出，没有办理。',

  noSheet: (title: string) => `没有“${title}”这张表，可能已被改名或删除：请刷新页面。`,
  notRectangular: '粘贴的内容各行列数不一，没有办理。',
  outsideSheet: '位置超出了表格，没有办理。',
  cellTooLong: (where: string, characters: number) =>
    `${where}的内容有${characters}个字符，超过单元格 50,000 字符的上限，没有写入：请拆成几格或放到附件中。`,
  sheetTooLarge: '表格会超过 1,000 万个单元格，没有写入：请分几张表。',
  changedMeanwhile: (count: number, cells: readonly string[]) =>
    `这${count === 1 ? '个' : `${count}个`}单元格刚被另一处改过，您填写的没有写入：${cells.join('；')}${count > cells.length ? `；另有${count - cells.length}格` : ''}。请核对后再填。`,
  nowStands: (where: string, value: string) => `${where}现为${value}`,
  empty: '空',
  quoted: (text: string) => `“${text}”`,
  formulaAsText: '工作台不计算公式，以“=”或“+”开头的内容按文字保存。',

  isProtected: (who: string) =>
    `这里受保护，“${who}”不能修改，没有写入：请在右上角换成有权限的人员，或请表格所有者、整改办办理。`,
  refusedByRule: (rule: string) => `填写的内容不符合此格的要求，没有写入。${rule}`,
  scriptFailed: (reason: string) => `程序出错（${reason}）：请把这句话告诉维护人员。`,
  editFailed: (reason: string) => `内容已写入，但填写检查没有完成（${reason}）：请运行菜单“校验台账”。`,
  hostRefused: (reason: string) => `没有办理（${reason}）。`,
  noFunction: (name: string) => `程序中没有“${name}”这个功能，没有办理：请刷新页面。`,
  wrongValue: '传给程序的内容不合 google.script.run 的规则（只能是文字、数字、真假、空值及其列表），没有办理。',
  notSaved: (reason: string) => `没有保存成功，已恢复到改动之前：${reason}`,
  noPerson: (mail: string) => `“名单”中没有“${mail}”，身份没有改变。`,
  headerStays: '第一行是列名，不能删除。',

  dailyTitle: '每日任务',
  noDaily:
    '还没有安装定时任务，没有可运行的：请以表格所有者身份用菜单“自动处理 → 启用自动处理”或“提醒 → 启用每日提醒”安装。',
  ran: (task: string, as: string) => `${task}（${as}）：已运行`,
  ranBadly: (task: string, as: string, reason: string) => `${task}（${as}）：出错，${reason}`,
  noView: '这个视图已经没有了，可能刚被更新：请在“视图”中另选。',
  notShown: (reason: string) => `这个视图工作台显示不了（${reason}）。`,

  failedTitle: '出错',
  savedAs: '整改台账',
} as const;
