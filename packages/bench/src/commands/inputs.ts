import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createProgress } from '@slipform/kit/command/progress';
import { InputError } from '@slipform/kit/errors/input-error';
import { withHeldFolder } from '@slipform/kit/files/hold';
import { withOutputFile } from '@slipform/kit/files/output-file';
import { addOptions } from '@slipform/kit/options/add-options';
import { defineOptions, type OptionsRead } from '@slipform/kit/options/options';
import { Command } from 'commander';
import { pictureName } from '../files/picture-name';
import { collectInputs } from '../questions/inputs';
import { type BenchmarkImage, isLazyImage } from '../questions/question';
import { createJudge } from './judge-model';
import { runInputs, wantedBenchmarks } from './run';
import { RUN_OPTIONS } from './run-options';

const { benchmark, suite, module, images, size, seed, force } = RUN_OPTIONS.rows;
const OPTIONS = defineOptions('slipform-bench inputs', {
  benchmark,
  suite,
  module,
  images,
  size,
  seed,
  force,
});

export function inputsCommand(): Command {
  const command = new Command('inputs')
    .description(
      'List what a model of any library must embed for benchmarks: FOLDER/images.json has the pictures’ files and FOLDER/texts.json the texts. Write images.npy and texts.npy beside them, a row for each, then `slipform-bench run FOLDER` with the same options judges them',
    )
    .argument('<folder>', 'where the lists are written');
  return addOptions(command, OPTIONS).action((folder: string, given: unknown) =>
    writeInputs(folder, OPTIONS.read(given)),
  );
}

async function writeInputs(folder: string, flags: OptionsRead<typeof OPTIONS.rows>): Promise<void> {
  const wanted = await wantedBenchmarks(flags, 'inputs');
  const progress = createProgress(process.stderr);
  const nothing = { blind: false, backend: 'wasm', workers: 0 } as const;
  const judge = createJudge({ ...flags, ...nothing }, progress);
  const work = async () => {
    const output = (name: string) => {
      const file = join(folder, name);
      const read = { benchmarks: wanted, images: flags.images ?? [], captions: undefined };
      return { file, name: 'FOLDER', force: flags.force, inputs: runInputs(read, file) };
    };
    await withOutputFile(output('images.json'), (saveImages) =>
      withOutputFile(output('texts.json'), async (saveTexts) => {
        const benchmarks = await judge.load(wanted);
        const [first] = judge.leftOut.values();
        if (benchmarks.length === 0 && first) throw first;
        const all = benchmarks.map((each) => collectInputs(each, true));
        const files = new Set<string>();
        for (const image of new Set(all.flatMap((each) => each.images))) {
          files.add(await fileOf(image, join(folder, 'cut')));
        }
        const texts = new Set(all.flatMap((each) => each.texts));
        await saveImages(`${JSON.stringify([...files], null, 1)}\n`);
        await saveTexts(`${JSON.stringify([...texts], null, 1)}\n`);
        progress.log(`${folder}: ${files.size} pictures and ${texts.size} texts to embed`);
      }),
    );
  };
  try {
    await withHeldFolder({ folder, name: 'FOLDER', part: 'inputs' }, work);
  } finally {
    progress.stop();
  }
}

/** The file of a picture; one that lies inside another file is written into `folder`, under what `run` looks it up by. */
async function fileOf(image: BenchmarkImage, folder: string): Promise<string> {
  const input = isLazyImage(image) ? await image.load() : image;
  if (typeof input === 'string') return input;
  const name = pictureName(input);
  if (name === undefined || !(input instanceof Blob || input instanceof Uint8Array)) {
    throw new InputError(
      'inputs: the pictures must be files, and this benchmark draws them; judge it by evaluate() of @slipform/bench.',
    );
  }
  const file = join(folder, basename(name));
  await mkdir(folder, { recursive: true });
  await writeFile(file, input instanceof Blob ? new Uint8Array(await input.arrayBuffer()) : input);
  return file;
}
