import type { ClipSource } from '../files/clip-files';
import type { ModelSource } from '../files/model-source';
import { nodeCrypto } from '../files/node-modules';
import { InputError } from '../input-error';
import { findWeights } from './find-weights';
import { readTensors } from './load-clip';
import { closeFiles } from './weight-files';

/** SHA-256 of a model's config and of its tensors by name, however they are spread over files. Node only. */
export async function weightsDigest(source: ClipSource | ModelSource): Promise<string> {
  const crypto = nodeCrypto();
  if (crypto === undefined) throw new InputError('weightsDigest: Node only; a browser has no such hash.');
  const { config, files } = await findWeights(source);
  const lines: string[] = [];
  try {
    for (const file of files) {
      for await (const [{ name, dtype, shape }, bytes] of readTensors(source, file)) {
        const digest = crypto.createHash('sha256').update(bytes).digest('hex');
        lines.push(JSON.stringify([name, dtype, shape, digest]));
      }
    }
  } finally {
    await closeFiles(files);
  }
  return crypto
    .createHash('sha256')
    .update(JSON.stringify([config, ...lines.sort()]))
    .digest('hex');
}
