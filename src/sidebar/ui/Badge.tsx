/** A short word with a tone; the word alone says everything. */
import type { Tone } from '../words';

export function Badge({ words, tone = 'plain' }: { words: string; tone?: Tone }) {
  return <span class={`badge ${tone}`}>{words}</span>;
}
