/** Our own filling of a template, as `freshContext.ts` loads it: bytes and values in, the size of the .docx out. */
import { fillTemplate, type TemplateValues } from '../src/report/template';

/** @throws Error with the faults when the template is refused: a bench on a refusal would measure nothing */
export function filledBytes(template: readonly number[], values: TemplateValues): number {
  const filled = fillTemplate(Uint8Array.from(template), values, { title: '', author: '', date: '', blocks: [] });
  if (!filled.ok) throw new Error(JSON.stringify(filled.faults).slice(0, 500));
  return filled.value.bytes.length;
}
