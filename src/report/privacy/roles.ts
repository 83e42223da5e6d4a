/** 职务 instead of names of 名单 throughout a report, where a name surely stands for the person. */
import type { Person } from '../../ledger/schema';
import type { ReportDocument, Run } from '../document';
import { linesOf } from '../paragraphs';
import { namesInformant, tellsOfPunishment } from './context';
import { isActing, isPerson, type Named, nameFinder, standIn } from './names';
import { type Edit, rewriteTexts } from './texts';

/** What joins the names of a list. */
const JOINED = /^[、和与及，,/\n]$/;
const LONGEST_CONTEXT = 24;

/**
 * The report with 职务 for names: `党组书记张三同志主持` → `党组书记主持`, `张三、李四带队` → `局长、副局长带队`. Left as they are,
 * for the scan to report: people without 职务, words that only may be a name, informants, and whoever a sentence about a
 * punishment does not show as acting. Headings, titles, the signature and the lines of `contact` are never touched.
 */
export function rolesForNames(document: ReportDocument, people: readonly Person[], contact: string): ReportDocument {
  const find = nameFinder(people);
  const spared = new Set(linesOf(contact));
  return rewriteTexts(document, (text, { kind }, runs) =>
    kind !== 'text' || spared.has(text) ? [] : outsideHeads(editsOf(text, find(text)), runs),
  );
}

function editsOf(text: string, names: readonly Named[]): Edit[] {
  const joins = (a: Named | undefined, b: Named | undefined): boolean =>
    a !== undefined && b !== undefined && JOINED.test(text.slice(a.to, b.from));
  const edits: Edit[] = [];
  let end = 0;
  let shown = '';
  names.forEach((named, i) => {
    const { name, role, from, to } = named;
    const next = names[i + 1];
    const [inList, goesOn] = [joins(names[i - 1], named), joins(named, next)];
    const before = text.slice(Math.max(end, from - LONGEST_CONTEXT), from);
    const after = goesOn ? '' : text.slice(to, Math.min(next?.from ?? Infinity, to + LONGEST_CONTEXT));
    const told = inList ? shown : '';
    end = to;
    shown = '';
    // a cell may hold nothing but a name
    const listed = inList || goesOn || name === text;
    if (role === null || namesInformant(text, from) || !isPerson(name, before, after, listed)) return;
    if (!isActing(after) && tellsOfPunishment(text, from, to)) return;
    const { left, right, text: title } = standIn(role, before, after);
    // 副局长张三、李四 are both told of by one 副局长
    const again = title !== '' && title === told;
    edits.push({ from: from - (again ? 1 : left), to: to + right, text: again ? '' : title });
    end = to + right;
    shown = title || (before.endsWith(role) ? role : '');
  });
  return edits;
}

/** A heading that runs on into its paragraph is a heading. */
function outsideHeads(edits: Edit[], runs: readonly Run[]): Edit[] {
  let end = 0;
  return runs.reduce((left, { text, level }) => {
    const from = end;
    const to = from + text.length;
    end = to;
    return level === undefined ? left : left.filter((edit) => edit.from >= to || edit.to <= from);
  }, edits);
}
