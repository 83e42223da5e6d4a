/** 填入参考文稿: the starter texts of a kind as rows of 报告素材, to be edited. */
import { addRecord } from '../../ledger/changes';
import { ok, type Result, refuse } from '../../ledger/fault';
import { NARRATIVE_KINDS, type NarrativeKind } from '../../ledger/lists';
import { readLedger } from '../../ledger/read';
import { KIND_NAMES, starterNarrative } from '../../report/kinds';
import type { Gives, Takes } from '../contract';
import type { Ports } from '../ports';
import { FAULTS } from './wording';

/** Adds nothing where the kind has rows already. */
export function addStarters(ports: Ports, { kind }: Takes<'addStarters'>): Result<Gives<'addStarters'>> {
  const named = narrativeOf(kind);
  if (named === undefined) return refuse(FAULTS.noStarter);
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read();
    const { ledger } = readLedger(snapshot);
    if (ledger.narrative.records.some((row) => row.kind === named)) return ok({ added: 0 });
    const rows = starterNarrative(named, ledger.settings);
    const written = ports.workbook.commit(
      snapshot,
      rows.map((row) => addRecord('narrative', row)),
    );
    return written.ok ? ok({ added: rows.length }) : written;
  });
}

function narrativeOf(kind: Takes<'addStarters'>['kind']): '' | NarrativeKind | undefined {
  if (kind === 'public' || kind === 'internal') return '';
  const narrative: readonly NarrativeKind[] = NARRATIVE_KINDS;
  return narrative.find((one) => KIND_NAMES[kind].endsWith(one));
}
