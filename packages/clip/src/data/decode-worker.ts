import { serveLane } from '@slipform/kit/threads/serve-lane';
import { Budget, pictureBytes, setPictureBudget } from '../encoder/budget';
import type { Decoded } from '../encoder/decoded';
import { type DecodeJob, decodeImages } from './decode-images';

/** What a thread is started with. */
export interface DecodeThread {
  /** Of the pictures of all threads. */
  readonly pictures: Int32Array;
}

serveLane<DecodeThread, DecodeJob, Decoded>(
  ({ pictures }) => {
    setPictureBudget(new Budget(pictureBytes, pictures));
    return decodeImages;
  },
  // The pixels move, they are not copied.
  { moved: ({ pixels }) => [pixels.buffer] },
);
