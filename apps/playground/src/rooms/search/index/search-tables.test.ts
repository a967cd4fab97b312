import { expect, it } from 'vitest';
import type { CatalogSet } from './catalog';
import { noFilters } from './filters';
import { iconTable, isNamed, wordsOf } from './icon-table';
import { searchTables } from './search-tables';
import { packVectors } from './vectors';

const about = (set: string, licence = 'MIT'): CatalogSet => ({
  ...{
    set,
    title: set,
    artist: `artist of ${set}`,
    licence,
    licenceUrl: '',
    url: '',
    version: '1',
    count: 0,
  },
  ...{
    isColoured: false,
    vectors: '',
    names: '',
    drawings: [],
    bytes: { vectors: 0, names: 0, drawings: 0 },
  },
});
const bells = iconTable(
  about('a'),
  {
    styles: ['', 'fill'],
    icons: [
      ['bell', 'bell', 0],
      ['bell-fill', 'bell', 1],
      ['bell-off', 'bell off', 0, 'mute'],
      ['lock', 'lock', 0],
    ],
  },
  packVectors(Float32Array.of(1, 0, 0.9, 0.1, 0.6, 0.8, 0, 1), 2),
  2,
);
const locks = iconTable(
  about('b', 'ISC'),
  { styles: [''], icons: [['padlock', 'padlock', 0]] },
  packVectors(Float32Array.of(0.1, 0.99), 2),
  2,
);
const ask = (text: string, filters = noFilters) =>
  searchTables([bells, locks], {
    ...{ vector: Float32Array.of(1, 0), words: wordsOf(text), filters, count: 3 },
  });

it('ranks the names by their best drawing, whatever they are called', () => {
  const { byDrawing, byName, named, searched } = ask('bell');
  expect(byDrawing.map(({ name, isNamed }) => [name, isNamed])).toEqual([
    ['bell', true],
    ['bell-off', true],
    ['padlock', false],
  ]);
  expect(byName.map(({ name }) => name)).toEqual(['bell', 'bell-off']);
  expect(named).toBe(2);
  expect(searched).toBe(5);
});

it('searches what the filters leave', () => {
  expect(ask('bell', { ...noFilters, look: 'filled' }).byDrawing.map(({ name }) => name)).toEqual([
    'bell-fill',
  ]);
  expect(ask('bell', { ...noFilters, licence: 'ISC' }).byDrawing.map(({ name }) => name)).toEqual([
    'padlock',
  ]);
  expect(ask('bell', { ...noFilters, set: 'none-such' }).byDrawing).toEqual([]);
});

it('leaves out what was asked for', () => {
  const vector = Float32Array.of(1, 0);
  const except = { set: 'a', caption: 'bell' };
  const found = searchTables([bells], { vector, words: [], filters: noFilters, count: 9, except });
  expect(found.byDrawing.map(({ name }) => name)).toEqual(['bell-off', 'lock']);
  expect(found.byName).toEqual([]);
});

it.each([
  ['bell', true],
  ['be', true],
  ['b', false],
  ['off bell', true],
  ['be off', false],
  ['mute', true],
  ['ell', false],
  ['', false],
  ['…', false],
])('matches bell off, also called mute, by %j: %j', (text, matches) => {
  expect(isNamed(new Set(['bell', 'off', 'mute']), wordsOf(text))).toBe(matches);
});

it('refuses names that do not fit the vectors', () => {
  const vectors = packVectors(new Float32Array(4), 2);
  expect(() => iconTable(about('a'), { styles: [], icons: [] }, vectors, 2)).toThrow('0 names and 2 vectors');
});
