import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { type Fingerprint, hashFile } from '@slipform/kit/shards/fingerprint';
import { version } from '../../package.json';
import { inputFiles } from './input-files';
import { type Inputs, imageName } from './list-inputs';

/** What decides the embeddings of an input, beside the input. */
export interface EmbeddingConditions {
  /** SHA-256 over the files of the model. */
  readonly identity: string;
  readonly name: string;
  readonly backend: string;
  readonly kernels: boolean;
  readonly experimental: boolean;
  readonly batchSize: number;
  readonly normalize: boolean;
}

/**
 * What makes the embeddings of an input what they are. A table, a list or a shard is known by its content, a picture that lies
 * in a file of its own by its name and size: to read a million of them would cost as much as to embed them.
 */
export async function shardFingerprint(
  input: string,
  inputs: Inputs,
  conditions: EmbeddingConditions,
): Promise<Fingerprint> {
  const read = (await inputFiles(input, inputs)).filter((file) => !imageName.test(file));
  const hashes: string[] = [];
  for (const file of read.sort()) hashes.push(await hashFile(file));
  return {
    'the version': version,
    'the model': conditions.identity,
    'the input': hashes.join(' '),
    'the pictures': await picturesOf(inputs),
    'the kind of input': inputs.kind,
    'the name': conditions.name,
    '--backend': conditions.backend,
    '--no-kernels': String(!conditions.kernels),
    '--experimental': String(conditions.experimental),
    // A text may change in its last bits with the others of its batch.
    '--batch-size': inputs.kind === 'texts' ? conditions.batchSize : '',
    '--no-normalize': String(!conditions.normalize),
  };
}

/** A hash of names and sizes. */
async function picturesOf(inputs: Inputs): Promise<string> {
  if (inputs.kind !== 'images') return '';
  const hash = createHash('sha256');
  let count = 0;
  for (const { id, image } of inputs.items) {
    if (image.part !== undefined) continue;
    const found = await stat(image.file).catch(() => undefined);
    hash.update(`${JSON.stringify(id)} ${found?.size ?? 'missing'}\n`);
    count += 1;
  }
  return count === 0 ? '' : hash.digest('hex');
}
