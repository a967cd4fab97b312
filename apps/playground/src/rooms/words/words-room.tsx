import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { announce } from '../../parts/announce';
import { ErrorBox } from '../../parts/error-box';
import { RoomHead } from '../../parts/explain';
import { Samples } from '../../parts/samples';
import type { RoomProps } from '..';
import {
  binsOfScale,
  type DistinctWord,
  extremes,
  isCounted,
  type RatedPiece,
  type ShownWord,
  type Summary,
  summaryOf,
  wordAt,
} from './rate/summary';
import { ratedPiece, startAgain } from './ratings';
import { splitPieces, useRatings, useRatingsState } from './use-ratings';
import { ColouredText, longestText } from './view/coloured-text';
import { Marked, shareOf, shownRating, styleOf } from './view/marked';
import { ValueTable } from './view/value-table';
import { WordDetail } from './view/word-detail';
import './words-room.css';

/** Texts to begin with: of things, of ideas, of both. */
export const samples: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: 'A photograph',
    text: 'Two dogs wait at a traffic light beside a red fire hydrant. A girl in a yellow raincoat holds their leash and an ice cream, and her grey umbrella lies on the wet pavement.',
  },
  {
    title: 'A contract',
    text: 'The parties agree that any obligation under this licence ends with notice, unless the law requires otherwise. A breach of trust gives the other party the right to claim compensation for the loss.',
  },
  {
    title: 'A recipe',
    text: 'Peel four apples and cut them into thin slices. Melt the butter in an iron pan, add sugar and a pinch of cinnamon, and stir until the kitchen smells of autumn. Serve it with patience, or with cream.',
  },
  {
    title: 'A thought',
    text: 'Hope is no plan, and courage is not the absence of fear. What we call wisdom is mostly memory with the anger left out; what we call luck is often a friend who opened a door.',
  },
  {
    title: 'Two spellings',
    text: 'The grey harbour and the gray harbor are one place. An aeroplane crossed the theatre, an airplane crossed the theater; the coloured jewellery in the catalogue had the flavour of yoghurt.',
  },
];

/** Words for a legend, from ideas to things. */
const legendWords = 'luck, justice, plan, journey, walk, bread';

const step = 4 / binsOfScale;

/** How many words of the text have which rating. */
function Histogram({ summary }: { readonly summary: Summary }) {
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

const most = 6;

/** The most concrete words and the most abstract ones; each leads to its place in the text. */
function Extremes({
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

/** A longer text is not held by the address. */
const longestInAddress = 600;
/** Milliseconds without a key, after which the address changes. */
const pause = 400;

const legendTexts = splitPieces(legendWords);
/** The text of one who goes to another room and comes back. */
let lastText: string | undefined;

/** A text that is coloured by the concreteness of its words while it is typed. */
export default function WordsRoom({ params, setParams }: RoomProps) {
  const inAddress = params.get('t');
  const [text, setText] = useState(() => inAddress?.slice(0, longestText) ?? lastText ?? samples[0]!.text);
  const [cursor, setCursor] = useState(0);
  /** What this room wrote into the address itself. */
  const written = useRef(inAddress);
  const field = useRef<HTMLTextAreaElement>(null);
  const state = useRatingsState();
  const { pieces, isRated } = useRatings(text, legendTexts, state.version);
  const summary = useMemo(() => summaryOf(pieces), [pieces]);
  const current = wordAt(pieces, cursor);
  const legend = useMemo(() => legendTexts.flatMap((piece) => ratedPiece(piece) ?? []), [state.version]);

  useEffect(() => {
    lastText = text;
    const timer = setTimeout(() => {
      const own =
        text.length > longestInAddress || samples.some((sample) => sample.text === text) ? '' : text;
      written.current = own === '' ? null : own;
      setParams({ t: own });
    }, pause);
    return () => clearTimeout(timer);
  }, [text]);
  // An address that changes from elsewhere: the way back, a link.
  useEffect(() => {
    if (inAddress !== null && inAddress !== written.current) setText(inAddress.slice(0, longestText));
  }, [inAddress]);

  const choose = ({ word, start }: DistinctWord) => {
    field.current?.focus();
    field.current?.setSelectionRange(start, start + word.text.length);
    setCursor(start);
    announce(sentenceOf(word));
  };
  return (
    <div class="words-room">
      <RoomHead title="How concrete are these words?">
        A text is coloured by how concrete its words are, from 1 (an idea) to 5 (a thing that one can touch).
        Each word shows its rating and where it comes from.
      </RoomHead>
      {state.error !== undefined && (
        <ErrorBox title="The words can’t be rated" error={state.error} onRetry={startAgain}>
          The table of ratings may not have loaded. What you typed is still here.
        </ErrorBox>
      )}
      <div class="words-main" data-rated={isRated}>
        <div class="words-text">
          <Samples
            label="Texts to begin with"
            samples={samples}
            text={text}
            onChoose={(sample) => {
              setText(sample);
              setCursor(0);
            }}
          />
          <ColouredText
            text={text}
            pieces={pieces}
            current={current}
            field={field}
            onText={setText}
            onCursor={setCursor}
          />
          <Legend pieces={legend} />
        </div>
        <div class="words-aside">
          <WordDetail word={current?.word} />
          <Histogram summary={summary} />
          <Extremes summary={summary} onChoose={choose} />
        </div>
        <div class="words-more">
          <ValueTable words={summary.distinct} />
        </div>
      </div>
    </div>
  );
}

function sentenceOf(word: ShownWord): string {
  return isCounted(word) ? `${word.text}: ${shownRating(word.rating.rating)}` : word.text;
}

/** Words from one end of the scale to the other, as they look in the text. */
function Legend({ pieces }: { readonly pieces: readonly RatedPiece[] }) {
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
