import { refuseOverwrites } from '@slipform/kit/output-guard';
import { openDecoders } from '../data/open-decoders';
import { InputError } from '../input-error';
import { loadTokenizer } from '../tokenizer/tokenizer-file';
import { loadClip } from '../weights/load-clip';
import { embedInputs } from './embedding/embed-inputs';
import { openEmbeddingWriter, outputFiles } from './embedding/embedding-writer';
import { filesOf, inputFiles } from './input-files';
import { createItemProgress } from './item-progress';
import { listInputs } from './list-inputs';
import { modelPreprocessing } from './model-preprocessing';
import { createSkipReport } from './report-skips';
import { type BackendFlags, startBackend } from './start-backend';
import { UsageError } from './usage-error';
import { watchInterruption } from './watch-interruption';

export interface EmbedFlags extends BackendFlags {
  readonly output: string;
  readonly images?: boolean;
  readonly texts?: boolean;
  readonly imageFolder?: string;
  readonly batchSize: number;
  readonly normalize: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `slipform-clip embed MODEL INPUT -o OUTPUT` */
export async function embed(folder: string, input: string, flags: EmbedFlags): Promise<void> {
  const { output, batchSize, normalize, force = false, json = false } = flags;
  if (flags.images && flags.texts) throw new UsageError('--images and --texts exclude each other; pass one.');
  const outputs = outputFiles(output);
  const kind = flags.images ? 'images' : flags.texts ? 'texts' : undefined;
  const { skips, end } = createSkipReport(process.stderr);
  const inputs = await listInputs(input, kind, flags.imageFolder, skips);
  if (inputs.items.length === 0) throw new InputError(`${input} holds no ${inputs.kind} to embed.`);
  refuseOverwrites({
    inputs: [
      ...(await inputFiles(input, inputs)).map((file) => ({ file, name: 'an input' })),
      ...(filesOf(folder) ?? []).map((file) => ({ file, name: 'a file of the model' })),
    ],
    outputs: outputs.map((file) => ({
      file,
      name: file === output ? '--output' : 'the ids beside --output',
    })),
  });
  await startBackend(flags);
  const model = await loadClip(folder);
  const tokenizer = inputs.kind === 'texts' ? await loadTokenizer(folder) : undefined;
  const preprocessing = await modelPreprocessing(folder, model);
  const width = model.config.embeddingSize;
  const interruption = watchInterruption('nothing was written');
  const writer = await openEmbeddingWriter(output, width, force);
  const decoders = openDecoders(inputs.kind === 'images' ? 1 : 0, preprocessing);
  const progress = createItemProgress(process.stderr, `embedding ${inputs.kind}`, inputs.items.length);
  const started = performance.now();
  let rows = 0;
  try {
    const batches = embedInputs(inputs, model, tokenizer, decoders, { batchSize, normalize }, skips);
    for await (const { ids, values, done } of batches) {
      interruption.check();
      if (ids.length > 0) await writer.append(ids, values);
      rows += ids.length;
      progress.update(done);
    }
    if (rows === 0)
      throw new InputError(`none of the ${inputs.items.length} images of ${input} could be read.`);
    await writer.commit();
  } finally {
    progress.stop();
    interruption.off();
    await writer.close();
    await decoders.close();
    model.dispose();
  }
  end();
  const seconds = (performance.now() - started) / 1000;
  const { count: skipped, byReason } = skips;
  const summary = {
    output,
    kind: inputs.kind,
    rows,
    width,
    normalized: normalize,
    skipped,
    byReason,
    seconds,
  };
  process.stdout.write(
    json
      ? `${JSON.stringify(summary)}\n`
      : `${output}: ${rows} embeddings of ${width} numbers${skipped > 0 ? `, ${skipped} left out` : ''}\n`,
  );
}
