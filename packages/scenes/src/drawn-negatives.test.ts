import { createPlant } from '@slipform/plant';
import { describe, expect, test } from 'vitest';
import { drawnNegatives } from './drawn-negatives';
import { illustrate } from './illustrate';
import { negatives } from './testing/negatives';

const measures = ['pairing', 'text', 'image', 'group'];

describe('drawnNegatives', () => {
  test('asks of each negative that is drawn four ways, and leaves the others out', async () => {
    const { samples, questions, chances, means, notDrawn, retrieval } = await drawnNegatives(negatives);
    expect(notDrawn).toBe(1);
    expect(samples.map(({ negatives: own }) => own.map(({ kind }) => kind))).toEqual([
      ['swap_att', 'replace_obj'],
      ['replace_count', 'replace_obj'],
    ]);
    expect(questions.map(({ kind }) => kind)).toEqual(
      ['swap_att', 'replace_obj', 'replace_count', 'replace_obj'].flatMap((kind) =>
        measures.map((measure) => `${kind} ${measure}`),
      ),
    );
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    expect(new Set(questions.map(({ group }) => group)).size).toBe(2);
    expect(Object.keys(means)).toEqual(measures);
    expect(chances['swap_att group']).toBeCloseTo(1 / 6, 12);
    expect(retrieval.texts).toEqual(['A red car next to a green bus.', 'Two dogs on a bed.']);
  });

  test('what belongs together stands right in every way', async () => {
    const { questions } = await drawnNegatives(negatives.slice(0, 1));
    const truth = new Map([
      ['A red car next to a green bus.', questions[0]!.right[0]!.image.key],
      ['A green car next to a red bus.', questions[0]!.right[1]!.image.key],
    ]);
    const belongs = ({ image, text }: (typeof questions)[0]['right'][0]) => truth.get(text) === image.key;
    expect(new Set(truth.values()).size).toBe(2);
    for (const { right, wrong } of questions) {
      expect(right).toHaveLength(wrong.length);
      expect(right.every(belongs)).toBe(true);
      expect(wrong.some(belongs)).toBe(false);
    }
    // Of the text score the pictures are the same place by place, of the image score the captions.
    const [, text, image] = questions;
    expect(text!.right.map((each) => each.image.key)).toEqual(text!.wrong.map((each) => each.image.key));
    expect(image!.right.map((each) => each.text)).toEqual(image!.wrong.map((each) => each.text));
  });

  test('a picture is what `illustrate` draws, and that of the negative is its hard image', async () => {
    const options = { style: 'fluent', seed: 2, size: 64 } as const;
    const { questions } = await drawnNegatives(negatives, options);
    for (const { right } of questions.slice(0, 1)) {
      for (const { image, text } of right) {
        expect(await image.load()).toEqual((await illustrate(text, options)).picture);
      }
    }
  });

  test('takes what the miner finds, the same negative once', async () => {
    const mined = createPlant({ balance: 'composition', perCaption: 4 }).mineBlock([
      'A red car next to a green bus on a street.',
      'Two brown dogs run along the beach.',
      'A cat sits on a chair to the left of a blue vase.',
    ]);
    const { samples, notDrawn } = await drawnNegatives([...mined, ...mined]);
    const drawn = samples.reduce((sum, each) => sum + each.negatives.length, 0);
    expect(drawn).toBeGreaterThan(0);
    expect(drawn + notDrawn).toBe(mined.length);
  });

  test.each([
    ['attribute', 'A black cat with white patches.', 'A white cat with black patches.', 'replace_att'],
    ['attribute', 'A black cat with a white hat.', 'A white cat with a black hat.', 'swap_att'],
    ['object', 'A cat under a sleeping dog.', 'A dog under a sleeping cat.', 'swap_obj'],
    ['object', 'A cat on a surfboard.', 'A surfboard on a cat.', undefined],
  ])('a swap of the %s in %s has the kind of what is drawn', async (slot, caption, negative, kind) => {
    const { samples } = await drawnNegatives([{ operation: 'swap', slot, caption, negative }]);
    expect(samples.flatMap(({ negatives: own }) => own.map((each) => each.kind))).toEqual(kind ? [kind] : []);
  });

  test('the true text of an added detail is its caption', async () => {
    const { samples } = await drawnNegatives([
      {
        ...{ operation: 'add', slot: 'object', caption: 'Two dogs.' },
        positive: 'Two dogs and a cat.',
        negative: 'Two dogs and a horse.',
      },
    ]);
    expect(samples.map(({ caption }) => caption)).toEqual(['Two dogs and a cat.']);
  });

  test.each([
    [undefined, 'negatives must be a list of { caption, negative }, got undefined'],
    ['text', 'negatives must be a list of { caption, negative }, got "text"'],
    [[{ caption: 'A dog.' }], 'negative of negatives[0] must be a text, got undefined'],
    [[null], 'caption of negatives[0] must be a text, got undefined'],
    [
      [{ caption: 'A dog.', negative: 'A cat.', slot: '../../x' }],
      'slot of negatives[0] must be of the letters a to z, got "../../x"',
    ],
  ])('refuses %j in one sentence', async (given, sentence) => {
    const call = drawnNegatives as (given: unknown) => Promise<unknown>;
    await expect(call(given)).rejects.toThrow(sentence);
  });
});
