/** What the public reads otherwise than the ledger says: issues left out or generalised, and texts with names changed. */
import type { Ledger } from '../../ledger/ledger';
import { byNumber } from '../../progress/grouping';
import type { ReportDocument } from '../document';
import { measuresByIssue, publicIssue } from '../issues';
import { measuresText } from '../measures';
import { rewriteTexts } from './texts';

export interface Difference {
  /** 编号 of the issue; null for a text of no issue. */
  about: number | null;
  /** The issue's 公开方式; 公开 for a text of no issue. */
  publicity: string;
  /** Line ends separate paragraphs. */
  internal: string;
  /** `''` when it is left out. */
  public: string;
}

/**
 * By 编号 every issue that is 概括公开 or 不公开, with its 问题 and measures as the ledger has them; then each text that
 * differs between the report as composed (`original`) and as it is going out (`printed`), in the report's order.
 */
export function publicDifferences(ledger: Ledger, original: ReportDocument, printed: ReportDocument): Difference[] {
  const { settings } = ledger;
  const after = textsOf(printed);
  const changed = textsOf(original).flatMap(({ about, text }, i): Difference[] => {
    const now = after[i]?.text ?? '';
    return now === text ? [] : [{ about, publicity: '公开', internal: text, public: now }];
  });
  const measures = measuresByIssue(ledger.measures.records);
  const restrained = ledger.issues.records.filter(({ publicity }) => publicity !== '公开' && publicity !== '');
  const issues = byNumber(restrained, ({ number }) => number).map((issue): Difference => {
    const { number: about, publicity } = issue;
    const own = measuresText(issue, measures.get(about) ?? [], settings.measureForm);
    let told: string[] = [];
    if (publicity === '概括公开') {
      const isChanged = about !== null && changed.some((one) => one.about === about);
      // masked: as it is going out, with its number
      if (isChanged) told = after.filter((one) => one.about === about).map(({ text }) => text);
      else told = Object.values(publicIssue(issue, measures, settings));
    }
    return { about, publicity, internal: joined([issue.title.trim(), own]), public: joined(told) };
  });
  const shown = new Set(issues.map(({ about }) => about));
  return [...issues, ...changed.filter(({ about }) => about === null || !shown.has(about))];
}

/** The texts of the page; title and author of the file are not of it. */
function textsOf(document: ReportDocument): { about: number | null; text: string }[] {
  const texts: { about: number | null; text: string }[] = [];
  rewriteTexts({ ...document, title: '', author: '' }, (text, { about }) => {
    texts.push({ about, text });
    return [];
  });
  return texts;
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}
