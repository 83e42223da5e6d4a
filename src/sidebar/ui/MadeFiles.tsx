/** A document as it was stored: the .docx, and the Google Doc of the same text. */
import type { Gives } from '../../app/contract';
import { FILES } from '../wording';
import { SafeLink } from './SafeLink';

export function MadeFiles({ docx, document }: Pick<Gives<'fileCatalogue'>, 'docx' | 'document'>) {
  return (
    <>
      <p>
        {FILES.docx}
        <SafeLink text={docx.url} label={docx.name} />
      </p>
      <p>
        {FILES.document}
        <SafeLink text={document.url} label={document.name} />
      </p>
    </>
  );
}
