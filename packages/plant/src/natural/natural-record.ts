import { version } from '../../package.json';
import type { Readers } from '../create-readers';
import type { FileCaption } from '../files/file-caption';
import type { HardNegative, Span } from '../hard-negative';
import type { Reading } from '../reading/reading';
import type { SiteSpan } from '../sites/site';
import type { Relations } from '../wordnet/related';
import { instructionFor, swapInstruction } from '../write/instruction';
import type { Known } from './known-captions';
import { type MovedSpan, movedRuns, movedSpan, slotOfRun } from './moved-runs';
import { surroundingsOf } from './site-key';

/** A caption and its partner, and the reading of the caption. */
interface NaturalPair {
  readonly caption: FileCaption;
  readonly partner: FileCaption;
  readonly reading: Reading;
}

/** The record of a natural negative, the partner's caption as its writer wrote it; they differ in a span. */
export function naturalRecord(
  pair: NaturalPair & { readonly span: SiteSpan; readonly other: SiteSpan },
  seed: number,
  relations: Relations,
): HardNegative {
  const { caption, partner, reading, span, other } = pair;
  return recordOf(pair, seed, {
    slot: span.slot,
    keyword: spanIn(caption.caption, span),
    replacement: spanIn(partner.caption, other),
    concreteness: span.concreteness,
    concretenessSource: span.concretenessSource,
    replacementConcreteness: other.concreteness,
    instruction: instructionFor(span, other, other.text.toLowerCase(), (place) => reading.tokens[place]),
    distance: distanceOf(span, other, relations),
  });
}

/** The same of captions in which two spans have changed places; what it says of both is their mean, as of a swap. */
export function exchangeRecord(
  pair: NaturalPair & Exchange,
  seed: number,
  relations: Relations,
): HardNegative {
  const { caption, partner, reading, spans, others } = pair;
  const [a, b] = spans;
  const concreteness = Math.round(500 * (a.concreteness + b.concreteness)) / 1000;
  return recordOf(pair, seed, {
    slot: a.slot,
    keyword: spanIn(caption.caption, a),
    replacement: spanIn(partner.caption, others[0]),
    keyword2: spanIn(caption.caption, b),
    replacement2: spanIn(partner.caption, others[1]),
    concreteness,
    concretenessSource: spans.some((span) => span.concretenessSource === 'estimate') ? 'estimate' : 'norms',
    replacementConcreteness: concreteness,
    instruction: swapInstruction(a, b, (place) => reading.tokens[place]),
    distance: pair.isRated ? distanceOf(...pair.spans, relations) : null,
  });
}

type Changed = 'slot' | 'keyword' | 'replacement' | 'keyword2' | 'replacement2' | 'instruction' | 'distance';
type Rated = 'concreteness' | 'concretenessSource' | 'replacementConcreteness';

function recordOf(
  { caption, partner }: NaturalPair,
  seed: number,
  change: Pick<HardNegative, Changed | Rated>,
): HardNegative {
  const { imageId, filepath } = caption;
  const { slot, keyword, replacement, keyword2, replacement2, ...more } = change;
  return {
    id: caption.id,
    caption: caption.caption,
    negative: partner.caption,
    operation: 'natural',
    slot,
    keyword,
    replacement,
    ...(keyword2 && replacement2 ? { keyword2, replacement2 } : {}),
    ...more,
    partner: partner.id,
    ...(imageId === undefined ? {} : { imageId }),
    ...(filepath === undefined ? {} : { filepath }),
    ...(partner.filepath === undefined ? {} : { negativeFilepath: partner.filepath }),
    seed,
    version,
  };
}

function spanIn(text: string, { start, end, lemma }: Omit<Span, 'text'>): Span {
  return { text: text.slice(start, end), lemma, start, end };
}

function distanceOf(a: SiteSpan, b: SiteSpan, relations: Relations): number | null {
  if (a.slot !== 'object' || b.slot !== 'object') return null;
  const distance = relations.distance(a.noun.synset, b.noun.synset);
  return Number.isFinite(distance) ? distance : null;
}

type Two<T> = readonly [T, T];

/** Two spans of a caption, from left to right, and those that stand in their places in its partner. */
export type Exchange =
  | { readonly isRated: true; readonly spans: Two<SiteSpan>; readonly others: Two<SiteSpan> }
  | { readonly isRated: false; readonly spans: Two<MovedSpan>; readonly others: Two<MovedSpan> };

/**
 * What has changed places between captions of the same words, "a dog chasing a cat" and "a cat chasing a dog": two rated spans of
 * one slot, else the words that the texts show. `undefined` where more has moved.
 */
export function exchangeOf(own: Known, other: Known, readers: Readers): Exchange | undefined {
  return ratedExchangeOf(own, other) ?? shownExchangeOf(own.reading, other.reading, readers);
}

function shownExchangeOf(own: Reading, other: Reading, readers: Readers): Exchange | undefined {
  const moved = movedRuns(own.tokens, other.tokens);
  if (!moved) return undefined;
  const [a, b] = moved.runs;
  const slot = slotOfRun(own.tokens, a);
  const spans = [movedSpan(own, a, slot, readers), movedSpan(own, b, slot, readers)] as const;
  const others = moved.others.map((run) => movedSpan(other, run, slot, readers));
  const [first, second] = spans;
  const [third, fourth] = others;
  if (!first || !second || !third || !fourth) return undefined;
  return { isRated: false, spans: [first, second], others: [third, fourth] };
}

function ratedExchangeOf(own: Known, other: Known): Exchange | undefined {
  for (const [i, a] of own.sites.entries()) {
    for (const b of own.sites.slice(i + 1)) {
      if (b.slot !== a.slot || b.first <= a.last || a.lemma === b.lemma) continue;
      const around = surroundingsOf(own.reading.tokens, a, b);
      for (const c of other.sites) {
        if (!isSame(c, b)) continue;
        for (const d of other.sites) {
          if (!isSame(d, a) || d.first <= c.last) continue;
          if (surroundingsOf(other.reading.tokens, c, d) === around)
            return { isRated: true, spans: [a, b], others: [c, d] };
        }
      }
    }
  }
  return undefined;
}

function isSame(a: SiteSpan, b: SiteSpan): boolean {
  return a.slot === b.slot && a.text.toLowerCase() === b.text.toLowerCase();
}
