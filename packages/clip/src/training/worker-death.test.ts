import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { cementLoss } from '@slipform/cement-loss';
import { InputError } from '@slipform/kit/errors/input-error';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { createClip } from '../model/create-clip';
import { tinyBatch, tinyConfig } from '../testing/tiny';
import { sourceWorkers } from '../testing/worker-file';
import { adamW } from './adamw';
import { checkpoint } from './observers/checkpoint';
import { trainClip } from './train-clip';
import type { TrainOptions } from './train-options';

/** What the first of two workers does when it waits for the slopes of the third step. */
const deaths = {
  exit: 'process.exit(7)',
  throw: "throw new Error('out of luck')",
  'throw later': "setTimeout(() => { throw new Error('out of step'); }); throw new Error('out of luck')",
  'fill its memory': 'const all: number[][] = []; for (;;) all.push(new Array(1e5).fill(all.length))',
};

describe('a run whose worker ends', () => {
  const create = sourceWorkers(`
    import { workerData } from 'node:worker_threads';
    import { serveClip } from './workers';
    const { wait } = Atomics;
    let waits = 0;
    const deaths: Record<string, () => void> = {
      ${Object.entries(deaths)
        .map(([name, source]) => `'${name}': () => { ${source}; }`)
        .join(',\n')}
    };
    Atomics.wait = ((...args: Parameters<typeof wait>) => {
      if (++waits === 3) deaths[workerData]?.();
      return wait(...args);
    }) as typeof wait;
    serveClip();
  `);
  const folder = temporaryFolder();
  beforeAll(async () => {
    await useBackend('wasm');
  });

  /** Trains with two workers of which the first dies; resolves to the error, with how many threads have ended. */
  async function run(death: string, options: Partial<TrainOptions> = {}) {
    const model = createClip(tinyConfig, { seed: 5 });
    const optimizer = adamW({ learningRate: 1e-3 });
    const started: Worker[] = [];
    let ended = 0;
    const counted = () => {
      const worker = create({
        workerData: started.length === 0 ? death : '',
        resourceLimits: { maxOldGenerationSizeMb: 200 },
        // What a thread says as it dies.
        stderr: true,
      });
      started.push(worker);
      worker.on('exit', () => {
        ended++;
      });
      return worker;
    };
    const result = await trainClip({
      model,
      optimizer,
      data: () => tinyBatch(),
      loss: (batch, given) => cementLoss(batch, given),
      steps: 5,
      workers: { count: 2, create: counted },
      ...options,
    }).catch((error: unknown) => error);
    optimizer.dispose();
    model.dispose();
    return { result, ended, started };
  }

  it.each([
    ['exit', /worker 1 of 2 failed: it ended with code 7, at step 3;/],
    ['throw', /worker 1 of 2 failed: out of luck, at step 3;/],
    ['throw later', /worker 1 of 2 failed: out of (luck|step), at step 3;/],
    ['fill its memory', /worker 1 of 2 failed: Worker terminated due to reaching memory limit.*, at step 3;/],
  ])('says so in a sentence, and ends the others: %s', async (death, message) => {
    const before = memory().numTensors;
    const { result, ended } = await run(death);
    expect(InputError.isInstance(result)).toBe(true);
    expect(String(result)).toMatch(message);
    expect(String(result)).toMatch(
      /the weights are those before it\. To finish, run again, with fewer workers/,
    );
    expect(ended).toBe(2);
    expect(memory().numTensors).toBe(before);
  });

  it('names the last good checkpoint, from which it goes on to the bytes of an unbroken run', async () => {
    const weightsAt = async (place: string) => {
      const { readFile } = await import('node:fs/promises');
      return readFile(join(folder, place, 'step-00000005', 'model.safetensors'));
    };
    const kept = (place: string) => [checkpoint({ folder: join(folder, place), every: 1 })];
    const broken = await run('exit', { observe: kept('broken') });
    expect(String(broken.result)).toMatch(
      /the last good checkpoint is \S+step-00000002, and resume goes on from it\.$/,
    );
    expect(await run('', { observe: kept('whole') })).toMatchObject({ result: { steps: 5 }, ended: 2 });
    expect(await run('', { observe: kept('broken'), resume: true })).toMatchObject({ result: { steps: 5 } });
    expect(await weightsAt('broken')).toEqual(await weightsAt('whole'));
    const other = await run('', { observe: kept('broken'), resume: true, workers: 0 });
    expect(String(other.result)).toMatch(/workers is 0 now and was 2 there/);
  });

  it('sees that a worker was ended between two steps', async () => {
    const stopped: Worker[] = [];
    const { result, ended } = await run('', {
      observe: [
        ({ step }) =>
          step === 2 ? Promise.all(stopped.map((worker) => worker.terminate())).then() : undefined,
      ],
      workers: {
        count: 2,
        create: () => {
          const worker = create({ workerData: '' });
          stopped.push(worker);
          return worker;
        },
      },
    });
    expect(ended).toBe(0);
    expect(String(result)).toMatch(/worker 1 of 2 failed: it ended with code 1, at step 3/);
  });

  it('ends its workers on an abort, a loss that is not finite, and data that throw', async () => {
    const controller = new AbortController();
    const aborted = await run('', {
      signal: controller.signal,
      observe: [({ step }) => void (step === 2 && controller.abort())],
    });
    expect(aborted).toMatchObject({ result: { steps: 2, aborted: true }, ended: 2 });
    const lost = await run('', {
      data: (step) => ({ ...tinyBatch(), images: tinyBatch().images.fill(step < 2 ? 1 : Number.NaN) }),
    });
    expect(String(lost.result)).toMatch(/the loss became NaN at step 3/);
    expect(lost.ended).toBe(2);
    const none = await run('', {
      data: () => {
        throw new Error('no more pictures');
      },
    });
    expect(String(none.result)).toBe('Error: no more pictures');
    expect(none.ended).toBe(2);
  });
});
