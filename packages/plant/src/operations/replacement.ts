import type { Slot } from '../hard-negative';
import type { CaptionSpan, Reading } from '../reading/reading';
import type { Random } from '../seeded-random';
import type { Judge } from './judge';
import type { MiningContext, Option, Proposal, Surroundings } from './operation';

const mostDraws = 24;

/** A span whose word may be replaced: words are drawn by weight, each at most once, until one passes all checks. */
export abstract class Replacement<Span extends CaptionSpan & { readonly slot: Slot }, Word>
  implements Option
{
  readonly operation = 'replace';
  readonly repeatable = true;
  readonly slot: Slot;
  readonly concreteness: number;
  readonly concretenessSource: 'norms' | 'estimate';

  constructor(
    protected readonly span: Span,
    protected readonly reading: Reading,
    protected readonly siblings: Surroundings,
    protected readonly context: MiningContext,
  ) {
    this.slot = span.slot;
    this.concreteness = span.concreteness;
    this.concretenessSource = span.concretenessSource;
  }

  /** The words that may be drawn. */
  protected abstract offers(): readonly Word[];
  /** How likely a word is to be drawn, beside the others. */
  protected abstract weigh(word: Word, judge: Judge): number;
  /** The change to a word that passes all checks; else `undefined`, and the refusal is counted. */
  protected abstract attempt(word: Word, judge: Judge): Proposal | undefined;

  propose(random: Random, judge: Judge): Proposal | undefined {
    const rest = [...this.offers()];
    const weights: number[] = [];
    for (const word of rest) weights.push(this.weigh(word, judge));
    for (let draws = 0; rest.length > 0 && draws < mostDraws; draws += 1) {
      const index = random.weighted(weights);
      const proposal = this.attempt(rest[index]!, judge);
      if (proposal) return proposal;
      rest.splice(index, 1);
      weights.splice(index, 1);
    }
    this.context.refuse('no-replacement');
    return undefined;
  }
}
