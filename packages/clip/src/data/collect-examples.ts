import { InputError } from '@slipform/kit/errors/input-error';
import { type Augment, mayFlip } from './augment';
import type { WantedImage } from './decode-images';
import type { Caption, Example, ImagePlace, Negative, SourceRow } from './example';
import { shortened } from './file-rows';
import type { PlannedRow } from './plan-batches';
import type { NegativeRecord } from './read-negatives';
import type { SkipLog } from './skips';

/** Keys of several shards may be equal; a column that is the same everywhere is no id. */
const maxOfOneId = 1000;

/** The captions that share an id. */
interface SameId {
  readonly all: Caption[];
  /** By their text without white space around it. */
  readonly byText: Map<string, Caption[]>;
}

/** Rows gathered by image: captions of one image are one example's, in the order of the rows. */
export async function collectExamples(rows: AsyncIterable<SourceRow>, skips: SkipLog): Promise<Example[]> {
  const examples = new Map<string, { example: Example; captions: Map<string, Caption> }>();
  for await (const { image, caption, id, negatives, place } of rows) {
    if (image === undefined) continue;
    const key = image.part === undefined ? image.file : `${image.file}\0${image.part.start}`;
    let found = examples.get(key);
    if (found === undefined) {
      found = { example: { image, captions: [] }, captions: new Map() };
      examples.set(key, found);
    }
    const known = found.captions.get(caption);
    if (known === undefined) {
      const first = { id, text: caption, negatives: [...negatives] };
      found.captions.set(caption, first);
      found.example.captions.push(first);
      continue;
    }
    // A record for each negative, as slipform-plant writes them.
    const others = negatives.filter(({ text }) => !known.negatives.some((other) => other.text === text));
    if (others.length === 0) skips.add(place, 'repeats a caption of its image');
    known.negatives.push(...others);
  }
  return [...examples.values()].map(({ example }) => example);
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
  const byId = new Map<string, SameId>();
  for (const { captions } of examples) {
    for (const caption of captions) {
      const known: SameId = byId.get(caption.id) ?? { all: [], byText: new Map() };
      byId.set(caption.id, known);
      known.all.push(caption);
      const text = caption.text.trim();
      const same = known.byText.get(text);
      if (same === undefined) known.byText.set(text, [caption]);
      else same.push(caption);
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
    const own = caption === undefined ? known.all : (known.byText.get(caption.trim()) ?? []);
    if (own.length > maxOfOneId) {
      skips.add(place, `has an id that more than ${maxOfOneId} captions share`);
      continue;
    }
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

/**
 * An image of a row as it is asked for: with augmentation, in the view of the row. An image and the image of its hard
 * caption share one view (of the same size: the same part; mirrored both or neither), so that a pair differs in what its
 * captions say.
 */
export function wantedImage(row: PlannedRow, image: ImagePlace, augment: Augment | undefined): WantedImage {
  if (augment === undefined) return image;
  const texts = [row.caption.text, ...row.negatives.map(({ text }) => text)];
  return { ...image, view: { seed: row.viewSeed, mayFlip: mayFlip(augment, texts) } };
}
