// Runs in Node and in a page.
import { type ClipModel, createEncoder, type EncoderOptions, trainTokenizer } from '@slipform/clip';
import type { Batches } from './batches';
import type { TurnTaker } from './turn';

/** A step embeds the rows of a batch. */
export function embedInTurns(
  model: ClipModel,
  batches: Batches,
  options: Partial<EncoderOptions>,
): TurnTaker {
  // An encoder has to have one; no text is embedded.
  const encoder = createEncoder(model, trainTokenizer(['a picture']), options);
  const images = batches.imageRowsOf(0);
  return {
    async take(steps) {
      const ms: number[] = [];
      let check: number[] = [];
      for (let i = 0; i < steps; i++) {
        const start = performance.now();
        const [first] = await encoder.embedImages(images, { batchSize: images.length });
        ms.push(performance.now() - start);
        check = [...first!.subarray(0, 12)];
      }
      return { ms, check };
    },
    async end() {
      encoder.dispose();
    },
  };
}
