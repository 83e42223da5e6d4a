/** 生成报告: composes a report from the ledger, stores it, and enters it in 报告登记; a final one only through the gate. */
import { type Fault, ok, type Result, refuse } from '../../ledger/fault';
import type { Ledger } from '../../ledger/ledger';
import { readLedger } from '../../ledger/read';
import { statisticsOf } from '../../progress/statistics';
import type { ReportDocument } from '../../report/document';
import { writeDocx } from '../../report/docx';
import { KIND_NAMES } from '../../report/kinds';
import { baseOf } from '../../report/reconcile';
import { type Filled, fillTemplate, templateValues } from '../../report/template';
import { textOf } from '../../report/text';
import type { Gives, Takes } from '../contract';
import type { Ports } from '../ports';
import { type Gate, gateOf, refusedBy } from './gate';
import { type Edited, withHandEdits } from './handEdits';
import { makeReport } from './make';
import { hasTemplate, templateBytes } from './ownTemplate';
import { storeReport } from './storeReport';
import { lastDraft, nextVersion } from './versions';
import { FAULTS, NOTES } from './wording';

export type ReportSummary = Gives<'generateReport'>;
type Argument = Takes<'generateReport'>;

/** Kinds whose page is fixed, so that no template can hold them. */
const FORMS: readonly Argument['kind'][] = ['approval', 'lists', 'catalogue'];

/**
 * At most 12 service calls at any size: 2 to read, 1 for hand edits, 1 for a template's Google Doc, those of storing, and
 * those of one commit. All that together comes to 13 where the folder of reports was binned meanwhile.
 */
export function generateReport(ports: Ports, argument: Argument): Result<ReportSummary> {
  return ports.exclusively((): Result<ReportSummary> => {
    const snapshot = ports.workbook.read();
    const reading = readLedger(snapshot);
    const { ledger } = reading;
    const isFinal = argument.final ?? false;
    const nothing = (refused: Fault[]) => ok({ ...NOTHING_MADE, status: statusOf(isFinal), refused });
    const generated = makeReport(ports, ledger, argument);
    if (!generated.ok) return nothing(isFinal ? [...gateFaults(), ...generated.faults] : generated.faults);
    const edited: Result<Edited> = argument.keepEdits
      ? withHandEdits(ports, ledger, argument, generated.value)
      : ok({ made: generated.value, kept: [], dropped: [] });
    if (!edited.ok) return edited;
    const { made, kept, dropped } = edited.value;
    const { document } = made;
    const gate: Gate | undefined = isFinal ? gateOf(ports, reading, argument, made) : undefined;
    const checked = gate && refusedBy(gate, ledger.people.records, ports.actor(), argument);
    if (checked !== undefined && checked.refused.length > 0) return nothing(checked.refused);

    const kind = KIND_NAMES[argument.kind];
    const draft = lastDraft(ledger, kind, made.label);
    const filled = bytesOf(ports, ledger, argument, document, checked?.released);
    if (!filled.ok) return nothing(filled.faults);
    const stored = storeReport(ports, snapshot, ledger, {
      bytes: filled.value.bytes,
      // what the ledger gave, so that edits kept in this draft are still edits in the next
      base: baseOf(generated.value.document),
      kind,
      label: made.label,
      state: isFinal ? '定稿' : '草稿',
      ...(checked === undefined ? {} : { released: checked.released }),
      // a letterhead's own words are in the Doc too, so it never equals the base; hand edits stay in their own file
      ...(isFinal || kept.length > 0 || hasTemplate(argument) ? {} : { draft }),
    });
    if (!stored.ok) return stored;
    const { version, docx, document: doc, note } = stored.value;
    return ok({
      status: statusOf(isFinal),
      version,
      docx,
      document: doc,
      text: textOf(document),
      notes: [
        note,
        filled.value.hasBody ? '' : NOTES.noBody,
        made.usesStarter ? NOTES.starter : '',
        kept.length > 0 ? NOTES.kept(kept.length) : '',
        dropped.length > 0 ? NOTES.dropped(dropped.length) : '',
      ].filter((one) => one !== ''),
      kept,
      dropped,
      refused: [],
    });

    function gateFaults(): Fault[] {
      const empty = { document: EMPTY, original: EMPTY, hits: [], usesStarter: false, label: '' };
      return refusedBy(gateOf(ports, reading, argument, empty), ledger.people.records, ports.actor(), argument).refused;
    }
  });
}

const EMPTY: ReportDocument = { title: '', author: '', date: '', blocks: [] };

const NOTHING_MADE = {
  version: null,
  docx: null,
  document: null,
  text: null,
  notes: [] as string[],
  kept: [],
  dropped: [],
};

function statusOf(isFinal: boolean): ReportSummary['status'] {
  return isFinal ? 'final' : 'draft';
}

function bytesOf(
  ports: Ports,
  ledger: Ledger,
  argument: Argument,
  document: ReportDocument,
  released: { secrecyReviewer: string; approver: string } | undefined,
): Result<Filled> {
  if (!hasTemplate(argument)) return ok({ bytes: writeDocx(document), hasBody: true });
  const { kind } = argument;
  if (FORMS.includes(kind)) return refuse(FAULTS.templateOfForm);
  const template = templateBytes(ports, argument);
  if (!template.ok) return template;
  const today = ports.clock.today();
  const values = templateValues(ledger, document, {
    statistics: statisticsOf(ledger, today),
    today,
    version: nextVersion(ledger),
    state: released === undefined ? '草稿' : '定稿',
    kind: KIND_NAMES[kind],
    reviewer: released?.secrecyReviewer ?? '',
    approver: released?.approver ?? '',
  });
  return fillTemplate(template.value, values, document);
}
