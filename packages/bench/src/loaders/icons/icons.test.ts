import type { Icon } from '@slipform/icons';
import { drawIcons, openCorpus } from '@slipform/icons/files';
import { describe, expect, test } from 'vitest';
import { isLazyImage } from '../../questions/question';
import { evaluateBlind } from '../../scoring/blind-baseline';
import { evaluate } from '../../scoring/evaluate';
import { clusteredProportion } from '../../statistics/clustered-mean';
import { loadBenchmark } from '../registry';
import { iconPairs } from './icon-pairs';
import { icons } from './icons';
import { readIconQuestions } from './question-file';

const sets = {
  one: { package: '@iconify-json/one', version: '1.0.0', artist: 'One', family: 'first', licence: 'MIT' },
  two: { package: '@iconify-json/two', version: '2.0.0', artist: 'Two', family: 'second', licence: 'MIT' },
};
/** `d`: near-duplicate of a training drawing, `s`: seen in training, `a`: in the gallery over all sets. */
const questions = {
  format: 'slipform-icon-questions',
  version: 1,
  about: 'By hand.',
  sets,
  pairs: {
    one: [
      ['cloud-off', 'cloud-check', 1, 2, 4.9, 's'],
      ['red-bell', 'red-dog', 1, 4.9, 4.9, 'd', 'redd bell', 'redd dog'],
    ],
    two: [['arrow-up', 'arrow-down', 1, null, 3]],
  },
  icons: {
    one: [['cloud-off', 'sa'], ['cloud-check'], ['bell', 'a']],
    two: [
      ['arrow-up', 'da'],
      ['dog-2', 'a', 'dog'],
    ],
  },
};
const parsed = () => JSON.parse(JSON.stringify(questions));

/** Knows every name, but takes "down" for "up"; a picture is found by its file's name. */
const encoder = {
  embedImages: async (images: readonly unknown[]) => images.map((image) => vector(String(image))),
  embedTexts: async (texts: readonly string[]) => texts.map(vector),
};
const letters = 'abcdefghijklmnopqrstuvwxyz';
function vector(text: string): Float32Array {
  const name = text
    .replace(/^.*_|\.png$|-2/g, '')
    .replace('redd', 'red')
    .replace('down', 'up');
  return Float32Array.from(letters, (letter) => name.split(letter).length - 1);
}

describe('a file of questions', () => {
  test('is read row by row', () => {
    const { pairs, icons } = readIconQuestions('test', parsed(), '');
    const marks = { isCopy: false, isSeen: false };
    expect(pairs.one![1]).toEqual({
      ...{ names: ['red-bell', 'red-dog'], captions: ['redd bell', 'redd dog'], words: ['bell', 'dog'] },
      ...{ ratings: [4.9, 4.9], isCopy: true, isSeen: false },
    });
    expect(pairs.two![0]).toMatchObject({
      ...marks,
      captions: ['arrow up', 'arrow down'],
      ratings: [undefined, 3],
    });
    expect(icons.one).toEqual([
      { ...marks, name: 'cloud-off', caption: 'cloud off', isSeen: true, isInAll: true },
      { ...marks, name: 'cloud-check', caption: 'cloud check', isInAll: false },
      { ...marks, name: 'bell', caption: 'bell', isInAll: true },
    ]);
    expect(icons.two![1]).toMatchObject({ name: 'dog-2', caption: 'dog', isCopy: false });
  });

  test.each([
    [
      'pairs',
      ['cloud-off', 'cloud-check', 0, 2, 3],
      'pairs.one[0]: "cloud off" and "cloud check" must differ',
    ],
    ['pairs', ['cloud-off', 'cloud-check', 1, 2, 6], 'pairs.one[0][4] must be a number from 1 to 5, got 6'],
    ['pairs', ['cloud-off', 'cloud-check', 1, 2, 3, 'q'], 'pairs.one[0][5] must be letters of d, s and a'],
    ['pairs', 'cloud-off', 'pairs.one[0] must be a list'],
    ['icons', [3], 'icons.one[0][0] must be a text, got 3'],
  ])('with a wrong row of %s is refused', (key, row, message) => {
    const file = parsed();
    file[key].one[0] = row;
    expect(() => readIconQuestions('test', file, '')).toThrow(message);
  });
  test('that is another one is refused', () => {
    expect(() => readIconQuestions('test', { format: 'x' }, '')).toThrow(
      'format must be "slipform-icon-questions", got "x"',
    );
    const { sets: _, ...rest } = parsed();
    expect(() => readIconQuestions('test', { ...rest, sets: {} }, '')).toThrow('sets must name one');
    expect(() => readIconQuestions('test', 'nowhere.json', '')).toThrow('nowhere.json');
  });
});

describe('iconPairs', () => {
  const images = (name: string) => (name === 'one_cloud-off.png' ? undefined : name);
  test('asks which name belongs to which picture, four ways', async () => {
    const benchmark = await iconPairs(parsed(), { images: (name) => name });
    expect(benchmark.questions.map(({ id }) => id)).toEqual(
      ['one/cloud-off+cloud-check', 'one/red-bell+red-dog', 'two/arrow-up+arrow-down'].flatMap((key) =>
        ['text', 'image', 'group', 'pairing'].map((kind) => `${kind}/${key}`),
      ),
    );
    const [first, , , , second] = benchmark.questions;
    expect(first).toMatchObject({
      clusters: { artist: 'first', words: ['off', 'check'] },
      by: { concreteness: '3 to 3.5', drawing: 'of its own', words: 'exchanged in training', set: 'one' },
      right: [
        { image: 'one_cloud-off.png', text: 'cloud off' },
        { image: 'one_cloud-check.png', text: 'cloud check' },
      ],
    });
    expect(second!.by).toMatchObject({ concreteness: '4.5 and above', drawing: 'like one of training' });
    expect(second!.right[0]).toMatchObject({ text: 'redd bell' });
    const result = await evaluate(encoder, benchmark);
    expect(result.kinds.group).toEqual(
      clusteredProportion(
        [true, true, false].map((correct, at) => ({
          correct,
          clusters: benchmark.questions[4 * at]!.clusters!,
        })),
      ),
    );
    expect(result.mean.value).toBeCloseTo(2 / 3, 12);
    expect(result.kinds.pairing!.value).toBeGreaterThanOrEqual(result.kinds.group!.value);
    expect(result.chances).toEqual({ group: 1 / 6, pairing: 1 / 2 });
    expect(Object.keys(result.by!.concreteness!)).toEqual(['3 to 3.5', '4.5 and above', 'not rated']);
    // A text alone can't tell which of two pictures is meant.
    expect((await evaluateBlind(benchmark)).kinds.group!.value).toBe(0);
  });

  test('counts pairs with a missing picture, which are not scored', async () => {
    const benchmark = await iconPairs(parsed(), { images });
    expect(benchmark.withoutImage).toHaveLength(4);
    expect(benchmark.coverage!.group).toEqual({ scored: 2, total: 3 });
    await expect(iconPairs({ ...parsed(), pairs: {} }, { images })).rejects.toThrow('holds no pairs');
    await expect(iconPairs(parsed(), { images, size: 4 })).rejects.toThrow(
      'size must be an integer from 8 to 1024',
    );
  });
});

describe('icons', () => {
  test('are found by name among all, and within each set', async () => {
    const benchmark = await icons(parsed(), { images: (name) => name });
    expect(benchmark.retrieval!.texts).toEqual(['cloud off', 'bell', 'arrow up', 'dog']);
    const { retrieval, galleries, mean } = await evaluate(encoder, benchmark);
    expect(mean.value).toBe(1);
    expect(retrieval!.by!.drawing!['of its own']!.imageToText[1]).toMatchObject({ correct: 3, total: 3 });
    expect(retrieval!.by!.name!['seen in training']!.textToImage[1]).toMatchObject({ total: 1 });
    expect(Object.keys(galleries!)).toEqual(['one', 'two']);
    expect(galleries!.one!.textToImage[1]).toMatchObject({ correct: 3, total: 3 });
  });
  test('that are missing leave the gallery, and are counted', async () => {
    const images = (name: string) => (name === 'one_bell.png' ? undefined : name);
    const { retrieval } = await icons(parsed(), { images });
    expect(retrieval!.coverage).toEqual({ scored: 3, total: 4 });
    await expect(icons(parsed(), { images: () => undefined })).rejects.toThrow('no picture of the gallery');
  });
});

describe('the questions of this package', () => {
  const warnings: string[] = [];
  const onWarning = (text: string) => warnings.push(text);

  test('are about icons that npm ci installs: all of them, in the same versions', async () => {
    const pairs = await loadBenchmark('icon-pairs', '', { onWarning, size: 16 });
    const { group } = pairs.coverage!;
    expect(group!.total).toBeGreaterThan(4000);
    expect(group!.scored).toBe(group!.total);
    const found = await loadBenchmark('icons', '', { onWarning, size: 16 });
    expect(found.retrieval!.coverage).toEqual({ scored: 2000, total: 2000 });
    for (const { coverage } of Object.values(found.galleries!))
      expect(coverage!.scored).toBe(coverage!.total);
    // A caption stands once in a gallery, else it would have two right pictures.
    for (const { texts } of [found.retrieval!, ...Object.values(found.galleries!)]) {
      expect(new Set(texts).size).toBe(texts.length);
    }
    expect(warnings).toEqual([]);
    // No word, and no two words, take all.
    const counts = new Map<string, number>();
    for (const { kind, clusters } of pairs.questions) {
      if (kind !== 'group') continue;
      const words = [clusters!.words!].flat();
      for (const key of [...words, [...words].sort().join(' ')]) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const [key, count] of counts) expect(count, key).toBeLessThanOrEqual(key.includes(' ') ? 3 : 30);
  });

  test('are shown as @slipform/icons draws them, in the size that is asked for', async () => {
    const { questions: asked } = await iconPairs(undefined, { onWarning, size: 40 });
    for (const { right } of [asked[0]!, asked.at(-1)!]) {
      const [first] = right;
      const image = 'image' in first! ? first.image : undefined;
      if (typeof image !== 'object' || !isLazyImage(image)) throw new Error('no picture that is drawn later');
      const [set, name] = image.key.replace('.png', '').split('_');
      const corpus = await openCorpus({ sets: [set!] });
      const own: Icon = corpus.icons.find((each) => each.name === name)!;
      const { pixels } = await drawIcons([own], { size: 40 });
      const picture = await image.load();
      expect(picture).toMatchObject({ width: 40, height: 40, name: image.key });
      expect('data' in Object(picture) && Buffer.from(Object(picture).data).equals(pixels)).toBe(true);
    }
  });

  test('say which command installs what is missing', async () => {
    const file = { ...parsed(), sets };
    const command = 'npm install @iconify-json/one@1.0.0 @iconify-json/two@2.0.0';
    await expect(iconPairs(file)).rejects.toThrow(`not installed in . or above; ${command}`);
    const said: string[] = [];
    const known = {
      ...parsed(),
      sets: {
        ...sets,
        bi: { ...sets.one, package: '@iconify-json/bi', version: '0.0.1' },
        // One letter from a set that is installed.
        lucid: { ...sets.one, package: '@iconify-json/lucid' },
      },
      pairs: {
        ...questions.pairs,
        lucid: [['alarm', 'bell', 0, 2, 4.9]],
        bi: [
          ['alarm', 'bell', 0, 2, 4.9],
          ['alarm', 'nosuch', 0, 2, 4.9],
        ],
      },
    };
    const { coverage } = await iconPairs(known, { onWarning: (text) => said.push(text) });
    expect(coverage!.group).toEqual({ scored: 1, total: 6 });
    expect(said).toEqual([
      expect.stringMatching(
        /one, two, lucid are not installed, and bi is of another version.*@iconify-json\/bi@0\.0\.1/,
      ),
    ]);
  });
});
