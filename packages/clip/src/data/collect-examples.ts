import { InputError } from '../input-error';
import type { Caption, Example, Negative, SourceRow } from './example';
import { shortened } from './in-folder';
import type { NegativeRecord } from './read-negatives';
import type { SkipLog } from './skips';

/** Rows gathered by image: captions of one image are one example's, in the order of the rows. */
export async function collectExamples(rows: AsyncIterable<SourceRow>, skips: SkipLog): Promise<Example[]> {
  const examples = new Map<string, Example>();
  for await (const { image, caption, id, negatives, place } of rows) {
    if (image === undefined) continue;
    const key = image.part === undefined ? image.file : `${image.file}\0${image.part.start}`;
    let example = examples.get(key);
    if (example === undefined) {
      example = { image, captions: [] };
      examples.set(key, example);
    }
    if (example.captions.some(({ text }) => text === caption)) {
      skips.add(place, 'repeats a caption of its image');
    } else example.captions.push({ id, text: caption, negatives: [...negatives] });
  }
  return [...examples.values()];
}

/**
 * Gives captions their negatives by id. An id may be there twice (keys of two shards), so a record that says its
 * caption goes to captions of that text only.
 */
export async function joinNegatives(
  examples: readonly Example[],
  records: AsyncIterable<NegativeRecord>,
  file: string,
  skips: SkipLog,
): Promise<void> {
  const byId = new Map<string, Caption[]>();
  for (const { captions } of examples) {
    for (const caption of captions) {
      const known = byId.get(caption.id);
      if (known === undefined) byId.set(caption.id, [caption]);
      else known.push(caption);
    }
  }
  const skipped = skips.count;
  let joined = 0;
  let seen = 0;
  let stray: string | undefined;
  for await (const { id, caption, negative, place } of records) {
    seen += 1;
    const known = byId.get(id);
    if (known === undefined) {
      // Negatives of more captions than are trained on here are no mistake, unless all of them are.
      stray ??= id;
      continue;
    }
    const own = known.filter(({ text }) => caption === undefined || text.trim() === caption.trim());
    if (own.length === 0) {
      skips.add(place, `has the id ${shortened(id)} of another caption`);
      continue;
    }
    for (const { negatives } of own) {
      if (!negatives.some(({ text }) => text === negative.text)) negatives.push(negative);
    }
    joined += 1;
  }
  if (joined > 0) return;
  if (seen === 0) {
    const reason = skips.count === skipped ? 'is empty' : 'holds none that can be read; see onSkip';
    throw new InputError(`negatives: ${file} ${reason}; leave the option out to train without.`);
  }
  const first = byId.keys().next().value ?? '';
  throw new InputError(
    `${file}: none of its ${seen} negatives belongs to a caption here, by id and text; ids there are like ${shortened(stray ?? '')}, here like ${shortened(first)}.`,
  );
}

/** Whether negatives are rated. If some are, those that aren't are left out: a loss wants a rating of each. */
export function dropUnrated(examples: readonly Example[], skips: SkipLog): boolean {
  const isRated = ({ concreteness }: Negative) => concreteness !== undefined;
  const captions = examples.flatMap((example) => example.captions);
  if (!captions.some(({ negatives }) => negatives.some(isRated))) return false;
  for (const { id, negatives } of captions) {
    const rated = negatives.filter(isRated);
    if (rated.length === negatives.length) continue;
    skips.add(`caption ${shortened(id)}`, 'has a hard caption without concreteness, where others have one');
    negatives.splice(0, negatives.length, ...rated);
  }
  return true;
}
