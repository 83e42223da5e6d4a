/** Who may sit at the workbench: the people of 名单, and the owner. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { PersonView } from '../protocol';
import { OWNER_ROLE } from './wording';

const TAB = '名单';
const HEADERS = { mail: '邮箱', name: '姓名', role: '角色' } as const;

export function peopleOf(book: sheets_v4.Schema$Spreadsheet, owner: string): PersonView[] {
  const rows = book.sheets?.find(({ properties }) => properties?.title === TAB)?.data?.[0]?.rowData ?? [];
  const headers = (rows[0]?.values ?? []).map(({ formattedValue }) => formattedValue ?? '');
  const at = {
    mail: headers.indexOf(HEADERS.mail),
    name: headers.indexOf(HEADERS.name),
    role: headers.indexOf(HEADERS.role),
  };
  const people = new Map<string, PersonView>();
  for (const { values = [] } of rows.slice(1)) {
    const text = (column: number): string => (values[column]?.formattedValue ?? '').trim();
    const mail = text(at.mail);
    if (mail !== '' && !people.has(mail.toLowerCase())) {
      people.set(mail.toLowerCase(), { mail, name: text(at.name) || mail, role: text(at.role) });
    }
  }
  const listed = [...people.values()];
  return people.has(owner.toLowerCase()) ? listed : [{ mail: owner, name: OWNER_ROLE, role: OWNER_ROLE }, ...listed];
}
