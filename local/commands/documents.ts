/** `documents`: 收文登记, what is still to be settled first. */
import { ok } from '../files/result';
import { type Command, DONE } from './command';
import type { IncomingDocument } from './door/course';
import { onLedger } from './ledgerCommand';

export const documentsCommand: Command = {
  name: 'documents',
  usage: '',
  summary: '列出收文登记：未办结的在前，按办结日期先后',
  options: {},
  arguments: [],
  run: (given, voice, world) =>
    onLedger(given, voice, world, 'read', (session) => {
      const documents = session.call('listDocuments', {});
      if (!documents.ok) return documents;
      const lines = documents.value.map(lineOf);
      voice.result(documents.value, lines.length > 0 ? lines : ['（没有收文）']);
      return ok(DONE);
    }),
};

function lineOf(document: IncomingDocument): string {
  const { id, sender, title, documentNumber, department, issues } = document;
  const parts = [
    id,
    standing(document),
    sender,
    `《${title}》${documentNumber === '' ? '' : `（${documentNumber}）`}`,
    department === '' ? '' : `承办：${department}`,
    issues.length === 0 ? '' : `问题${issues.join('、')}`,
  ];
  return parts.filter((part) => part !== '').join('  ');
}

function standing({ settledOn, dueOn, daysLeft }: IncomingDocument): string {
  if (settledOn !== null) return `已办结（${settledOn}）`;
  if (dueOn === null) return '未办结';
  if (daysLeft !== null && daysLeft < 0) return `逾期${-daysLeft}天（应于${dueOn}办结）`;
  return `应于${dueOn}办结${daysLeft === null ? '' : `，还有${daysLeft}天`}`;
}
