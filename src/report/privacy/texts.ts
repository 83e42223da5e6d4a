/** Every text of a report with where it stands, and the report with edits of its texts. */
import type { Block, ReportDocument, Run, Table } from '../document';
import { textOfRuns } from '../paragraphs';
import { PLACES } from './wording';

/** A stretch of a text, in UTF-16 positions, and what is to stand there. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

export interface Spot {
  /** `text` is what reads on; titles, headings, labels and names of tables are `heading`. */
  kind: 'text' | 'heading' | 'signature';
  place: string;
  about: number | null;
}

/** The edits of one text, in its order, none over another. `runs`: the pieces it is joined of. */
export type EditsOf = (text: string, spot: Spot, runs: readonly Run[]) => readonly Edit[];

/** The document with the edits of each of its texts; the given one stays as it is. An edit may lie over several runs. */
export function rewriteTexts(document: ReportDocument, editsOf: EditsOf): ReportDocument {
  let [paragraphs, tables, charts] = [0, 0, 0];
  const edited = (runs: Run[], place: string, kind: Spot['kind'], about: number | null = null): Run[] => {
    const text = textOfRuns(runs);
    const edits = text === '' ? [] : editsOf(text, { kind, place, about }, runs);
    return edits.length === 0 ? runs : editRuns(runs, edits);
  };
  const one = (text: string, place: string, kind: Spot['kind'] = 'heading'): string =>
    textOfRuns(edited([{ text }], place, kind));
  const tableOf = ({ columns, rows }: Table, name: string): Table => ({
    columns: columns.map((column) => ({ ...column, header: one(column.header, PLACES.row(name, 0)) })),
    rows: rows.map((cells, i) => cells.map((cell) => one(cell, PLACES.row(name, i + 1), 'text'))),
  });
  const blockOf = (block: Block): Block => {
    switch (block.kind) {
      case 'mark':
        return { ...block, text: one(block.text, PLACES.mark) };
      case 'title': {
        const runs = block.lines.map((text) => ({ text }));
        return { ...block, lines: edited(runs, PLACES.title, 'heading').map(({ text }) => text) };
      }
      case 'heading':
      case 'paragraph': {
        paragraphs += 1;
        const kind = block.kind === 'heading' ? 'heading' : 'text';
        return { ...block, runs: edited(block.runs, PLACES.paragraph(paragraphs), kind, block.about) };
      }
      case 'signature':
        return block.unit ? { ...block, unit: one(block.unit, PLACES.signature, 'signature') } : block;
      case 'attachments':
        return { ...block, names: block.names.map((name) => one(name, PLACES.attachments)) };
      case 'attachment':
        return {
          ...block,
          title: one(block.title, PLACES.attachment),
          table: tableOf(block.table, PLACES.attachment),
        };
      case 'table':
        tables += 1;
        return { ...block, table: tableOf(block.table, PLACES.table(tables)) };
      case 'form': {
        const rows = block.form.rows.map((row, i) =>
          row.map((cell) => ({
            ...cell,
            text: one(cell.text, PLACES.row(PLACES.form, i + 1), cell.label ? 'heading' : 'text'),
          })),
        );
        return { ...block, form: { ...block.form, rows } };
      }
      case 'chart': {
        charts += 1;
        const label = (text: string): string => one(text, PLACES.chart(charts));
        const { chart } = block;
        return {
          ...block,
          chart: {
            ...chart,
            title: label(chart.title),
            alt: label(chart.alt),
            categories: chart.categories.map(label),
            series: chart.series.map((values) => ({ ...values, name: label(values.name) })),
          },
        };
      }
      default:
        return block;
    }
  };
  return {
    ...document,
    blocks: document.blocks.map(blockOf),
    title: one(document.title, PLACES.title),
    author: one(document.author, PLACES.signature, 'signature'),
  };
}

/** Where the sentence around a stretch begins and ends; `；` ends none, since what it joins is read together. */
export function sentenceAround(text: string, from: number, to: number): readonly [number, number] {
  const goesOn = (at: number): boolean => at >= 0 && at < text.length && !'。！？\n'.includes(text.charAt(at));
  let [start, end] = [from, to];
  while (goesOn(start - 1)) start -= 1;
  while (goesOn(end)) end += 1;
  return [start, end];
}

/** What is to stand goes into the run in which the edit begins; a run without text left is no more. */
function editRuns(runs: readonly Run[], edits: readonly Edit[]): Run[] {
  let end = 0;
  const written = runs.map((run) => {
    const start = end;
    end += run.text.length;
    let at = start;
    let text = '';
    for (const edit of edits) {
      if (edit.to <= start || edit.from >= end) continue;
      if (edit.from >= start) text += run.text.slice(at - start, edit.from - start) + edit.text;
      at = Math.min(edit.to, end);
    }
    return { ...run, text: text + run.text.slice(at - start) };
  });
  return written.filter(({ text }) => text !== '');
}
