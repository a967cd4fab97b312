import { InputError } from '@slipform/kit/errors/input-error';
import { towerOf } from '../gradients/batch-gradients';
import type { BatchInputs, EmbeddingName } from '../gradients/tower-input';
import type { ClipModel } from '../model/clip-model';
import { ClipPool } from './clip-pool';
import { canShareMemory, Floats, joined, sharedFloats } from './shared-memory';
import {
  type FieldRows,
  type FieldValues,
  fieldNames,
  type PackedFields,
  partOf,
  type SlopesGate,
  shareOf,
  trainedSizes,
} from './worker-job';
import type { WorkersRead } from './workers-option';

/** A batch's gradient by what is trained in its towers. */
export interface SummedGradients {
  /** By parameter; views, which the next step overwrites. */
  readonly gradients: ReadonlyMap<string, Float32Array>;
  /** Σ of the squares of all. */
  readonly squaredNorm: number;
}

/** A worker's part of the step that is under way. */
interface Share {
  readonly rows: FieldRows;
  /** Where the worker waits with its tape; undefined where it will embed again. */
  readonly taped?: { readonly slopes: FieldValues; readonly done: Promise<unknown> };
}

/** Memory that is shared with one worker. */
interface WorkerMemory {
  readonly rows: Floats;
  readonly slopes: Floats;
  readonly gate: SlopesGate;
  readonly gradients: Float32Array;
}

/**
 * Workers that share a training step. Each has a contiguous part of the batch's pairs, which depends on the number of
 * pairs and of workers alone, and gradients are added up in the order of the workers: for one number of workers the
 * bytes are always the same.
 */
export class TrainingWorkers {
  private readonly sizes: readonly (readonly [name: string, size: number])[];
  private readonly memories: readonly WorkerMemory[];
  private shares: readonly Share[] = [];
  private microBatch: number | undefined;

  private constructor(
    private readonly model: ClipModel,
    readonly pool: ClipPool,
  ) {
    this.sizes = trainedSizes(model.parameters);
    const size = this.sizes.reduce((sum, [, each]) => sum + each, 0);
    this.memories = Array.from({ length: pool.count }, () => ({
      rows: new Floats(),
      slopes: new Floats(),
      gate: new Int32Array(new SharedArrayBuffer(8)),
      gradients: sharedFloats(size),
    }));
  }

  /** @throws {InputError} in a page whose threads can't share memory */
  static async open(model: ClipModel, workers: WorkersRead): Promise<TrainingWorkers> {
    if (!canShareMemory()) {
      throw new InputError(
        'trainClip: workers need memory that threads share; serve the page with Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp, or set workers to 0.',
      );
    }
    return new TrainingWorkers(model, await ClipPool.open('trainClip', model, workers));
  }

  /** Embeds a batch: [rows · embeddingSize] of each field. {@link backpropagate} goes on with it. */
  async embed(
    inputs: BatchInputs,
    microBatch: number | undefined,
  ): Promise<ReadonlyMap<EmbeddingName, Float32Array>> {
    const active = Math.min(this.pool.count, inputs.images.rows);
    const canWait = microBatch === undefined && this.sizes.length > 0;
    this.microBatch = microBatch;
    const parts = Array.from({ length: active }, (_, worker) => {
      const rows = this.sent(worker, shareOf(inputs, worker, active));
      if (canWait) return this.embedOnTape(worker, rows);
      const embeddings = this.pool.run(worker, 'embed', { rows, microBatch, keep: true });
      return { share: { rows }, embeddings };
    });
    this.shares = parts.map(({ share }) => share);
    const embedded = await Promise.all(parts.map(({ embeddings }) => embeddings));
    return new Map(
      fieldNames
        .filter((name) => inputs[name] !== undefined)
        .map((name) => [name, joined(embedded.flatMap((each) => each[name] ?? []))]),
    );
  }

  /**
   * Backpropagates the loss's gradients by the embeddings of the last {@link embed}, those of fields whose towers are
   * trained. To be called with none too, since workers may wait.
   */
  async backpropagate(slopes: ReadonlyMap<EmbeddingName, Float32Array>): Promise<SummedGradients> {
    const { shares } = this;
    this.shares = [];
    const size = this.model.config.embeddingSize;
    const ends = new Map<EmbeddingName, number>();
    const results = shares.map(async ({ rows, taped }, worker) => {
      const own: { [Name in EmbeddingName]?: Float32Array } = {};
      for (const [name, all] of slopes) {
        const start = ends.get(name) ?? 0;
        const end = start + (rows[name]?.shape[0] ?? 0) * size;
        ends.set(name, end);
        if (end > start) own[name] = all.slice(start, end);
      }
      const into = this.memories[worker]!.gradients;
      if (taped !== undefined) {
        this.answer(worker, taped.slopes, own);
        await taped.done;
      } else if (slopes.size > 0) {
        await this.pool.run(worker, 'backward', { slopes: own, microBatch: this.microBatch, into });
      }
      return into;
    });
    const gradients = await Promise.all(results);
    if (slopes.size === 0) return { gradients: new Map(), squaredNorm: 0 };
    return this.summed(gradients, slopes);
  }

  async close(): Promise<void> {
    await this.pool.close();
  }

  private embedOnTape(worker: number, rows: FieldRows): { share: Share; embeddings: Promise<FieldValues> } {
    const { slopes: memory, gate, gradients: into } = this.memories[worker]!;
    const names = fieldNames.filter((name) => rows[name] !== undefined);
    const places = memory.parts(names.map((name) => rows[name]!.shape[0]! * this.model.config.embeddingSize));
    const slopes: FieldValues = Object.fromEntries(names.map((name, i) => [name, places[i]!]));
    Atomics.store(gate, 0, 0);
    let done: Promise<unknown> | undefined;
    const embeddings = new Promise<FieldValues>((resolve, reject) => {
      done = this.pool.run(worker, 'step', { rows, slopes, gate, into }, { onNote: resolve });
      done.catch(reject);
    });
    return { share: { rows, taped: { slopes, done: done! } }, embeddings };
  }

  /** Lets a worker that waits with its tape go on. */
  private answer(worker: number, places: FieldValues, slopes: FieldValues): void {
    const { gate } = this.memories[worker]!;
    let fields = 0;
    for (const [bit, name] of fieldNames.entries()) {
      const values = slopes[name];
      if (values === undefined) continue;
      places[name]!.set(values);
      fields |= 1 << bit;
    }
    gate[1] = fields;
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
  }

  /** Rows on their way to a worker: pixels and embeddings in memory that is shared with it. */
  private sent(worker: number, fields: PackedFields): FieldRows {
    const entries = Object.entries(fields);
    const lengths = entries.map(([, { values }]) => (values instanceof Float32Array ? values.length : 0));
    const parts = this.memories[worker]!.rows.parts(lengths);
    return Object.fromEntries(
      entries.map(([name, packed], i) => {
        if (!(packed.values instanceof Float32Array)) return [name, packed];
        parts[i]!.set(packed.values);
        return [name, { ...packed, values: parts[i]! }];
      }),
    );
  }

  /** Adds up in the order of the workers; each worker adds up one part of all. */
  private async summed(
    gradients: readonly Float32Array[],
    slopes: ReadonlyMap<EmbeddingName, unknown>,
  ): Promise<SummedGradients> {
    const total = gradients[0]!;
    const squares = await Promise.all(
      gradients.map((_, worker) => {
        const [from, count] = partOf(total.length, worker, gradients.length);
        return this.pool.run(worker, 'sum', { gradients, from, to: from + count });
      }),
    );
    const towers = new Set([...slopes.keys()].map((name) => (/images$/i.test(name) ? 'image' : 'text')));
    const found = new Map<string, Float32Array>();
    let at = 0;
    for (const [name, size] of this.sizes) {
      if (towers.has(towerOf(name)!)) found.set(name, total.subarray(at, at + size));
      at += size;
    }
    return { gradients: found, squaredNorm: squares.reduce((a, b) => a + b, 0) };
  }
}
