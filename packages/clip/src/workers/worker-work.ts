import { memory, type Scalar, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import {
  backpropagate,
  embedInPieces,
  embedInputs,
  innerProducts,
  lossGradients,
} from '../gradients/batch-gradients';
import type { BatchFields, BatchInputs, EmbeddingName, TowerInput } from '../gradients/tower-input';
import { encodeTextsByLength } from '../model/texts-by-length';
import { copyValues } from './copy-values';
import { sumSlice } from './gradient-sum';
import { unpackRows } from './packed-rows';
import {
  type FieldRows,
  type FieldValues,
  fieldNames,
  type WorkerJob,
  type WorkerJobs,
  type WorkerNote,
  type WorkerResult,
} from './worker-job';
import { WorkerModel } from './worker-model';

/** Ends a forward pass whose embeddings the loss does not depend on. */
const NO_SLOPES = new Error('The loss has no gradient here.');

type Inputs = Partial<BatchFields<TowerInput>>;

/** All that a worker does; see `WorkerJobs`. */
export class WorkerWork {
  private started: WorkerModel | undefined;
  private kept: Inputs = {};

  /** Does a job. One that embeds for a step sends the embeddings by `note`, and waits with the tape in its hands. */
  async run(job: WorkerJob, note: (note: WorkerNote) => void): Promise<WorkerResult> {
    if (job.kind === 'open') {
      this.started = await WorkerModel.start(job);
      return undefined;
    }
    this.worker.assign(job.weights);
    if (job.kind === 'embed') return this.embed(job);
    if (job.kind === 'backward') return this.backward(job);
    if (job.kind === 'step') return this.step(job, note);
    if (job.kind === 'sum') return sumSlice(job.gradients, job.from, job.to);
    const { numTensors, numBytes } = memory();
    return { numTensors, numBytes };
  }

  private get worker(): WorkerModel {
    if (this.started === undefined) throw new Error('The worker was given a job before it was opened.');
    return this.started;
  }

  private embed({ rows, microBatch, keep = false }: WorkerJobs['embed']['job']): FieldValues {
    const inputs = this.inputsOf(rows, keep);
    if (keep) this.kept = inputs;
    const values: { [Name in EmbeddingName]?: Float32Array } = {};
    for (const name of fieldNames) {
      const input = inputs[name];
      if (input === undefined) continue;
      tidy(() => {
        values[name] = floatsOf(embedInPieces(input, microBatch ?? input.rows));
      });
    }
    return values;
  }

  private backward({ slopes, microBatch, into }: WorkerJobs['backward']['job']): Float32Array | undefined {
    const inputs = this.kept;
    this.kept = {};
    const gradients = into ?? new Float32Array(this.gradientSize);
    tidy(() => {
      const total = new Map<string, Tensor>();
      for (const name of fieldNames) {
        const input = inputs[name];
        const slope = slopes[name];
        if (input === undefined || slope === undefined) continue;
        const rows = tensor(slope, [input.rows, slope.length / input.rows]);
        backpropagate(this.worker.model, input, rows, microBatch ?? input.rows, total);
      }
      this.write(total, gradients);
    });
    return into === undefined ? gradients : undefined;
  }

  private step(
    { rows, slopes, gate, into }: WorkerJobs['step']['job'],
    note: (note: WorkerNote) => void,
  ): undefined {
    const { model } = this.worker;
    const inputs = this.inputsOf(rows, true) as BatchInputs;
    const compute = (): Scalar => {
      const embedded = embedInputs(model, inputs);
      const fields = fieldNames.flatMap((name): [EmbeddingName, Tensor][] => {
        const field = embedded[name];
        return field === undefined ? [] : [[name, field]];
      });
      note(Object.fromEntries(fields.map(([name, field]) => [name, floatsOf(field)])));
      // The loss of the whole batch is taken elsewhere meanwhile. The tape lives as long as this call.
      Atomics.wait(gate, 0, 0);
      const hasSlopes = fields.filter(([name]) => (gate[1]! & (1 << fieldNames.indexOf(name))) !== 0);
      if (hasSlopes.length === 0) throw NO_SLOPES;
      return innerProducts(hasSlopes.map(([name, field]) => [field, tensor(slopes[name]!, field.shape)]));
    };
    tidy(() => {
      try {
        this.write(lossGradients(model, compute, []).gradients, into);
      } catch (error) {
        if (error !== NO_SLOPES) throw error;
      }
    });
    return undefined;
  }

  /** Embeddings for their own sake have the bits of one thread; a step has only its own number of workers to agree with. */
  private inputsOf(rows: FieldRows, isTraining: boolean): Inputs {
    const { model } = this.worker;
    const encodeTexts = isTraining ? encodeTextsByLength : undefined;
    return Object.fromEntries(
      Object.entries(rows).map(([name, packed]) => [name, unpackRows(model, packed, encodeTexts)]),
    );
  }

  private get gradientSize(): number {
    return this.worker.trained.reduce((sum, [, size]) => sum + size, 0);
  }

  /** Writes the gradients one after another, zeros for what has none. */
  private write(gradients: ReadonlyMap<string, Tensor>, into: Float32Array): void {
    let at = 0;
    for (const [name, size] of this.worker.trained) {
      const gradient = gradients.get(name);
      if (gradient === undefined) into.fill(0, at, at + size);
      else copyValues(gradient, into.subarray(at, at + size));
      at += size;
    }
  }
}

function floatsOf(x: Tensor): Float32Array {
  return x.dataSync() as Float32Array;
}
