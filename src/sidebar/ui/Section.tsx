/** A part of the panel that folds, with a heading and a count. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface Props {
  title: string;
  count?: number;
  /** Said beside the title, also when folded. */
  mark?: ComponentChildren;
  /** Whether it is open at first. */
  open?: boolean;
  children: ComponentChildren;
}

export function Section({ title, count, mark, open = true, children }: Props) {
  const [atFirst] = useState(open);
  return (
    <details class="section" open={atFirst}>
      <summary>
        <h3>{title}</h3>
        {count !== undefined && <span class="tally">{count}</span>}
        {mark}
      </summary>
      <div class="inside">{children}</div>
    </details>
  );
}
