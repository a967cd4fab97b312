import { serveLane } from '@slipform/kit/threads/serve-lane';
import { Budget, pictureBytes, setPictureBudget } from '../encoder/budget';
import type { Decoded } from '../encoder/decode-image';
import { type DecodeJob, type DecodeThread, decodeImages } from './decode-images';

serveLane<DecodeThread, DecodeJob, Decoded>(
  ({ pictures }) => {
    setPictureBudget(new Budget(pictureBytes, pictures));
    return decodeImages;
  },
  // The pixels move, they are not copied.
  { moved: ({ pixels }) => [pixels.buffer] },
);
