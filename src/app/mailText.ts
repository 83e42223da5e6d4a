/** A digest as a mail: subject, plain text, and the same as HTML in which everything of the ledger is escaped. */
import { type Digest, digestText } from '../progress/reminders';
import { REMINDERS } from '../progress/wording';
import { escapeXml } from '../report/docx/xml';
import type { OutgoingMail } from './ports';

/** MailApp takes 200 KB of text and HTML, and 250 characters of subject. */
const ITEMS = 100;
const TITLE_CHARACTERS = 80;
const SUBJECT_CHARACTERS = 200;

/** The first 100 items stand in the mail, in lines that nothing a person wrote can break; the rest is in the ledger. */
export function writeMail(digest: Digest, linkOf: (issue: number) => string): OutgoingMail {
  const shown = {
    ...digest,
    name: oneLine(digest.name, TITLE_CHARACTERS),
    items: digest.items.slice(0, ITEMS).map((item) => ({ ...item, title: oneLine(item.title, TITLE_CHARACTERS) })),
  };
  const left = digest.items.length - shown.items.length;
  const rest = left === 0 ? [] : [`另有${left}项，见“问题台账”。`];
  const lines = shown.items.map(({ issue, title, reason, number }) => {
    const step = number === '' ? '' : `【${number}】`;
    const link = `<a href="${escapeXml(linkOf(issue))}">${escapeXml(REMINDERS.line(issue, title, reason))}</a>`;
    return `<li>${escapeXml(step)}${link}</li>`;
  });
  const [greeting, foot, ...more] = [REMINDERS.greeting(shown.name), REMINDERS.foot(digest.number), ...rest].map(
    (text) => `<p>${escapeXml(text)}</p>`,
  );
  return {
    to: digest.to,
    subject: oneLine(digest.subject, SUBJECT_CHARACTERS),
    body: [digestText(shown, linkOf), ...rest].join('\n'),
    html: [greeting, `<ol>${lines.join('\n')}</ol>`, ...more, foot].join('\n'),
  };
}

function oneLine(text: string, most: number): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
}
