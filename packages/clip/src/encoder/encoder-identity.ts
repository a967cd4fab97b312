import type { ClipSource } from '../files/clip-files';
import { tokenizerFiles } from '../files/model-files';
import { nodeCrypto } from '../files/node-modules';
import { openFile } from '../files/open-file';
import { InputError } from '../input-error';
import { findWeights } from '../weights/find-weights';
import { indexFile } from '../weights/shard-index';
import { closeFiles } from '../weights/weight-files';

const beside = [
  'config.json',
  'open_clip_config.json',
  indexFile,
  'preprocessor_config.json',
  ...tokenizerFiles,
];
const pieceBytes = 2 ** 20;

/**
 * SHA-256, in hexadecimal, of every file that decides what a model's encoder gives for an input: the weights (each
 * shard) and their index, the configs, the tokenizer's files and the preprocessing, by name, length and content. Two
 * folders with one identity give the same embeddings, so it is what a cache of embeddings goes by. Node only.
 *
 * Throws an InputError where {@link loadClip} would find no weights.
 */
export async function encoderIdentity(source: ClipSource): Promise<string> {
  const crypto = nodeCrypto();
  if (crypto === undefined) throw new InputError('encoderIdentity: Node only; a browser has no such hash.');
  const { files } = await findWeights(source);
  await closeFiles(files);
  const whole = crypto.createHash('sha256');
  for (const name of [...new Set([...beside, ...files.map((file) => file.name)])].sort()) {
    const file = await openFile(source, name);
    if ('missing' in file) continue;
    const hash = crypto.createHash('sha256');
    let bytes = 0;
    try {
      for (let piece = await file.read(pieceBytes); piece.length > 0; piece = await file.read(pieceBytes)) {
        hash.update(piece);
        bytes += piece.length;
      }
    } finally {
      await file.close();
    }
    whole.update(`${JSON.stringify(name)} ${bytes} ${hash.digest('hex')}\n`);
  }
  return whole.digest('hex');
}
