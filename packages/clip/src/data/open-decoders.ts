import { openLanes } from '@slipform/kit/threads/lanes';
import { Budget, pictureBytes } from '../encoder/budget';
import type { Decoded } from '../encoder/decoded';
import type { Preprocessing } from '../encoder/preprocess';
import type { Augment } from './augment';
import { type DecodeJob, decodeImages, type WantedImage } from './decode-images';
import type { DecodeThread } from './decode-worker';

export interface Decoders {
  decode(images: readonly WantedImage[]): Promise<Decoded>;
  close(): Promise<void>;
}

/** Images of one message: enough to make its cost small, few enough to share a batch among threads. */
const PER_JOB = 8;

/** Decodes in so many threads, or in this one for 0. The results are the same. */
export function openDecoders(workers: number, preprocessing: Preprocessing, augment?: Augment): Decoders {
  const { size } = preprocessing;
  // Theirs alone: a thread that is ended in the midst of a picture never gives back what it took.
  const { used: pictures } = new Budget(pictureBytes);
  // A regular expression stays here.
  const job = augment === undefined ? {} : { augment: { scale: augment.scale, ratio: augment.ratio } };
  const setup: DecodeThread = { pictures };
  const lanes =
    workers === 0
      ? { run: decodeImages, close: async () => {} }
      : openLanes<DecodeJob, Decoded>(new URL('./decode-worker.js', import.meta.url), workers, { setup });
  return {
    async decode(places) {
      const images = places.map(({ file, part, view }) => ({
        file,
        ...(part === undefined ? {} : { part }),
        ...(view === undefined ? {} : { view }),
      }));
      const jobs = Array.from({ length: Math.ceil(images.length / PER_JOB) }, (_, i) =>
        lanes.run({ images: images.slice(i * PER_JOB, (i + 1) * PER_JOB), preprocessing, ...job }),
      );
      const parts = await Promise.all(jobs);
      const pixels = new Float32Array(images.length * size * size * 3);
      let at = 0;
      for (const part of parts) {
        pixels.set(part.pixels, at);
        at += part.pixels.length;
      }
      return { pixels, problems: parts.flatMap(({ problems }) => problems) };
    },
    close: () => lanes.close(),
  };
}
