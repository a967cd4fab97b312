import { nodeOs } from '../files/node-modules';
import { towerOf } from '../gradients/batch-gradients';
import { patchCount } from '../model/clip-config';
import type { ClipModel } from '../model/clip-model';

type Tower = 'image' | 'text';

/** Floating-point operations per second that a thread makes at least, where its kernels are vectors. */
const RATE = 2e10;
/** Tokens of a caption, as most are. */
const CAPTION = 16;
/** Memory of a thread beside its model. */
const THREAD_BYTES = 10 ** 8;

/**
 * Seconds that one thread takes for a number of rows of a tower, roughly: two operations for each weight and token, or for
 * each place in the picture where the weight is one of a stem.
 */
export function secondsOf({ config, parameters }: ClipModel, tower: Tower, rows: number): number {
  const tokens =
    tower === 'image' ? patchCount(config.image) + 1 : Math.min(CAPTION, config.text.contextLength);
  // Of a table only the rows of the tokens are read.
  const weights = [...parameters].filter(([name]) => towerOf(name) === tower && !name.includes('embedding.'));
  const used = weights.reduce((sum, [name, each]) => sum + each.size * (places(name, config) ?? tokens), 0);
  return (2 * used * rows) / RATE;
}

/** Places where a weight of the stem is used; undefined for others. */
function places(name: string, { image }: ClipModel['config']): number | undefined {
  const layer = /\.stem\.(\d+)\./.exec(name)?.[1];
  return layer === undefined ? undefined : (image.imageSize / 2 ** (Number(layer) + 1)) ** 2;
}

/** A thread for each core, but no more than half of the memory that is free has room for; 0 in place of one. */
export function threadsOfMachine({ parameters }: ClipModel): number {
  const os = nodeOs();
  if (os === undefined) return 0;
  const bytes = THREAD_BYTES + 4 * [...parameters.values()].reduce((sum, { size }) => sum + size, 0);
  // Since Node 20.13; it knows the limits of a container.
  const free = process.availableMemory?.() ?? os.freemem();
  const threads = Math.min(os.availableParallelism(), Math.floor(free / 2 / bytes));
  return threads < 2 ? 0 : threads;
}
