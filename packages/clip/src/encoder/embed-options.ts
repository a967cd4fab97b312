import {
  abortSignal,
  callback,
  choice,
  integer,
  optional,
  type RowsFor,
} from '@slipform/kit/options/options';
import type { EmbedImagesOptions, EmbedProgress } from './encoder';

export const EMBED_ROWS = {
  batchSize: optional(integer({ min: 1 })),
  signal: optional(abortSignal()),
  onProgress: optional(callback<(progress: EmbedProgress) => void>()),
  onError: optional(choice(['throw', 'skip'])),
} satisfies RowsFor<EmbedImagesOptions>;
