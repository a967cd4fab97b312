import { memory } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import type { ClipEncoder } from '../encoder/clip-encoder';
import { createEncoder } from '../encoder/create-encoder';
import { createClip } from '../model/create-clip';
import { describeAboveOps } from '../testing/backends';
import { tinyConfig } from '../testing/tiny';
import { trainTokenizer } from '../tokenizer/train-tokenizer';

const tokenizer = trainTokenizer(['a small red square', 'a small blue circle']);
const labels = ['red', 'blue', 'square'];
const image = (seed: number) => ({
  width: 8,
  height: 8,
  data: new Uint8Array(192).map((_, i) => (i * seed) % 256),
});

describeAboveOps('classify', () => {
  const make = (): ClipEncoder => {
    const { vocabularySize, contextLength } = tokenizer;
    const text = { ...tinyConfig.text, vocabularySize, contextLength };
    return createEncoder(createClip({ ...tinyConfig, text }, { seed: 5 }), tokenizer);
  };

  it('is the softmax of logit scale × cosine with the mean of each label’s prompts', async () => {
    const encoder = make();
    const templates = ['a {}', 'a small {}'];
    const before = memory().numTensors;
    const guesses = await encoder.classify([image(3), image(7)], labels, { templates });
    const [one, two] = await encoder.embedImages([image(3), image(7)]);
    const unit = (x: number[]) => x.map((value) => value / Math.hypot(...x));
    const classes: number[][] = [];
    for (const label of labels) {
      const [a, b] = await encoder.embedTexts(templates.map((template) => template.replace('{}', label)));
      classes.push(unit([...a!].map((value, i) => (value + b![i]!) / 2)));
    }
    const scaleTensor = encoder.model.logitScale();
    const [scale] = await scaleTensor.data();
    scaleTensor.dispose();
    [one!, two!].forEach((embedding, i) => {
      const weights = classes.map((x) =>
        Math.exp(scale! * x.reduce((sum, value, k) => sum + value * embedding[k]!, 0)),
      );
      const sum = weights.reduce((a, b) => a + b);
      for (const { label, probability } of guesses[i]!) {
        expect(probability).toBeCloseTo(weights[labels.indexOf(label)]! / sum, 4);
      }
      const order = guesses[i]!.map(({ probability }) => probability);
      expect(order).toEqual([...order].sort((a, b) => b - a));
    });
    expect(memory().numTensors).toBe(before);
    encoder.dispose();
  });

  it('returns the likeliest, and a gap for an image that can’t be read', async () => {
    const encoder = make();
    const templates = ['a {}'];
    const all = await encoder.classify([image(3)], labels, { templates });
    const broken = new Blob(['no picture']);
    const some = await encoder.classify([broken, image(3)], labels, { templates, topK: 2, onError: 'skip' });
    expect(some[0]).toBeUndefined();
    expect(some[1]).toEqual(all[0]!.slice(0, 2));
    expect(some.skipped).toEqual([{ index: 0, reason: expect.stringMatching(/^could not be read/) }]);
    await expect(encoder.classify([broken], labels, { templates })).rejects.toThrow(
      /^image 0 could not be read/,
    );
    encoder.dispose();
  });

  it('refuses labels and templates that say nothing', async () => {
    const encoder = make();
    const classify = (...args: [string[], object?]) => encoder.classify([image(3)], ...args);
    await expect(classify(['red', 'red'])).rejects.toThrow(/labels must hold texts, each once; see "red"/);
    await expect(classify(labels, { templates: ['a'] })).rejects.toThrow(/templates must hold \{\} where/);
    await expect(classify(['apple', 'pear'])).rejects.toThrow(/"apple" and "pear" are the same tokens/);
    await expect(classify(['red', 'blue'], { templates: ['a small a small {}'] })).rejects.toThrow(
      /are the same once they are cut at 6 tokens.*; pass templates with a shorter prompt/,
    );
    encoder.dispose();
  });
});
