import {
  abortSignal,
  callback,
  choice,
  defineOptions,
  described,
  extend,
  flag,
  integer,
  optional,
  type RowsFor,
  text,
} from '@slipform/kit/options/options';
import type { Split } from '../corpus/icon';
import { type DrawOptions, drawRows } from '../drawing/draw-options';
import type { SkippedIcon } from '../drawing/drawings';

/** In which form icons are written; see {@link exportIcons}. */
export const EXPORT_FORMATS = ['winoground', 'webdataset', 'coco'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportProgress {
  /** Icons that are drawn or skipped. */
  readonly done: number;
  readonly total: number;
}

export interface ExportOptions extends DrawOptions {
  /** Where the files go; it is made. One that is there must be empty or this function's own, unchanged. */
  readonly folder: string;
  readonly format: ExportFormat;
  /** Edge of the pictures in pixels, from 8 to 1,024. Default: 224, what most models look at. */
  readonly size?: number;
  /** Icons of this split alone. Default: all that the corpus has. */
  readonly split?: Split;
  /** At most so many: pairs for `winoground`, icons for the others; the seed draws them. Default: all. */
  readonly limit?: number;
  /** Of pairs: the most in which one word is exchanged. Default: no limit. */
  readonly perWord?: number;
  /** Of pairs: the most in which two words are exchanged for each other. Default: no limit. */
  readonly perWordPair?: number;
  /** Fixes the order and what the limits draw. Default: 0. */
  readonly seed?: number;
  /**
   * Captions of a picture in `coco`: its `name`, or `all` that `captionsOf` gives, a row each: name, aliases, name with tags.
   * Shards have the name as text and the others in `.json`. Default: `name`.
   */
  readonly captions?: 'name' | 'all';
  /** Whether samples of `webdataset` carry the other icon of a minimal pair as a hard negative. Default: false. */
  readonly negatives?: boolean;
  /** Icons a shard of `webdataset`. Default: 2,000. */
  readonly shardSize?: number;
  /** Stops the work; its reason is thrown, and nothing is written. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ExportProgress) => void;
  /** Gets each icon that has no picture and is left out. */
  readonly onSkip?: (skipped: SkippedIcon) => void;
}

/** What a command has of these options too. */
export const exportRows = {
  format: described('in which form', choice(EXPORT_FORMATS)),
  colour: described('the pen; coloured sets keep their own', drawRows.colour),
  background: described('the paper', drawRows.background),
  padding: described('free paper on each side, as a share of the edge', drawRows.padding),
  size: described('edge of the pictures in pixels', optional(integer({ min: 8, max: 1024 }), 224)),
  split: described('icons of this split alone', optional(choice(['train', 'validation', 'test']))),
  limit: described(
    'at most so many pairs (winoground) or icons (webdataset, coco)',
    optional(integer({ min: 1 })),
  ),
  perWord: described('of pairs: the most in which one word is exchanged', optional(integer({ min: 1 }))),
  perWordPair: described(
    'of pairs: the most in which two words are exchanged for each other',
    optional(integer({ min: 1 })),
  ),
  seed: described(
    'fixes the order, and what the limits draw',
    optional(integer({ min: 0, max: 2 ** 32 - 1 }), 0),
  ),
  captions: described(
    'captions of a picture in coco: its name, or all its names, and one with tags',
    optional(choice(['name', 'all']), 'name'),
  ),
  negatives: described(
    'samples of webdataset carry the other icon of a minimal pair: .neg_caption, .neg_png',
    optional(flag(), false),
  ),
  shardSize: described('icons a shard of webdataset', optional(integer({ min: 1 }), 2000)),
};

export const exportTable = defineOptions(
  'exportIcons',
  extend(exportRows, {
    folder: described(
      'where the files go; must be empty, or written by this function',
      text('the name of a folder'),
    ),
    signal: described('stops the work', optional(abortSignal())),
    onProgress: described(
      'gets how many icons are drawn, of how many',
      optional(callback<(progress: ExportProgress) => void>()),
    ),
    onSkip: described(
      'gets each icon that is left out, and why',
      optional(callback<(skipped: SkippedIcon) => void>()),
    ),
  }) satisfies RowsFor<ExportOptions>,
);
