import type { SkipLog } from '../data/skips';
import { InputError } from '../input-error';
import { embedListed } from './embed-listed';
import type { Embedder } from './embedder';
import type { EmbeddingWriter } from './embedding/embedding-writer';
import type { Inputs } from './list-inputs';

/** Throws an InputError for an input that names nothing to embed. */
export function refuseEmpty(input: string, { kind, items }: Inputs): void {
  if (items.length === 0) throw new InputError(`${input} holds no ${kind} to embed.`);
}

/**
 * Embeds what an input named and writes it, without ending the output.
 *
 * @returns the number of rows
 * @throws {InputError} where not one of the images can be read
 */
export async function embedInto(
  writer: EmbeddingWriter,
  input: string,
  inputs: Inputs,
  embedder: Embedder,
  how: { readonly signal: AbortSignal; readonly skips: SkipLog; readonly title?: string },
): Promise<number> {
  const { model, preprocessing, workers, batchSize, normalize } = embedder;
  const tokenizer = inputs.kind === 'texts' ? await embedder.tokenizer() : undefined;
  const { title = `embedding ${inputs.kind}` } = how;
  const options = { model, tokenizer, preprocessing, workers, batchSize, normalize, ...how, title };
  let rows = 0;
  for await (const { ids, values } of embedListed(inputs, options)) {
    if (ids.length > 0) await writer.append(ids, values);
    rows += ids.length;
  }
  how.signal.throwIfAborted();
  if (rows === 0)
    throw new InputError(`none of the ${inputs.items.length} images of ${input} could be read.`);
  return rows;
}
