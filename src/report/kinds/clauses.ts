/** Records and rows of 办理记录 put in words. */
import type { ColumnId, Evidence, LogEntry, Measure, TabId } from '../../ledger/schema';
import { whyOf } from '../pack/happened';
import { dated, inSentence } from './page';
import { headerOf } from './tables';
import { extendedTo, field, inBrackets, refusedOn, reopenedOn } from './wording';

/** An extension decided on or a reopening, in a clause; `''` for any other row. */
export function eventOf(entry: LogEntry): string {
  const { action, at, deadline } = entry;
  const on = dated(at);
  if (action === '延期') return extendedTo(on, dated(deadline)) + reasonOf(entry);
  if (action === '不予延期') return refusedOn(on) + reasonOf(entry);
  return action === '重新整改' ? reopenedOn(on, dated(deadline)) + reasonOf(entry) : '';
}

/** `（资金程序，财政评审未完成）`, or nothing. */
export function reasonOf(entry: LogEntry): string {
  return inBrackets(inSentence(whyOf(entry)));
}

/** `竣工档案移交清单（青水党组〔2026〕1号，2026年6月18日）`. */
export function evidenceNamed({
  name,
  documentNumber,
  date,
}: Pick<Evidence, 'name' | 'documentNumber' | 'date'>): string {
  return inSentence(name) + inBrackets(inSentence(documentNumber), dated(date));
}

/** A measure with its state and what was done, numbered by its place. */
export function measureText({ content, state, doneOn, result }: Measure, index: number): string {
  const told = `（${index + 1}）${inSentence(content)}。`;
  const stood = field(headerOf('measures', 'state'), state || '未开始') + inBrackets(dated(doneOn));
  return `${told}${stood}。${said('measures', 'result', result)}`;
}

/** `整改成效：归集档案1卷。`, under the column's own header; nothing of a blank cell. */
export function said<T extends TabId>(tab: T, id: ColumnId<T>, text: string): string {
  return text.trim() === '' ? '' : `${field(headerOf(tab, id), inSentence(text))}。`;
}

/** `问题3` */
export function issueIn(entry: LogEntry): string {
  return `问题${numberIn(entry)}`;
}

/** The 编号 in the subject of a row. */
export function numberIn({ subject }: LogEntry): string {
  return subject.replace(/^\D+/, '');
}
