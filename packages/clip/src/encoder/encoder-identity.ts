import { InputError } from '@slipform/kit/errors/input-error';
import { tokenizerFiles } from '../files/model-files';
import type { ClipSource } from '../files/model-source';
import { nodeCrypto } from '../files/node-modules';
import { type OpenedSource, openHashedSource } from '../files/open-source';
import { closeFiles, findWeights, indexFile } from '../weights/find-weights';
import { preprocessingFile, processorFile } from './preprocess';

const beside = [
  'config.json',
  'open_clip_config.json',
  indexFile,
  preprocessingFile,
  processorFile,
  ...tokenizerFiles,
];
const pieceBytes = 2 ** 20;

/**
 * SHA-256, in hexadecimal, of every file that decides what a model's encoder gives for an input: the weights (each
 * shard) and their index, the configs, the tokenizer's files and the preprocessing, by name, length and content. Two
 * folders with one identity give the same embeddings, so it is what a cache of embeddings goes by. Node only.
 *
 * @throws {InputError} where {@link loadClip} would find no weights
 * @example
 * const key = await encoderIdentity('my-model');
 * key.length; // 64
 */
export async function encoderIdentity(source: ClipSource): Promise<string> {
  if (nodeCrypto() === undefined) {
    throw new InputError('encoderIdentity: Node only; a browser has no such hash.');
  }
  const opened = await openHashedSource('encoderIdentity', source, {});
  const { files } = await findWeights(opened);
  await closeFiles(files);
  for (const { name } of files) await readThrough(opened, name);
  return identityOf(opened);
}

/** {@link encoderIdentity} of a source whose weights have been read. Reads the files that nobody has read yet. */
export async function identityOf(source: OpenedSource): Promise<string> {
  const weights = [...source.digests.keys()].filter((name) => name.endsWith('.safetensors'));
  const whole = nodeCrypto()!.createHash('sha256');
  for (const name of [...new Set([...beside, ...weights])].sort()) {
    if (!source.digests.has(name)) await readThrough(source, name);
    const file = source.digests.get(name);
    if (file !== undefined) whole.update(`${JSON.stringify(name)} ${file.bytes} ${file.digest}\n`);
  }
  return whole.digest('hex');
}

async function readThrough(source: OpenedSource, name: string): Promise<void> {
  const file = await source.open(name);
  if ('missing' in file) return;
  try {
    while ((await file.read(pieceBytes)).length > 0);
  } finally {
    await file.close();
  }
}
