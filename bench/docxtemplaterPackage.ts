/** The same text by the npm package `docxtemplater`, for comparison: one loop of paragraphs and one of table rows. */
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';

export interface TemplateData {
  paragraphs: { heading: boolean; text: string }[];
  rows: Record<string, string>[];
}

/** The filled template. @param template bytes of the .docx with `{#paragraphs}`, `{#heading}` and `{#rows}` */
export function buildWithDocxtemplater(template: readonly number[], data: TemplateData): Uint8Array {
  const document = new Docxtemplater(new PizZip(Uint8Array.from(template)), { paragraphLoop: true, linebreaks: true });
  document.render(data);
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}
