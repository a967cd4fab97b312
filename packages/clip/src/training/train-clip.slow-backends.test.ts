import { cementLoss, gradientBudget, infoNceLoss } from '@slipform/cement-loss';
import { InputError } from '@slipform/kit/errors/input-error';
import { relativeError } from '@slipform/kit/testing/relative-error';
import {
  getGradient,
  mean,
  memory,
  mul,
  type Scalar,
  scalar,
  tensor2d,
  tensor4d,
  tidy,
  zeros,
} from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import type { EmbeddedBatch, TrainBatch } from '../gradients/train-batch';
import type { ClipModel } from '../model/clip-model';
import { createClip } from '../model/create-clip';
import { differentiable } from '../ops/differentiable';
import { describeAboveOps, describeOnOne } from '../testing/backends';
import { tinyBatch, tinyConfig } from '../testing/tiny';
import { adamW } from './adamw';
import { budgetObserver } from './observers/budget-observer';
import { metricsFile } from './observers/metrics-file';
import { trainClip } from './train-clip';
import type { TrainOptions } from './train-options';

const cement: TrainOptions['loss'] = (batch, options) => cementLoss(batch, options);

async function run(model: ClipModel, options: Partial<TrainOptions> = {}) {
  const optimizer = adamW({ learningRate: 3e-3, warmupSteps: 3 });
  const losses: number[] = [];
  try {
    const result = await trainClip({
      model,
      optimizer,
      data: () => tinyBatch(),
      loss: cement,
      steps: 4,
      ...options,
      observe: Array.isArray(options.observe ?? [])
        ? [({ loss }) => void losses.push(loss), ...(options.observe ?? [])]
        : options.observe!,
    });
    return { ...result, losses };
  } finally {
    optimizer.dispose();
  }
}

const weights = (model: ClipModel) => [...model.parameters.values()].map((x) => Array.from(x.dataSync()));

describeAboveOps('trainClip', () => {
  it('learns eight pairs and their hard captions by heart', async () => {
    const model = createClip(tinyConfig);
    const optimizer = adamW({ learningRate: 0.01 });
    const { losses } = await run(model, { optimizer, steps: 60 });
    optimizer.dispose();
    expect(losses[0]).toBeGreaterThan(2);
    expect(losses[losses.length - 1]).toBeLessThan(0.1);
    model.dispose();
  });

  it('gives the same weights bit for bit, and leaks no tensor', async () => {
    const before = memory().numTensors;
    const [a, b, other] = [3, 3, 4].map((seed) => createClip(tinyConfig, { seed })) as [
      ClipModel,
      ClipModel,
      ClipModel,
    ];
    expect(weights(a)).toEqual(weights(b));
    expect(weights(a)).not.toEqual(weights(other));
    await run(a);
    await run(b);
    expect(weights(a)).toEqual(weights(b));
    for (const model of [a, b, other]) model.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('takes tensors, which stay the caller’s, and several hard captions', async () => {
    const model = createClip(tinyConfig);
    const { images, tokens, hardTokens } = tinyBatch(4);
    const before = memory().numTensors;
    const batch = {
      images: tensor4d(images, [4, 8, 8, 3]),
      tokens: tensor2d(tokens, undefined, 'int32'),
      hardTokens: hardTokens.map((ids, i) => [ids, tokens[(i + 1) % 4]!]),
      hardImages: images,
    } satisfies TrainBatch;
    let seen: EmbeddedBatch | undefined;
    const { losses } = await run(model, {
      data: [batch, batch],
      loss: (embedded, options) => {
        seen = embedded;
        expect(embedded.hardCaptions?.shape).toEqual([4, 2, 8]);
        expect(embedded.hardImages?.shape).toEqual([4, 8]);
        return infoNceLoss(embedded, options);
      },
    });
    expect(losses).toHaveLength(2);
    expect(seen).toBeDefined();
    expect(batch.images.isDisposed).toBe(false);
    batch.images.dispose();
    batch.tokens.dispose();
    model.dispose();
    expect(memory().numTensors).toBeLessThanOrEqual(before);
  });

  it('embeds hard captions as encodeTexts does', async () => {
    const model = createClip(tinyConfig);
    const { hardTokens } = tinyBatch();
    const expected = tidy(() => model.encodeTexts(tensor2d(hardTokens, undefined, 'int32')).dataSync());
    let found: ArrayLike<number> = [];
    await run(model, {
      steps: 1,
      observe: [
        {
          embeddings: true,
          step: async ({ embeddings }) => {
            found = await embeddings.hardCaptions!.data();
          },
        },
      ],
    });
    expect(relativeError(found, expected)).toBeLessThan(1e-5);
    model.dispose();
  });

  it('cuts captions that are too long and keeps their end token', async () => {
    const model = createClip(tinyConfig);
    const { images } = tinyBatch(2);
    let embedded: ArrayLike<number> = [];
    await run(model, {
      steps: 1,
      data: () => ({
        images,
        tokens: [
          [18, 2, 3, 4, 5, 6, 7, 8, 19],
          [18, 3, 19],
        ],
      }),
      loss: (batch, options) => infoNceLoss(batch, options),
      observe: [
        {
          embeddings: true,
          step: async ({ embeddings }) => {
            embedded = await embeddings.captions.data();
          },
        },
      ],
    });
    const fresh = createClip(tinyConfig);
    const expected = tidy(() =>
      fresh
        .encodeTexts(
          tensor2d(
            [
              [18, 2, 3, 4, 5, 19],
              [18, 3, 19, 0, 0, 0],
            ],
            undefined,
            'int32',
          ),
        )
        .dataSync(),
    );
    expect(relativeError(embedded, expected)).toBeLessThan(1e-5);
    model.dispose();
    fresh.dispose();
  });

  it('stops at a loss that is not finite, before the weights are touched, and leaks nothing', async () => {
    const model = createClip(tinyConfig);
    const before = memory().numTensors;
    const start = weights(model);
    const images = tinyBatch().images.map((x, i) => (i === 7 ? Number.NaN : x));
    await expect(run(model, { data: () => ({ ...tinyBatch(), images }) })).rejects.toThrow(
      /loss became NaN at step 1/,
    );
    expect(weights(model)).toEqual(start);
    expect(memory().numTensors).toBe(before);
    model.dispose();
  });

  it('stops at a gradient that is not finite though the loss is, before the weights are touched', async () => {
    const model = createClip(tinyConfig);
    const before = memory().numTensors;
    const start = weights(model);
    const steep: TrainOptions['loss'] = (batch, { logitScale }) =>
      differentiable<Scalar>([batch.images, logitScale], (save) => {
        save(batch.images);
        return { value: scalar(1), gradient: (_, [x]) => [mul(x!, Number.NaN), scalar(0)] };
      });
    for (const microBatch of [undefined, 3]) {
      const options = microBatch === undefined ? {} : { microBatch };
      await expect(run(model, { loss: steep, ...options })).rejects.toThrow(
        /^trainClip: the gradient's norm became NaN at step 1; the weights are those before it\. Lower/,
      );
    }
    expect(weights(model)).toEqual(start);
    expect(memory().numTensors).toBe(before);
    model.dispose();
  });

  it('trains what it is told to, and gives the flags back', async () => {
    const model = createClip(tinyConfig);
    const start = new Map([...model.parameters].map(([name, x]) => [name, Array.from(x.dataSync())]));
    await run(model, { trainable: ['*_projection.weight', 'text_model.encoder.layers.1.*'] });
    for (const [name, x] of model.parameters) {
      const trained = /_projection|text_model\.encoder\.layers\.1\./.test(name);
      // Keys shift all logits of a query alike, so that their bias has no gradient but noise.
      if (name.endsWith('k_proj.bias')) continue;
      expect(Array.from(x.dataSync()).join() !== start.get(name)!.join(), name).toBe(trained);
      expect(x.trainable).toBe(true);
    }
    await expect(run(model, { trainable: 'vision.*' })).rejects.toThrow(/matches no parameter/);
    model.dispose();
  });

  it('holds the same tensors after each of many steps', async () => {
    const model = createClip(tinyConfig);
    const counts = new Set<number>();
    const bytes = new Set<number>();
    await run(model, {
      steps: 15,
      microBatch: 5,
      observe: [
        budgetObserver({ budget: gradientBudget, every: 1 }),
        metricsFile({ to: () => {}, every: 1 }),
        ({ step }) => {
          if (step < 3) return;
          counts.add(memory().numTensors);
          bytes.add(memory().numBytes);
        },
      ],
    });
    expect([counts.size, bytes.size]).toEqual([1, 1]);
    model.dispose();
  });

  it('says so when the loss has no gradient, and leaks nothing', async ({ skip }) => {
    if (getGradient('Mean')) skip('the backend’s package has registered the gradients of tfjs');
    const model = createClip(tinyConfig);
    const before = memory().numTensors;
    for (const options of [{}, { microBatch: 3 }]) {
      // tfjs-core alone has no gradient of it.
      const loss: TrainOptions['loss'] = ({ images }) => mean(images);
      const failed = run(model, { ...options, loss });
      await expect(failed).rejects.toThrow(
        /^trainClip: the loss must be made of ops that have a gradient, and tfjs-core alone has none of Mean; import '@tensorflow\/tfjs'/,
      );
      await expect(failed).rejects.toSatisfy(InputError.isInstance);
      expect(memory().numTensors).toBe(before);
    }
    expect(await run(model, { steps: 1 })).toMatchObject({ steps: 1 });
    expect(memory().numTensors).toBe(before);
    model.dispose();
  });

  it('keeps the logit scale at 100 at most', async () => {
    // A loss that falls as the scale rises, and the captions with it.
    const model = createClip({ ...tinyConfig, initialLogitScale: Math.log(99.9) });
    const scales: number[] = [];
    await run(model, {
      steps: 30,
      loss: (batch, options) => infoNceLoss({ images: batch.images, captions: batch.images }, options),
      observe: [({ logitScale }) => void scales.push(logitScale)],
    });
    expect(Math.max(...scales)).toBeCloseTo(100, 2);
    model.dispose();
  });
});

describeOnOne('trainClip, whatever the backend computes', () => {
  it('refuses an optimiser that has made steps, until it is disposed of or restored', async () => {
    const model = createClip(tinyConfig);
    const optimizer = adamW();
    const again = () => trainClip({ model, optimizer, data: () => tinyBatch(), loss: cement, steps: 2 });
    await again();
    const start = weights(model);
    await expect(again()).rejects.toThrow(
      /^trainClip: optimizer must be one that has made no step, got one that has made 2; use one/,
    );
    expect(weights(model)).toEqual(start);
    optimizer.restore!(await optimizer.state!());
    expect(await again()).toMatchObject({ steps: 2 });
    optimizer.dispose();
    expect(await again()).toMatchObject({ steps: 2 });
    optimizer.dispose();
    model.dispose();
  });

  it('shows the chosen steps to observers, and stops on a signal', async () => {
    const model = createClip(tinyConfig);
    const control = new AbortController();
    const inspected: number[] = [];
    const reports: number[] = [];
    const result = await run(model, {
      steps: 50,
      signal: control.signal,
      observe: [
        {
          every: 2,
          first: true,
          embeddings: true,
          step: ({ embeddings, step, logitScale }) => {
            inspected.push(step);
            expect(embeddings.images.isDisposed).toBe(false);
            expect(logitScale).toBeGreaterThan(10);
          },
        },
        ({ step, steps, learningRate, stepsPerSecond }) => {
          reports.push(learningRate);
          expect(steps).toBe(50);
          expect(stepsPerSecond).toBeGreaterThan(0);
          if (step === 5) control.abort();
        },
      ],
    });
    expect(result).toMatchObject({ steps: 5, aborted: true });
    expect(inspected).toEqual([1, 2, 4]);
    expect(reports[0]).toBeCloseTo(1e-3);
    expect(reports[2]).toBeCloseTo(3e-3);
    model.dispose();
  });

  it('ends with the data', async () => {
    const model = createClip(tinyConfig);
    async function* twice() {
      yield tinyBatch();
      yield tinyBatch();
    }
    expect(await run(model, { data: twice(), steps: 10 })).toMatchObject({ steps: 2, aborted: false });
    model.dispose();
  });

  it('takes data that start at any step', async () => {
    const model = createClip(tinyConfig);
    const asked: number[] = [];
    const data = {
      async *batchesFrom(step: number) {
        asked.push(step);
        for (let i = 0; i < 3; i++) yield tinyBatch();
      },
    };
    expect(await run(model, { data, steps: 10 })).toMatchObject({ steps: 3 });
    expect(asked).toEqual([0]);
    const wrong: object = { batches: [] };
    await expect(run(model, { data: wrong as TrainOptions['data'] })).rejects.toThrow(
      /data must be a function of the step, an iterable of batches, or an object with batchesFrom/,
    );
    model.dispose();
  });

  it('says so when the loss depends on nothing that is trained', async () => {
    const model = createClip(tinyConfig);
    const before = memory().numTensors;
    await expect(run(model, { loss: () => scalar(3) })).rejects.toThrow(
      /the loss must depend on a trainable parameter; it depends on none/,
    );
    expect(memory().numTensors).toBe(before);
    model.dispose();
  });

  it('leaks nothing when the loss throws', async () => {
    const model = createClip(tinyConfig);
    const before = memory().numTensors;
    const broken = () => {
      scalar(1);
      throw new Error('broken loss');
    };
    await expect(run(model, { loss: broken })).rejects.toThrow('broken loss');
    expect(memory().numTensors).toBe(before);
    model.dispose();
  });

  function disposed() {
    const value = scalar(1);
    value.dispose();
    return value;
  }

  it('refuses what is no scalar loss, and leaks nothing', async () => {
    const model = createClip(tinyConfig);
    const before = memory().numTensors;
    const wrong: [() => unknown, RegExp][] = [
      [() => undefined, /loss must return a scalar tensor, got undefined/],
      [() => tensor2d([[1, 2]]), /got a tensor of shape \[1,2\]/],
      [async () => 1, /a loss cannot be async/],
      [disposed, /loss must return a tensor that is not disposed of/],
      [
        () => disposed().dataSync(),
        /the loss or the batch uses a tensor that has been disposed of; make it anew/,
      ],
      [() => scalar(Number.NaN), /must depend on a trainable parameter; .* none; its value is NaN\.$/],
      [() => scalar(2), /must depend on a trainable parameter; .* none; its value is 2\.$/],
    ];
    for (const [loss, message] of wrong) {
      for (const options of [{}, { microBatch: 3 }]) {
        const failed = run(model, { ...options, loss: loss as TrainOptions['loss'] });
        await expect(failed).rejects.toThrow(message);
        await expect(failed).rejects.toSatisfy(InputError.isInstance);
      }
    }
    const images = tensor4d(tinyBatch().images, [8, 8, 8, 3]);
    images.dispose();
    await expect(run(model, { data: () => ({ ...tinyBatch(), images }) })).rejects.toThrow(
      /images is a tensor that has been disposed of; give one that lives for the step/,
    );
    // The loss names what its own batch has, and we what ours has.
    for (const options of [{}, { microBatch: 3 }]) {
      const { hardTokens: _, concreteness: __, ...batch } = tinyBatch();
      await expect(run(model, { ...options, data: () => batch })).rejects.toThrow(
        /hardCaptions must be in the batch.*; to trainClip they are hardTokens in the batch/,
      );
    }
    expect(memory().numTensors).toBe(before);
    model.dispose();
  });

  it('says so when the model has been disposed', async () => {
    const model = createClip(tinyConfig);
    model.dispose();
    await expect(run(model)).rejects.toThrow(/^trainClip: the model has been disposed; make or load it anew/);
    expect(() => model.encodeTexts(tensor2d([[18, 19]], undefined, 'int32'))).toThrow(
      /^encodeTexts: the model has been disposed/,
    );
  });

  it('says what is wrong with a batch', async () => {
    const model = createClip(tinyConfig);
    const fail = (batch: Partial<TrainBatch>) => run(model, { data: () => ({ ...tinyBatch(), ...batch }) });
    await expect(fail({ images: new Float32Array(100) })).rejects.toThrow(
      /images must hold 8×8×3 = 192 numbers/,
    );
    await expect(fail({ tokens: [[18, 2, 19]] })).rejects.toThrow(
      /a text for each of the 1 pairs|as many captions/,
    );
    await expect(fail({ tokens: [] })).rejects.toThrow(/tokens must not be empty/);
    await expect(fail({ tokens: tinyBatch().tokens.map(() => [18, 99, 19]) })).rejects.toThrow(
      /tokens must lie in \[0, 19\], got 99/,
    );
    await expect(fail({ images: new Float32Array(8 * 4 * 4 * 3) })).rejects.toThrow(
      /^trainClip: images must hold 8×8×3 = 192 numbers for each of the 8 captions, got 384 in all, as many as images of 4×4 have; .*, 8\.$/,
    );
    const { images, tokens } = tinyBatch();
    const features = zeros([8, 16]);
    const refused: [batch: unknown, message: RegExp][] = [
      [undefined, /data must give a batch \{ images, tokens, … \} for each step, got undefined/],
      [
        { images, tokens, hardCaptions: tokens },
        /a batch has no field "hardCaptions"; there are images, .*teacher; hardTokens is what you mean/,
      ],
      [
        { images, tokens, rating: 3 },
        /no field "rating"; there are images, imageEmbeddings, tokens, .*teacher\.$/,
      ],
      [
        { images: Uint8Array.from(images), tokens },
        /images must be a Float32Array .* got an object of Uint8Array; normalizePixels/,
      ],
      [{ images: [...images], tokens }, /images must be a Float32Array .* got an object of Array/],
      [
        { images, tokens: tokens.map(() => 'a cat') },
        /tokens must be ids of tokens, got the string "a cat" at 0; pass tokenizer\.encode/,
      ],
      [{ images, tokens: tokens.map(() => ['a']) }, /which are integers, got "a" at 0/],
      [{ images, tokens: tokens.map(() => [1.5]) }, /which are integers, got 1\.5 at 0/],
      [
        { images, tokens: 'a cat' },
        /tokens must be a tensor, or an array with the ids of each text, got "a cat"/,
      ],
      [{ images }, /tokens must be a tensor, .* got undefined/],
      [{ tokens }, /images must be a Float32Array or a float32 tensor .*, got undefined/],
      [{ images: features, tokens }, /images must be .*, got a tensor of float32 \[8,16\]; normalizePixels/],
      [{ images, tokens: features }, /tokens must be int32 tokens .*, got a tensor of float32 /],
      [
        { images, imageEmbeddings: features, tokens },
        /must have images or imageEmbeddings, and has both; leave one out/,
      ],
    ];
    for (const [batch, message] of refused) {
      for (const options of [{}, { microBatch: 3 }]) {
        const failed = run(model, { ...options, data: () => batch as TrainBatch });
        await expect(failed).rejects.toThrow(message);
        await expect(failed).rejects.toSatisfy(InputError.isInstance);
      }
    }
    features.dispose();
    const misspelt: object = { inspectevery: 3 };
    await expect(run(model, misspelt)).rejects.toThrow(
      /^trainClip: there is no option "inspectevery"; there are model, .*signal\.$/,
    );
    const wrong: [options: object, message: RegExp][] = [
      [{ observe: 'm.jsonl' }, /^trainClip: observe must be an array of observers, got "m\.jsonl"\.$/],
      [{ observe: ['run'] }, /^trainClip: observe\[1\] must be a function or an observer, got "run"\.$/],
      [
        { observe: [{ every: 0, step() {} }] },
        /^trainClip: observe\[1\]\.every must be an integer from 1, got 0\.$/,
      ],
      [
        { observe: [{ onStep() {} }] },
        /observe\[1\] must be a function or an object with open, .*, got an object with onStep\.$/,
      ],
      [
        { observe: [{ measure: () => 1 }] },
        /observe\[1\] must have a name for what it measures or keeps, .*, got undefined\.$/,
      ],
      [{ optimizer: { minimize() {} } }, /optimizer must be an object with update\(.*, got an object/],
      [{ optimizer: undefined }, /optimizer must be an object with update\(.*, got undefined\.$/],
      [{ model: undefined }, /^trainClip: model must be one of createClip or loadClip, got undefined\.$/],
      [
        { model: { model } },
        /^trainClip: model must be one of createClip or loadClip, got object, an encoder; pass encoder\.model\.$/,
      ],
      [{ signal: 5 }, /^trainClip: signal must be an AbortSignal, .*, got 5\.$/],
      [{ signal: null }, /^trainClip: signal must be an AbortSignal, .*, got null\.$/],
      [{ resume: 'no' }, /^trainClip: resume must be true or false, got "no"\.$/],
      [{ overwrite: 'no' }, /^trainClip: overwrite must be true or false, got "no"\.$/],
      [{ loss: undefined }, /^trainClip: loss must be a function, got undefined\.$/],
      [{ data: [] }, /^trainClip: data held no batch: .* got an empty array\.$/],
      [
        { data: [][Symbol.iterator]() },
        /^trainClip: data held no batch: an iterator can be used only once\.$/,
      ],
      [{ data: 'a cat' }, /^trainClip: data must be a function of the step, .*, got "a cat"\.$/],
      [{ data: undefined }, /^trainClip: data must be a function of the step, .*, got undefined\.$/],
    ];
    for (const [options, message] of wrong) {
      const failed = run(model, options);
      await expect(failed).rejects.toThrow(message);
      await expect(failed).rejects.toSatisfy(InputError.isInstance);
    }
    await expect(run(model, { steps: -1 })).rejects.toThrow(/steps must be an integer of at least 0/);
    model.dispose();
  });
});
