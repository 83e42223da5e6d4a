/** What a Google service threw, as a fault a person can act on. */
import type { Fault } from '../ledger/fault';

export function serviceFault(error: unknown): Fault {
  const detail = error instanceof Error ? error.message : String(error);
  if (/protected|permission|forbidden|403/i.test(detail)) {
    return {
      code: 'no-right',
      message:
        '您没有修改受保护单元格的权限（“设置”“名单”只由表格所有者和整改办修改），本次操作未作任何改动；请由整改办操作。',
    };
  }
  if (/quota|\brate\b|429/i.test(detail)) {
    return { code: 'quota', message: 'Google 表格的调用次数已到上限，本次操作未作任何改动，请一分钟后重试。' };
  }
  return {
    code: 'service',
    message: `Google 服务未能完成本次操作，台账未作任何改动，请稍后重试。（${detail.slice(0, 200)}）`,
  };
}
