import { readFileSync } from 'node:fs';
import { bagOfWordsUpperBound, evaluate, evaluateBlind } from '@slipform/bench';
import { describe, expect, test } from 'vitest';
import { splitOf } from '../corpus/sets/families';
import { drawIcons } from '../drawing/draw-icons';
import { openCorpus } from '../files/open-corpus';
import { benchmarks, duo } from './benchmark';
import { DUO_PADDING, duoPixels } from './duo-picture';

const sets = {
  one: { package: '@iconify-json/one', version: '1.0.0', artist: 'One', family: 'first', licence: 'MIT' },
};
const swap = [
  'swap',
  'beside',
  [
    ['bell-off', 'cloud-plus'],
    ['bell-plus', 'cloud-off'],
  ],
  ['bell off and cloud plus', 'bell plus and cloud off'],
  2.5,
  's',
];
const thing = [
  'thing',
  'above',
  [
    ['bell-off', 'cloud-plus'],
    ['cup-off', 'cloud-plus'],
  ],
  ['bell off over cloud plus', 'cup off over cloud plus'],
  null,
];
const file = (...rows: unknown[]) => ({
  format: 'slipform-duo-questions',
  version: 1,
  about: 'By hand.',
  sets,
  questions: { one: rows },
});
const images = (key: string) => ({
  key,
  load: async () => ({ width: 1, height: 1, data: new Uint8Array(3), name: key }),
});

/** Of each question the cosines of first picture with both captions, then of the second. */
function tableOf(cosines: readonly [number, number, number, number]) {
  const scores = new Map([
    ['one_bell-off+cloud-plus_beside.png bell off and cloud plus', cosines[0]],
    ['one_bell-off+cloud-plus_beside.png bell plus and cloud off', cosines[1]],
    ['one_bell-plus+cloud-off_beside.png bell off and cloud plus', cosines[2]],
    ['one_bell-plus+cloud-off_beside.png bell plus and cloud off', cosines[3]],
  ]);
  return {
    score: async (pairs: readonly { readonly image: unknown; readonly text: string }[]) =>
      pairs.map(({ image, text }) => scores.get(`${Object(image).name} ${text}`)!),
  };
}

describe('duo', () => {
  test('asks of each question five ways, with its parts and clusters', async () => {
    const { questions, chances } = await duo(file(swap, thing), { images });
    expect(questions.map(({ kind }) => kind)).toEqual(
      ['swap', 'thing'].flatMap((kind) =>
        ['pairing', 'choice', 'choice', 'text', 'image', 'group'].map((each) => `${kind} ${each}`),
      ),
    );
    expect(new Set(questions.map(({ id }) => id)).size).toBe(12);
    expect(questions[0]).toMatchObject({
      rule: 'sum',
      clusters: { artist: 'first', words: ['bell', 'off', 'cloud', 'plus'] },
      by: { names: 'all seen in training', drawing: 'of its own', concreteness: '2.5 to 3', set: 'one' },
    });
    expect(questions[6]!.by).toMatchObject({ names: 'one or more never seen', concreteness: 'not rated' });
    expect(questions[0]!.by).not.toHaveProperty('sentence');
    expect(chances!['swap pairing']).toBe(0.5);
    expect(chances!['thing group']).toBeCloseTo(1 / 6, 12);
  });

  test('a sentence says which question it asks', async () => {
    const sentence = ['sentence', ...swap.slice(1, 3), ['a muted bell', 'a muted cloud'], null];
    const { questions } = await duo(file(swap, sentence), { images });
    expect(questions.filter(({ kind }) => kind === 'sentence pairing').map(({ by }) => by)).toMatchObject([
      { sentence: 'of a swap' },
    ]);
  });

  test('pairing is right whatever is added to all scores of a caption or of a picture', async () => {
    const benchmark = await duo(file(swap), { images });
    const rights = async (cosines: readonly [number, number, number, number]) => {
      const { kinds } = await evaluate(tableOf(cosines), benchmark);
      return ['pairing', 'choice', 'text', 'image', 'group'].map((each) => kinds[`swap ${each}`]!.correct);
    };
    expect(await rights([0.5, 0.4, 0.4, 0.5])).toEqual([1, 2, 1, 1, 1]);
    // The second caption is liked by all pictures: a choice is lost, and with it text and group, but no pairing.
    expect(await rights([0.5, 0.6, 0.4, 0.7])).toEqual([1, 1, 0, 1, 0]);
    // And a picture that all captions like.
    expect(await rights([0.5, 0.3, 0.6, 0.7])).toEqual([1, 2, 1, 0, 0]);
    expect(await rights([0.4, 0.5, 0.5, 0.4])).toEqual([0, 0, 0, 0, 0]);
    // A tie is wrong.
    expect(await rights([0.5, 0.5, 0.5, 0.5])).toEqual([0, 0, 0, 0, 0]);
  });

  test('counts questions with a missing picture, which are not scored', async () => {
    const some = (name: string) => (name.includes('cup') ? undefined : images(name));
    const { coverage, withoutImage } = await duo(file(swap, thing), { images: some });
    expect(withoutImage).toHaveLength(6);
    expect(coverage!['thing choice']).toEqual({ scored: 0, total: 2 });
    expect(coverage!['swap pairing']).toEqual({ scored: 1, total: 1 });
  });

  test.each([
    [[...swap.slice(0, 4), 6], 'questions.one[0][4] must be a number from 1 to 5, got 6'],
    [['turn', ...swap.slice(1)], 'questions.one[0][0] must be one of swap, thing, sign, sentence, got'],
    [['swap', 'inside', ...swap.slice(2)], 'questions.one[0][1] must be one of beside, above, got'],
    [['swap', 'beside', [['a', 'b']], swap[3]], 'questions.one[0][2] must be a list of two'],
    [[...swap.slice(0, 3), ['same', 'same'], null], 'the two pictures, and their captions, must differ'],
    [[...swap.slice(0, 5), 'q'], 'questions.one[0][5] must be letters of d and s'],
    ['swap', 'questions.one[0] must be a list'],
  ])('refuses a wrong row: %j', async (row, message) => {
    await expect(duo(file(row), { images })).rejects.toThrow(message);
  });

  test('refuses other files and sizes', async () => {
    await expect(duo(file(), { images })).rejects.toThrow('holds no questions');
    await expect(duo({ ...file(swap), sets: {} }, { images })).rejects.toThrow('sets must name one');
    await expect(duo(file(swap), { size: 50 })).rejects.toThrow('size must be a multiple of 4');
  });
});

describe('the questions of this package', async () => {
  const warnings: string[] = [];
  const options = { onWarning: (text: string) => void warnings.push(text), size: 32 };
  const benchmark = await duo('', options);
  const rows = Object.entries(
    JSON.parse(readFileSync(new URL('../../data/duo.json', import.meta.url), 'utf8')).questions as Record<
      string,
      (readonly [kind: string, layout: string, pictures: string[][], captions: string[]])[]
    >,
  ).flatMap(([set, own]) => own.map((row) => ({ set, row })));

  test('are about icons that npm ci installs, by test artists, in the same versions', () => {
    expect(benchmark.withoutImage).toEqual([]);
    expect(warnings).toEqual([]);
    for (const { set } of rows) expect(splitOf(set), set).toBe('test');
    for (const kind of ['swap', 'thing', 'sign']) {
      expect(benchmark.coverage![`${kind} pairing`]!.total, kind).toBeGreaterThan(300);
    }
    expect(benchmark.coverage!['sentence choice']!.total).toBe(300);
  });

  test('give a model that sees no picture exactly half of the choices, and a bag of words none of the swaps', async () => {
    const { kinds, answers } = await evaluateBlind(benchmark);
    for (const kind of ['swap', 'thing', 'sign']) {
      const { correct, total } = kinds[`${kind} choice`]!;
      // Of two captions that are equally likely to it, a tie is wrong of both pictures.
      const isTie = (answer: (typeof answers)[number]) =>
        answer.kind === `${kind} choice` && answer.right === answer.wrong;
      const ties = answers.filter(isTie).length / 2;
      expect(correct, kind).toBe((total - 2 * ties) / 2);
      expect(ties / total, kind).toBeLessThan(0.01);
      for (const measure of ['pairing', 'text', 'image', 'group']) {
        expect(kinds[`${kind} ${measure}`]!.correct, `${kind} ${measure}`).toBe(0);
      }
    }
    const bound = bagOfWordsUpperBound(benchmark);
    for (const measure of ['pairing', 'choice', 'text', 'image', 'group']) {
      expect(bound[`swap ${measure}`]).toBe(0);
      expect(bound[`thing ${measure}`]).toBe(1);
    }
  });

  test('name each thing and sign in either caption as often, and hold the names of their pictures', () => {
    for (const { row } of rows) {
      const [kind, , pictures, captions] = row;
      if (kind === 'sentence') continue;
      const bag = (text: string) => text.split(' ').sort().join(' ');
      expect(bag(captions[0]!) === bag(captions[1]!), captions.join(' | ')).toBe(kind === 'swap');
      pictures.forEach((names, at) => {
        // A name says its caption, but where it says style as well.
        const words = new Set(names.flatMap((name) => name.split('-')));
        const joiners = [
          'and',
          'next',
          'to',
          'beside',
          'with',
          'left',
          'right',
          'of',
          'above',
          'over',
          'below',
          'under',
        ];
        for (const word of captions[at]!.split(' ')) {
          expect(words.has(word) || joiners.includes(word), `${word} of ${captions[at]}`).toBe(true);
        }
      });
    }
  });

  test('come through the loader that slipform-bench finds by its name, in the size that it names', async () => {
    const [first, other] = await Promise.all([96, 48].map((size) => benchmarks.duo('', { size })));
    expect(first!.questions.map(({ id }) => id)).toEqual(benchmark.questions.map(({ id }) => id));
    expect(await other!.questions[0]!.right[0]!.image.load()).toMatchObject({ width: 48, height: 48 });
  });

  test('are shown as @slipform/icons draws and composes them', async () => {
    for (const index of [0, benchmark.questions.length - 1]) {
      const [first] = benchmark.questions[index]!.right;
      const { image } = first!;
      const [set, rest] = image.key.replace('.png', '').split(/_(.*)/s) as [string, string];
      const [names, layout] = rest.split('_') as [string, 'above' | 'beside'];
      const corpus = await openCorpus({ sets: [set] });
      const icons = names.split('+').map((name) => corpus.icons.find((icon) => icon.name === name)!);
      const { pixels } = await drawIcons(icons, { size: 16, padding: DUO_PADDING });
      const bytes = 16 * 16 * 3;
      const drawings = [pixels.subarray(0, bytes), pixels.subarray(bytes)] as const;
      const picture = await image.load();
      expect(picture).toMatchObject({ width: 32, height: 32, name: image.key });
      const data = 'data' in Object(picture) ? Object(picture).data : [];
      expect(Buffer.from(data).equals(duoPixels(drawings, layout, { half: 16 }))).toBe(true);
    }
  });

  test('say which command installs what is missing, and warn of other versions', async () => {
    const one = file(swap);
    await expect(duo(one)).rejects.toThrow(
      'not installed in . or above; npm install @iconify-json/one@1.0.0.',
    );
    const bi = { ...sets.one, package: '@iconify-json/bi', version: '0.0.1' };
    const lucid = { ...sets.one, package: '@iconify-json/lucid' };
    const rowOf = (...pictures: string[][]) => ['thing', 'above', pictures, ['bell', 'alarm'], null];
    const questions = {
      ...one.questions,
      // One letter from a set that is installed.
      lucid: [rowOf(['bell', 'alarm'], ['alarm', 'alarm'])],
      bi: [rowOf(['bell', 'alarm'], ['alarm', 'alarm']), rowOf(['bell', 'alarm'], ['nosuch', 'alarm'])],
    };
    const said: string[] = [];
    const { coverage } = await duo(
      { ...one, sets: { ...sets, bi, lucid }, questions },
      { onWarning: (text) => said.push(text) },
    );
    expect(coverage).toMatchObject({
      'thing pairing': { scored: 1, total: 3 },
      'swap pairing': { scored: 0, total: 1 },
    });
    expect(said).toEqual([
      expect.stringMatching(
        /one, lucid are not installed, and bi is of another version.*@iconify-json\/bi@0\.0\.1/,
      ),
    ]);
  });
});
