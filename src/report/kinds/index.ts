/** Every kind of report from one door. */
import { ok, type Result } from '../../ledger/fault';
import type { Ledger } from '../../ledger/ledger';
import { composeReport } from '../compose';
import { fileCatalogueOf } from '../fileCatalogue';
import { approvalForm } from './approval';
import { committeeReport } from './committee';
import { followUpReport } from './followUp';
import { leaderReport } from './leader';
import { listsOf } from './lists';
import { withStarter } from './narrated';
import { recheckReport } from './recheck';
import type { Composed, KindOptions } from './types';

export { starterNarrative } from './starter';
export * from './types';

/**
 * The report of a kind, as of `today`. Refused as `composeReport` is; 销号审批表 without an issue the ledger has, or
 * without a chain that can be read; 后续进展报告 without the version it goes on from.
 */
export function composeKind(ledger: Ledger, options: KindOptions): Result<Composed> {
  const { kind, today, issue, variant } = options;
  switch (kind) {
    case 'public':
    case 'internal': {
      const { ledger: told, usesStarter } = withStarter(ledger, '');
      const composed = composeReport(told, { kind, today, ...(variant && { variant }) });
      return composed.ok ? ok({ document: composed.value, usesStarter }) : composed;
    }
    case 'committee':
      return committeeReport(ledger, options);
    case 'leader':
      return leaderReport(ledger, options);
    case 'approval':
      return approvalForm(ledger, options);
    case 'lists':
      return listsOf(ledger, options);
    case 'catalogue':
      return ok({ document: fileCatalogueOf(ledger, today, issue).document, usesStarter: false });
    case 'recheck':
      return recheckReport(ledger, options);
    case 'follow-up':
      return followUpReport(ledger, options);
  }
}
