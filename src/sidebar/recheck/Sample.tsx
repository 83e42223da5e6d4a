/** A drawn sample, with all that is needed to draw it again, and the overturn rate so far. */
import { type Drawn, percentOf, rateWords } from './draw';
import { RECHECK } from './wording';

export function Sample({ drawn, onOpen }: { drawn: Drawn; onOpen: (issue: number) => void }) {
  const { seed, share, population, sample, overturned } = drawn;
  return (
    <>
      <p>{population === 0 ? RECHECK.none : RECHECK.drawn(sample.length, population)}</p>
      <p class="quiet wrap">{RECHECK.drawnBy(percentOf(share), seed)}</p>
      <p class="rate">{rateWords(overturned)}</p>
      {sample.length > 0 && <p class="quiet">{RECHECK.next}</p>}
      <ul class="rows">
        {sample.map(({ number, title, stratum }) => (
          <li key={number}>
            <button type="button" class="open-issue" onClick={() => onOpen(number)}>
              <span class="unseen">{RECHECK.open(number)}</span>
              <b aria-hidden="true">{number}</b> {title}
            </button>
            {stratum !== '' && <p class="quiet wrap">{stratum}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
