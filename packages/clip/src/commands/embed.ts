import { nothingWritten, withInterruption } from '@slipform/kit/interruption';
import { refuseOverwrites } from '@slipform/kit/output-guard';
import { readModel, readModelTokenizer } from '../encoder/read-model';
import { openSource } from '../files/open-source';
import { InputError } from '../input-error';
import { openEmbeddingWorkers } from '../workers/embedding-workers';
import { embedListed } from './embed-listed';
import { openEmbeddingWriter, outputFiles } from './embedding/embedding-writer';
import { filesOf, inputFiles } from './input-files';
import { listInputs } from './list-inputs';
import { createSkipReport } from './report-skips';
import { type BackendFlags, startBackend } from './start-backend';
import { UsageError } from './usage-error';

export interface EmbedFlags extends BackendFlags {
  readonly workers: number | 'auto';
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
  const source = await openSource('embed', folder);
  const tokenizer = inputs.kind === 'texts' ? await readModelTokenizer(source) : undefined;
  const { model, preprocessing } = await readModel('embed', source);
  const workers = openEmbeddingWorkers('embed', model, flags.workers);
  const width = model.config.embeddingSize;
  const started = performance.now();
  let rows = 0;
  await withInterruption(nothingWritten(), async (signal) => {
    const writer = await openEmbeddingWriter(output, width, force);
    try {
      const title = `embedding ${inputs.kind}`;
      const how = { batchSize, normalize, workers, signal, skips, title };
      const options = { model, tokenizer, preprocessing, ...how };
      for await (const { ids, values } of embedListed(inputs, options)) {
        if (ids.length > 0) await writer.append(ids, values);
        rows += ids.length;
      }
      signal.throwIfAborted();
      if (rows === 0)
        throw new InputError(`none of the ${inputs.items.length} images of ${input} could be read.`);
      await writer.commit();
    } finally {
      await writer.close();
      await workers?.close();
      model.dispose();
    }
  });
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
