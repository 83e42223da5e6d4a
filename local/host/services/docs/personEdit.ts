/** A Google Doc as a person edits it by hand. */
import type { docs_v1 } from '@googleapis/docs';
import { paragraphsOf, placed } from './text';

/**
 * A copy with one paragraph written anew in the style of its beginning; `''` empties it.
 * @param paragraph counted from 0, those of tables included
 * @throws RangeError when there is none
 */
export function rewritten(document: docs_v1.Schema$Document, paragraph: number, text: string): docs_v1.Schema$Document {
  const copy = structuredClone(document);
  const content = copy.body?.content ?? [];
  const found = [...paragraphsOf(content)][paragraph]?.paragraph;
  if (!found) throw new RangeError(`no paragraph ${paragraph}`);
  const textStyle = found.elements?.find(({ textRun }) => textRun)?.textRun?.textStyle ?? {};
  found.elements = [{ textRun: { content: `${text}\n`, textStyle } }];
  return { ...copy, body: { ...copy.body, content: placed(content, 0) } };
}
