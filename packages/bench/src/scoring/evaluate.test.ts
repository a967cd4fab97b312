import { describe, expect, test } from 'vitest';
import { compare } from '../compare/compare';
import { smallestP } from '../compare/verdict';
import type { Benchmark } from '../questions/benchmark';
import { captionAgainst } from '../questions/question';
import { sampleBenchmark } from '../testing/sample-benchmark';
import { blindScorer } from './blind-scorer';
import { evaluate } from './evaluate';
import { recall } from './recall';
import type { Result } from './result';

const image = (value: number) => new Float32Array([value]);
const [first, second] = [image(1), image(2)];

/** Two pictures at (1, 0) and (0, 1); texts by their own vectors. */
const benchmark: Benchmark = {
  name: 'by hand',
  chance: 0.5,
  questions: [
    { id: 'a', kind: 'object', group: '1', ...captionAgainst(first, 'x', 'y') }, // 1 > 0: right
    { id: 'b', kind: 'object', group: '2', ...captionAgainst(second, 'x', 'y') }, // 0 < 1: wrong
    { id: 'c', kind: 'order', group: '1', ...captionAgainst(first, 'd', 'd2') }, // √½ = √½: a tie is wrong
    { id: 'd', kind: 'order', group: '2', ...captionAgainst(second, 'd', 'x') }, // √½ > 0: right
  ],
  retrieval: { images: [first, second], texts: ['x', 'd'], imageOf: [0, 1] },
};

const vectors: Record<string, number[]> = { x: [3, 0], y: [0, 0.1], d: [1, 1], d2: [2, 2] };
const encoder = {
  async embedImages(images: readonly unknown[]) {
    return images.map((entry) => Float32Array.from(entry === first ? [2, 0] : [0, 5]));
  },
  async embedTexts(texts: readonly string[]) {
    return texts.map((text) => Float32Array.from(vectors[text]!));
  },
};

describe('evaluate', () => {
  test('equals the scores computed by hand, with ties wrong', async () => {
    const result = await evaluate(encoder, benchmark, { name: 'hand' });
    expect(result.answers.map((item) => item.right > item.wrong)).toEqual([true, false, false, true]);
    expect(result.answers[2]!.right).toBe(result.answers[2]!.wrong);
    expect(result.answers[3]!.right).toBeCloseTo(Math.SQRT1_2, 12);
    expect(result.kinds.object).toMatchObject({ correct: 1, total: 2, value: 0.5 });
    expect(result.kinds.order).toMatchObject({ correct: 1, total: 2, value: 0.5 });
    expect(result.mean.value).toBe(0.5);
    // Scores: (1, √½) for the first picture, (0, √½) for the second: "d" ties between them, so text → image misses it.
    expect(result.retrieval!.imageToText[1]!.value).toBe(1);
    expect(result.retrieval!.textToImage[1]!.value).toBe(0.5);
    expect(result.retrieval!.textToImage[5]!.value).toBe(1);
  });

  test('a scorer with the same scores gets the same result', async () => {
    const cosine = (a: number[], b: number[]) =>
      (a[0]! * b[0]! + a[1]! * b[1]!) / Math.hypot(...a) / Math.hypot(...b);
    const scorer = {
      async score(pairs: readonly { image: unknown; text: string }[]) {
        return pairs.map(({ image, text }) => cosine(image === first ? [1, 0] : [0, 1], vectors[text]!));
      },
    };
    const byScorer = await evaluate(scorer, benchmark, { retrieval: true, batchSize: 3 });
    const byEncoder = await evaluate(encoder, benchmark, { batchSize: 1 });
    expect(byScorer.kinds).toEqual(byEncoder.kinds);
    expect(byScorer.retrieval).toEqual(byEncoder.retrieval);
    expect((await evaluate(scorer, benchmark)).retrieval).toBeUndefined();
  });

  test('embeds each picture and each text once', async () => {
    const seen: unknown[] = [];
    const counting = {
      embedImages(images: readonly unknown[]) {
        seen.push(...images);
        return encoder.embedImages(images);
      },
      embedTexts(texts: readonly string[]) {
        seen.push(...texts);
        return encoder.embedTexts(texts);
      },
    };
    await evaluate(counting, benchmark);
    expect(seen).toHaveLength(new Set(seen).size);
  });

  test('refuses models that return the wrong thing', async () => {
    const short = { ...encoder, embedTexts: async () => [] };
    await expect(evaluate(short, benchmark)).rejects.toThrow('embedTexts returned 0 vectors for 4 inputs');
    const broken = {
      ...encoder,
      embedImages: async (images: readonly unknown[]) => images.map(() => new Float32Array([Number.NaN, 0])),
    };
    await expect(evaluate(broken, benchmark)).rejects.toThrow('not finite');
    const ragged = {
      ...encoder,
      embedTexts: async (texts: readonly string[]) => texts.map((_, index) => new Float32Array(index + 1)),
    };
    await expect(evaluate(ragged, benchmark)).rejects.toThrow('vectors of 1 and of 2 numbers');
    const nan = { score: async (pairs: readonly unknown[]) => pairs.map(() => Number.NaN) };
    await expect(evaluate(nan, benchmark)).rejects.toThrow(
      'one finite number for each of 7 pairs, got NaN for pair 0, text "x"',
    );
    const object = { score: async () => ({}) as number[] };
    await expect(evaluate(object, benchmark)).rejects.toThrow('for each of 7 pairs, got an object');
  });

  test.each([0, -1, Number.NaN, 2.5, '8'])('refuses a batch size of %j', async (batchSize) => {
    const options = { batchSize: batchSize as number };
    const sentence = 'evaluate: batchSize must be an integer of at least 1, got';
    await expect(evaluate(encoder, benchmark, options)).rejects.toThrow(sentence);
    await expect(evaluate(blindScorer(['x']), benchmark, options)).rejects.toThrow(sentence);
  });

  test('refuses what is no model, no benchmark, no option, and a caption against itself', async () => {
    for (const model of [null, () => 0, {}]) {
      await expect(evaluate(model as never, benchmark)).rejects.toThrow(/model must be an Encoder .* got/);
    }
    await expect(evaluate(encoder, undefined as never)).rejects.toThrow(
      'benchmark must be a Benchmark, such as sugarCrepe(folder)',
    );
    await expect(evaluate(encoder, benchmark, { retreival: false } as never)).rejects.toThrow(
      'evaluate: there is no option "retreival"; there are name, seed,',
    );
    await expect(evaluate(encoder, benchmark, { seed: 'a' as never })).rejects.toThrow('got "a"');
    await expect(evaluate(encoder, benchmark, { seed: 2 ** 40 })).rejects.toThrow(
      'an integer from -2147483648 to 4294967295',
    );
    const same = {
      ...benchmark,
      questions: [{ ...benchmark.questions[0]!, ...captionAgainst(first, 'x', 'x') }],
    };
    await expect(evaluate(encoder, same)).rejects.toThrow('the negative of a of by hand is its caption');
  });

  test('says which training seed a result has', async () => {
    expect((await evaluate(encoder, benchmark, { trainingSeed: 3 })).trainingSeed).toBe(3);
    expect(await evaluate(encoder, benchmark, { seed: 3 })).not.toHaveProperty('trainingSeed');
  });

  test('the mean has an interval with a width even where all rows agree', async () => {
    const one = await evaluate(encoder, { ...benchmark, questions: [benchmark.questions[1]!] });
    expect(one.mean.interval).toEqual(one.kinds.object!.interval);
    const perfect = {
      score: async (pairs: readonly { text: string }[]) => pairs.map(({ text }) => scoreOf(text)),
    };
    const asked = sampleBenchmark({ count: 50 });
    const captions = new Set(asked.captions);
    const scoreOf = (text: string) => (captions.has(text) ? 1 : 0);
    const { mean, kinds } = await evaluate(perfect, asked);
    expect(mean.interval[0]).toBeCloseTo(kinds.relation!.interval[0], 12);
    expect(mean.interval[0]).toBeLessThan(0.94);
  });
});

describe('recall', () => {
  test('several captions of one picture: any of them counts', () => {
    const scores = [
      [0.1, 0.9, 0.5, 0.2],
      [0.8, 0.3, 0.4, 0.7],
    ];
    const { imageToText, textToImage } = recall(scores, [0, 0, 1, 1], [1, 2]);
    expect(imageToText[1]).toMatchObject({ correct: 1, total: 2 });
    expect(imageToText[2]).toMatchObject({ correct: 2, total: 2 });
    expect(textToImage[1]).toMatchObject({ correct: 2, total: 4 });
  });
  test('refuses scores that are no numbers, and pictures that are not there', () => {
    const nan = Array(2).fill([Number.NaN, Number.NaN]);
    expect(() => recall(nan, [0, 1])).toThrow('recall: scores[0][0] must be a finite number, got NaN');
    expect(() => recall([[1, 2]], [0, 1])).toThrow(
      'imageOf[1] must be an index of scores from 0 to 0, got 1',
    );
    expect(() => recall([[1]], [0, 0])).toThrow('scores[0] must hold one for each of 2 texts, got 1');
    expect(() => recall([], [])).toThrow('at least one picture and text');
  });
});

describe('blindScorer', () => {
  test('adds up log (count + 1) / (count + V) over bigrams', async () => {
    const scores = await blindScorer(['a b', 'a c']).score([{ image: '', text: 'a b' }]);
    // After <start>: a twice; after a: b once, c once; after b: <end> once. V = {a, b, c, <end>} and the unknown.
    expect(scores[0]).toBeCloseTo(Math.log((3 / 7) * (2 / 7) * (2 / 6)), 12);
  });
  test('is at chance where negatives are made like captions', async () => {
    const training = sampleBenchmark({ count: 3000, seed: 4 }).captions;
    const result = await evaluate(blindScorer(training), sampleBenchmark({ count: 1000, seed: 5 }));
    for (const kind of Object.values(result.kinds)) {
      expect(kind.value).toBeGreaterThan(0.43);
      expect(kind.value).toBeLessThan(0.57);
    }
  });
});

describe('compare', () => {
  const result = (model: string, right: readonly boolean[]): Result => ({
    benchmark: 'b',
    model,
    chance: 0.5,
    kinds: {},
    mean: { value: 0, interval: [0, 0] },
    answers: right.map((is, index) => ({
      id: String(index),
      kind: index % 2 === 0 ? 'even' : 'odd',
      group: String(Math.floor(index / 2)),
      right: is ? 1 : 0,
      wrong: 0,
    })),
  });
  const pattern = (length: number, every: number) =>
    Array.from({ length }, (_, index) => index % every !== 0);

  test('counts who alone is right, and takes the mean over kinds', () => {
    const [comparison] = compare([
      result('a', [true, true, false, true, false, false]),
      result('b', [true, false, true, false, true, false]),
    ]);
    expect(comparison).toMatchObject({ a: 'a', b: 'b', benchmark: 'b' });
    expect(comparison!.kinds.even).toMatchObject({ onlyA: 0, onlyB: 2, p: 0.5 });
    expect(comparison!.kinds.odd).toMatchObject({ onlyA: 2, onlyB: 0 });
    expect(comparison!.difference).toBeCloseTo(0, 12);
    expect(comparison!.differs).toBe(false);
  });

  test('sees a large difference and does not see one that is not there', () => {
    const [large] = compare([result('a', pattern(600, 2)), result('b', pattern(600, 10))]);
    expect(large!.difference).toBeCloseTo(0.4, 12);
    expect(large!.differs).toBe(true);
    const [none] = compare([result('a', pattern(600, 5)), result('b', pattern(600, 5))]);
    expect(none).toMatchObject({ difference: 0, interval: [0, 0], differs: false });
  });

  test('refuses answers to other questions of the same ids', async () => {
    const judged = (seed: number, name: string) =>
      evaluate(blindScorer(['red dog above blue cat']), sampleBenchmark({ count: 20, seed }), { name });
    const [a, b, other] = [await judged(0, 'a'), await judged(0, 'b'), await judged(5, 'b')];
    expect(() => compare([a, b])).not.toThrow();
    expect(() => compare([a, other])).toThrow(
      /asked different questions of Coloured things.* 0-replace_object is the first; judge both with the same files and options/,
    );
    // Files of older versions hold ids alone.
    const old = { ...other, answers: other.answers.map(({ question: _, ...answer }) => answer) };
    expect(() => compare([a, old])).not.toThrow();
  });

  test('compares only what was judged on the same items', () => {
    expect(() => compare([result('a', [true, true]), result('b', [true])])).toThrow(
      'not judged on the same items',
    );
    const seeded = [
      { ...result('a', [true]), trainingSeed: 0 },
      { ...result('b', [true]), trainingSeed: 1 },
    ];
    expect(() => compare(seeded)).toThrow(
      'one benchmark and one training seed, got a on b, seed 0; b on b, seed 1',
    );
    expect(() => compare([result('a', [true])])).toThrow("two models' answers");
    const two = [result('a', [true]), { ...result('b', [true]), benchmark: 'c' }];
    expect(() => compare(two)).toThrow('got a on b; b on c');
  });

  test('asks the interval and the test before it says who is ahead', () => {
    // Four pictures, b alone right on each: the bootstrap's interval has no width, but p is 2/2⁴ = .125.
    const four = (right: boolean) => ({
      ...result('a', Array(4).fill(right)),
      model: String(right),
      answers: Array.from({ length: 4 }, (_, index) => ({
        id: String(index),
        kind: 'k',
        group: String(index),
        right: Number(right),
        wrong: 0,
      })),
    });
    expect(compare([four(false), four(true)])[0]).toMatchObject({
      interval: [1, 1],
      p: 0.125,
      differs: false,
      verdict: 'too few questions differ: with 4, p cannot fall below 0.125',
    });
    // Nothing differs, or enough does: then the words are the usual ones.
    expect(compare([four(true), { ...four(true), model: 'same' }])[0]!.verdict).toBe('no difference seen');
    const many = (right: boolean, model: string) =>
      result(
        model,
        Array.from({ length: 12 }, (_, index) => right || index % 2 === 0),
      );
    expect(compare([many(false, 'a'), many(true, 'b')])[0]!.verdict).toBe('b ahead of a');
    const mixed = result(
      'c',
      Array.from({ length: 12 }, (_, index) => index % 2 === 1),
    );
    const [between] = compare([many(false, 'a'), mixed]);
    expect(between!.verdict).toBe('no difference seen');
    for (const end of [...between!.interval, between!.difference]) expect(end).toBe(Number(end.toFixed(12)));
  });

  test('counts the pictures in which two differ, for the smallest p', () => {
    expect([1, 4, 5, 6].map(smallestP)).toEqual([1, 0.125, 0.0625, 0.03125]);
  });

  test('refuses what is no list of results, and no resamples', () => {
    const [a, b] = [result('a', [true]), result('b', [true])];
    expect(() => compare(a as never)).toThrow(
      'results must be a list of what evaluate returns, got an object',
    );
    expect(() => compare([null, b] as never)).toThrow('results[0] must be an object');
    expect(() => compare([a, b], { resamples: 0 })).toThrow('compare: resamples must be');
    expect(() => compare(a as never, b as never)).toThrow('put [ ] around it');
  });
});
