/** What the menu item 立即发送 asks before it sends, and what came of it. */
import type { Gives } from '../app/contract';
import { MENU_TITLE } from './menu';

type Reminded = Gives<'remind'>;

/** Lines of an alert before it says how many more there are. */
const SHOWN = 12;

/** Whether the person who clicked 立即发送 means it; a mail cannot be taken back. */
export function confirmSending({ mails }: Reminded): boolean {
  const ui = SpreadsheetApp.getUi();
  const names = mails.slice(0, SHOWN).map(({ name, items }) => `${name}（${items.length}项）`);
  const more = mails.length > SHOWN ? '等' : '';
  const question = `将以您的邮箱给${mails.length}人各发一封提醒：${names.join('、')}${more}。现在发送吗？`;
  return ui.alert(MENU_TITLE, question, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

export function describeReminders(answer: Reminded): string[] {
  const { mails, sent, unsent, quotaLeft } = answer;
  if (mails.length === 0) return ['今天没有要发送的提醒。', ...besides(answer)];
  return [
    `已发送${sent}封，今日还可发送${quotaLeft}封；办理记录已登记。`,
    ...(unsent === 0 ? [] : [`${unsent}封未及发出，下次运行时发送。`]),
    ...besides(answer),
  ];
}

function besides({ postponed, unreachable, doubtful }: Reminded): string[] {
  const lines = [
    ...(postponed.length === 0 ? [] : [`超出邮件限额，顺延至次日：${postponed.map(({ name }) => name).join('、')}`]),
    ...doubtful.map((mail) => `可能没有送达，请当面告知：${mail}`),
    ...unreachable.map(({ name, why, issues }) => `无法提醒${name}：${why}（问题${issues.join('、')}）`),
  ];
  return lines.length > SHOWN ? [...lines.slice(0, SHOWN), `……另有${lines.length - SHOWN}项。`] : lines;
}
