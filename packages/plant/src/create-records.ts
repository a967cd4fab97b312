import { version } from '../package.json';
import { applyEdits } from './apply-edits';
import type { BlockReading } from './block/block-reading';
import type { Change } from './block/change';
import { instructionFor } from './block/instruction';
import type { SiteSpan } from './block/site';
import type { HardNegative } from './hard-negative';
import { matchCase } from './inflect/match-case';
import type { Option, Proposal } from './operations/operation';
import type { Token } from './reading/tagger';
import type { Relations } from './wordnet/related';

/** Writes changes into their captions, and says of each what was done. */
export interface Records {
  /** The record of a change that a block's captions made with each other, of the caption of that number. */
  ofChange(change: Change, caption: number, block: BlockReading): HardNegative;
  /** The record of a change that a caption made by itself. */
  of(
    caption: string,
    tokenAt: (place: number) => Token | undefined,
    id: string,
    option: Pick<Option, 'operation' | 'slot' | 'concreteness' | 'concretenessSource'>,
    proposal: Proposal,
  ): HardNegative;
}

export function createRecords(seed: number, relations: Relations): Records {
  function ofChange(change: Change, index: number, block: BlockReading): HardNegative {
    const { sites } = block;
    const tokenAt = (place: number) => block.token(index, place);
    const { caption, id } = block.caption(index);
    if (change.operation === 'swap') return of(caption, tokenAt, id, change.option, change.proposal);
    const { site, giver, operation } = change;
    const span = sites.span(site);
    const word = sites.span(giver);
    const given = word.text.toLowerCase();
    const option = {
      operation,
      slot: span.slot,
      concreteness: span.concreteness,
      concretenessSource: span.concretenessSource,
    };
    return of(
      caption,
      tokenAt,
      id,
      option,
      {
        edits: [
          {
            first: span.first,
            start: span.start,
            end: span.end,
            keywordLemma: span.lemma,
            text: matchCase(given, span.text),
            lemma: word.lemma,
          },
        ],
        replacementConcreteness: word.concreteness,
        instruction: instructionFor(span, word, given, tokenAt),
        distance: distanceOf(span, word),
      },
      operation === 'exchange' ? block.caption(sites.caption(giver)).id : undefined,
    );
  }

  function distanceOf(a: SiteSpan, b: SiteSpan): number | null {
    if (a.slot !== 'object' || b.slot !== 'object') return null;
    const distance = relations.distance(a.noun.synset, b.noun.synset);
    return Number.isFinite(distance) ? distance : null;
  }

  function of(
    caption: string,
    tokenAt: (place: number) => Token | undefined,
    id: string,
    option: Pick<Option, 'operation' | 'slot' | 'concreteness' | 'concretenessSource'>,
    proposal: Proposal,
    partner?: string,
  ): HardNegative {
    const { negative, keywords, replacements } = applyEdits(caption, tokenAt, proposal.edits);
    return {
      id,
      caption,
      negative,
      operation: option.operation,
      slot: option.slot,
      keyword: keywords[0]!,
      replacement: replacements[0]!,
      ...(keywords[1] && replacements[1] ? { keyword2: keywords[1], replacement2: replacements[1] } : {}),
      concreteness: round(option.concreteness),
      concretenessSource: option.concretenessSource,
      replacementConcreteness: round(proposal.replacementConcreteness),
      instruction: proposal.instruction,
      distance: proposal.distance,
      ...(partner === undefined ? {} : { partner }),
      seed,
      version,
    };
  }

  return { of, ofChange };
}

/** Ratings carry two decimals; means of two of them a third. */
function round(rating: number): number {
  return Math.round(rating * 1000) / 1000;
}
