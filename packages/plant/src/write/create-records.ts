import { version } from '../../package.json';
import type { Change } from '../block/change';
import type { HardNegative, Slot } from '../hard-negative';
import { matchCase } from '../inflect/match-case';
import type { MiningContext, Option, Proposal } from '../operations/operation';
import type { Token } from '../reading/tagger';
import type { BlockReading } from '../sites/block-reading';
import type { SiteSpan } from '../sites/site';
import { applyEdits } from './apply-edits';
import { instructionFor } from './instruction';

/** Writes changes into their captions, and says of each what was done. */
export interface Records {
  /**
   * The record of a change that a block's captions made with each other, of the caption of that number; `undefined`
   * where it must not be made, as of all below.
   */
  ofChange(change: Change, caption: number, block: BlockReading): HardNegative | undefined;
  /** The record of a change that a caption made by itself. */
  of(
    caption: string,
    tokenAt: (place: number) => Token | undefined,
    id: string,
    option: Pick<Option, 'operation' | 'slot' | 'concreteness' | 'concretenessSource'>,
    proposal: Proposal,
  ): HardNegative | undefined;
  /** The record itself. Every negative comes through here, a rewriter's too: what could harm a minor is refused. */
  admit(record: HardNegative, slot: Slot | undefined): HardNegative | undefined;
}

export function createRecords(
  seed: number,
  { relations, refuse, endangersMinor }: Pick<MiningContext, 'relations' | 'refuse' | 'endangersMinor'>,
): Records {
  function ofChange(change: Change, index: number, block: BlockReading): HardNegative | undefined {
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
  ): HardNegative | undefined {
    const { negative, keywords, replacements } = applyEdits(caption, tokenAt, proposal.edits);
    const record = {
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
    return admit(record, record.slot);
  }

  function admit(record: HardNegative, slot: Slot | undefined): HardNegative | undefined {
    const { keyword, keyword2, replacement, replacement2 } = record;
    const written = {
      caption: record.caption,
      negative: record.negative,
      operation: record.operation,
      slot,
      keywords: keyword2 ? [keyword, keyword2] : [keyword],
      replacements: replacement2 ? [replacement, replacement2] : [replacement],
    };
    if (!endangersMinor(written)) return record;
    refuse('minor');
    return undefined;
  }

  return { of, ofChange, admit };
}

/** Ratings carry two decimals; means of two of them a third. */
function round(rating: number): number {
  return Math.round(rating * 1000) / 1000;
}
