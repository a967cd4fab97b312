import { InputError } from '@slipform/kit/errors/input-error';
import { getBackend } from '@tensorflow/tfjs-core';
import { nodeOs } from '../files/node-modules';
import { towerOf } from '../gradients/batch-gradients';
import { patchCount } from '../model/clip-config';
import type { ClipModel } from '../model/clip-model';
import { backendOfWorkers, ClipPool, canUseWorkers } from './clip-pool';
import type { PackedRows } from './packed-rows';
import { joined } from './shared-memory';
import { WorkerEnded } from './worker-ended';
import { partOf } from './worker-job';
import { type EmbeddingWorkersOption, readWorkers, refuseTooMany, type WorkersRead } from './workers-option';

/** Seconds of work on one thread from which on other threads are worth their start. */
const WORTH_SECONDS = 3;
/** Fewer rows than this are not shared: a product of few rows makes less of a core. */
const LEAST_ROWS = 8;

export interface EmbeddingWorkersOptions {
  /** Whether they share memory. Default: where they can. */
  readonly isShared?: boolean;
  /** Whether they start only once they are worth it. */
  readonly onlyIfWorth?: boolean;
}

/**
 * Workers that embed. Each batch is cut into contiguous blocks of rows, one for each worker, and the next batch waits
 * behind them. A row's embedding depends on no other row, so that it is the same bytes with any number of workers.
 * Threads start with the first batch.
 */
export class EmbeddingWorkers {
  private opened: Promise<ClipPool> | undefined;
  private seconds = 0;

  constructor(
    private readonly model: ClipModel,
    private readonly workers: WorkersRead,
    private readonly options: EmbeddingWorkersOptions = {},
  ) {}

  /** How many there are, or would be. */
  get count(): number {
    return this.workers.count;
  }

  /** These workers, for a number of rows of a tower; undefined where they are not worth their start. */
  forRows(tower: 'image' | 'text', rows: number): EmbeddingWorkers | undefined {
    if (!this.options.onlyIfWorth) return this;
    // What was embedded before says that more may come: once that would have paid for them, they start.
    this.seconds += secondsOf(this.model, tower, rows);
    return this.seconds < WORTH_SECONDS ? undefined : this;
  }

  /** The number of batches, of the given size, that keep all workers busy, with one that waits. */
  batchesUnderWay(rows: number): number {
    return 1 + Math.ceil(this.workers.count / this.blocksOf(rows));
  }

  /** → [rows · embeddingSize]. @throws {InputError} where a worker is gone; the next call starts others */
  async embed(rows: PackedRows): Promise<Float32Array> {
    // Before too: for a model that is gone no thread starts.
    this.model.checkAlive('embed');
    const pool = await this.open();
    this.model.checkAlive('embed');
    const count = rows.shape[0]!;
    const blocks = this.blocksOf(count);
    try {
      const parts = Array.from({ length: blocks }, (_, i) =>
        embedBlock(pool, blockOf(rows, ...partOf(count, i, blocks))),
      );
      return joined(await Promise.all(parts));
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      this.model.checkAlive('embed');
      void this.close();
      throw new InputError(
        `workers: ${error.message}; embed again, with fewer workers or a smaller batchSize where memory was short.`,
        { cause: error },
      );
    }
  }

  /** Ends the threads, whatever they are at. */
  async close(): Promise<void> {
    const { opened } = this;
    this.opened = undefined;
    await opened?.then(
      (pool) => pool.close(),
      () => {},
    );
  }

  /** The threads, which are started where there are none. */
  open(): Promise<ClipPool> {
    const options = { isShared: this.options.isShared, keepsWeights: false };
    this.opened ??= ClipPool.open('workers', this.model, this.workers, options).catch((error: unknown) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }

  private blocksOf(rows: number): number {
    return Math.min(this.workers.count, Math.ceil(rows / LEAST_ROWS));
  }
}

/** @throws {InputError} on a backend that is parallel by itself */
export function openEmbeddingWorkers(
  place: string,
  model: ClipModel,
  option: EmbeddingWorkersOption | undefined,
): EmbeddingWorkers | undefined {
  if (option === 'auto') {
    const count = canUseWorkers(getBackend()) ? threadsOfMachine(model) : 0;
    return count === 0 ? undefined : new EmbeddingWorkers(model, { count }, { onlyIfWorth: true });
  }
  const workers = readWorkers(option);
  if (workers.count === 0) return undefined;
  backendOfWorkers(place);
  refuseTooMany(place, workers.count);
  return new EmbeddingWorkers(model, workers);
}

/** By the worker that has least to do. */
async function embedBlock(pool: ClipPool, block: PackedRows): Promise<Float32Array> {
  const all = Array.from({ length: pool.count }, (_, worker) => worker);
  const idlest = all.reduce((best, worker) => (pool.waiting(worker) < pool.waiting(best) ? worker : best));
  const field = block.tower === 'image' ? 'images' : 'captions';
  const moved = [block.values.buffer as ArrayBuffer];
  const embedded = await pool.run(idlest, 'embed', { rows: { [field]: block } }, { moved });
  return embedded[field]!;
}

/** Rows of their own memory, which can move to a thread. */
function blockOf({ shape, values, ...of }: PackedRows, start: number, count: number): PackedRows {
  const [rows, ...rest] = shape as [number, ...number[]];
  const each = values.length / rows;
  return { ...of, shape: [count, ...rest], values: values.slice(start * each, (start + count) * each) };
}

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
function secondsOf({ config, parameters }: ClipModel, tower: Tower, rows: number): number {
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
function threadsOfMachine({ parameters }: ClipModel): number {
  const os = nodeOs();
  if (os === undefined) return 0;
  const bytes = THREAD_BYTES + 4 * [...parameters.values()].reduce((sum, { size }) => sum + size, 0);
  // Since Node 20.13; it knows the limits of a container.
  const free = process.availableMemory?.() ?? os.freemem();
  const threads = Math.min(os.availableParallelism(), Math.floor(free / 2 / bytes));
  return threads < 2 ? 0 : threads;
}
