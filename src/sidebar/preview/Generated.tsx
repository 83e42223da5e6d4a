/** What came of making a report: where the files are, or why there are none. */
import type { Gives } from '../../app/contract';
import { Faults } from '../ui/Faults';
import { SafeLink } from '../ui/SafeLink';
import { PREVIEW } from '../wording';

export function Generated({ report }: { report: Gives<'generateReport'> }) {
  const { docx, document, refused } = report;
  const files = [
    { file: docx, kind: PREVIEW.docx },
    { file: document, kind: PREVIEW.document },
  ].flatMap(({ file, kind }) => (file === null ? [] : [{ ...file, kind }]));
  return (
    <>
      {files.length > 0 && (
        <div class="done" role="status">
          <b>{PREVIEW.generated}</b>
          <ul>
            {files.map(({ id, name, url, kind }) => (
              <li key={id}>
                {kind}
                <SafeLink text={url} label={name} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {refused.length > 0 && (
        <>
          <h2>{PREVIEW.refused}</h2>
          <Faults faults={refused} />
        </>
      )}
    </>
  );
}
