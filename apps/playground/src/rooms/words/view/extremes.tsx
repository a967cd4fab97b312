import { type DistinctWord, extremes, type Summary } from '../rate/summary';
import { Marked, shownRating } from './marked';

const most = 6;

/** The most concrete words and the most abstract ones; each leads to its place in the text. */
export function Extremes({
  summary,
  onChoose,
}: {
  readonly summary: Summary;
  readonly onChoose: (word: DistinctWord) => void;
}) {
  const { concrete, abstract } = extremes(summary.distinct, most);
  if (concrete.length === 0) return null;
  return (
    <section class="extremes">
      {[
        { title: 'Most concrete', words: concrete },
        { title: 'Most abstract', words: abstract },
      ].map(({ title, words }) => (
        <div key={title}>
          <h2>{title}</h2>
          <ol>
            {words.map((each) => (
              <li key={each.word.text}>
                <button type="button" onClick={() => onChoose(each)}>
                  <Marked rating={each.word.rating.rating}>{each.word.text}</Marked>
                  <span class="legend-number">{shownRating(each.word.rating.rating)}</span>
                </button>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
