import { isCounted, type RatedPiece } from '../rate/rated-piece';
import { Marked, shownRating } from './marked';

/** Words from one end of the scale to the other, as they look in the text. */
export function Legend({ pieces }: { readonly pieces: readonly RatedPiece[] }) {
  const words = pieces
    .flatMap((piece) => piece.words)
    .filter(isCounted)
    .sort((a, b) => a.rating.rating - b.rating.rating);
  if (words.length === 0) return null;
  return (
    <figure class="legend">
      <figcaption class="unseen">
        The scale: from 1, an idea, to 5, a thing. The more concrete, the warmer the colour and the thicker
        the line.
      </figcaption>
      <span class="legend-end">an idea</span>
      <ul>
        {words.map(({ text, rating }) => (
          <li key={text}>
            <Marked rating={rating.rating}>{text}</Marked>
            <span class="legend-number">{shownRating(rating.rating)}</span>
          </li>
        ))}
      </ul>
      <span class="legend-end">a thing</span>
    </figure>
  );
}
