import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileReason } from '@slipform/kit/errors/file-error';
import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { quoted, shown } from '@slipform/kit/text/printable';
import type { Preprocessing } from '../encoder/preprocess';
import type { Teacher, TrainBatch } from '../gradients/train-batch';
import type { Augment, AugmentOptions } from './augment';
import { collectExamples, dropUnrated, joinNegatives, wantedImage } from './collect-examples';
import { type Decoders, openDecoders } from './decode-images';
import type { Example, ImagePlace, Negative } from './example';
import { namesOf, type SourceFields } from './file-rows';
import { type EmbeddingsOptions, type ImageEmbeddings, readImageEmbeddings } from './image-embeddings';
import { findFiles, readSource } from './open-source';
import { type PlannedRow, planBatches } from './plan-batches';
import { readNegatives } from './read-negatives';
import { describeBrokenImage, type ReadRows, readRows } from './read-rows';
import { createSkipLog, type SkipLog, type Skips } from './skips';
import { readTrainingDataOptions, type TrainingDataOptions } from './training-data-options';

export interface TrainingData {
  /**
   * Batches from a step (counted from 0) on, without end, epoch after epoch. A step's batch depends on the
   * files, the options and the step alone, so a run that goes on at a step gets what the unbroken one got,
   * and nothing before it is read.
   */
  batchesFrom(step: number): AsyncGenerator<TrainBatch, void, void>;
  /** Pairs in an epoch. */
  readonly size: number;
  /** Images, captions and hard captions that the files hold. */
  readonly counts: { readonly images: number; readonly captions: number; readonly negatives: number };
  readonly stepsPerEpoch: number;
  /** Where the files hold no hard captions: what to do about it. trainClip says so where the loss needs them. */
  readonly noHardCaptions: string | undefined;
  /** What was left out so far. */
  readonly skipped: Skips;
  /** What is done to the images: the option, or CLIP's own. `slipform-clip train` saves it with the model. */
  readonly preprocessing: Preprocessing;
  /** How the images are augmented; undefined where they are not. */
  readonly augment: AugmentOptions | undefined;
  /** The files of the source and of negatives. */
  readonly inputs: readonly string[];
  /** Ends the threads. */
  close(): Promise<void>;
}

/**
 * Batches for `trainClip` from files: pairs of images and captions, with hard captions (and their images) where
 * there are some. Reads the captions into memory and the images when their turn comes, decoded ahead in
 * threads of their own. Needs Node and sharp.
 *
 * @throws {InputError} for options or files that can't be used; rows and images that can't are left out and
 *   counted
 * @example
 * const data = await trainingData({ source: 'pairs.csv', images: '.', encoder, batchSize: 2 });
 * data.stepsPerEpoch; // 1
 * await data.close();
 */
export async function trainingData(options: TrainingDataOptions): Promise<TrainingData> {
  const read = readTrainingDataOptions(options);
  const { perCaption, layout, imageSize, batchSize, seed, onSkip, preprocessing, augment } = read;
  const { captions, lastBatch, workers = defaultWorkers(), ahead, tokenizer } = read;
  const skips = createSkipLog(onSkip);
  await checkFolder('images', read.images);
  await checkFolder('hardImages', read.hardImages);
  const listed = await readExamples(read, skips);
  const embeddedOf = async (of: EmbeddingsRead | undefined, some: readonly Example[]) =>
    of && readImageEmbeddings(some, { ...of, images: read.images ?? (await folderOf(read.source)) }, skips);
  const embeddings = await embeddedOf(read.imageEmbeddings, listed);
  const taught = await embeddedOf(read.teacher, embeddings?.examples ?? listed);
  const examples = taught?.examples ?? embeddings?.examples ?? listed;
  const rated = dropUnrated(examples, skips);
  const hardImages = layout !== 'captions';
  const isEligible = ({ image }: Negative) => !hardImages || image !== undefined;
  const all = examples.flatMap((example) => example.captions);
  const negatives = all.reduce((sum, caption) => sum + caption.negatives.filter(isEligible).length, 0);
  if (hardImages && negatives === 0) {
    throw new InputError(
      `trainingData: layout ${layout} needs images of the hard captions, and no hard caption has one; name them as hard_image or negativeFilepath, or take the layout captions.`,
    );
  }
  const plan = planBatches(examples, { batchSize, seed, captions, lastBatch, perCaption, isEligible });
  if (plan.stepsPerEpoch === 0) {
    refuse(
      'trainingData',
      'batchSize',
      `must be at most ${plan.size}, the pairs that there are`,
      batchSize,
      `lower it, or set lastBatch to 'keep'`,
    );
  }
  const teach = taught && (await teacherOf(read.teacher!, taught, all));
  const batchOptions = {
    encode: (text: string) => tokenizer.encode(text),
    size: imageSize,
    perCaption: negatives === 0 ? 0 : perCaption,
    rated,
    hardImages,
    augment,
  };
  const inputs = [
    ...(await findFiles(read.source, 'trainingData')),
    ...[read.negatives ?? []].flat(),
    ...new Set([...(embeddings?.inputs ?? []), ...(taught?.inputs ?? [])]),
  ];
  const decoders = openDecoders(embeddings === undefined ? workers : 0, preprocessing, augment);
  let isClosed = false;
  const closed = () =>
    new InputError('batchesFrom: the data have been closed; open them anew with trainingData.');
  const make = async (step: number) => {
    if (isClosed) throw closed();
    try {
      const read =
        embeddings === undefined
          ? await readRows(step, plan, decoders, imageSize, skips, augment)
          : embeddedRows(plan.rowsOf(step), embeddings);
      const batch = await makeBatch(read, batchOptions, decoders, skips);
      return teach === undefined ? batch : { ...batch, teacher: teach(read.rows) };
    } catch (error) {
      // A thread that has been ended can't finish its work.
      throw isClosed ? closed() : error;
    }
  };
  return {
    batchesFrom: (step) => inOrder(step, ahead, make),
    size: plan.size,
    counts: { images: examples.length, captions: all.length, negatives },
    stepsPerEpoch: plan.stepsPerEpoch,
    noHardCaptions: negatives === 0 ? noHardCaptions(inputs, read.fields) : undefined,
    skipped: skips,
    preprocessing,
    augment,
    inputs,
    close() {
      isClosed = true;
      return decoders.close();
    },
  };
}

function noHardCaptions([file]: readonly string[], fields: SourceFields = {}): string {
  const names = namesOf('negative', fields).join(' or ');
  return `trainingData found none in ${file}, where ${names} holds them; name their column in fields.negative, or pass a file of them as negatives`;
}

/** Else each image would be left out by itself, and only once the run has begun. */
async function checkFolder(name: string, folder: string | undefined): Promise<void> {
  if (folder === undefined) return;
  const found = await stat(folder).catch((error: unknown) => {
    refuse('trainingData', name, 'must be a folder', `${quoted(folder)}: ${fileReason(error)}`);
  });
  if (found.isDirectory()) return;
  refuse('trainingData', name, 'must be a folder', `the file ${quoted(folder)}`, 'pass its folder');
}

async function readExamples(
  {
    source,
    images,
    format,
    fields,
    split,
    negatives,
    hardImages,
  }: Pick<
    TrainingDataOptions,
    'source' | 'images' | 'format' | 'fields' | 'split' | 'negatives' | 'hardImages'
  >,
  skips: SkipLog,
): Promise<Example[]> {
  const needs = { image: true, caption: true };
  const splits = split === undefined ? ['train', 'restval'] : [split].flat();
  const rows = readSource(
    { source, images, hardImages, format, fields, splits },
    needs,
    skips,
    'trainingData',
  );
  const examples = await collectExamples(rows, skips);
  if (examples.length === 0) {
    const first = skips.first[0];
    const reason = first === undefined ? 'there are no rows' : `${first.place} ${first.reason}`;
    throw new InputError(`trainingData: ${String(source)} holds no image with a caption: ${reason}.`);
  }
  for (const file of negatives === undefined ? [] : [negatives].flat()) {
    const folders = { hardImages, images: images ?? (await folderOf(source)) };
    await joinNegatives(examples, readNegatives(file, folders, skips), file, skips);
  }
  return examples;
}

/** Where the first file of a source lies. */
async function folderOf(source: TrainingDataOptions['source']): Promise<string> {
  return dirname((await findFiles(source, 'trainingData'))[0]!);
}

/** One core stays with the training thread; sharp has threads of its own, so that more than two wait for it. */
function defaultWorkers(): number {
  return Math.max(1, Math.min(2, availableParallelism() - 1));
}

/** Made ahead, at most `ahead` beside the one that was asked for, and handed out in order. */
async function* inOrder(
  first: number,
  ahead: number,
  make: (step: number) => Promise<TrainBatch>,
): AsyncGenerator<TrainBatch, void, void> {
  if (!Number.isSafeInteger(first) || first < 0) {
    refuse('batchesFrom', 'step', 'must be an integer from 0', shown(first));
  }
  const pending: Promise<TrainBatch>[] = [];
  let next = first;
  const fill = (count: number) => {
    while (pending.length < count) {
      const batch = make(next);
      batch.catch(() => {}); // It is awaited in its turn.
      pending.push(batch);
      next += 1;
    }
  };
  try {
    for (;;) {
      fill(1);
      const batch = pending.shift()!;
      fill(ahead);
      yield await batch;
    }
  } finally {
    await Promise.allSettled(pending);
  }
}

/** Rows whose images were embedded before. */
interface EmbeddedRows {
  readonly rows: readonly PlannedRow[];
  readonly imageEmbeddings: Float32Array;
}

function embeddedRows(rows: readonly PlannedRow[], embeddings: ImageEmbeddings): EmbeddedRows {
  return { rows, imageEmbeddings: embeddings.of(rows.map(({ example }) => example)) };
}

type EmbeddingsRead = Omit<EmbeddingsOptions, 'images'>;

/** What the encoder makes of the captions now, before it is trained, for rows whose images have embeddings. */
async function teacherOf(
  { encoder }: NonNullable<ReturnType<typeof readTrainingDataOptions>['teacher']>,
  images: ImageEmbeddings,
  captions: readonly { readonly text: string }[],
): Promise<(rows: readonly PlannedRow[]) => Teacher<Float32Array>> {
  const texts = [...new Set(captions.map(({ text }) => text))];
  const embedded = await encoder.embedTexts(texts);
  const of = new Map(texts.map((text, at) => [text, embedded[at]!]));
  const [logarithm] = await encoder.model.parameter('logit_scale').data<'float32'>();
  return (rows) => {
    const width = embedded[0]!.length;
    const ofRows = new Float32Array(rows.length * width);
    for (const [row, { caption }] of rows.entries()) ofRows.set(of.get(caption.text)!, row * width);
    const ofImages = images.of(rows.map(({ example }) => example));
    return { images: ofImages, captions: ofRows, logitScale: Math.exp(logarithm!) };
  };
}

interface BatchOptions {
  readonly encode: (text: string) => readonly number[];
  readonly size: number;
  /** K, 0 for data without negatives. */
  readonly perCaption: number;
  readonly rated: boolean;
  readonly hardImages: boolean;
  readonly augment: Augment | undefined;
}

/** The batch of rows whose images were read, or have embeddings. */
async function makeBatch(
  { rows, ...shown }: ReadRows | EmbeddedRows,
  options: BatchOptions,
  decoders: Decoders,
  skips: SkipLog,
): Promise<TrainBatch> {
  const { encode, perCaption } = options;
  const tokens = rows.map(({ caption }) => encode(caption.text));
  const groups = groupsOf(rows);
  const pictures = 'pixels' in shown ? { images: shown.pixels } : shown;
  const batch: TrainBatch = { ...pictures, tokens, ...(groups === undefined ? {} : { groups }) };
  if (perCaption === 0) return batch;

  const hard =
    options.hardImages && 'pixels' in shown
      ? await readHardImages(rows, shown.pixels, options, decoders, skips)
      : undefined;
  const has = (row: number, slot: number) =>
    rows[row]!.negatives[slot] !== undefined && !(hard?.broken.has(row) ?? false);
  // An empty slot holds the true caption and takes no part.
  const slots = <T>(value: (row: number, slot: number) => T): T[][] =>
    rows.map((_, row) => Array.from({ length: perCaption }, (_, slot) => value(row, slot)));
  const flat = <T>(values: T[][]): T[] | T[][] => (perCaption === 1 ? values.flat() : values);
  const valid = slots((row, slot) => (has(row, slot) ? 1 : 0));
  const texts = slots((row, slot) =>
    has(row, slot) ? encode(rows[row]!.negatives[slot]!.text) : tokens[row]!,
  );
  const filled = rows.length + valid.flat().filter(Boolean).length;
  const textIds = idsOf(
    tokens.map((caption, row) => [caption, ...texts[row]!]),
    filled,
  );
  return {
    ...batch,
    ...(textIds === undefined ? {} : { textIds }),
    hardTokens: perCaption === 1 ? texts.map(([only]) => only!) : texts,
    ...(options.rated
      ? { concreteness: flat(slots((row, slot) => rows[row]!.negatives[slot]?.concreteness ?? 1)) }
      : {}),
    ...(valid.flat().includes(0) ? { valid: flat(valid) } : {}),
    ...(hard === undefined ? {} : { hardImages: hard.pixels }),
  };
}

/** Pixels of each row's hard image; where there is none or a broken one, the row's own image. */
async function readHardImages(
  rows: readonly PlannedRow[],
  own: Float32Array,
  { size, augment }: BatchOptions,
  decoders: Decoders,
  skips: SkipLog,
): Promise<{ pixels: Float32Array; broken: ReadonlySet<number> }> {
  const length = size * size * 3;
  const pixels = own.slice();
  const wanted = rows.flatMap(({ negatives: [negative] }, row): [number, ImagePlace][] =>
    negative?.image === undefined ? [] : [[row, negative.image]],
  );
  const decoded = await decoders.decode(
    wanted.map(([row, image]) => wantedImage(rows[row]!, image, augment)),
  );
  const broken = new Set<number>();
  for (const [i, [row, image]] of wanted.entries()) {
    const problem = decoded.problems[i];
    if (problem === undefined)
      pixels.set(decoded.pixels.subarray(i * length, (i + 1) * length), row * length);
    else {
      broken.add(row);
      skips.add(...describeBrokenImage(image, problem));
    }
  }
  return { pixels, broken };
}

/**
 * A number for each row, the same for rows of one image and for rows of equal captions, which are no negatives
 * of each other; `undefined` where all rows differ.
 */
function groupsOf(rows: readonly PlannedRow[]): number[] | undefined {
  const groups = rows.map((_, row) => row);
  const first = new Map<unknown, number>();
  for (const [row, { example, caption }] of rows.entries()) {
    for (const key of [example, caption.text]) {
      const other = first.get(key);
      if (other === undefined) first.set(key, row);
      else {
        const [from, to] = [groups[row]!, groups[other]!];
        groups.forEach((group, i) => {
          if (group === from) groups[i] = to;
        });
      }
    }
  }
  return new Set(groups).size === rows.length ? undefined : groups;
}

/**
 * A number for each text, the same for texts of the same tokens; `undefined` where no two are the same. In an empty slot
 * it is the caption's.
 */
function idsOf(texts: readonly (readonly (readonly number[])[])[], filled: number): number[][] | undefined {
  const known = new Map<string, number>();
  const ids = texts.map((row) =>
    row.map((tokens) => {
      const key = tokens.join();
      const id = known.get(key) ?? known.size;
      known.set(key, id);
      return id;
    }),
  );
  return known.size === filled ? undefined : ids;
}
