import { binsOfScale, type Summary } from '../rate/summary';
import { shareOf, shownRating, styleOf } from './marked';

const step = 4 / binsOfScale;

/** How many words of the text have which rating. */
export function Histogram({ summary }: { readonly summary: Summary }) {
  const { bins, mean, counted, leftOut, unknown } = summary;
  const most = Math.max(1, ...bins);
  return (
    <section class="histogram" aria-labelledby="histogram">
      <h2 id="histogram">The whole text</h2>
      <div class="bars" role="img" aria-label={sentence(summary)}>
        {bins.map((count, at) => (
          <span
            key={at}
            class="bar"
            style={`${styleOf(1 + (at + 0.5) * step)}; height: ${(100 * count) / most}%`}
          />
        ))}
        {mean !== undefined && <span class="bars-mean" style={`left: ${100 * shareOf(mean)}%`} />}
      </div>
      <div class="bars-scale" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((rating) => (
          <span key={rating}>{rating}</span>
        ))}
      </div>
      <p class="hint">
        {mean === undefined
          ? 'No word has a rating yet.'
          : `Mean ${shownRating(mean)} over ${counted} rated words`}
        {mean !== undefined &&
          `; ${leftOut} function words are left out${unknown > 0 ? `, ${unknown} unknown` : ''}.`}
      </p>
    </section>
  );
}

function sentence({ bins, mean, counted }: Summary): string {
  if (mean === undefined) return 'No word has a rating yet.';
  const half = bins.length / 2;
  const concrete = bins.slice(half).reduce((a, b) => a + b, 0);
  return `Ratings of ${counted} words: mean ${shownRating(mean)}; ${counted - concrete} below 3, ${concrete} from 3 on.`;
}
