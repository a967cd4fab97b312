import type { Rating } from '@slipform/concreteness';
import { isCounted, type ShownWord } from '../rate/summary';
import { shareOf, shownRating, styleOf } from './marked';

/** Everything that is known of one word. */
export function WordDetail({ word }: { readonly word: ShownWord | undefined }) {
  return (
    <section class="word-detail" aria-labelledby="word-detail">
      <h2 id="word-detail">{word === undefined ? 'No word yet' : word.text}</h2>
      {word === undefined ? (
        <p class="hint">Type a word, or choose one of the texts above.</p>
      ) : (
        <About word={word} />
      )}
    </section>
  );
}

function About({ word }: { readonly word: ShownWord }) {
  const { rating, deviation, estimate, spellings, isLeftOut } = word;
  if (rating === undefined) {
    return (
      <p>
        No step of the look-up finds this word, so it has no rating. A name, a slip of the keyboard and a word
        of another language end here.
      </p>
    );
  }
  const byPeople = rating.source === 'norms';
  return (
    <>
      <p class="word-rating">
        <b>{shownRating(rating.rating)}</b> <span>of 5, {nameOf(rating.rating)}</span>
      </p>
      <Track rating={rating.rating} deviation={deviation} />
      <dl class="facts">
        <dt>Rated by</dt>
        <dd>{byPeople ? 'people, in your file' : 'our estimate'}</dd>
        {deviation !== undefined && (
          <>
            <dt>People differ by</dt>
            <dd>± {deviation.toFixed(2)} (standard deviation)</dd>
          </>
        )}
        {estimate !== undefined && (
          <>
            <dt>Our estimate</dt>
            <dd>{shownRating(estimate)}</dd>
          </>
        )}
        <dt>Step</dt>
        <dd>
          <code>{rating.via}</code> {explainStep(word.text, rating)}
        </dd>
        {spellings.length > 0 && (
          <>
            <dt>Also written</dt>
            <dd>{spellings.join(', ')}</dd>
          </>
        )}
      </dl>
      {!isCounted(word) && isLeftOut && (
        <p class="hint">
          It is a function word: the figures of the text leave it out, since it stands in every text.
        </p>
      )}
    </>
  );
}

function Track({
  rating,
  deviation = 0,
}: {
  readonly rating: number;
  readonly deviation: number | undefined;
}) {
  const from = shareOf(Math.max(1, rating - deviation));
  const to = shareOf(Math.min(5, rating + deviation));
  return (
    <div class="track" aria-hidden="true" style={styleOf(rating)}>
      {deviation > 0 && (
        <span class="track-spread" style={`left: ${100 * from}%; width: ${100 * (to - from)}%`} />
      )}
      <span class="track-dot" />
    </div>
  );
}

/** What a rating means, by fifths of the scale. */
function nameOf(rating: number): string {
  const names = ['an idea', 'rather an idea', 'between idea and thing', 'rather a thing', 'a thing'];
  return names[Math.min(4, Math.floor(shareOf(rating) * 5))]!;
}

/** What a step of the look-up found, in a sentence. */
export function explainStep(text: string, { via, lemma, parts, source }: Rating): string {
  const made = parts?.join(' + ');
  switch (via) {
    case 'norms':
      return isSame(text, lemma) ? 'People rated this word.' : `People rated its other spelling, “${lemma}”.`;
    case 'entry':
      return 'It stands in our table of estimates.';
    case 'lemma':
      return made === undefined
        ? `It is a form of “${lemma}”, which ${source === 'norms' ? 'people rated' : 'stands in our table'}.`
        : `It is computed from ${made}, since the ending changes the rating.`;
    case 'spelling':
      return `It is another spelling of “${lemma}”.`;
    case 'parts':
      return `It is computed from its parts, ${made ?? lemma}.`;
    case 'punctuation':
      return `It is “${lemma}” without the punctuation around it.`;
  }
}

function isSame(text: string, lemma: string): boolean {
  return text.toLowerCase() === lemma;
}
