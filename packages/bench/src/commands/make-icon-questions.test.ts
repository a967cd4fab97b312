import { mainDrawings, minimalPairs, readIconSet } from '@slipform/icons';
import { describe, expect, test } from 'vitest';
import { makeIconQuestions, type QuestionLimits } from './make-icon-questions';

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
      library: { minimalPairs, mainDrawings },
    },
    { seed: 0, perBand: 100, perWord: 100, perWordPair: 100, gallery: 4, ...limits },
  );
const namesOf = ({ pairs }: ReturnType<typeof make>) =>
  Object.values(pairs).flatMap((list) => list.map(({ names }) => names.join(' ')));

describe('makeIconQuestions', () => {
  test('asks of pairs whose words are rated and whose pictures differ, and marks what training has', () => {
    const made = make();
    expect(namesOf(made).sort()).toEqual([
      'bell-off cloud-off',
      'bell-on cloud-on',
      'cat-off cat-on',
      'cloud-off cloud-on',
    ]);
    expect(made.pairs.octicon).toEqual([
      {
        names: ['cat-off', 'cat-on'],
        captions: ['cat off', 'cat on'],
        words: ['off', 'on'],
        ratings: [2.1, 2.3],
        isCopy: false,
        isSeen: true,
      },
    ]);
    expect(made.pairs.carbon!.find(({ names }) => names[1] === 'cloud-on')).toMatchObject({ isCopy: true });
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
      list.filter(({ isInAll }) => isInAll).map(({ caption }) => `${set} ${caption}`),
    );
    expect(all.filter((each) => each.endsWith(' dog'))).toHaveLength(1);
    expect(all).not.toContain('carbon blank');
    const { icons } = make();
    expect(
      Object.values(icons)
        .flat()
        .filter(({ isInAll }) => isInAll),
    ).toHaveLength(4);
    expect(icons.carbon!.find(({ name }) => name === 'dog')).toMatchObject({ isSeen: true, isCopy: false });
  });
});
