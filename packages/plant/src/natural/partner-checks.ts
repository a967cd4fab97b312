import { type Checks, createChecks } from '../checks/create-checks';
import { registry } from '../checks/registry';
import type { Readers } from '../create-readers';
import type { Operation } from '../hard-negative';
import { hasContentOutside } from '../reading/companions';
import type { Reading } from '../reading/reading';
import type { Surroundings } from '../reading/siblings';
import { isSensitiveForPictures } from '../safety/sensitive-topics';
import { wordsOf } from '../safety/words-of';
import type { SiteSpan } from '../sites/site';
import type { SiteContext } from '../sites/site-context';
import type { SiteWord } from '../sites/site-word';
import type { Meetings } from './meetings';
import { refusalOfRuns } from './moved-runs';
import type { Exchange } from './natural-record';
import { articles, surroundingsOf } from './site-key';

/** One of two captions, with the span in which they differ. */
export interface Side {
  readonly reading: Reading;
  readonly span: SiteSpan;
  /** What the other captions of its image say. */
  readonly siblings: Surroundings;
}

/** The id of the check that keeps two captions of different images from being each other's negatives; `undefined` if none does. */
export interface PartnerChecks {
  /** Of captions that differ in a span. */
  span(a: Side, b: Side): string | undefined;
  /** Of captions in which two spans have changed places; `swap` where we have written the other one. */
  exchange(a: Context, b: Context, exchange: Exchange, operation?: 'natural' | 'swap'): string | undefined;
}

/** One of two captions in which words have changed places. */
type Context = Omit<Side, 'span'>;

/** Checks of form that hold for a caption that somebody wrote: there is a change, of one slot, within `maxGap`. */
const formOfPartners = new Set(['form/same-word', 'form/slot', 'form/gap']);

/** "T-shirt" and "TShirt" are one word. */
function isSpelledAlike(a: string, b: string): boolean {
  const letters = (word: string) => word.replace(/[^\p{L}\p{N}]/gu, '');
  return letters(a) === letters(b);
}

/** WordNet's files of what can stand in a picture: animal, artifact, body, food, location, object, person, plant, substance. */
const things: ReadonlySet<number> = new Set([5, 6, 8, 13, 15, 17, 18, 20, 27]);

/** In a caption of at most this number of words each says what the picture is of: "night mode", "file clock". */
const wholeCaption = 2;

/** Whether another caption of the image says what the partner says, word for word. */
function isSaid({ siblings }: Context, { reading }: Context): boolean {
  const text = surroundingsOf(reading.tokens);
  const bare = (said: string) => said.replace(/[^\p{L}\p{N}\s'-]/gu, '').split(/\s+/);
  return siblings.someText(
    (said) =>
      bare(said)
        .filter((word) => word && !articles.has(word))
        .join(' ') === text,
  );
}

/** Night, a concert and a text may be in one picture; night and day, which are of one file, are not. */
function isNoThing({ noun }: SiteWord, { noun: other }: SiteWord): boolean {
  if (!noun || !other || noun.lexfile === other.lexfile) return false;
  return !things.has(noun.lexfile) || !things.has(other.lexfile);
}

/**
 * The miner's checks of two words in the place of each other, both ways: their words must exclude each other, no other
 * caption of either image may name the other word, and no caption may be one that safety leaves out.
 */
export function createPartnerChecks(readers: Readers, meetings: Meetings): PartnerChecks {
  const { words } = readers;
  const ablate = registry
    .filter(({ id, kind }) => kind === 'form' && !formOfPartners.has(id))
    .map(({ id }) => id);
  const checks = createChecks(words, { ablate });
  return { span, exchange };

  function span(a: Side, b: Side) {
    if (!hasContentOutside(a.reading.tokens, a.span)) return 'natural/no-frame';
    if (isSpelledAlike(a.span.lemma, b.span.lemma)) return 'natural/spelling';
    if (a.reading.tokens.length > wholeCaption && isNoThing(a.span, b.span)) return 'natural/no-thing';
    const check = checks.words(a.span, b.span) ?? site(a, b, checks) ?? site(b, a, checks);
    return check?.id;
  }

  /** No word is new, so each caption is looked at as a swap of its own words, and as what other captions may say. */
  function exchange(a: Context, b: Context, exchange: Exchange, operation: Operation = 'natural') {
    const texts = [a, b].map(({ reading }) => reading.caption);
    if (texts.some((text) => isSensitiveForPictures(wordsOf(text)))) return 'natural/sensitive';
    if (isSaid(a, b) || isSaid(b, a)) return 'natural/said';
    const { isRated, spans, others } = exchange;
    const refusal = isRated
      ? (swap(a.reading, spans) ?? swap(b.reading, others))
      : (refusalOfRuns(a.reading, spans, readers) ?? refusalOfRuns(b.reading, others, readers));
    return (
      refusal ?? (written(a, spans, b, others, operation) ?? written(b, others, a, spans, operation))?.id
    );
  }

  function swap(reading: Reading, [a, b]: readonly [SiteSpan, SiteSpan]) {
    const { tokens, caption, words } = reading;
    const refusal = checks.swap({ a, b, tokens, caption, words })?.id;
    // The names around them may differ in words that are no nouns to the tagger.
    return refusal === 'symmetric/link' ? refusalOfRuns(reading, [a, b], readers) : refusal;
  }

  function written(
    { reading }: Context,
    keywords: Exchange['spans'],
    other: Context,
    replacements: Exchange['spans'],
    operation: Operation,
  ) {
    return checks.written({
      caption: reading.caption,
      negative: other.reading.caption,
      operation,
      slot: keywords[0].slot,
      keywords,
      replacements,
      texts: replacements.map(({ text }) => text),
    });
  }

  function site({ reading, span, siblings }: Side, other: Side, { site }: Checks) {
    const { caption, words, nouns, tokens } = reading;
    const place: SiteContext = {
      word: span,
      caption,
      words,
      nouns,
      siblings,
      operation: 'natural',
      lower: (token) => tokens[token]?.lower,
      // Somebody wrote the partner.
      isMet: () => true,
      likelyTrue: (lemma) => span.slot === 'object' && meetings.expects(reading, span, lemma),
    };
    return site(place, other.span);
  }
}
