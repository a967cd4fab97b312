import type { Encoder } from '@slipform/bench';
import type { ClipEncoder } from '@slipform/clip';
import { tensor2d } from '@tensorflow/tfjs-core';
import type { CachedFeatures } from '../icons/icon-batches';

/** An encoder for pictures that are known by their keys: the image tower is frozen, so that its features need no drawing. */
export function featureEncoder(
  { model, embedTexts }: Pick<ClipEncoder, 'model' | 'embedTexts'>,
  { values, width }: CachedFeatures,
  rowOf: Readonly<Record<string, number>>,
): Encoder {
  return {
    embedTexts: (texts) => embedTexts(texts),
    async embedImages(images) {
      const rows = images.map((image) => {
        const row = typeof image === 'string' ? rowOf[image] : undefined;
        if (row === undefined) throw new Error(`unreachable: ${String(image)} has no features`);
        return row;
      });
      const gathered = new Float32Array(rows.length * width);
      for (const [at, row] of rows.entries()) {
        gathered.set(values.subarray(row * width, (row + 1) * width), at * width);
      }
      const features = tensor2d(gathered, [rows.length, width]);
      const embedded = model.projectImages(features);
      try {
        const size = embedded.shape[1];
        const all = await embedded.data<'float32'>();
        return rows.map((_, at) => all.slice(at * size, (at + 1) * size));
      } finally {
        features.dispose();
        embedded.dispose();
      }
    },
  };
}
