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
  const { rating, spellings, isLeftOut } = word;
  if (rating === undefined) {
    return (
      <p>
        No step of the look-up finds this word, so it has no rating. A name, a slip of the keyboard and a word
        of another language end here.
      </p>
    );
  }
  return (
    <>
      <p class="word-rating">
        <b>{shownRating(rating.rating)}</b> <span>of 5, {nameOf(rating.rating)}</span>
      </p>
      <Track rating={rating.rating} />
      <dl class="facts">
        <dt>Step</dt>
        <dd>
          <code>{rating.via}</code> {explainStep(rating)}
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

function Track({ rating }: { readonly rating: number }) {
  return (
    <div class="track" aria-hidden="true" style={styleOf(rating)}>
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
export function explainStep({ via, lemma, parts }: Rating): string {
  const made = parts?.join(' + ');
  switch (via) {
    case 'norms': // with ratings of people, which the room has not
    case 'entry':
      return 'It stands in our table of estimates.';
    case 'lemma':
      return made === undefined
        ? `It is a form of “${lemma}”, which stands in our table.`
        : `It is computed from ${made}, since the ending changes the rating.`;
    case 'spelling':
      return `It is another spelling of “${lemma}”.`;
    case 'parts':
      return `It is computed from its parts, ${made ?? lemma}.`;
    case 'punctuation':
      return `It is “${lemma}” without the punctuation around it.`;
  }
}
