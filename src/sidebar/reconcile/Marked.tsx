/** A text with what differs in it marked. */
import type { Marks } from './marks';

export function Marked({ text, marks: [from, to] }: { text: string; marks: Marks }) {
  return (
    <>
      {text.slice(0, from)}
      {to > from && <mark>{text.slice(from, to)}</mark>}
      {text.slice(to)}
    </>
  );
}
