/** 公开前后对照: what the ledger says, and what the public reads in its place. */

import { Marked } from '../reconcile/Marked';
import { marksOf } from '../reconcile/marks';
import { Badge } from '../ui/Badge';
import type { Page } from './usePreview';
import { GATE } from './wording';

type Difference = Page['gate']['differences'][number];

export function Differences({ differences }: { differences: readonly Difference[] }) {
  return (
    <>
      {differences.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list comes whole, and an issue may stand in it more than once
        <details key={at} class="item difference">
          <summary>
            <span class="marks">
              <b>{GATE.about(one.about)}</b>
              <Badge words={one.publicity} tone={one.publicity === '公开' ? 'plain' : 'soon'} />
            </span>
            <span class="lead quiet">{one.public || one.internal}</span>
          </summary>
          <Sides difference={one} />
        </details>
      ))}
    </>
  );
}

function Sides({ difference: { publicity, internal, public: told } }: { difference: Difference }) {
  // what is generalised is written anew as a whole
  const marks = publicity === '公开' ? marksOf(internal, told) : null;
  return (
    <table class="sides">
      <thead>
        <tr>
          <th scope="col">{GATE.internal}</th>
          <th scope="col">{GATE.public}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td class="wrap">{marks === null ? internal : <Marked text={internal} marks={marks[0]} />}</td>
          <td class="wrap">{marks === null ? told || GATE.leftOut : <Marked text={told} marks={marks[1]} />}</td>
        </tr>
      </tbody>
    </table>
  );
}
