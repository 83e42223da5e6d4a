/** 生成档案目录: the catalogue of the evidence of one issue or of all, stored in Drive. */
import { ok, type Result, refuse } from '../../ledger/fault';
import { readLedger } from '../../ledger/read';
import { writeDocx } from '../../report/docx';
import { fileCatalogueOf } from '../../report/fileCatalogue';
import { textOf } from '../../report/text';
import type { Gives, Takes } from '../contract';
import type { Ports } from '../ports';
import { noSuchIssue } from '../viewIssue';

/** Reads the ledger and writes nothing in it: 2 calls to read, 2 to store the .docx and the Google Doc. */
export function fileCatalogue(ports: Ports, { issue }: Takes<'fileCatalogue'>): Result<Gives<'fileCatalogue'>> {
  const { ledger } = readLedger(ports.workbook.read());
  if (issue !== undefined && !ledger.issues.records.some(({ number }) => number === issue)) {
    return refuse(noSuchIssue(issue));
  }
  const { rows, document } = fileCatalogueOf(ledger, ports.clock.today(), issue);
  const name = issue === undefined ? document.title : `${document.title}（问题${issue}）`;
  const stored = ports.files.storeReport(name, writeDocx(document));
  if (!stored.ok) return stored;
  return ok({ rows, docx: stored.value.docx, document: stored.value.document, text: textOf(document) });
}
