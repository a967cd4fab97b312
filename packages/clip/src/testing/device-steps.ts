import { valuesOf } from '@slipform/kit/testing/read';
import { backend, type DataId, type KernelBackend, memory, zeros } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BackendName } from '../backend/backends';
import { useBackend } from '../backend/use-backend';
import { createClip } from '../model/create-clip';
import { adamW } from '../training/adamw';
import { trainClip } from '../training/train-clip';
import type { TrainOptions } from '../training/train-options';
import { tinyConfig } from './tiny';
import { layouts } from './training-parity';

const steps = 6;

// tfjs gathers from a table of less than 1,000 numbers without the GPU at first, and never frees its copy.
const config = { ...tinyConfig, text: { ...tinyConfig.text, vocabularySize: 64, endToken: 19 } };

/** Trains a new tiny model in one of the layouts; frees all of it. */
async function train(layout: (typeof layouts)[number], options: Partial<TrainOptions>): Promise<void> {
  const [, batch, loss] = layout;
  const model = createClip(config);
  const optimizer = adamW({ clipNorm: 1, warmupSteps: 2 });
  await trainClip({ model, optimizer, data: () => batch, loss, steps, ...options });
  optimizer.dispose();
  model.dispose();
}

/** On the GPU; tfjs leaves the field out of its types. */
const bytes = (): number => (memory() as { numBytesInGPU?: number }).numBytesInGPU ?? Number.NaN;

/** How a run uses a GPU: what it reads, when, and what it leaves there. */
export function describeDeviceSteps(name: BackendName, chosen = layouts): void {
  describe(`a run on ${name}`, () => {
    beforeAll(async () => {
      await useBackend(name);
    });

    const ways: readonly (readonly [name: string, options: Partial<TrainOptions>])[] = [
      ['', {}],
      [', in micro-batches', { microBatch: 5 }],
      [', shown to observers', { observe: [() => {}, ({ loss }) => void loss] }],
    ];
    for (const layout of chosen) {
      it.each(ways)(
        `reads three numbers once for each step, and never waits: ${layout[0]}%s`,
        async (_, options) => {
          const reads = countReads();
          try {
            await train(layout, options);
          } finally {
            reads.stop();
          }
          expect(reads).toMatchObject({ later: steps, atOnce: 0, numbers: 3 * steps });
        },
      );
    }

    it('shows a step after the next one has been asked for', async () => {
      const log: string[] = [];
      let asked = 0;
      const [layout] = chosen;
      await train(layout!, {
        loss: (batch, options) => {
          log.push(`loss ${++asked}`);
          return layout![2](batch, options);
        },
        observe: [({ step }) => void log.push(`figures ${step}`)],
      });
      const expected = ['loss 1'];
      for (let step = 2; step <= steps; step++) expected.push(`loss ${step}`, `figures ${step - 1}`);
      expect(log).toEqual([...expected, `figures ${steps}`]);
    });

    it('holds as many bytes and tensors at each step, and none after', async () => {
      const [layout] = chosen;
      const trained = async () => {
        const held: { tensors: number; bytes: number }[] = [];
        await train(layout!, {
          steps: 30,
          loss: (batch, options) => {
            held.push({ tensors: memory().numTensors, bytes: bytes() });
            return layout![2](batch, options);
          },
        });
        return held.slice(3);
      };
      const after = async () => {
        // A reading ends what was queued, so that what had to wait for it is freed.
        await valuesOf(() => zeros([1]));
        return { tensors: memory().numTensors, bytes: bytes() };
      };
      await trained();
      const before = await after();
      const held = await trained();
      expect(await after()).toEqual(before);
      expect(held[0]!.bytes).toBeGreaterThan(10_000);
      for (const field of ['tensors', 'bytes'] as const) {
        const values = held.map((step) => step[field]);
        // The figures of the last two steps may be on their way still, three numbers each and where they are read to; how many
        // are, depends on the GPU's queue. A number lost in each step would be more than that.
        const figures = { tensors: 2, bytes: 48 }[field];
        expect(Math.max(...values) - Math.min(...values), field).toBeLessThanOrEqual(figures);
      }
    });
  });
}

/** What has been read back from a GPU. */
interface Reads {
  /** Readings that wait for nothing until their values are awaited. */
  later: number;
  /** Readings at once: the GPU is waited for, and has nothing to do after. */
  atOnce: number;
  /** Numbers that were read. */
  numbers: number;
  stop(): void;
}

/** Where webgl and webgpu keep what they know of a tensor; `values` are those that lie in JavaScript's memory. */
interface DeviceBackend extends KernelBackend {
  readonly texData?: Map<object, { values: unknown; shape: number[] }>;
  readonly tensorMap?: Map<object, { values: unknown; shape: number[] }>;
}

/** Counts what is read from the GPU of the backend in use until `stop()`; values that never left this process are not counted. */
function countReads(): Reads {
  const gpu = backend() as DeviceBackend;
  const { read, readSync } = gpu;
  let depth = 0;
  const counted = <T>(kind: 'later' | 'atOnce', id: DataId, action: (id: DataId) => T): T => {
    const data = (gpu.tensorMap ?? gpu.texData)!.get(id)!;
    if (depth === 0 && data.values == null) {
      reads[kind]++;
      reads.numbers += data.shape.reduce((a, b) => a * b, 1);
    }
    // webgl calls itself for the parts of a tensor.
    depth++;
    try {
      return action.call(gpu, id);
    } finally {
      depth--;
    }
  };
  gpu.read = (id: DataId) => counted('later', id, read);
  gpu.readSync = (id: DataId) => counted('atOnce', id, readSync);
  const reads: Reads = {
    later: 0,
    atOnce: 0,
    numbers: 0,
    stop: () => Object.assign(gpu, { read, readSync }),
  };
  return reads;
}
