import { readFile } from 'node:fs/promises';
import { createLexicon, InputError, type Norms, parseNorms } from '@slipform/concreteness';
import { createPlant } from './create-plant';
import { type Format, formatOf } from './files/caption-format';
import { openInput, reasonOf } from './files/open-input';
import { nameOf, readCaptions } from './files/read-captions';
import { readSiblingCaptions } from './files/sibling-captions';
import { openOutput } from './files/write-atomically';
import type { PlantOptions } from './options';
import { createProgress } from './progress';
import type { PlantStats } from './stats';
import { count } from './summary';

export interface MineFileOptions extends Omit<PlantOptions, 'lexicon' | 'vocabulary'> {
  readonly output: string;
  readonly format?: Format | undefined;
  readonly norms?: string | undefined;
  readonly vocabulary?: string | undefined;
  readonly skipInvalid?: boolean | undefined;
  readonly force?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

export interface MineFileResult {
  readonly stats: PlantStats;
  readonly brokenLines: number;
  readonly seconds: number;
}

/** So many broken lines are told one by one, the others as a number. */
const problemsShown = 10;

/** Mines a file of captions into a file of records (JSON lines), as a stream. */
export async function mineFile(file: string, options: MineFileOptions): Promise<MineFileResult> {
  const format = options.format ?? formatOf(file);
  const { policy, balance, operations, slots, perCaption, seed, maxGap } = options;
  const plant = createPlant({
    policy,
    balance,
    operations,
    slots,
    perCaption,
    seed,
    maxGap,
    lexicon:
      options.norms === undefined ? undefined : createLexicon({ norms: await readNorms(options.norms) }),
    vocabulary: options.vocabulary === undefined ? undefined : await readWords(options.vocabulary),
  });
  const input = openInput(file);
  const output = await openOutput(options.output, file, options.force === true);
  const progress = createProgress(input.bytes, options.quiet === true);
  const started = performance.now();
  let brokenLines = 0;
  let captions = 0;
  let negatives = 0;
  let bytes = 0;

  async function* counted(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      yield chunk;
      bytes += chunk.length;
    }
  }

  try {
    const captionsOf = input.bytes === undefined ? undefined : await readSiblingCaptions(file, format);
    for await (const batch of readCaptions(file, counted(input.stream), format)) {
      for (const problem of batch.problems) {
        if (!options.skipInvalid && problem.includes('is not UTF-8')) {
          throw new InputError(`${nameOf(file)}: ${problem}; save it as UTF-8, or pass --skip-invalid.`);
        }
        brokenLines += 1;
        if (brokenLines <= problemsShown)
          process.stderr.write(`slipform-plant: ${nameOf(file)}: ${problem}.\n`);
      }
      for (const { id, caption, imageId } of batch.captions) {
        const siblings =
          imageId === undefined ? undefined : captionsOf?.get(imageId)?.filter((other) => other !== caption);
        captions += 1;
        for (const record of plant.mine(caption, { id, siblings })) {
          negatives += 1;
          await output.write(`${JSON.stringify(record)}\n`);
        }
      }
      progress.update(bytes, captions, negatives);
    }
    if (captions === 0 && brokenLines === 0) throw new InputError(`${nameOf(file)} holds no caption.`);
    await output.commit();
  } catch (error) {
    await output.discard();
    throw error;
  } finally {
    progress.stop();
  }
  if (brokenLines > problemsShown) {
    process.stderr.write(`slipform-plant: ${count(brokenLines - problemsShown, 'more broken line')}.\n`);
  }
  return { stats: plant.stats(), brokenLines, seconds: (performance.now() - started) / 1000 };
}

async function readNorms(file: string): Promise<Norms> {
  const text = await readText(file);
  try {
    return parseNorms(text);
  } catch (error) {
    if (InputError.isInstance(error)) throw new InputError(`${file}: ${error.message}`);
    throw error;
  }
}

async function readWords(file: string): Promise<readonly string[]> {
  const words = (await readText(file)).split(/\r?\n/).filter((line) => line.trim() !== '');
  if (words.length === 0) throw new InputError(`${file} holds no word; write one a line.`);
  return words;
}

async function readText(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new InputError(`cannot read ${file}: ${reasonOf(error)}.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${file} is not UTF-8; save it as UTF-8 first.`);
  }
}
