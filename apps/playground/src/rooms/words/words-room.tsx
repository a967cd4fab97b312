import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { announce } from '../../parts/announce';
import { ErrorBox } from '../../parts/error-box';
import { RoomHead } from '../../parts/explain';
import { Samples } from '../../parts/samples';
import type { RoomProps } from '..';
import { isCounted, type ShownWord } from './rate/rated-piece';
import { splitPieces } from './rate/split-pieces';
import { type DistinctWord, summaryOf, wordAt } from './rate/summary';
import { ratedPiece, startAgain } from './ratings';
import { legendWords, samples } from './samples';
import { useRatings, useRatingsState } from './use-ratings';
import { ColouredText, longestText } from './view/coloured-text';
import { Extremes } from './view/extremes';
import { Histogram } from './view/histogram';
import { Legend } from './view/legend';
import { shownRating } from './view/marked';
import { NormsPanel } from './view/norms-panel';
import { ValueTable } from './view/value-table';
import { WordDetail } from './view/word-detail';
import './words-room.css';

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
          <NormsPanel state={state} byPeople={summary.byPeople} counted={summary.counted} />
          <ValueTable words={summary.distinct} />
        </div>
      </div>
    </div>
  );
}

function sentenceOf(word: ShownWord): string {
  return isCounted(word) ? `${word.text}: ${shownRating(word.rating.rating)}` : word.text;
}
