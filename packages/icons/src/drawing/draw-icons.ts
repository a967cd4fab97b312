import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import {
  abortSignal,
  callback,
  defineOptions,
  extend,
  integer,
  optional,
  type RowsFor,
  text,
} from '@slipform/kit/options/options';
import type { Icon } from '../corpus/icon';
import { whyNotDrawn } from '../svg/why-not-drawn';
import { cachedDrawings, keepDrawings } from './draw-cache';
import { type DrawOptions, drawRows, rgbOf } from './draw-options';
import { type Drawings, type DrawingsDraft, type SkippedIcon, startDrawings } from './drawings';
import { svgOf } from './icon-svg';
import { openRenderer } from './renderer';

/** How far the drawing is. */
export interface DrawProgress {
  /** Icons that are drawn or skipped. */
  readonly done: number;
  readonly total: number;
}

export interface DrawIconsOptions extends DrawOptions {
  /**
   * A folder that keeps the pictures, and gives them back for the same drawings, options and version of the renderer. It is
   * made if it is missing; two processes may share it. Default: none.
   */
  readonly cache?: string;
  /** Processes that draw side by side, from 1 to 64; the pictures are the same. Default: one for each core, if they are many. */
  readonly workers?: number;
  /** Stops the work; its reason is thrown. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: DrawProgress) => void;
  /** Gets each icon that has no picture, when it is known. */
  readonly onSkip?: (skipped: SkippedIcon) => void;
}

const table = defineOptions(
  'drawIcons',
  extend(drawRows, {
    cache: optional(text('the name of a folder')),
    workers: optional(integer({ min: 1, max: 64 })),
    signal: optional(abortSignal()),
    onProgress: optional(callback<(progress: DrawProgress) => void>()),
    onSkip: optional(callback<(skipped: SkippedIcon) => void>()),
  }) satisfies RowsFor<DrawIconsOptions>,
);

/** So many drawings, and bytes of pictures, go to the process that draws at once. */
const maxAtOnce = 64;
const maxBytes = 4 * 2 ** 20;

/**
 * Draws icons with @resvg/resvg-js, an optional peer, in processes of their own. The same drawings, options and version of
 * the renderer give the same bytes, on any number of processes. An icon at which the renderer fails, ends or hangs, one that
 * `whyNotDrawn` has something against, and one of which nothing is seen, is skipped and named; it stops none of the others.
 * Drawings are given no fonts, files or network.
 *
 * @throws {InputError} for an option that breaks its rule, or if the renderer is not installed
 *
 * @example
 * const drawings = await drawIcons(corpus.icons, { size: 32, cache: '.cache' });
 * drawings.skipped; // icons without a picture, and why
 */
export async function drawIcons(icons: readonly Icon[], options: DrawIconsOptions = {}): Promise<Drawings> {
  const read = table.read(options);
  const { size, background, cache, signal, onProgress, onSkip } = read;
  signal?.throwIfAborted();
  const resvg = findResvg();
  // Made when they are needed: all at once, those of a large corpus take as much memory as it.
  const svgAt = (index: number) => svgOf(icons[index]!, read);
  const draft = startDrawings(icons, size, rgbOf(background), onSkip);
  const entry =
    cache === undefined
      ? undefined
      : { folder: cache, count: icons.length, svgAt, size, background, version: resvg.version };
  if (entry !== undefined && (await cachedDrawings(entry, draft))) {
    onProgress?.({ done: icons.length, total: icons.length });
    return draft.finish();
  }
  let done = 0;
  const report = (count: number) => {
    done += count;
    if (count > 0) onProgress?.({ done, total: icons.length });
  };
  const wanted = withoutObjections(icons, draft);
  report(icons.length - wanted.length);
  const atOnce = Math.max(1, Math.min(maxAtOnce, Math.floor(maxBytes / (size * size * 3))));
  let next = 0;
  const work = async () => {
    const renderer = openRenderer({ file: resvg.file, caller: 'drawIcons' });
    const stop = () => renderer.close();
    signal?.addEventListener('abort', stop);
    try {
      while (next < wanted.length) {
        const some = wanted.slice(next, next + atOnce);
        next += some.length;
        const answers = await renderer.render({ svgs: some.map(svgAt), size, background });
        answers.forEach((answer, at) => {
          if (typeof answer === 'string') draft.skip(some[at]!, answer);
          else draft.put(some[at]!, answer);
        });
        report(some.length);
      }
    } catch (error) {
      next = wanted.length; // no other process takes up more
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
      renderer.close();
    }
  };
  const { workers = Math.min(availableParallelism(), Math.ceil(wanted.length / 1000)) } = read;
  await Promise.all(Array.from({ length: Math.min(workers, wanted.length) }, work));
  signal?.throwIfAborted();
  const drawings = draft.finish();
  if (entry !== undefined) await keepDrawings(entry, drawings, draft.reasons());
  return drawings;
}

/** Indices of the icons that the renderer gets; the others are skipped. */
function withoutObjections(icons: readonly Icon[], draft: DrawingsDraft): readonly number[] {
  return [...icons.keys()].filter((index) => {
    const objection = whyNotDrawn(icons[index]!);
    if (objection !== undefined) draft.skip(index, objection);
    return objection === undefined;
  });
}

/** The renderer that is installed. */
interface Resvg {
  /** Its main file. */
  readonly file: string;
  /** `2.6.2`; other versions may give other bytes. */
  readonly version: string;
}

const renderer = '@resvg/resvg-js';

/**
 * Finds the optional peer, beside this package or in the working directory.
 *
 * @throws {InputError} if it is not installed
 */
function findResvg(): Resvg {
  for (const place of [import.meta.url, join(process.cwd(), 'any.js')]) {
    try {
      const require = createRequire(place);
      const { version } = require(`${renderer}/package.json`) as { readonly version: string };
      return { file: require.resolve(renderer), version };
    } catch {
      // The other place, or the sentence below.
    }
  }
  throw new InputError(
    `drawIcons needs the package ${renderer}, which is not installed; npm install ${renderer} and try again.`,
  );
}
