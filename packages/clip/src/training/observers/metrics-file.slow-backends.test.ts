import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cementLoss, gradientBudget } from '@slipform/cement-loss';
import { memory } from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createClip } from '../../model/create-clip';
import { describeAboveOps, describeOnOne } from '../../testing/backends';
import { tinyBatch, tinyConfig } from '../../testing/tiny';
import { adamW } from '../adamw';
import { trainClip } from '../train-clip';
import type { TrainOptions } from '../train-options';
import { budgetObserver } from './budget-observer';
import { checkpoint } from './checkpoint';
import { type MetricsFileOptions, metricsFile, type TrainMetrics } from './metrics-file';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-metrics-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(metrics: MetricsFileOptions, options: Partial<TrainOptions> = {}): Promise<void> {
  const model = createClip(tinyConfig);
  const optimizer = adamW({ clipNorm: 1e-3 });
  try {
    await trainClip({
      model,
      optimizer,
      data: () => tinyBatch(),
      loss: (batch, { logitScale }) => cementLoss(batch, { logitScale }),
      steps: 7,
      ...options,
      observe: [...(options.observe ?? []), metricsFile(metrics)],
    });
  } finally {
    optimizer.dispose();
    model.dispose();
  }
}

describeAboveOps('metrics', () => {
  it.each([undefined, 3])(
    'writes a line for each measured step (micro-batch %s), and leaks nothing',
    async (microBatch) => {
      const before = memory().numTensors;
      const file = join(folder, 'metrics.jsonl');
      const reports: number[] = [];
      await run(
        { to: file, every: 3 },
        {
          ...(microBatch === undefined ? {} : { microBatch }),
          observe: [
            budgetObserver({ budget: gradientBudget, every: 3 }),
            ({ loss }) => {
              reports.push(loss);
            },
          ],
        },
      );
      const lines: TrainMetrics[] = (await readFile(file, 'utf8'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.map(({ step }) => step)).toEqual([1, 3, 6]);
      expect(lines.map(({ loss }) => loss)).toEqual([reports[0], reports[2], reports[5]]);
      expect(lines[0]).toMatchObject({
        logitScale: expect.closeTo(1 / 0.07, 3),
        budget: {
          imageToText: { pull: expect.any(Number), hard: expect.any(Number), easy: expect.any(Number) },
          textToImage: { hard: 0 },
        },
        clock: { stepsPerSecond: expect.any(Number), seconds: expect.any(Number) },
      });
      // Before clipping.
      expect(lines[0]!.gradientNorm).toBeGreaterThan(0.1);
      expect(memory().numTensors).toBe(before);
    },
  );

  it('has the same figures with and without gradient caching', async () => {
    const seen: TrainMetrics[][] = [];
    for (const options of [{}, { microBatch: 3 }]) {
      const lines: TrainMetrics[] = [];
      seen.push(lines);
      await run({ to: (line) => void lines.push(line), every: 1 }, { steps: 2, ...options });
    }
    const [direct, cached] = seen as [TrainMetrics[], TrainMetrics[]];
    direct.forEach((line, at) => {
      for (const name of ['loss', 'gradientNorm', 'logitScale'] as const) {
        expect(cached[at]![name] / line[name], name).toBeCloseTo(1, 5);
      }
    });
  });
});

describeOnOne('a file of metrics', () => {
  it('cuts the file back to the checkpoint, half a line too, and replaces no file unasked', async () => {
    const file = join(folder, 'deep', 'metrics.jsonl');
    const saved = () => checkpoint({ folder: join(folder, 'checkpoints') });
    const control = new AbortController();
    const stop: Partial<TrainOptions> = {
      signal: control.signal,
      observe: [
        // It is kept after the metrics of a step, wherever it stands.
        saved(),
        ({ step }) => {
          if (step === 4) control.abort();
        },
      ],
    };
    await run({ to: file, every: 1 }, stop);
    const before = await readFile(file, 'utf8');
    await writeFile(file, `${before}{"step":5,"loss":9}\n{"step":6,"lo`);
    await run({ to: file, every: 1 }, { observe: [saved()], resume: true });
    const after = await readFile(file, 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect([...after.matchAll(/"step":(\d)/g)].map(([, step]) => Number(step))).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);

    await expect(run({ to: file })).rejects.toThrow(
      /there is a file \S+ already; resume its run \(--resume\), replace it/,
    );
    expect(await readFile(file, 'utf8')).toBe(after);
    await run({ to: file }, { overwrite: true });
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(2);
    await writeFile(file, 'my,own,table\n');
    await expect(run({ to: file }, { observe: [saved()], resume: true })).rejects.toThrow(
      /has a line that is no metrics of a step: my,own,table/,
    );
  });

  it('refuses options out of range', async () => {
    const misspelt: object = { evry: 3 };
    await expect(run({ to: 'x', ...misspelt })).rejects.toThrow(/^metricsFile: there is no option "evry"/);
    await expect(run({ to: '' })).rejects.toThrow(
      /^metricsFile: to must be the path of a file or a function, got ""/,
    );
    await expect(run({ to: 'x', every: 0.5 })).rejects.toThrow(
      /^metricsFile: every must be an integer of at least 1, got 0\.5/,
    );
  });
});
