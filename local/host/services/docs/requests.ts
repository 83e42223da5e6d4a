/** documents.batchUpdate: the requests the program sends, all or nothing, on a copy of the document. */
import type { docs_v1 } from '@googleapis/docs';
import { ApiFault, notImplemented } from '../../errors';
import { type Mask, merge, parseMask } from '../../workbook/fieldMask';
import { checkMessage } from '../../workbook/schemaCheck';
import { docsMessages } from './messages';
import { paragraphsOf, placed } from './text';

type Document = docs_v1.Schema$Document;
type Range = { start: number; end: number };

const KINDS: {
  [kind in 'pinTableHeaderRows' | 'updateParagraphStyle' | 'updateTextStyle']: (
    draft: Document,
    request: NonNullable<docs_v1.Schema$Request[kind]>,
  ) => void;
} = {
  pinTableHeaderRows: (draft, { tableStartLocation, pinnedHeaderRowsCount }) => {
    const element = draft.body?.content?.find(
      ({ table, startIndex }) => table && startIndex === tableStartLocation?.index,
    );
    const rows = element?.table?.tableRows;
    if (!rows) throw new ApiFault('Invalid table start location. Must specify the start index of the table.');
    const count = pinnedHeaderRowsCount ?? 0;
    if (!Number.isInteger(count) || count < 0 || count > rows.length)
      throw new ApiFault(`Invalid number of pinned header rows: ${count}.`);
    rows.forEach((row, i) => {
      row.tableRowStyle = { ...row.tableRowStyle, tableHeader: i < count };
    });
  },

  updateParagraphStyle: (draft, { range, paragraphStyle, fields }) => {
    const { start, end } = rangeOf(draft, range);
    const mask = maskOf(fields, 'ParagraphStyle');
    for (const { paragraph, startIndex, endIndex } of paragraphsOf(draft.body?.content ?? [])) {
      if (!paragraph || (startIndex ?? 0) >= end || (endIndex ?? 0) <= start) continue;
      paragraph.paragraphStyle = merge(paragraph.paragraphStyle ?? {}, paragraphStyle, mask, [
        'headingId',
        'namedStyleType',
      ]);
    }
  },

  updateTextStyle: (draft, { range, textStyle, fields }) => {
    const within = rangeOf(draft, range);
    const mask = maskOf(fields, 'TextStyle');
    for (const { paragraph } of paragraphsOf(draft.body?.content ?? [])) {
      if (!paragraph) continue;
      paragraph.elements = joined(
        (paragraph.elements ?? []).flatMap((element) =>
          split(element, within).map(({ element: part, isMeant }) =>
            isMeant && part.textRun
              ? {
                  ...part,
                  textRun: { ...part.textRun, textStyle: merge(part.textRun.textStyle ?? {}, textStyle, mask) },
                }
              : part,
          ),
        ),
      );
    }
  },
};

const isKind = (kind: string): kind is keyof typeof KINDS => Object.hasOwn(KINDS, kind);

/** The document after the requests. @throws ApiFault with the first request that cannot be done; nothing is changed then */
export function applyDocumentRequests(document: Document, requests: readonly docs_v1.Schema$Request[]): Document {
  const draft = structuredClone(document);
  requests.forEach((request, i) => {
    checkMessage(request, 'Request', `requests[${i}]`, docsMessages);
    const [kind, ...others] = Object.keys(request);
    if (kind === undefined || others.length > 0)
      throw new ApiFault(`Invalid requests[${i}]: Must specify exactly one request.`);
    if (!isKind(kind)) throw notImplemented(`requests[${i}].${kind} of Docs.Documents.batchUpdate`);
    try {
      one(draft, kind, request);
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error;
      throw new ApiFault(`Invalid requests[${i}].${kind}: ${error.message}`, error.code);
    }
  });
  return { ...draft, body: { ...draft.body, content: placed(draft.body?.content ?? [], 0) } };
}

function one<Kind extends keyof typeof KINDS>(draft: Document, kind: Kind, request: docs_v1.Schema$Request): void {
  const body = request[kind];
  if (body) KINDS[kind](draft, body);
}

function rangeOf(draft: Document, range: docs_v1.Schema$Range | undefined): Range {
  if (range?.segmentId || range?.tabId) throw notImplemented('a range in a segment or a tab of Docs.Documents');
  const [start, end] = [range?.startIndex ?? 0, range?.endIndex ?? 0];
  const content = draft.body?.content ?? [];
  const last = content[content.length - 1]?.endIndex ?? 0;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 1)
    throw new ApiFault('Cannot operate on the first section break in the document.');
  if (end <= start) throw new ApiFault('The range should not be empty.');
  // the line end at the end of the document belongs to no range
  if (end >= last)
    throw new ApiFault(`Index ${end} must be less than the end index of the referenced segment, ${last}.`);
  return { start, end };
}

function maskOf(fields: string | null | undefined, message: string): Mask {
  if (!fields) throw new ApiFault("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const mask = parseMask(fields);
  const known = docsMessages(message);
  for (const name of mask.keys()) if (name !== '*' && !known?.has(name)) throw new ApiFault(`Invalid field: ${name}`);
  return mask;
}

/** The parts of a run before, in and after the range. */
function split(
  element: docs_v1.Schema$ParagraphElement,
  { start, end }: Range,
): { element: docs_v1.Schema$ParagraphElement; isMeant: boolean }[] {
  const { textRun, startIndex, endIndex } = element;
  const [from, to] = [startIndex ?? 0, endIndex ?? 0];
  if (!textRun || from >= end || to <= start) return [{ element, isMeant: false }];
  const text = textRun.content ?? '';
  const cuts = [0, Math.max(0, start - from), Math.min(text.length, end - from), text.length];
  return [0, 1, 2].flatMap((i) => {
    const [head = 0, tail = 0] = cuts.slice(i, i + 2);
    const part = {
      startIndex: from + head,
      endIndex: from + tail,
      textRun: { ...textRun, content: text.slice(head, tail) },
    };
    return head === tail ? [] : [{ element: part, isMeant: i === 1 }];
  });
}

/** Neighbours of one style are one run. */
function joined(elements: readonly docs_v1.Schema$ParagraphElement[]): docs_v1.Schema$ParagraphElement[] {
  const all: docs_v1.Schema$ParagraphElement[] = [];
  for (const element of elements) {
    const last = all[all.length - 1];
    const { textRun } = element;
    if (last?.textRun && textRun && JSON.stringify(last.textRun.textStyle) === JSON.stringify(textRun.textStyle)) {
      const content = `${last.textRun.content ?? ''}${textRun.content ?? ''}`;
      all[all.length - 1] = { ...last, ...ended(element), textRun: { ...last.textRun, content } };
    } else all.push(element);
  }
  return all;
}

function ended({ endIndex }: docs_v1.Schema$ParagraphElement): { endIndex?: number } {
  return typeof endIndex === 'number' ? { endIndex } : {};
}
