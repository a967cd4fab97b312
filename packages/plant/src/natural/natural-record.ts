import { version } from '../../package.json';
import type { FileCaption } from '../files/file-caption';
import type { HardNegative, Span } from '../hard-negative';
import type { Reading } from '../reading/reading';
import type { SiteSpan } from '../sites/site';
import type { Relations } from '../wordnet/related';
import { instructionFor } from '../write/instruction';

/** A caption and its partner, the spans in which they differ, and the reading of the caption. */
export interface NaturalPair {
  readonly caption: FileCaption;
  readonly partner: FileCaption;
  readonly reading: Reading;
  readonly span: SiteSpan;
  readonly other: SiteSpan;
}

/** The record of a natural negative: the partner's caption as its writer wrote it. */
export function naturalRecord(
  { caption, partner, reading, span, other }: NaturalPair,
  seed: number,
  relations: Relations,
): HardNegative {
  const { imageId, filepath } = caption;
  return {
    id: caption.id,
    caption: caption.caption,
    negative: partner.caption,
    operation: 'natural',
    slot: span.slot,
    keyword: spanIn(caption.caption, span),
    replacement: spanIn(partner.caption, other),
    concreteness: span.concreteness,
    concretenessSource: span.concretenessSource,
    replacementConcreteness: other.concreteness,
    instruction: instructionFor(span, other, other.text.toLowerCase(), (place) => reading.tokens[place]),
    distance: distanceOf(span, other, relations),
    partner: partner.id,
    ...(imageId === undefined ? {} : { imageId }),
    ...(filepath === undefined ? {} : { filepath }),
    ...(partner.filepath === undefined ? {} : { negativeFilepath: partner.filepath }),
    seed,
    version,
  };
}

function spanIn(text: string, { start, end, lemma }: SiteSpan): Span {
  return { text: text.slice(start, end), lemma, start, end };
}

function distanceOf(a: SiteSpan, b: SiteSpan, relations: Relations): number | null {
  if (a.slot !== 'object' || b.slot !== 'object') return null;
  const distance = relations.distance(a.noun.synset, b.noun.synset);
  return Number.isFinite(distance) ? distance : null;
}
