import { readFile } from 'node:fs/promises';
import { createLexicon, InputError, parseNorms } from '@slipform/concreteness';
import { createPlant } from './create-plant';
import { type Format, formatOf } from './files/caption-format';
import { openInput, reasonOf } from './files/open-input';
import { nameOf, readCaptions } from './files/read-captions';
import { readSiblingCaptions } from './files/sibling-captions';
import { openOutput } from './files/write-atomically';
import type { PlantOptions } from './options';
import { createProgress } from './progress';
import type { PlantStats } from './stats';

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
  const plant = createPlant({
    ...options,
    lexicon:
      options.norms === undefined
        ? undefined
        : createLexicon({ norms: parseNorms(await readText(options.norms)) }),
    vocabulary:
      options.vocabulary === undefined ? undefined : (await readText(options.vocabulary)).split(/\r?\n/),
  });
  const input = openInput(file);
  const output = await openOutput(options.output, options.force === true);
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
    process.stderr.write(`slipform-plant: ${brokenLines - problemsShown} more broken lines.\n`);
  }
  return { stats: plant.stats(), brokenLines, seconds: (performance.now() - started) / 1000 };
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
