/** What the host throws, in words for the person at the page. */
import { messageOf } from '../../files/result';
import { WORDING } from './wording';

export interface Trouble {
  ok: false;
  code: string;
  message: string;
}

export function trouble(code: string, message: string): Trouble {
  return { ok: false, code, message };
}

/** The host speaks as Google does, in English; what people meet daily is said in Chinese, the rest is quoted. */
export function troubleOf(thrown: unknown, person: string, otherwise: (reason: string) => string): Trouble {
  const message = messageOf(thrown);
  if (/edit a protected cell or object/.test(message)) return trouble('protected', WORDING.isProtected(person));
  const rule = /violates the data validation rules set on this cell\.\s*(.*)$/s.exec(message);
  if (rule) return trouble('refused-by-rule', WORDING.refusedByRule(rule[1] ?? ''));
  if (/above the limit of \d+ cells/.test(message)) return trouble('sheet-too-large', WORDING.sheetTooLarge);
  const missing = /Script function not found: (.*)$|google\.script\.run\.(\S+) is not a function/.exec(message);
  if (missing) return trouble('no-function', WORDING.noFunction(missing[1] ?? missing[2] ?? ''));
  if (/may not cross google\.script\.run/.test(message)) return trouble('wrong-value', WORDING.wrongValue);
  const name = thrown instanceof Error && thrown.name !== 'Error' ? `${thrown.name}：` : '';
  return trouble('script-failed', otherwise(`${name}${message}`));
}
