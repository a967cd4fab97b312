import { InputError } from '@slipform/concreteness';
import { version } from '../package.json';
import { applyEdits } from './apply-edits';
import type { Change } from './block/change';
import { cutIntoBlocks } from './block/cut-into-blocks';
import { changeBlock } from './block/mine-block';
import { readBlock } from './block/read-block';
import type { CaptionContext, CaptionInput } from './caption-input';
import { choose } from './choose';
import { createReaders } from './create-readers';
import type { HardNegative } from './hard-negative';
import { matchCase } from './inflect/match-case';
import { finders } from './operations';
import type { Option, Proposal, Surroundings } from './operations/operation';
import { type PlantOptions, resolveOptions } from './options';
import { readCaption } from './reading/read-caption';
import type { Reading } from './reading/reading';
import { createRandom } from './seeded-random';
import { type PlantStats, Tally } from './stats';
import { createSiblingReader } from './surroundings';

export interface Plant {
  /** Mines up to `perCaption` distinct hard negatives; none where no change passes the checks. */
  mine(caption: string, context?: CaptionContext): HardNegative[];
  /**
   * Mines captions together, so that they can exchange words; records come in the order of the captions. A pure
   * function of the block, the options and the seed. Captions of one `imageId` are siblings where none are given.
   */
  mineBlock(block: readonly CaptionInput[]): HardNegative[];
  /** Mines a stream of captions, block by block; a caption without an id gets its place in the stream, from 1. */
  mineAll(
    captions: Iterable<string | CaptionInput> | AsyncIterable<string | CaptionInput>,
  ): AsyncGenerator<HardNegative>;
  /** What has been mined and refused since the plant was made. */
  stats(): PlantStats;
}

/**
 * Makes a ConcretePlant: it reads a caption, rates its words' concreteness, chooses one by the policy and changes
 * it so that the caption is false of its image. The first call decodes the word graph (English only).
 *
 * @example
 * const plant = createPlant({ seed: 0 });
 * plant.mine('A red dog chases a blue cat.')[0].negative // 'A blue dog chases a red cat.'
 *
 * @throws {InputError} for an unknown option, or one outside its range
 */
export function createPlant(options: PlantOptions = {}): Plant {
  const resolved = resolveOptions(options);
  const { policy, balance, perCaption, seed } = resolved;
  const tally = new Tally();
  const { reader, context } = createReaders(resolved, tally.refuse.bind(tally), options.lexicon);
  const readSiblings = (captions: readonly string[]) => createSiblingReader(context.formOf)(captions);
  const slotSet = new Set(resolved.slots);
  const active = resolved.operations.flatMap((operation) =>
    resolved.slots.flatMap((slot) => finders[operation][slot] ?? []),
  );

  function mine(caption: string, { id = '', siblings = [] }: CaptionContext = {}): HardNegative[] {
    if (typeof caption !== 'string') {
      throw new InputError(
        `mine: caption must be a string, got ${caption === null ? 'null' : typeof caption}.`,
      );
    }
    const reading = readCaption(caption, reader);
    const negatives = reading ? change(reading, id, readSiblings(siblings)) : [];
    tally.mined(negatives);
    return negatives;
  }

  function change(reading: Reading, id: string, siblings: Surroundings): HardNegative[] {
    const random = createRandom(seed, id, reading.caption);
    const negatives: HardNegative[] = [];
    const seen = new Set([reading.caption]);
    let options = active.flatMap((find) => find(reading, siblings, context));
    let again: Option[] = [];
    // Each change is taken once before any is taken for a second word.
    for (let rounds = 0; negatives.length < perCaption && rounds < 2 * perCaption; ) {
      if (options.length === 0) {
        if (again.length === 0) break;
        options = again;
        again = [];
        rounds += 1;
      }
      const option = choose(options, policy, balance, random);
      options = options.filter((other) => other !== option);
      const proposal = option.propose(random);
      if (!proposal) continue;
      const record = recordOf(reading, id, option, proposal);
      if (option.repeatable) again.push(option);
      if (seen.has(record.negative)) continue;
      seen.add(record.negative);
      negatives.push(record);
    }
    return negatives;
  }

  function recordOf(
    reading: Reading,
    id: string,
    option: Pick<Option, 'operation' | 'slot' | 'concreteness' | 'concretenessSource'>,
    proposal: Proposal,
  ): HardNegative {
    const { negative, keywords, replacements } = applyEdits(reading.caption, reading.tokens, proposal.edits);
    return {
      id,
      caption: reading.caption,
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
      seed,
      version,
    };
  }

  function mineBlock(block: readonly CaptionInput[]): HardNegative[] {
    const captions = block.map((input) => ({ ...input, id: input.id ?? '' }));
    const readings = readBlock(captions, reader, slotSet, context);
    const records: HardNegative[] = [];
    for (const change of changeBlock(readings, resolved, context)) {
      const negatives = change ? [recordOfChange(change)] : [];
      tally.mined(negatives);
      records.push(...negatives);
    }
    return records;
  }

  function recordOfChange({ site, giver, operation }: Change): HardNegative {
    const { span, caption } = site;
    const text = matchCase(giver.span.text.toLowerCase(), span.text);
    return {
      ...recordOf(
        caption.reading,
        caption.id,
        {
          operation,
          slot: span.slot,
          concreteness: span.concreteness,
          concretenessSource: span.concretenessSource,
        },
        {
          edits: [
            {
              first: span.first,
              start: span.start,
              end: span.end,
              keywordLemma: span.lemma,
              text,
              lemma: giver.word.lemma,
            },
          ],
          replacementConcreteness: giver.span.concreteness,
          instruction: `replace ${span.text} with ${text}`,
          distance: null,
        },
      ),
      ...(operation === 'exchange' ? { partner: giver.caption.id } : {}),
    };
  }

  async function* mineAll(
    captions: Iterable<string | CaptionInput> | AsyncIterable<string | CaptionInput>,
  ): AsyncGenerator<HardNegative> {
    for await (const block of cutIntoBlocks(captions)) yield* mineBlock(block);
  }

  return { mine, mineBlock, mineAll, stats: () => tally.snapshot() };
}

/** Ratings carry two decimals; means of two of them a third. */
function round(rating: number): number {
  return Math.round(rating * 1000) / 1000;
}
