import { bagOfWordsUpperBound, evaluate, evaluateBlind } from '@slipform/bench';
import { describe, expect, test } from 'vitest';
import { splitOf } from '../corpus/sets/families';
import { benchmarks, colourPairs } from './benchmark';
import { readPairQuestions } from './question-file';

const sets = {
  one: { package: '@iconify-json/one', version: '1.0.0', artist: 'One', family: 'first', licence: 'MIT' },
};
const swap = ['swap', 'above', 'A red bell above a blue cloud', 'A blue bell above a red cloud', ''];
const free = [...swap, 'the bell is red and the cloud is blue', 'the bell is blue and the cloud is red'];
const place = [
  'place',
  'left',
  'A red bell to the left of a blue cloud',
  'A red bell to the right of a blue cloud',
  'd',
];
const file = (...rows: unknown[]) => ({
  ...{ format: 'slipform-colour-pairs', version: 1, about: 'By hand.' },
  ...{ sets, questions: { one: rows } },
});
const images = (key: string) => ({
  key,
  load: async () => ({ width: 1, height: 1, data: new Uint8Array(3), name: key }),
});

/** Of each question the cosines of first picture with both captions, then of the second. */
function tableOf(cosines: readonly [number, number, number, number]) {
  const scores = new Map([
    ['one_red-bell_blue-cloud_above.png A red bell above a blue cloud', cosines[0]],
    ['one_red-bell_blue-cloud_above.png A blue bell above a red cloud', cosines[1]],
    ['one_blue-bell_red-cloud_above.png A red bell above a blue cloud', cosines[2]],
    ['one_blue-bell_red-cloud_above.png A blue bell above a red cloud', cosines[3]],
  ]);
  return {
    score: async (pairs: readonly { readonly image: unknown; readonly text: string }[]) =>
      pairs.map(({ image, text }) => scores.get(`${Object(image).name} ${text}`)!),
  };
}

describe('colour-pairs', () => {
  test('asks of each question five ways, with its parts and clusters', async () => {
    const { questions, chances } = await colourPairs(file(free, place), { images });
    const ways = ['pairing', 'choice', 'choice', 'text', 'image', 'group'];
    expect(questions.map(({ kind }) => kind)).toEqual(
      ['swap', 'swap, freely', 'place'].flatMap((kind) => ways.map((each) => `${kind} ${each}`)),
    );
    expect(new Set(questions.map(({ id }) => id)).size).toBe(18);
    expect(questions[0]).toMatchObject({
      rule: 'sum',
      clusters: { artist: 'first', words: ['bell', 'cloud'] },
      by: { drawing: 'of its own', set: 'one' },
    });
    expect(questions.at(-1)!.by.drawing).toBe('like one of training');
    expect(chances['swap pairing']).toBe(0.5);
    expect(chances['place group']).toBeCloseTo(1 / 6, 12);
  });

  test('pairing is right whatever is added to all scores of a caption or of a picture', async () => {
    const benchmark = await colourPairs(file(swap), { images });
    const rights = async (cosines: readonly [number, number, number, number]) => {
      const { kinds } = await evaluate(tableOf(cosines), benchmark);
      return ['pairing', 'choice', 'text', 'image', 'group'].map((each) => kinds[`swap ${each}`]!.correct);
    };
    expect(await rights([0.5, 0.4, 0.4, 0.5])).toEqual([1, 2, 1, 1, 1]);
    // The second caption is near to all pictures: a choice is lost, and with it text and group, but no pairing.
    expect(await rights([0.5, 0.6, 0.4, 0.7])).toEqual([1, 1, 0, 1, 0]);
    // And a picture that is near to all captions.
    expect(await rights([0.5, 0.3, 0.6, 0.7])).toEqual([1, 2, 1, 0, 0]);
    expect(await rights([0.4, 0.5, 0.5, 0.4])).toEqual([0, 0, 0, 0, 0]);
    // A tie is wrong.
    expect(await rights([0.5, 0.5, 0.5, 0.5])).toEqual([0, 0, 0, 0, 0]);
  });

  test('a file may call its other wordings sentences', async () => {
    const { questions, chances } = await colourPairs(
      { ...file(free), wordings: 'in a sentence' },
      { images },
    );
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(Object.keys(chances)));
    expect(Object.keys(chances)).toContain('swap, in a sentence pairing');
    expect(Object.keys(chances)).not.toContain('swap, freely pairing');
    await expect(colourPairs({ ...file(free), wordings: 'aloud' }, { images })).rejects.toThrow(
      'wordings must be one of freely, in a sentence, got',
    );
  });

  test('counts questions with a missing picture, which are not scored', async () => {
    const some = (name: string) => (name.includes('_left') ? undefined : images(name));
    const { coverage, withoutImage } = await colourPairs(file(swap, place), { images: some });
    expect(withoutImage).toHaveLength(6);
    expect(coverage['place choice']).toEqual({ scored: 0, total: 2 });
    expect(coverage['swap pairing']).toEqual({ scored: 1, total: 1 });
  });

  test.each([
    [['turn', ...swap.slice(1)], 'questions.one[0][0] must be one of swap, place, thing, colour, got'],
    [
      ['swap', 'inside', ...swap.slice(2)],
      'questions.one[0][1] must be one of left, right, above, below, got',
    ],
    [
      ['swap', 'below', ...swap.slice(2)],
      'questions.one[0][2] must be the caption of two coloured things that lie so (below)',
    ],
    [[...swap.slice(0, 3), 'A bell', ''], 'questions.one[0][3] must be the caption of two coloured things'],
    [[...swap.slice(0, 3), swap[2], ''], 'the two captions must differ'],
    [[...swap.slice(0, 4), 'q'], 'questions.one[0][4] must be one of'],
    ['swap', 'questions.one[0] must be a list'],
  ])('refuses a wrong row: %j', async (row, message) => {
    await expect(colourPairs(file(row), { images })).rejects.toThrow(message);
  });

  test('refuses other files and sizes', async () => {
    await expect(colourPairs(file(), { images })).rejects.toThrow('holds no questions');
    await expect(colourPairs({ ...file(swap), sets: {} }, { images })).rejects.toThrow('sets must name one');
    await expect(colourPairs(file(swap), { size: 50 })).rejects.toThrow('size must be a multiple of 4');
  });
});

describe('the questions of this package', async () => {
  const warnings: string[] = [];
  const options = { onWarning: (text: string) => void warnings.push(text), size: 32 };
  const benchmark = await colourPairs('', options);
  const { sets: asked, questions } = await readPairQuestions('');
  const rows = Object.values(questions).flat();

  test('are of test artists alone, most of them swaps, and no name is in more than 60', () => {
    for (const { family } of Object.values(asked)) expect(splitOf({ family })).toBe('test');
    expect(Object.keys(asked).length).toBeGreaterThan(12);
    expect(rows.length).toBeGreaterThan(2600);
    expect(rows.filter(({ kind }) => kind === 'swap').length / rows.length).toBeCloseTo(0.6, 1);
    const counts = new Map<string, number>();
    for (const { pairs } of rows) {
      for (const name of new Set(pairs.flatMap(({ things }) => things.map(({ thing }) => thing))))
        counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(60);
  });

  test('those of the installed sets have pictures, and one sentence names how to get the others', async () => {
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(
      /not installed.*so that the scores are not those that others quote; npm install /,
    );
    expect(benchmark.questions.length).toBeGreaterThan(8000);
    const { width, data } = await benchmark.questions[0]!.right[0]!.image.load();
    expect([width, data.length]).toEqual([32, 32 * 32 * 3]);
    expect(new Set(data).size).toBeGreaterThan(2);
    const again = await benchmarks['colour-pairs']('', { size: 32 });
    expect(again.questions.length).toBe(benchmark.questions.length);
  });

  test('give a text-only model half of the choices, and a bag of words none of the swaps', async () => {
    const { kinds, answers } = await evaluateBlind(benchmark);
    for (const kind of ['swap', 'swap, freely', 'place', 'thing', 'colour']) {
      const { correct, total } = kinds[`${kind} choice`]!;
      // Of two captions that are equally likely to it, a tie is wrong of both pictures.
      const isTie = (answer: (typeof answers)[number]) =>
        answer.kind === `${kind} choice` && answer.right === answer.wrong;
      const ties = answers.filter(isTie).length / 2;
      expect(correct, kind).toBe((total - 2 * ties) / 2);
      for (const measure of ['pairing', 'text', 'image', 'group']) {
        expect(kinds[`${kind} ${measure}`]!.correct, `${kind} ${measure}`).toBe(0);
      }
    }
    const bound = bagOfWordsUpperBound(benchmark);
    expect(bound['swap pairing']).toBe(0);
    expect(bound['swap, freely pairing']).toBe(0);
    expect(bound['thing pairing']).toBe(1);
  });

  test('say which command installs what is missing, and warn of other versions', async () => {
    const one = file(swap);
    await expect(colourPairs(one)).rejects.toThrow(
      'not installed in . or above; npm install @iconify-json/one@1.0.0.',
    );
    const bi = { ...sets.one, package: '@iconify-json/bi', version: '0.0.1' };
    const said: string[] = [];
    const { coverage } = await colourPairs(
      { ...one, sets: { ...sets, bi }, questions: { ...one.questions, bi: [swap] } },
      { onWarning: (text) => said.push(text) },
    );
    expect(coverage).toMatchObject({ 'swap pairing': { scored: 1, total: 2 } });
    expect(said).toEqual([
      expect.stringMatching(/one is not installed, and bi is of another version.*@iconify-json\/bi@0\.0\.1/),
    ]);
  });
});
