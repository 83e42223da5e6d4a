/** What is chosen in the dialog, and what is asked of the server for it. */
import type { Gives, Takes } from '../../app/contract';
import { instantWords } from '../words';
import { CHOICES } from './wording';

export type Asked = Takes<'previewReport'>;
export type Upload = NonNullable<Takes<'generateReport'>['template']>;

export interface Choices {
  kind: Asked['kind'];
  /** Undefined: as 设置 has it. */
  variant: Asked['variant'];
  /** As typed. */
  issue: string;
  /** Undefined: the last final notice. */
  since: Asked['since'];
  template: Upload | undefined;
  /** Link to a Google Doc, as typed; never beside a file. */
  templateDoc: string;
  keepEdits: boolean;
}

export const FIRST_CHOICES: Choices = {
  kind: 'public',
  variant: undefined,
  issue: '',
  since: undefined,
  template: undefined,
  templateDoc: '',
  keepEdits: false,
};

export const isVaried = ({ kind }: Choices): boolean => kind === 'public' || kind === 'internal';
export const isOfIssue = ({ kind }: Choices): boolean => kind === 'approval' || kind === 'catalogue';
/** The page of these is fixed: neither a template nor edits by hand go into it. */
export const isForm = ({ kind }: Choices): boolean => kind === 'lists' || isOfIssue({ ...FIRST_CHOICES, kind });

/** What goes into a report besides what it is asked by: nothing where the page is fixed. */
export function ownOf(choices: Choices): Pick<Takes<'generateReport'>, 'template' | 'templateDoc' | 'keepEdits'> {
  if (isForm(choices)) return {};
  const { template, keepEdits } = choices;
  const templateDoc = choices.templateDoc.trim();
  return {
    keepEdits,
    ...(template === undefined ? {} : { template }),
    ...(templateDoc === '' ? {} : { templateDoc }),
  };
}

/** What the number lacks; `''` when it may be asked with. */
export function issueFault(choices: Choices): string {
  if (!isOfIssue(choices)) return '';
  const typed = typedIssue(choices);
  if (typed === '') return choices.kind === 'approval' ? CHOICES.issueWanted : '';
  return /^[1-9]\d{0,8}$/.test(typed) ? '' : CHOICES.notNumber;
}

/** Only what belongs to the kind; null while it cannot be asked. */
export function askedOf(choices: Choices): Asked | null {
  if (issueFault(choices) !== '') return null;
  const { kind, variant, since } = choices;
  const issue = typedIssue(choices);
  return {
    kind,
    ...(isVaried(choices) && variant !== undefined ? { variant } : {}),
    ...(isOfIssue(choices) && issue !== '' ? { issue: Number(issue) } : {}),
    ...(kind === 'follow-up' && since !== undefined ? { since } : {}),
  };
}

/** Digits of an input method come full-width. */
function typedIssue({ issue }: Choices): string {
  return issue.normalize('NFKC').trim();
}

/** The key of this name in a dictionary of words; undefined where it has none. */
export function keyIn<K extends string>(words: Readonly<Record<K, string>>, name: string): K | undefined {
  // a record of K has the keys K; the library's type forgets it
  return (Object.keys(words) as K[]).find((key) => key === name);
}

/** A row of 报告登记 in one line. */
export function versionWords(one: Gives<'listReports'>[number]): string {
  const { version, kind, variant, state, generatedAt } = one;
  return CHOICES.version(
    version,
    [kind, variant, state, instantWords(generatedAt)].filter((part) => part !== ''),
  );
}
