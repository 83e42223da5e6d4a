/** Texts that are printed outside the report's own, where nobody is shown them to decide: what can be masked, is. */
import type { Ledger } from '../../ledger/ledger';
import type { ReportDocument } from '../document';
import { textOfRuns } from '../paragraphs';
import type { PrivacyDecision } from './hit';
import { rolesForNames } from './roles';
import { scanReport } from './scan';

/**
 * The texts in their order, with 职务 for names as 设置 has it and every hit of the scan masked or replaced by its 职务.
 * What has neither (words of cases) stays: it stands in the report's own text as well, where it is decided.
 */
export function safeTexts(texts: readonly string[], ledger: Ledger): string[] {
  const { settings, people } = ledger;
  const blocks = texts.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] }));
  const plain: ReportDocument = { title: '', author: '', date: '', blocks };
  const named = settings.names === '职务' ? rolesForNames(plain, people.records, settings.contact) : plain;
  const decisions = new Map(
    scanReport(named, ledger, new Map()).hits.flatMap(({ key, masked, role }): [string, PrivacyDecision][] => {
      if (masked === null && role === null) return [];
      return [[key, { key, choice: masked === null ? '改用职务' : '遮盖', by: '', at: '', reason: '' }]];
    }),
  );
  const { document } = scanReport(named, ledger, decisions);
  return document.blocks.map((block) => ('runs' in block ? textOfRuns(block.runs) : ''));
}
