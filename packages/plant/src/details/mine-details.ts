import type { SiteRule } from '../assign/judge';
import type { BlockState } from '../assign/state';
import type { Caption } from '../caption';
import type { CheckLexicon } from '../checks/check';
import type { AddedOperation, HardNegative } from '../hard-negative';
import type { Reason } from '../mined';
import { readCaption } from '../reading/read-caption';
import type { ReadingContext } from '../reading/reading-context';
import type { Plausibility } from '../scores/plausibility';
import { createRandom } from '../seeded-random';
import type { BlockReading } from '../sites/block-reading';
import type { Records } from '../write/records';
import { AbsentThings, falseAbsences, Naming } from './absences';
import type { Detailed } from './detailed';
import { ruleOfDetails, trueDetails } from './true-details';

/** The most details of a caption that are tried, one after the other, until one has a negative. */
const maxRounds = 3;
/** So many different captions of an image are read, the first ones. */
const maxCaptions = 16;

export interface DetailContext {
  readonly seed: number;
  readonly reader: ReadingContext;
  readonly words: CheckLexicon;
  readonly records: Records;
  /** Assigns edits to captions with details, each at the word that may change. */
  readonly assign: (
    captions: readonly Caption[],
    words: readonly Detailed['word'][],
    ruleOf: RuleOf,
  ) => BlockState;
}

/** What is asked of the words at the sites of a block beside the bound on surprise. */
export type RuleOf = (block: BlockReading, plausibility: Plausibility) => SiteRule;

/** What came of a caption: a record, or why there is none. */
export type DetailResult = HardNegative | Reason;

/**
 * Negatives of captions with a detail more, which other captions of the image give. `add`: the detail is true, the caption with it is
 * the record's positive, and the negative has another word in it. `negate`: the absence is false, the caption with it is the
 * negative, and the positive has a word in it that no caption of the image names. So both texts are of one length, and differ in
 * a word; captions exchange these words as they do others.
 *
 * @param captionsOfImage all captions of a caption's image, the same list for each of them where they share one
 * @returns a result for each caption that is asked, by its number
 */
export function mineDetails(
  operation: AddedOperation,
  captions: readonly Caption[],
  asking: readonly number[],
  captionsOfImage: (number: number) => readonly string[],
  context: DetailContext,
): ReadonlyMap<number, DetailResult> {
  const naming = operation === 'negate' ? new Naming() : undefined;
  const details = findDetails(operation, captions, new Set(asking), captionsOfImage, context, naming);
  const results = new Map<number, DetailResult>(
    asking.map((number) => [number, details.has(number) ? 'no-sensible-edit' : 'no-candidate']),
  );
  const ruleOf: RuleOf = (block, plausibility) =>
    naming ? new AbsentThings(naming, block, plausibility) : ruleOfDetails(block);
  for (let round = 0; round < maxRounds; round += 1) {
    const open = [...details].flatMap(([number, list]) => {
      const detailed = list[round];
      return detailed && typeof results.get(number) === 'string' ? [{ number, detailed }] : [];
    });
    if (open.length === 0) break;
    const state = context.assign(
      open.map(({ number, detailed }) => ({
        ...captions[number]!,
        caption: detailed.text,
        siblings: captionsOfImage(number),
      })),
      open.map(({ detailed }) => detailed.word),
      ruleOf,
    );
    for (const [i, { number, detailed }] of open.entries()) {
      const edit = state.draft.edits[i]![0];
      if (!edit) continue;
      const { caption } = captions[number]!;
      const record = context.records.ofDetail(operation, edit, state.block, caption, detailed.detail);
      results.set(number, record ?? 'refused');
    }
  }
  return results;
}

/** The details of each caption that is asked and has some, in an order by chance. */
function findDetails(
  operation: AddedOperation,
  captions: readonly Caption[],
  asking: ReadonlySet<number>,
  captionsOfImage: (number: number) => readonly string[],
  { seed, reader, words }: DetailContext,
  naming: Naming | undefined,
): ReadonlyMap<number, readonly Detailed[]> {
  const found = new Map<number, readonly Detailed[]>();
  const images = new Map<readonly string[], number[]>();
  for (const number of captions.keys()) {
    const texts = captionsOfImage(number);
    // Captions that name no image share an empty list.
    if (texts.length === 0) continue;
    const image = images.get(texts);
    if (image) image.push(number);
    else images.set(texts, [number]);
  }
  for (const [texts, numbers] of images) {
    const own = numbers.filter((number) => asking.has(number));
    if (own.length === 0 && !naming) continue;
    const firsts = [...new Set([...texts, ...numbers.map((number) => captions[number]!.caption)])];
    const readings = new Map(
      firsts.slice(0, maxCaptions).map((text) => [text, readCaption(text, reader)] as const),
    );
    naming?.add([...readings.values()]);
    for (const number of own) {
      const { caption, id = '' } = captions[number]!;
      const reading = readings.get(caption) ?? readCaption(caption, reader);
      if (reading.unusable || reading.kind === 'title') continue;
      const others = [...readings.values()].filter((other) => other.caption !== caption && !other.unusable);
      const details =
        operation === 'add' ? trueDetails(reading, others, words) : falseAbsences(reading, others, words);
      if (details.length === 0) continue;
      createRandom(seed, operation, id, caption).shuffle(details);
      found.set(number, details);
    }
  }
  return found;
}
