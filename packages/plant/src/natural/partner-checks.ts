import { type Checks, createChecks } from '../checks/create-checks';
import { registry } from '../checks/registry';
import type { Readers } from '../create-readers';
import { hasContentOutside } from '../reading/content';
import type { Reading } from '../reading/reading';
import type { SiteSpan } from '../sites/site';
import type { SiteContext } from '../sites/site-context';
import type { SiteWord } from '../sites/site-word';
import type { Surroundings } from '../surroundings';
import type { Meetings } from './meetings';

/** One of two captions, with the span in which they differ. */
export interface Side {
  readonly reading: Reading;
  readonly span: SiteSpan;
  /** What the other captions of its image say. */
  readonly siblings: Surroundings;
}

/** The id of the check that keeps two captions of different images from being each other's negatives; `undefined` if none does. */
export type PartnerChecks = (a: Side, b: Side) => string | undefined;

/** Checks of form that hold for a caption that somebody wrote: there is a change, of one slot, within `maxGap`. */
const formOfPartners = new Set(['form/same-word', 'form/slot', 'form/gap']);

/** "T-shirt" and "TShirt" are one word. */
function isSpelledAlike(a: string, b: string): boolean {
  const letters = (word: string) => word.replace(/[^\p{L}\p{N}]/gu, '');
  return letters(a) === letters(b);
}

/** WordNet's files of what can stand in a picture: animal, artifact, body, food, location, object, person, plant, substance. */
const things: ReadonlySet<number> = new Set([5, 6, 8, 13, 15, 17, 18, 20, 27]);

/** Of so many words each says what the picture is of: "night mode", "file clock". */
const wholeCaption = 2;

/** Night, a concert and a text may be in one picture; night and day, which are of one file, are not. */
function isNoThing({ noun }: SiteWord, { noun: other }: SiteWord): boolean {
  if (!noun || !other || noun.lexfile === other.lexfile) return false;
  return !things.has(noun.lexfile) || !things.has(other.lexfile);
}

/**
 * The miner's checks of two words in the place of each other, both ways: their words must exclude each other, no other
 * caption of either image may name the other word, and no caption may be one that safety leaves out.
 */
export function createPartnerChecks({ words }: Readers, meetings: Meetings): PartnerChecks {
  const ablate = registry
    .filter(({ id, kind }) => kind === 'form' && !formOfPartners.has(id))
    .map(({ id }) => id);
  const checks = createChecks(words, { ablate });
  return (a, b) => {
    if (!hasContentOutside(a.reading.tokens, a.span)) return 'natural/no-frame';
    if (isSpelledAlike(a.span.lemma, b.span.lemma)) return 'natural/spelling';
    if (a.reading.tokens.length > wholeCaption && isNoThing(a.span, b.span)) return 'natural/no-thing';
    const check = checks.words(a.span, b.span) ?? site(a, b, checks) ?? site(b, a, checks);
    return check?.id;
  };

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
      likelyTrue: (lemma) => span.slot === 'object' && meetings.expects(reading, span, lemma),
    };
    return site(place, other.span);
  }
}
