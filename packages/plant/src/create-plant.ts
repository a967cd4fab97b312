import { InputError } from '@slipform/concreteness';
import { printable, quoted, shown } from '@slipform/kit/printable';
import { BlockJudge, type Judges } from './block/block-judge';
import type { WordChange } from './block/change';
import { Company } from './block/company';
import { createWordExclusions } from './block/may-take';
import { changeBlock } from './block/mine-block';
import { WordBalance } from './block/word-balance';
import {
  type CaptionContext,
  type CaptionInput,
  checkCaption,
  checkContext,
  streamOf,
} from './caption-input';
import { checked } from './checked';
import { choose } from './choose';
import { createReaders } from './create-readers';
import type { HardNegative, Slot } from './hard-negative';
import { checkRewrite } from './hooks/check-rewrite';
import { finders } from './operations';
import { type Judge, noJudge } from './operations/judge';
import type { Option, Surroundings } from './operations/operation';
import { type PlantOptions, resolveOptions } from './options';
import { readCaption } from './reading/read-caption';
import type { Reading } from './reading/reading';
import { createRandom } from './seeded-random';
import type { BlockReading } from './sites/block-reading';
import { cutIntoBlocks } from './sites/cut-into-blocks';
import { readBlock } from './sites/read-block';
import { type PlantStats, Tally } from './stats';
import { createSiblingReader } from './surroundings';
import { createRecords } from './write/create-records';

export interface Plant {
  /**
   * Mines one caption by itself: up to `perCaption` different hard negatives, none if no change passes the checks.
   *
   * @throws {InputError} if the caption is not a string or the context not one
   */
  mine(caption: string, context?: CaptionContext): HardNegative[];
  /**
   * Mines captions together, so that they can exchange words. The records keep the order of the captions; they depend
   * only on the block, the options and the seed. Captions of one `imageId` are siblings, if no siblings are given.
   *
   * @throws {InputError} if the block is not an array of captions
   */
  mineBlock(block: readonly CaptionInput[]): HardNegative[];
  /**
   * Mines a stream of captions, block by block. A caption without an id gets its place in the stream, from 1.
   *
   * @throws {InputError} if an item is not a caption; an error of the rewriter, with the caption's id
   */
  mineAll(
    captions: Iterable<string | CaptionInput> | AsyncIterable<string | CaptionInput>,
  ): AsyncGenerator<HardNegative>;
  /** Counts of captions, negatives and refusals since the plant was made. */
  stats(): PlantStats;
}

/**
 * Makes a ConcretePlant. It reads a caption, rates the concreteness of its words, chooses a slot and then a word by the
 * policy, and changes the word so that the caption is false of its image. English only. The first call decodes the word
 * graph, which takes a fifth of a second.
 *
 * @example
 * const plant = createPlant({ seed: 0 });
 * plant.mine('A red dog chases a blue cat.')[0].negative // 'A blue dog chases a red cat.'
 *
 * @throws {InputError} for an unknown option, or one outside its range
 */
export function createPlant(options: PlantOptions = {}): Plant {
  const resolved = resolveOptions(options);
  const { policy, balance, perCaption, seed, rewriter } = resolved;
  const tally = new Tally();
  const readers = createReaders(resolved, tally.refuse.bind(tally), resolved.lexicon);
  const { reader, context } = readers;
  const readSiblings = (captions: readonly string[]) => createSiblingReader(context.formOf)(captions);
  const slots = new Set(resolved.slots);
  const words = createWordExclusions(context);
  const records = createRecords(seed, context);
  const swaps = new Map(
    resolved.slots.flatMap((slot) => {
      const find = finders.swap[slot];
      return find ? [[slot, find] as const] : [];
    }),
  );
  const active = resolved.operations.flatMap((operation) =>
    resolved.slots.flatMap((slot) => finders[operation][slot] ?? []),
  );

  function mine(caption: string, given: CaptionContext = {}): HardNegative[] {
    if (typeof caption !== 'string') {
      throw new InputError(`mine: caption must be a string, got ${shown(caption)}.`);
    }
    const { id = '', siblings = [] } = checked('mine: what follows the caption', () => {
      if (typeof given !== 'object' || given === null || Array.isArray(given)) {
        throw new InputError(
          `mine: what follows the caption must be { id?, siblings? }, got ${shown(given)}.`,
        );
      }
      checkContext(given, 'mine');
      return { ...given };
    });
    const reading = readCaption(caption, reader);
    const negatives = reading
      ? change(reading, id, optionsIn(reading, readSiblings(siblings)), [], noJudge)
      : [];
    tally.mined(negatives);
    return negatives;
  }

  function optionsIn(reading: Reading, siblings: Surroundings): Option[] {
    return active.flatMap((find) => find(reading, siblings, context));
  }

  function change(
    { caption, tokens }: Reading,
    id: string,
    found: readonly Option[],
    made: readonly HardNegative[],
    judge: Judge,
    resort?: Judge,
  ): HardNegative[] {
    const random = createRandom(seed, id, caption);
    const negatives = [...made];
    const seen = new Set([caption, ...made.map(({ negative }) => negative)]);
    const tokenAt = (place: number) => tokens[place];
    let options = found;
    let again: Option[] = [];
    // Each change is taken once before any is taken for a second word.
    for (let rounds = 0; negatives.length < perCaption && rounds < 2 * perCaption; ) {
      if (options.length === 0) {
        if (again.length === 0) break;
        options = again;
        again = [];
        rounds += 1;
      }
      const option = choose(withoutLast(options, judge.lastSlot), policy, balance, random);
      options = options.filter((other) => other !== option);
      const proposal = option.propose(random, judge) ?? (resort && option.propose(random, resort));
      if (!proposal) continue;
      const record = records.of(caption, tokenAt, id, option, proposal);
      if (option.repeatable) again.push(option);
      if (!record || seen.has(record.negative)) continue;
      seen.add(record.negative);
      negatives.push(record);
    }
    return negatives;
  }

  function mineBlock(block: readonly CaptionInput[]): HardNegative[] {
    const captions = checked('mineBlock: the block', () => {
      if (!Array.isArray(block)) {
        throw new InputError(`mineBlock: the block must be an array of { caption, … }, got ${shown(block)}.`);
      }
      return [...block] as readonly CaptionInput[];
    });
    for (const [i, caption] of captions.entries()) checkCaption(caption, `mineBlock: the block's item ${i}`);
    return mineReadings(captions).flatMap(({ negatives }) => negatives);
  }

  function mineReadings(block: readonly CaptionInput[]): Mined[] {
    const captions = block.map((input) => ({ ...input, id: input.id ?? '' }));
    const read = readBlock(captions, readers, slots);
    const company = new Company(read, resolved.fit, resolved.vocabulary === undefined);
    const { changes, fallbacks } = changeBlock(read, company, swaps, words, resolved, context);
    const wordBalance = new WordBalance(read, changes);
    for (let i = read.size; i < block.length; i += 1) tally.mined([]);
    const mined: Mined[] = [];
    for (let caption = 0; caption < read.size; caption += 1) {
      let negatives = changes[caption]!.flatMap((change) => records.ofChange(change, caption, read) ?? []);
      if (negatives.length < perCaption) {
        negatives = fillUp(read, company, wordBalance, caption, negatives, fallbacks.get(caption));
      }
      tally.mined(negatives);
      mined.push({ block: read, caption, negatives });
    }
    return mined;
  }

  /** Changes a caption that found no word within the block by itself. */
  function fillUp(
    block: BlockReading,
    company: Company,
    words: WordBalance,
    caption: number,
    made: readonly HardNegative[],
    fallback: WordChange | undefined,
  ): HardNegative[] {
    const reading = block.reading(caption);
    const { id } = block.caption(caption);
    const options = optionsIn(reading, block.siblings(caption));
    const lastSlot = balance === 'slots' ? 'relation' : undefined;
    const by = (judges: Judges) => new BlockJudge(company, words, caption, judges, lastSlot);
    // With balance 'none' the policy comes before sense.
    const truthAlone = by({ company: false, tables: false });
    const resort = balance === 'none' ? truthAlone : undefined;
    let negatives = change(reading, id, options, made, by({ company: true, tables: true }), resort);
    // For a caption without a negative sense is relaxed: first the pictures of the block, then the tables. Truth never is.
    if (negatives.length === 0)
      negatives = change(reading, id, options, made, by({ company: false, tables: true }));
    const last = negatives.length === 0 && fallback && records.ofChange(fallback, caption, block);
    if (last) negatives = [last];
    if (negatives.length === 0) negatives = change(reading, id, options, made, truthAlone);
    for (const negative of negatives.slice(made.length)) words.enter(negative);
    return negatives;
  }

  async function* mineAll(
    captions: Iterable<string | CaptionInput> | AsyncIterable<string | CaptionInput>,
  ): AsyncGenerator<HardNegative> {
    const stream = streamOf(captions, 'mineAll');
    for await (const block of cutIntoBlocks(stream)) {
      for (const { block: read, caption, negatives } of mineReadings(block)) {
        for (const record of negatives) yield rewriter ? await rewrite(record, read, caption) : record;
      }
    }
  }

  async function rewrite(record: HardNegative, block: BlockReading, caption: number): Promise<HardNegative> {
    let answer: string | null | undefined;
    try {
      answer = await rewriter!(record, block.siblingTexts(caption));
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : shown(cause);
      throw new Error(`the rewriter failed on caption ${quoted(record.id)}: ${printable(reason)}`, {
        cause,
      });
    }
    if (typeof answer !== 'string' || answer === record.negative) return record;
    const rewritten = checkRewrite(record, answer, block.reading(caption), block.siblings(caption), context);
    if (!rewritten) tally.refuse('rewrite');
    // The answer may change a word of any slot.
    return (rewritten && records.admit(rewritten, undefined)) ?? record;
  }

  return { mine, mineBlock, mineAll, stats: () => tally.snapshot() };
}

/** The options but those of a slot that comes last, unless there are no others. */
function withoutLast(options: readonly Option[], last: Slot | undefined): readonly Option[] {
  if (last === undefined) return options;
  const others = options.filter(({ slot }) => slot !== last);
  return others.length > 0 ? others : options;
}

/** A caption of a block, by its number there, with what was mined from it. */
interface Mined {
  readonly block: BlockReading;
  readonly caption: number;
  readonly negatives: readonly HardNegative[];
}
