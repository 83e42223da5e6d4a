/** `remind`: the day's mails, one a person; with `--dry-run` they are only shown, else they go to files. */
import { ok } from '../files/result';
import { type Command, DONE, textOption } from './command';
import type { RemindAnswer } from './door/progress';
import { onLedger } from './ledgerCommand';
import { writeMails } from './mailFiles';

const DEFAULT_FOLDER = 'out/mail';

export const remindCommand: Command = {
  name: 'remind',
  usage: '[--dry-run] [--out DIR]',
  summary: `到期、逾期和待办提醒，每人至多一封；--dry-run 只看会发给谁；本机不外发，邮件写入 ${DEFAULT_FOLDER}`,
  options: { 'dry-run': { type: 'boolean' }, out: { type: 'string' } },
  arguments: [],
  async run(given, voice, world) {
    const dryRun = given.values['dry-run'] === true;
    const folder = textOption(given, 'out') ?? DEFAULT_FOLDER;
    return onLedger(given, voice, world, dryRun ? 'read' : 'write', (session) => {
      const answer = session.call('remind', { dryRun });
      if (!answer.ok) return answer;
      if (dryRun) {
        voice.result(answer.value, describePlan(answer.value));
        return ok(DONE);
      }
      // saved first: a mail that is on disk but not in the log would be sent twice
      const saved = session.save();
      if (!saved.ok) return saved;
      const files = writeMails(session.mails(), folder);
      if (!files.ok) return files;
      voice.result({ ...answer.value, files: files.value }, describeSent(answer.value, files.value));
      return ok(DONE);
    });
  },
};

function describePlan(answer: RemindAnswer): string[] {
  const { mails } = answer;
  if (mails.length === 0) return ['没有要发送的提醒。', ...besides(answer)];
  return [
    `试运行，没有发送。将发给 ${mails.length} 人：`,
    ...mails.flatMap(({ name, to, subject, body }) => ['', `收件人：${name} <${to}>`, `主题：${subject}`, body]),
    ...besides(answer),
  ];
}

function describeSent(answer: RemindAnswer, files: readonly string[]): string[] {
  const { mails, unsent } = answer;
  if (mails.length === 0) return ['没有要发送的提醒。', ...besides(answer)];
  return [
    `已发送 ${answer.sent} 封，记入办理记录；邮件在（另有同名 .html）：`,
    ...files.map((file) => `  ${file}`),
    ...(unsent === 0 ? [] : [`未及发出 ${unsent} 封，下次运行时发送。`]),
    ...besides(answer),
  ];
}

function besides({ postponed, unreachable, doubtful }: RemindAnswer): string[] {
  return [
    ...(postponed.length === 0 ? [] : [`超出邮件限额，顺延至次日：${postponed.map(({ name }) => name).join('、')}`]),
    ...doubtful.map((mail) => `可能没有送达，请当面告知：${mail}`),
    ...unreachable.map(({ name, why, issues }) => `无法提醒${name}：${why}（问题${issues.join('、')}）`),
  ];
}
