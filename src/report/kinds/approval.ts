/** 销号审批表 of one issue: what was done, who applied and who signed by 办理记录, with room to sign where nobody has. */
import { ok, type Result, refuse } from '../../ledger/fault';
import type { Ledger } from '../../ledger/ledger';
import { type ColumnId, type LogEntry, TABS } from '../../ledger/schema';
import { SETTINGS } from '../../ledger/settings';
import { stepsIn } from '../../workflow/course';
import { type Dossier, dossiersOf } from '../../workflow/dossier';
import { chainOf } from '../../workflow/guards';
import { nameOf, type World } from '../../workflow/people';
import { sealOf } from '../../workflow/seal';
import type { FormCell } from '../document';
import { leadersNamed } from '../ledgerTable';
import { inOrder } from '../measures';
import { linesOf } from '../paragraphs';
import { signatoryOf } from '../title';
import { applicationsOf, signerOf } from './application';
import { evidenceNamed, measureText } from './clauses';
import { dated, inSentence, startPage } from './page';
import { headerOf } from './tables';
import type { Composed, KindOptions } from './types';
import * as words from './wording';

/** Widths in millimetres of the type area's 156. */
const COLUMNS = [28, 50, 28, 50];
/** Hexadecimal digits of a fingerprint that are printed. */
const DIGITS = 16;
/** Lines kept free for an opinion with its signature. */
const OPINION = 2;

/**
 * The form as far as the log has come: of the application under way, of the one that closed the issue, or empty with
 * the chain of 设置. Faults: `no-issue-given`, `no-such-issue`, `no-chain`.
 */
export function approvalForm(ledger: Ledger, { issue, today, world }: KindOptions): Result<Composed> {
  if (issue === undefined) return refuse({ code: 'no-issue-given', message: words.NO_ISSUE });
  const dossier = dossiersOf(ledger).get(issue);
  if (dossier === undefined) return refuse({ code: 'no-such-issue', message: words.unknownIssue(issue) });
  const { settings } = ledger;
  const { current, past } = applicationsOf(ledger.log.records, issue, world.people);
  const [applied] = current;
  const chain = applied === undefined ? chainOf(settings.chain) : stepsIn(applied.step);
  if (chain === undefined) return refuse({ code: 'no-chain', message: words.noChain(settings.chain) });

  const title = words.approvalTitle(settings.inspectionKind);
  const { blocks } = startPage(title, settings);
  const rows = [
    ...contentRows(dossier, ledger, applied?.round ?? dossier.course.round),
    ...applicationRows(current, chain === 'self' ? [] : chain, world),
    ...(past.length === 0 ? [] : [row(words.APPROVAL[3], past.join('\n'))]),
    [{ text: noteOn(applied, dossier), span: COLUMNS.length }],
  ];
  blocks.push({ kind: 'form', form: { columns: COLUMNS, rows } });
  return ok({ document: { title, author: signatoryOf(settings), date: today, blocks }, usesStarter: false });
}

function contentRows(
  { issue, measures, evidence }: Dossier,
  { settings, people }: Ledger,
  round: number,
): FormCell[][] {
  /** A column's header and what the issue has in it, or what is to be printed of that. */
  const cell = (id: ColumnId<'issues'>, text = String(issue[id] ?? '')): [string, string] => [
    headerOf('issues', id),
    text,
  ];
  return [
    row(SETTINGS.unit.item, settings.unit, ...cell('number')),
    row(...cell('aspect'), ...cell('round', words.roundOf(round))),
    row(...cell('title')),
    row(...cell('leader', leadersNamed(issue.leader, people.records)), ...cell('department')),
    row(...cell('person'), ...cell('deadline', dated(issue.deadline))),
    row(words.WORK, inOrder(measures).map(measureText).join('\n')),
    row(TABS.evidence.title, evidence.map((one, i) => `${i + 1}.${evidenceNamed(one)}`).join('\n')),
    row(...cell('effect')),
  ];
}

/** A row for each step, signed or to be signed, between what is applied for and what came of it. */
function applicationRows(
  [applied, ...rows]: readonly LogEntry[],
  steps: readonly string[],
  { people }: World,
): FormCell[][] {
  const [matter, applicant, outcome] = words.APPROVAL;
  const signed = rows.filter(({ action }) => action === '签批');
  // a self-check is nobody's application, and all there is
  const ended = steps.length === 0 ? applied : rows.find(({ action }) => action !== '签批');
  const next = applied && steps[signed.length];
  const who = applied === undefined ? '' : `${nameOf(people, applied.actor)}\n${dated(applied.at)}`;
  return [
    row(matter, applied?.action ?? '', applicant, who),
    ...steps.map((role, i): FormCell[] => {
      const entry = signed[i];
      const text =
        entry === undefined
          ? words.TO_SIGN
          : words.signedOn(inSentence(entry.reason), signerOf(entry, people), dated(entry.at));
      return [labelled(words.opinionBy(role)), { text, span: COLUMNS.length - 1, lines: OPINION }];
    }),
    row(outcome, ended !== undefined ? dated(ended.at) + ended.action : next === undefined ? '' : words.pending(next)),
  ];
}

function noteOn(applied: LogEntry | undefined, dossier: Dossier): string {
  if (applied === undefined) return words.EMPTY_NOTE;
  return words.sealNote(applied.decidedOn.slice(0, DIGITS), applied.decidedOn === sealOf(dossier));
}

/** One label with a wide field, or two with narrow ones. */
function row(label: string, text: string, ...more: string[]): FormCell[] {
  const [other, otherText = ''] = more;
  if (other === undefined) return [labelled(label), { ...filled(text), span: COLUMNS.length - 1 }];
  return [labelled(label), filled(text), labelled(other), filled(otherText)];
}

const labelled = (text: string): FormCell => ({ text, label: true, lines: 1 });
const filled = (text: string): FormCell => ({ text: linesOf(text).join('\n') });
