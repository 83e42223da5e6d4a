/** How a document stands against its due date, in words; the tone only repeats them in colour. */
import type { Gives } from '../../app/contract';
import type { Tone } from '../words';
import { DOCUMENTS, SOON_DAYS } from './wording';

export type Document = Gives<'listDocuments'>[number];

export function documentDue({ settledOn, daysLeft }: Document): { words: string; tone: Tone } {
  if (settledOn !== null) return { words: DOCUMENTS.settledOn(settledOn), tone: 'good' };
  if (daysLeft === null) return { words: DOCUMENTS.noDue, tone: 'plain' };
  if (daysLeft < 0) return { words: DOCUMENTS.overdue(-daysLeft), tone: 'bad' };
  if (daysLeft === 0) return { words: DOCUMENTS.today, tone: 'soon' };
  return { words: DOCUMENTS.left(daysLeft), tone: daysLeft <= SOON_DAYS ? 'soon' : 'plain' };
}
