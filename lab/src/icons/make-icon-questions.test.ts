import { iconPairs } from '@slipform/bench';
import { readIconSet } from '@slipform/icons';
import { describe, expect, test } from 'vitest';
import { makeIconQuestions, type QuestionLimits, stringifyIconQuestions } from './make-icon-questions';

const setOf = (prefix: string, names: readonly string[]) =>
  readIconSet({
    prefix,
    info: { name: prefix, author: { name: prefix }, license: { title: 'MIT', spdx: 'MIT' } },
    icons: Object.fromEntries(names.map((name, at) => [name, { body: `<path d="M${at} 0h1"/>` }])),
  });
const tested = [
  setOf('carbon', ['cloud-off', 'cloud-on', 'bell-off', 'bell-on', 'cloud-7', 'dog', 'blank', 'bell']),
  setOf('octicon', ['dog', 'cat-off', 'cat-on']),
];
const trained = setOf('lucide', ['sun-off', 'sun-on', 'dog']).icons;
const ratings: Readonly<Record<string, number>> = {
  off: 2.1,
  on: 2.3,
  cloud: 4.9,
  bell: 4.8,
  dog: 4.9,
  cat: 4.9,
};
const make = (limits: Partial<QuestionLimits> = {}) =>
  makeIconQuestions(
    {
      sets: tested,
      packages: {
        carbon: { package: '@iconify-json/carbon', version: '1.0.0' },
        octicon: { package: '@iconify-json/octicon', version: '2.0.0' },
      },
      trained,
      isDrawn: ({ name }) => name !== 'blank',
      isSamePicture: (one, other) => one.name === 'bell-off' && other.name === 'bell-on',
      isCopy: ({ name }) => name === 'cloud-on',
      rate: (word) => ratings[word],
    },
    { seed: 0, perBand: 100, perWord: 100, perWordPair: 100, gallery: 4, ...limits },
  );
const namesOf = ({ pairs }: ReturnType<typeof make>) =>
  Object.values(pairs).flatMap((list) => list.map(([one, other]) => `${one} ${other}`));

const isInAll = ([, marks]: readonly unknown[]) => String(marks ?? '').includes('a');

describe('makeIconQuestions', () => {
  test('asks of pairs whose words are rated and whose pictures differ, and marks what training has', () => {
    const made = make();
    expect(namesOf(made).sort()).toEqual([
      'bell-off cloud-off',
      'bell-on cloud-on',
      'cat-off cat-on',
      'cloud-off cloud-on',
    ]);
    expect(made.pairs.octicon).toEqual([['cat-off', 'cat-on', 1, 2.1, 2.3, 's']]);
    expect(made.pairs.carbon!.find(([, name]) => name === 'cloud-on')?.[5]).toContain('d');
    expect(made.sets.octicon).toMatchObject({
      package: '@iconify-json/octicon',
      family: 'octicon',
      licence: 'MIT',
    });
  });

  test('keeps to its limits, by its seed', () => {
    expect(namesOf(make({ perWordPair: 1 })).filter((names) => names.endsWith('on'))).toHaveLength(2);
    expect(namesOf(make({ perBand: 1 }))).toHaveLength(2);
    expect(namesOf(make({ perWord: 1 })).filter((names) => names.includes('bell'))).toHaveLength(1);
    expect(make({ perBand: 2, seed: 3 })).toEqual(make({ perBand: 2, seed: 3 }));
    const drawn = new Set([0, 1, 2, 3, 4, 5].map((seed) => namesOf(make({ perBand: 1, seed })).join()));
    expect(drawn.size).toBeGreaterThan(1);
  });

  test('has each name once in the gallery over all sets', () => {
    const all = Object.entries(make({ gallery: 100 }).icons).flatMap(([set, list]) =>
      list.filter(isInAll).map(([name]) => `${set} ${name}`),
    );
    expect(all.filter((each) => each.endsWith(' dog'))).toHaveLength(1);
    expect(all).not.toContain('carbon blank');
    const { icons } = make();
    expect(Object.values(icons).flat().filter(isInAll)).toHaveLength(4);
    expect(icons.carbon!.find(([name]) => name === 'dog')![1]).toMatch(/^sa?$/);
  });

  test('is a file of a line for each row, which the benchmark reads', async () => {
    const text = stringifyIconQuestions('By hand.', make());
    expect(text).toContain('\n["cat-off","cat-on",1,2.1,2.3,"s"]\n');
    const { questions } = await iconPairs(JSON.parse(text), { images: (name) => name });
    expect(questions).toHaveLength(4 * namesOf(make()).length);
  });
});
